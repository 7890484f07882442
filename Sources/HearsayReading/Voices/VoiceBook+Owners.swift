internal import HearsayCore

/// The institutions that voices speak for.
extension VoiceBook {
    /// The institution that "its" or "their" stands for in "its spokeswoman".
    func owner(of phrase: SourcePhrase) -> String? {
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
}
