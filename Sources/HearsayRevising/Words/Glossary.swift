internal import HearsayCore
internal import HearsayReading

/// The different words of two versions, each with what the rules ask of it.
///
/// A text says the same words again and again, so all that follows from a word alone is found once.
struct Glossary: Sendable {
    /// What follows from one word alone.
    struct Entry: Sendable {
        let lower: String
        let traits: WordTraits
        /// The number of the word without a possessive ending; its own where it has none.
        let plain: Int
        /// The key of a unit of this word, where the words around it make nothing else of it.
        let key: String
        /// The same between quotation marks.
        let quotedKey: String
        let force: CueWords.Force?
        let grade: CertaintyWords.Grade?
        /// 3 for "third" and "3rd".
        let ordinal: Int?
    }

    /// A word of a text by its entry, with the one thing that is asked most.
    struct Mention: Sendable {
        let number: Int
        let traits: WordTraits
    }

    private(set) var entries: [Entry] = []
    private var numbers: [String: Int] = [:]

    /// The entry of a word, which is made where it is new.
    mutating func mention(of word: Word) -> Mention {
        let number = number(word.lower, word.kind)
        return Mention(number: number, traits: entries[number].traits)
    }

    private mutating func number(_ lower: String, _ kind: Word.Kind) -> Int {
        if let number = numbers[lower] { return number }
        let bare = Stem.plain(lower)
        let plain = bare == lower ? nil : number(bare, kind)
        let number = entries.count
        entries.append(Self.entry(lower, kind, plain: plain ?? number, bare: bare))
        numbers[lower] = number
        return number
    }

    private static func entry(_ lower: String, _ kind: Word.Kind, plain: Int, bare: String) -> Entry {
        var traits = WordTraits.of(lower)
        if kind == .number || WordTraits.of(bare).contains(.time) { traits.insert(.time) }
        let ordinal = UnitReader.ordinal(lower)
        if ordinal != nil || kind == .number || NumberWords.small(lower) != nil
            || ["a", "an", "one", "half"].contains(lower)
        {
            traits.insert(.number)
        }
        let key =
            if kind != .punctuation {
                "w:" + Stem.comparable(lower, kind)
            } else if let currency = UnitReader.currencies[lower] {
                "w:" + currency
            } else {
                UnitReader.mark(lower)
            }
        return Entry(
            lower: lower, traits: traits, plain: plain, key: key, quotedKey: "q:" + Spelling.american(bare),
            force: CueWords.force(lower), grade: CertaintyWords.grade(lower), ordinal: ordinal)
    }
}
