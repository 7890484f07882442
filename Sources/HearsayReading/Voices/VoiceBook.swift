internal import HearsayCore

/// The voices of a document, found in the order in which its sources are read.
struct VoiceBook: Sendable {
    /// A voice with what is needed to point back to it.
    struct Record: Sendable {
        var voice: Voice
        var entity: Int?
        /// The noun of the description that introduced it.
        var noun: String?
        /// Those whom a voice of several names joins.
        var members: [Int] = []
        /// The last word by which it was mentioned.
        var lastWord: Int
        /// The voices through which it was last heard.
        var way: [Int] = []
        /// The way that it has as one of a group that spoke before.
        var inherited: [Int] = []
    }

    private(set) var records: [Record] = []
    let prose: Prose
    let names: NameBook
    let lexicon: Lexicon
    let reader: SourcePhraseReader
    let pronouns: PronounResolver
    let descriptions: DescriptionResolver

    /// No voices yet.
    init(prose: Prose, names: NameBook, lexicon: Lexicon) {
        (self.prose, self.names, self.lexicon) = (prose, names, lexicon)
        reader = SourcePhraseReader(prose: prose, names: names, lexicon: lexicon)
        let quoted = QuotedWords(prose)
        pronouns = PronounResolver(prose: prose, names: names, lexicon: lexicon, quoted: quoted)
        descriptions = DescriptionResolver(prose: prose, names: names, lexicon: lexicon, quoted: quoted)
    }

    /// The voice that some words refer to; a new one when they introduce it.
    /// - Parameter previous: the voice of the statement before, to which a pronoun points first.
    mutating func resolve(_ words: Range<Int>, previous: Int?) -> Int {
        if !words.isEmpty, let same = records.firstIndex(where: { $0.voice.mentions.contains(prose.span(words)) }) {
            return same
        }
        let phrase = owned(reader.read(antecedent(words)))
        let index = find(phrase, previous) ?? named(phrase, previous) ?? introduce(phrase)
        if case .named(let name) = phrase.form, records[index].voice.name == nil { records[index].voice.name = name }
        mention(index, words)
        refine(index, phrase)
        return index
    }

    /// The voice of the name that a pronoun or a description stands for; nil when it stands for none.
    private mutating func named(_ phrase: SourcePhrase, _ previous: Int?) -> Int? {
        guard let name = pointed(phrase, previous) else { return nil }
        return find(name, previous) ?? introduce(name)
    }

    /// The voice of an entity.
    mutating func voice(of entity: Int, at words: Range<Int>) -> Int {
        let found = records.firstIndex { $0.entity == entity }
        let index =
            found
            ?? introduce(
                SourcePhrase(form: .name(entity), words: words, core: words, kind: names.entities[entity].kind))
        mention(index, words)
        return index
    }

    /// The voice for statements that nobody is given for.
    mutating func nobody() -> Int {
        let phrase = SourcePhrase(form: .nobody, words: 0..<0, core: 0..<0, kind: .unspecified)
        return find(phrase, nil) ?? introduce(phrase)
    }

    /// Remembers on which way a voice was heard.
    mutating func heard(_ index: Int, way: [Int]) {
        if !way.isEmpty { records[index].way = way }
    }

    /// What cites others is an outlet.
    mutating func isOutlet(_ index: Int) {
        records[index].voice.kind = .outlet
        records[index].voice.people = nil
    }

    /// Gives a voice the reason for which its name is withheld, and marks it as such a source.
    mutating func withhold(_ index: Int, reason: String?) {
        records[index].voice.anonymous = true
        if records[index].voice.reason == nil { records[index].voice.reason = reason }
    }

    /// "her campaign" as the campaign of whom "her" stands for.
    func owned(_ phrase: SourcePhrase) -> SourcePhrase {
        guard case .noun(let noun) = phrase.form, ["campaign", "administration", "foundation"].contains(noun),
            let first = phrase.core.first, ["his", "her"].contains(prose.words[first].lower), phrase.core.count == 2,
            let owner = pronouns.entity(prose.words[first].lower, at: first, records: records, previous: nil)
        else { return phrase }
        var out = phrase
        out.form = .named(names.entities[owner].name + " " + noun)
        return out
    }

    /// "who" and "which" stand for the words before them.
    func antecedent(_ words: Range<Int>) -> Range<Int> {
        guard words.count == 1, let only = words.first,
            ["who", "which", "that", "whom"].contains(prose.words[only].lower), only > 0
        else { return words }
        let sentence = prose.sentences[prose.sentence(of: only)]
        var end = only
        if prose.words[end - 1].lower == "," { end -= 1 }
        var start = end
        if let entity = names.entity(at: end - 1), names.entities[entity].kind == .person {
            while start > sentence.lowerBound, names.entity(at: start - 1) == entity { start -= 1 }
            return start..<end
        }
        let stops: Set<String> = [",", ";", ":", "to", "by", "from", "with", "and", "but", "\"", "“", "—", "said"]
        while start > sentence.lowerBound, !stops.contains(prose.words[start - 1].lower), end - start < 10 {
            start -= 1
        }
        return start < end ? start..<end : words
    }

    mutating func introduce(_ phrase: SourcePhrase) -> Int {
        var voice = Voice(id: "", kind: phrase.kind)
        voice.role = phrase.role
        voice.affiliation = phrase.affiliation ?? owner(of: phrase)
        voice.people = phrase.people
        voice.anonymous = phrase.anonymous
        var record = Record(voice: voice, entity: nil, noun: nil, lastWord: phrase.words.lowerBound)
        switch phrase.form {
        case .name(let entity):
            record.entity = entity
            record.voice.name = names.entities[entity].name
        case .names(let members): (record.voice.name, record.members) = (joined(phrase), members)
        case .named(let name): record.voice.name = name
        case .noun(let noun): record.noun = noun
        case .pronoun(let pronoun): record.voice.role = pronoun
        case .member:
            if let group = records.lastIndex(where: { $0.voice.kind == .people && $0.voice.name == nil }) {
                record.voice.affiliation = records[group].voice.affiliation
                record.voice.reason = records[group].voice.reason
                record.voice.anonymous = records[group].voice.anonymous
                record.inherited = records[group].way
            }
        case .nobody: break
        }
        records.append(record)
        return records.count - 1
    }

    func joined(_ phrase: SourcePhrase) -> String? {
        guard case .names(let entities) = phrase.form else { return nil }
        let parts = entities.map { names.entities[$0].name }
        return parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
    }

    mutating func mention(_ index: Int, _ words: Range<Int>) {
        guard !words.isEmpty else { return }
        let span = prose.span(words)
        if !records[index].voice.mentions.contains(span) { records[index].voice.mentions.append(span) }
        records[index].lastWord = max(records[index].lastWord, words.lowerBound)
    }

    /// What a later mention adds: role, affiliation.
    mutating func refine(_ index: Int, _ phrase: SourcePhrase) {
        guard case .name = phrase.form else { return }
        if records[index].voice.role == nil { records[index].voice.role = phrase.role }
        if records[index].voice.affiliation == nil { records[index].voice.affiliation = phrase.affiliation }
    }
}
