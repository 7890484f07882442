internal import HearsayCore

/// Finds whom a pronoun that attributes stands for.
///
/// Every person (or institution) mentioned in the sentences before is scored by nearness, by being the subject, by
/// being the voice of the statement before and by gender; the best one wins.
struct PronounResolver: Sendable {
    private static let farthest = 6

    let prose: Prose
    let names: NameBook
    let lexicon: Lexicon
    let quoted: QuotedWords

    /// The index of the record that a pronoun stands for, or of one to be made for an entity; nil when nobody fits.
    func resolve(_ pronoun: String, at word: Int, records: [VoiceBook.Record], previous: Int?) -> Int? {
        switch pronoun {
        case "he", "him", "his", "himself": return person(.male, word, records, previous)
        case "she", "her", "herself": return person(.female, word, records, previous)
        case "they", "them", "their", "themselves":
            return group(word, records, previous)
        case "it", "its", "itself": return institution(word, records, previous)
        default: return records.firstIndex { $0.voice.role == pronoun }
        }
    }

    /// The entity that a pronoun stands for when no voice does; nil when none fits.
    func entity(_ pronoun: String, at word: Int, records: [VoiceBook.Record], previous: Int?) -> Int? {
        switch pronoun {
        case "he", "him", "his", "himself": return best(.male, word, records, previous)?.entity
        case "she", "her", "herself": return best(.female, word, records, previous)?.entity
        case "it", "its", "itself": return institutionEntity(word)
        default: return nil
        }
    }

    private func person(
        _ gender: NameBook.Gender, _ word: Int, _ records: [VoiceBook.Record], _ previous: Int?
    ) -> Int? {
        best(gender, word, records, previous)?.record
    }

    private func best(
        _ gender: NameBook.Gender, _ word: Int, _ records: [VoiceBook.Record], _ previous: Int?
    ) -> (record: Int?, entity: Int?)? {
        let sentence = prose.sentence(of: word)
        var best: (score: Double, record: Int?, entity: Int?)?
        func offer(_ score: Double, _ record: Int?, _ entity: Int?) {
            if best.map({ score > $0.score }) ?? true { best = (score, record, entity) }
        }
        for (index, entity) in names.entities.enumerated() where entity.kind == .person {
            guard let score = score(entity, gender, word, sentence) else { continue }
            let record = records.firstIndex { $0.entity == index }
            offer(score + (record != nil && record == previous ? 1.2 : 0), record, index)
        }
        for (index, record) in records.enumerated() where record.entity == nil && record.voice.kind == .person {
            guard record.lastWord < word, fits(record, gender) else { continue }
            let distance = Double(sentence - prose.sentence(of: record.lastWord))
            guard distance <= Double(Self.farthest) else { continue }
            offer(1 - 0.8 * distance + (index == previous ? 1.2 : 0), index, nil)
        }
        return best.map { ($0.record, $0.entity) }
    }

    private func score(_ entity: NameBook.Entity, _ gender: NameBook.Gender, _ word: Int, _ sentence: Int) -> Double? {
        if let own = entity.gender, own != gender { return nil }
        let before = entity.mentions.partitioningIndex { $0.lowerBound >= word }
        guard before > 0 else { return nil }
        let mention = entity.mentions[before - 1]
        let distance = sentence - prose.sentence(of: mention.lowerBound)
        guard distance <= Self.farthest else { return nil }
        var score = -0.8 * Double(distance)
        if entity.gender == gender { score += 0.8 } else if entity.isGuess { score -= 1 }
        if isSubject(mention) { score += 1 }
        if prose.words[mention.upperBound - 1].isPossessive || names.isAttributive(mention) { score -= 0.6 }
        // Whom only a quotation mentions is seldom spoken of outside it.
        if quoted[mention.lowerBound], !quoted[word] { score -= 1 }
        score += 0.25 * Double(Math.log(Float(before)))
        return score
    }

    /// Whether a mention opens its sentence or stands right before a verb of speech.
    private func isSubject(_ mention: Range<Int>) -> Bool {
        let sentence = prose.sentences[prose.sentence(of: mention.lowerBound)]
        if mention.lowerBound - sentence.lowerBound <= 3 { return true }
        let after = mention.upperBound
        return after < sentence.upperBound
            && ["said", "told", "says", "wrote", "has", "was", "is"].contains(prose.words[after].lower)
    }

    private func fits(_ record: VoiceBook.Record, _ gender: NameBook.Gender) -> Bool {
        guard let noun = record.noun else { return record.voice.role.map { !["i", "you", "we"].contains($0) } ?? true }
        if lexicon.has(.maleTitle, noun) || noun.hasSuffix("man") && !noun.hasSuffix("woman") { return gender == .male }
        if lexicon.has(.femaleTitle, noun) || noun.hasSuffix("woman") { return gender == .female }
        return true
    }

    /// "They": the unnamed source or the group of the statement before, or the latest group.
    private func group(_ word: Int, _ records: [VoiceBook.Record], _ previous: Int?) -> Int? {
        if let previous, records[previous].voice.anonymous || records[previous].voice.kind == .people {
            return previous
        }
        let recent = records.indices.filter { records[$0].lastWord < word }
            .sorted { records[$0].lastWord > records[$1].lastWord }
        return recent.first { records[$0].voice.kind == .people }
            ?? previous.flatMap { records[$0].voice.kind != .person ? $0 : nil }
            ?? recent.first { [.organisation, .government].contains(records[$0].voice.kind) }
    }

    private func institution(_ word: Int, _ records: [VoiceBook.Record], _ previous: Int?) -> Int? {
        let kinds: [Voice.Kind] = [.organisation, .government, .outlet, .document]
        if let previous, kinds.contains(records[previous].voice.kind) { return previous }
        let spoken = records.indices.filter { records[$0].lastWord < word && kinds.contains(records[$0].voice.kind) }
            .max { records[$0].lastWord < records[$1].lastWord }
        guard let best = bestInstitution(word) else { return spoken }
        // What spoke counts as the subject of its sentence.
        if let spoken, records[spoken].entity == nil {
            let distance = prose.sentence(of: word) - prose.sentence(of: records[spoken].lastWord)
            if distance <= 2, 1 - Double(distance) > best.score { return spoken }
        }
        return records.firstIndex { $0.entity == best.entity }
    }

    private func institutionEntity(_ word: Int) -> Int? { bestInstitution(word)?.entity }

    private func bestInstitution(_ word: Int) -> (score: Double, entity: Int)? {
        let kinds: [Voice.Kind] = [.organisation, .government, .outlet, .document]
        let sentence = prose.sentence(of: word)
        var best: (score: Double, entity: Int)?
        for (index, entity) in names.entities.enumerated() where kinds.contains(entity.kind) {
            let before = entity.mentions.partitioningIndex { $0.lowerBound >= word }
            guard before > 0 else { continue }
            let mention = entity.mentions[before - 1]
            let distance = sentence - prose.sentence(of: mention.lowerBound)
            guard distance <= 2 else { continue }
            // Of several in one sentence the subject counts most, then the nearest; a place mostly is but the scene.
            var score = -Double(distance) + 0.001 * Double(mention.lowerBound - word)
            if isSubject(mention) { score += 1 }
            if lexicon.has(.metonym, phrase: entity.tokens) { score -= 0.7 }
            if names.isAttributive(mention) { score -= 0.7 }
            if quoted[mention.lowerBound], !quoted[word] { score -= 1 }
            if best.map({ score > $0.score }) ?? true { best = (score, index) }
        }
        return best
    }
}
