internal import HearsayCore

/// Whom words point back to.
extension VoiceBook {
    func find(_ phrase: SourcePhrase, _ previous: Int?) -> Int? {
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

    /// "Mira Kolen campaign", "Kolen campaign" and "Kolen team" are one.
    private func longer(_ known: String?, _ name: String) -> Bool {
        guard let known = Self.campaign(known), let name = Self.campaign(name) else { return false }
        return known == name || known.hasSuffix(" " + name) || name.hasSuffix(" " + known)
    }

    /// Whose campaign a name is of.
    private static func campaign(_ name: String?) -> String? {
        for ending in [" campaign", " team", " camp"] where name?.hasSuffix(ending) == true {
            return name.map { String($0.dropLast(ending.count)) }
        }
        return nil
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
            if let same = records.firstIndex(where: { $0.noun == noun && $0.voice.role?.lowercased() == role }) {
                return same
            }
            return generic(noun, phrase)
        }
    }

    /// "experts", once "labour experts" have spoken and no other experts have, or the other way round.
    private func generic(_ noun: String, _ phrase: SourcePhrase) -> Int? {
        let same = records.indices.filter { records[$0].noun == noun && records[$0].voice.kind == .people }
        guard phrase.kind == .people, !phrase.anonymous, same.count == 1, let only = same.first,
            !records[only].voice.anonymous
        else { return nil }
        let isBare = phrase.words.count == 1 || records[only].voice.role?.lowercased() == noun
        return isBare && records[only].voice.people == phrase.people ? only : nil
    }

    /// Nouns by which the same document may be called.
    private static let sameDocument: [Set<String>] = [
        ["poll", "survey", "study", "report", "research", "analysis", "review", "findings"],
        ["book", "memoir", "account", "biography", "autobiography"], ["film", "documentary", "movie"],
        ["letter", "memo", "memorandum", "email", "e-mail", "message", "note"],
        ["article", "piece", "story", "column", "editorial", "op-ed"],
        ["lawsuit", "suit", "complaint", "filing", "brief", "submission", "petition"],
    ]

    /// The document that "the study" or "her account" points back to.
    private func document(_ noun: String, _ phrase: SourcePhrase, _ recent: [Int]) -> Int? {
        let isOther = phrase.determiner == .possessive && phrase.words.count > phrase.core.count
        guard phrase.kind == .document, phrase.core.count == 2, !isOther,
            let calls = Self.sameDocument.first(where: { $0.contains(noun) })
        else { return nil }
        return recent.first { index in
            let voice = records[index].voice
            let own = records[index].noun ?? voice.name?.lowercased().split(separator: " ").last.map(String.init)
            return voice.kind == .document && own.map(calls.contains) == true
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
        if let joint = recent.first(where: { areMembers(records[$0], noun, phrase) }) { return joint }
        if let same = recent.first(where: { records[$0].noun == noun && fits(records[$0], phrase) }) { return same }
        if let role = recent.first(where: { index in
            records[index].entity != nil && records[index].voice.kind == phrase.kind && roleHas(records[index], noun)
        }) {
            return role
        }
        if let paper = document(noun, phrase, recent) { return paper }
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

    /// Whether "the senators" are the ones who spoke together: one of them is called a senator somewhere.
    private func areMembers(_ record: Record, _ noun: String, _ phrase: SourcePhrase) -> Bool {
        guard phrase.kind == .people, record.members.count > 1, phrase.core.count == phrase.words.count,
            noun.hasSuffix("s")
        else { return false }
        let one = String(noun.dropLast())
        return record.members.contains { names.entities[$0].descriptions.contains(one) }
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
    func pointed(_ phrase: SourcePhrase, _ previous: Int?) -> SourcePhrase? {
        let place = phrase.words.lowerBound
        let found: Int?
        switch phrase.form {
        case .pronoun(let pronoun):
            found = pronouns.entity(pronoun, at: place, records: records, previous: previous)
        case .noun(let noun) where phrase.determiner == .definite && phrase.kind == .person:
            found =
                descriptions.person(noun, phrase, speaker: previous.flatMap { records[$0].entity })
                ?? descriptions.announced(noun, phrase)
        case .noun(let noun) where phrase.determiner == .definite:
            found = descriptions.institution(noun, phrase)
        case .noun(let noun): found = descriptions.announced(noun, phrase)
        default: found = nil
        }
        guard let entity = found else { return nil }
        let kind = names.entities[entity].kind
        var named = SourcePhrase(form: .name(entity), words: phrase.words, core: phrase.core, kind: kind)
        named.people = kind == .person ? .init(least: 1, most: 1) : nil
        return named
    }
}
