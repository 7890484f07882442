/// In which of the lists a word stands. The rules ask this of every word many times; it is looked up once (``Glossary``).
struct WordTraits: OptionSet, Sendable {
    let rawValue: UInt32

    static let function = WordTraits(rawValue: 1 << 0)
    static let filler = WordTraits(rawValue: 1 << 1)
    static let direction = WordTraits(rawValue: 1 << 2)
    static let pronoun = WordTraits(rawValue: 1 << 3)
    static let negation = WordTraits(rawValue: 1 << 4)
    static let manyness = WordTraits(rawValue: 1 << 5)
    static let rough = WordTraits(rawValue: 1 << 6)
    static let being = WordTraits(rawValue: 1 << 7)
    static let passive = WordTraits(rawValue: 1 << 8)
    static let determiner = WordTraits(rawValue: 1 << 9)
    static let currency = WordTraits(rawValue: 1 << 10)
    static let quotationMark = WordTraits(rawValue: 1 << 11)
    /// Of a word that may tell a time, with or without a possessive ending.
    static let time = WordTraits(rawValue: 1 << 12)
    /// Of a word with which a number, an ordinal or a fraction may begin.
    static let number = WordTraits(rawValue: 1 << 13)
    static let apostrophe = WordTraits(rawValue: 1 << 14)
    /// Of a word with which a phrase may begin.
    static let phrase = WordTraits(rawValue: 1 << 15)
    /// Of a word that tells how sure something is when "to" follows.
    static let plan = WordTraits(rawValue: 1 << 16)
    static let strongCue = WordTraits(rawValue: 1 << 17)
    static let weakCue = WordTraits(rawValue: 1 << 18)
    /// Of what is claimed without a word.
    static let claimed = WordTraits(rawValue: 1 << 19)
    static let clauseEnd = WordTraits(rawValue: 1 << 20)
    static let speechMark = WordTraits(rawValue: 1 << 21)
    static let dash = WordTraits(rawValue: 1 << 22)
    static let comma = WordTraits(rawValue: 1 << 23)
    /// Of a word that goes on with another clause behind a comma.
    static let goOn = WordTraits(rawValue: 1 << 24)
    static let withholding = WordTraits(rawValue: 1 << 25)
    static let obtaining = WordTraits(rawValue: 1 << 26)
    static let interview = WordTraits(rawValue: 1 << 27)
    /// Of a word that may say that something could not be checked.
    static let doubt = WordTraits(rawValue: 1 << 28)
    /// Of a word with which a sentence that tells nothing may begin.
    static let empty = WordTraits(rawValue: 1 << 29)

    /// The lists in which a lower-case word stands.
    static func of(_ lower: String) -> WordTraits {
        var traits = table[lower] ?? []
        if lower.utf8.contains(0x27) {
            traits.insert(.apostrophe)
            if lower.hasSuffix("n't") { traits.insert(.doubt) }
        }
        return traits
    }

    private static let table: [String: WordTraits] = {
        var table: [String: WordTraits] = [:]
        for (trait, words) in lists { for word in words { table[word, default: []].insert(trait) } }
        return table
    }()

    private static let lists: [(WordTraits, Set<String>)] = [
        (.function, WordLists.function), (.filler, WordLists.filler), (.direction, WordLists.directions),
        (.pronoun, Set(WordLists.pronouns.keys)), (.negation, WordLists.negation), (.manyness, WordLists.manyness),
        (.time, WordLists.times), (.rough, CertaintyWords.rough), (.plan, CertaintyWords.plans),
        (.strongCue, CueWords.strong), (.weakCue, CueWords.weak), (.withholding, CueWords.withholding),
        (.being, UnitReader.being), (.passive, UnitReader.passive), (.determiner, UnitReader.determiners),
        (.claimed, UnitReader.claimed), (.currency, Set(UnitReader.currencies.keys)),
        (.quotationMark, UnitReader.quotationMarks), (.phrase, Set(UnitPhrase.byFirst.keys).union(["over", "under"])),
        (.clauseEnd, SourceZones.clauseEnds), (.speechMark, SourceZones.speechMarks), (.dash, SourceZones.dashes),
        (.comma, [","]), (.goOn, SourceZones.goOn), (.obtaining, SourceZones.obtaining),
        (.interview, SourceZones.interviews), (.doubt, NoteWords.open.union(["no"])), (.empty, EditDraft.emptyFirst),
    ]
}
