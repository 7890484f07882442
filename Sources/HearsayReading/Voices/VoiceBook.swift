internal import HearsayCore

/// The voices of a document, found in the order in which its sources are read.
struct VoiceBook: Sendable {
    /// A voice with what is needed to point back to it.
    struct Record: Sendable {
        var voice: Voice
        var entity: Int?
        /// The noun of the description that introduced it.
        var noun: String?
        /// The last word by which it was mentioned.
        var lastWord: Int
        /// The voices through which it was last heard.
        var way: [Int] = []
        /// The way that it has as one of a group that spoke before.
        var inherited: [Int] = []
    }

    private(set) var records: [Record] = []
    private let prose: Prose
    private let names: NameBook
    private let lexicon: Lexicon
    private let reader: SourcePhraseReader
    private let pronouns: PronounResolver

    /// No voices yet.
    init(prose: Prose, names: NameBook, lexicon: Lexicon) {
        (self.prose, self.names, self.lexicon) = (prose, names, lexicon)
        reader = SourcePhraseReader(prose: prose, names: names, lexicon: lexicon)
        pronouns = PronounResolver(prose: prose, names: names, lexicon: lexicon)
    }

    /// The voice that some words refer to; a new one when they introduce it.
    /// - Parameter previous: the voice of the statement before, to which a pronoun points first.
    mutating func resolve(_ words: Range<Int>, previous: Int?) -> Int {
        if !words.isEmpty, let same = records.firstIndex(where: { $0.voice.mentions.contains(prose.span(words)) }) {
            return same
        }
        let phrase = owned(reader.read(antecedent(words)))
        let index = find(phrase, previous) ?? introduce(pointed(phrase, previous) ?? phrase)
        if case .named(let name) = phrase.form, records[index].voice.name == nil { records[index].voice.name = name }
        mention(index, words)
        refine(index, phrase)
        return index
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
    private func owned(_ phrase: SourcePhrase) -> SourcePhrase {
        guard case .noun(let noun) = phrase.form, ["campaign", "administration", "foundation"].contains(noun),
            let first = phrase.core.first, ["his", "her"].contains(prose.words[first].lower), phrase.core.count == 2,
            let owner = pronouns.entity(prose.words[first].lower, at: first, records: records, previous: nil)
        else { return phrase }
        var out = phrase
        out.form = .named(names.entities[owner].name + " " + noun)
        return out
    }

    /// "who" and "which" stand for the words before them.
    private func antecedent(_ words: Range<Int>) -> Range<Int> {
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

    // MARK: finding

    private func find(_ phrase: SourcePhrase, _ previous: Int?) -> Int? {
        switch phrase.form {
        case .nobody: return records.firstIndex { $0.voice.kind == .unspecified && $0.voice.role == nil }
        case .name(let entity): return records.firstIndex { $0.entity == entity }
        case .names: return records.firstIndex { $0.voice.name == joined(phrase) }
        case .named(let name):
            return records.firstIndex { $0.voice.name == name }
                ?? records.firstIndex { longer($0.voice.name, name) || announces($0, name, phrase) }
        case .pronoun(let pronoun):
            return pronouns.resolve(pronoun, at: phrase.words.lowerBound, records: records, previous: previous)
        case .member: return nil
        case .noun(let noun): return find(noun: noun, phrase)  // else `pointed` looks among names that have not spoken
        }
    }

    /// "Mira Kolen campaign" and "Kolen campaign" are one.
    private func longer(_ known: String?, _ name: String) -> Bool {
        guard let known, name.hasSuffix(" campaign") else { return false }
        return known.hasSuffix(" " + name) || name.hasSuffix(" " + known)
    }

    /// Whether a headline's "Poll" or "Study" is the document that is named below it.
    private func announces(_ record: Record, _ name: String, _ phrase: SourcePhrase) -> Bool {
        guard phrase.kind == .document, record.voice.name == nil, let noun = record.noun,
            prose.paragraph(of: record.lastWord) == 0
        else { return false }
        return name.lowercased().hasSuffix(" " + noun)
    }

    private func find(noun: String, _ phrase: SourcePhrase) -> Int? {
        let place = phrase.words.lowerBound
        switch phrase.determiner {
        case .indefinite: return nil
        case .definite, .possessive:
            return described(noun, phrase, before: place)
        case .bare:
            // A generic group, mentioned again in the same words.
            let role = phrase.role?.lowercased()
            return records.firstIndex { $0.noun == noun && $0.voice.role?.lowercased() == role }
        }
    }

    /// The latest voice that "the source", "the officials", "the outlet", "the chairwoman" may point back to.
    private func described(_ noun: String, _ phrase: SourcePhrase, before place: Int) -> Int? {
        let recent = records.indices.filter { records[$0].lastWord < place }
            .sorted { records[$0].lastWord > records[$1].lastWord }
        if let named = recent.first(where: {
            records[$0].voice.name?.lowercased().hasSuffix(" " + noun) == true && phrase.core.count <= 3
        }) {
            return named
        }
        if let same = recent.first(where: { records[$0].noun == noun && fits(records[$0], phrase) }) { return same }
        if let role = recent.first(where: { index in
            records[index].entity != nil && records[index].voice.kind == phrase.kind && roleHas(records[index], noun)
        }) {
            return role
        }
        // "the appeals court", once the Loam Court of Appeals has spoken.
        let core = prose.lower(phrase.core).dropFirst()
        if let same = recent.first(where: { index in
            guard let entity = records[index].entity, records[index].voice.kind == phrase.kind else { return false }
            return phrase.core.count == 3 && core.allSatisfy(names.entities[entity].tokens.contains)
        }) {
            return same
        }
        switch phrase.kind {
        case .outlet, .organisation:
            if phrase.core.count > 2 { return nil }
            return recent.first { records[$0].voice.kind == phrase.kind && records[$0].entity != nil }
        case .person where ["man", "woman", "person", "speaker", "informant", "interlocutor"].contains(noun):
            return recent.first { records[$0].voice.kind == .person && gender(records[$0], noun) }
        case .people
        where ["people", "two", "three", "men", "women", "group"].contains(noun) && phrase.core.count <= 2:
            return recent.first { records[$0].voice.kind == .people }
        default: return nil
        }
    }

    /// The person whom the text calls by a noun somewhere and mentioned last before a word; else, behind words that
    /// only public people bear ("the Republican nominee"), the one of that party, or the one whom the text is about.
    private func described(by noun: String, _ phrase: SourcePhrase, before place: Int) -> Int? {
        let core = prose.lower(phrase.core)
        let party = core.dropLast().lazy.compactMap(NameBook.party).first ?? NameBook.party(noun)
        let known = names.entities.indices.filter { index in
            let entity = names.entities[index]
            guard entity.kind == .person, !entity.isGuess, entity.mentions[0].lowerBound < place else { return false }
            let own = Set(entity.descriptions.compactMap(NameBook.party))
            return party.map { own.isEmpty || own.contains($0) } ?? true
        }
        let called = known.filter { names.entities[$0].descriptions.contains(noun) }
        if let same = called.max(by: { last($0, before: place) < last($1, before: place) }) { return same }
        if core.contains(where: { $0.hasSuffix("-old") }) || core.count > 3 && core[core.count - 2] == "old" {
            return known.max { last($0, before: place) < last($1, before: place) }
        }
        guard lexicon.has(.epithet, noun) || NameBook.party(noun) != nil, phrase.core.count == phrase.words.count else {
            return nil
        }
        if let party {
            let members = known.filter { names.entities[$0].descriptions.contains(party) }
            if members.count == 1 { return members[0] }
        }
        let often = known.sorted { names.entities[$0].mentions.count > names.entities[$1].mentions.count }
        guard let first = often.first, names.entities[first].mentions.count > 2 else { return nil }
        // Where two of a family are named, the description may mean either.
        let family = names.entities[first].tokens.last
        if names.entities.indices.contains(where: { $0 != first && names.entities[$0].tokens.last == family }) {
            return nil
        }
        let second = often.dropFirst().first.map { names.entities[$0].mentions.count } ?? 0
        return names.entities[first].mentions.count >= 2 * second ? first : nil
    }

    /// Whom the headline or the opening describes before the text names them: "A Loam judge", then "Judge Odo Hern".
    private func announced(_ noun: String, _ phrase: SourcePhrase) -> Int? {
        let place = phrase.words.lowerBound
        guard prose.paragraph(of: place) < 3, !lexicon.has(.withheldNoun, noun),
            phrase.kind == .person || phrase.kind == .organisation,
            lexicon.find(.anonymity, in: prose.lower(prose.sentences[prose.sentence(of: place)])) == nil
        else { return nil }
        let fitting = names.entities.indices.filter { index in
            let entity = names.entities[index]
            guard entity.kind == phrase.kind else { return false }
            return phrase.kind == .person
                ? entity.descriptions.contains(noun) : entity.tokens.count > 2 && entity.tokens.contains(noun)
        }
        guard fitting.count == 1, let only = fitting.first, let first = names.entities[only].mentions.first else {
            return nil
        }
        let distance = prose.sentence(of: first.lowerBound) - prose.sentence(of: place)
        return distance > 0 && distance < 8 ? only : nil
    }

    private func last(_ entity: Int, before place: Int) -> Int {
        names.entities[entity].mentions.last { $0.lowerBound < place }?.lowerBound ?? -1
    }

    /// "the Defense Ministry source" is not "the Kremlin source".
    private func fits(_ record: Record, _ phrase: SourcePhrase) -> Bool {
        guard record.voice.kind == phrase.kind || record.entity != nil else { return false }
        if let wanted = phrase.affiliation, let own = record.voice.affiliation {
            return own.lowercased().contains(wanted.lowercased()) || wanted.lowercased().contains(own.lowercased())
        }
        return true
    }

    private func roleHas(_ record: Record, _ noun: String) -> Bool {
        if let entity = record.entity, names.entities[entity].descriptions.contains(noun) { return true }
        return record.voice.role?.lowercased().split(separator: " ").contains { $0 == noun } == true
    }

    private func gender(_ record: Record, _ noun: String) -> Bool {
        guard let entity = record.entity, let gender = names.entities[entity].gender else { return true }
        return noun == "man" ? gender == .male : noun == "woman" ? gender == .female : true
    }

    /// A pronoun that stands for a name which has not spoken yet, as that name.
    private func pointed(_ phrase: SourcePhrase, _ previous: Int?) -> SourcePhrase? {
        let place = phrase.words.lowerBound
        let found: Int?
        switch phrase.form {
        case .pronoun(let pronoun):
            found = pronouns.entity(pronoun, at: place, records: records, previous: previous)
        case .noun(let noun) where phrase.determiner == .definite && phrase.kind == .person:
            found = described(by: noun, phrase, before: place)
        case .noun(let noun) where [.indefinite, .bare].contains(phrase.determiner):
            found = announced(noun, phrase)
        default: found = nil
        }
        guard let entity = found else { return nil }
        let kind = names.entities[entity].kind
        var named = SourcePhrase(form: .name(entity), words: phrase.words, core: phrase.core, kind: kind)
        named.people = kind == .person ? .init(least: 1, most: 1) : nil
        return named
    }

    // MARK: introducing

    private mutating func introduce(_ phrase: SourcePhrase) -> Int {
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
        case .names: record.voice.name = joined(phrase)
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

    /// The institution that "its" or "their" stands for in "its spokeswoman".
    private func owner(of phrase: SourcePhrase) -> String? {
        guard phrase.kind == .person || phrase.kind == .document, let first = phrase.core.first else { return nil }
        let pronoun = prose.words[first].lower
        if ["his", "her"].contains(pronoun), phrase.kind == .person {
            let index = pronouns.resolve(pronoun, at: first, records: records, previous: nil)
            return lexicon.has(.officeNoun, prose.words[phrase.core.upperBound - 1].lower)
                ? index.flatMap { records[$0].voice.affiliation } : nil
        }
        if pronoun == "the", case .noun(let noun) = phrase.form, lexicon.has(.institutionRole, noun),
            phrase.core.count == phrase.words.count
        {
            return institution(before: first)
        }
        guard ["its", "their"].contains(pronoun) else { return nil }
        if let entity = pronouns.entity("its", at: first, records: records, previous: nil) {
            return names.entities[entity].name
        }
        let kinds: [Voice.Kind] = [.organisation, .government, .outlet]
        let record = records.filter { kinds.contains($0.voice.kind) }.max { $0.lastWord < $1.lastWord }
        return record.flatMap { $0.voice.name ?? $0.voice.role } ?? institution(before: first)
    }

    /// The institution that the two sentences before a word mentioned last, by name or by noun ("the harbour board").
    private func institution(before word: Int) -> String? {
        let first = prose.sentences[max(0, prose.sentence(of: word) - 2)].lowerBound
        var index = word - 1
        while index >= first {
            if let entity = names.entity(at: index),
                [.organisation, .government, .outlet].contains(names.entities[entity].kind),
                !lexicon.has(.metonym, phrase: names.entities[entity].tokens)
            {
                return names.entities[entity].name
            }
            let noun = prose.words[index].stem
            if lexicon.has(.organisationNoun, noun) || lexicon.has(.governmentNoun, noun), index > first {
                let before = prose.words[index - 1]
                let isPlain = before.kind == .word && !before.isCapitalised && !lexicon.has(.notAName, before.lower)
                return prose.string(isPlain ? index - 1..<index : index..<index) + (isPlain ? " " : "") + noun
            }
            index -= 1
        }
        return nil
    }

    private func joined(_ phrase: SourcePhrase) -> String? {
        guard case .names(let entities) = phrase.form else { return nil }
        let parts = entities.map { names.entities[$0].name }
        return parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
    }

    private mutating func mention(_ index: Int, _ words: Range<Int>) {
        guard !words.isEmpty else { return }
        let span = prose.span(words)
        if !records[index].voice.mentions.contains(span) { records[index].voice.mentions.append(span) }
        records[index].lastWord = max(records[index].lastWord, words.lowerBound)
    }

    /// What a later mention adds: role, affiliation.
    private mutating func refine(_ index: Int, _ phrase: SourcePhrase) {
        guard case .name = phrase.form else { return }
        if records[index].voice.role == nil { records[index].voice.role = phrase.role }
        if records[index].voice.affiliation == nil { records[index].voice.affiliation = phrase.affiliation }
    }
}
