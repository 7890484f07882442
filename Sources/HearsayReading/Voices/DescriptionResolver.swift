internal import HearsayCore

/// Finds the name that a description stands for: "the Loam senator", "the company", "A judge" in a headline.
struct DescriptionResolver: Sendable {
    /// Offices of which nobody holds two: who is called by one is not meant by another.
    private static let offices: Set<String> = [
        "senator", "governor", "president", "congressman", "congresswoman", "mayor", "judge", "secretary", "ambassador",
    ]
    private static let kinship: Set<String> = [
        "wife", "husband", "daughter", "son", "sister", "brother", "father", "mother", "ex-wife", "ex-husband", "widow",
    ]

    let prose: Prose
    let names: NameBook
    let lexicon: Lexicon
    let quoted: QuotedWords

    /// The person whom the text calls by a noun somewhere and mentioned last before a word; else, behind words that
    /// only public people bear ("the Republican nominee"), the one of that party, or the one whom the text is about.
    /// - Parameter speaker: the name whose statement went before.
    func person(_ noun: String, _ phrase: SourcePhrase, speaker: Int?) -> Int? {
        let place = phrase.words.lowerBound
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
        let fitting = known.filter { canBe($0, noun) }
        return foremost(fitting) ?? nearest(fitting, phrase, speaker)
    }

    /// Whether an office or a relation of somebody speaks against calling him or her by a noun.
    private func canBe(_ entity: Int, _ noun: String) -> Bool {
        let own = names.entities[entity].descriptions
        if !own.isDisjoint(with: Self.kinship) || own.contains("judge") { return false }
        return !Self.offices.contains(noun) || own.isDisjoint(with: Self.offices)
    }

    /// The one whom the text is about: named twice as often as anybody else.
    private func foremost(_ fitting: [Int]) -> Int? {
        let often = fitting.sorted { names.entities[$0].mentions.count > names.entities[$1].mentions.count }
        guard let first = often.first, names.entities[first].mentions.count > 2, !hasFamily(first) else { return nil }
        let second = often.dropFirst().first.map { names.entities[$0].mentions.count } ?? 0
        return names.entities[first].mentions.count >= 2 * second ? first : nil
    }

    /// Where two of a family are named, a description may mean either, unless one is told to be the other's relative.
    private func hasFamily(_ entity: Int) -> Bool {
        let family = names.entities[entity].tokens.last
        return names.entities.indices.contains {
            $0 != entity && names.entities[$0].tokens.last == family
                && names.entities[$0].descriptions.isDisjoint(with: Self.kinship)
        }
    }

    /// The one whom the words right before are about: named last, or the speaker before, and no subject of the
    /// sentence that the description stands in ("Hern told Kolen that the senator …" is about neither).
    private func nearest(_ fitting: [Int], _ phrase: SourcePhrase, _ speaker: Int?) -> Int? {
        // A long description ("the former star-turned-candidate") tells somebody apart from those named around it.
        guard phrase.core.count <= 4 else { return nil }
        let place = phrase.words.lowerBound
        let sentence = prose.sentence(of: place)
        var scored: [(score: Int, entity: Int)] = []
        for entity in fitting where !hasFamily(entity) {
            guard names.entities[entity].mentions.count > 1,
                let mention = names.entities[entity].mentions.last(where: {
                    $0.lowerBound < place && !quoted[$0.lowerBound]
                })
            else { continue }
            let distance = sentence - prose.sentence(of: mention.lowerBound)
            guard distance <= 2 else { continue }
            if distance == 0, speaks(mention) { continue }
            scored.append((score: (entity == speaker ? 1 : 0) - 2 * distance, entity))
        }
        let best = scored.max { $0.score < $1.score }
        guard let best, scored.count(where: { $0.score == best.score }) == 1 else { return nil }
        return best.entity
    }

    private func speaks(_ mention: Range<Int>) -> Bool {
        mention.upperBound < prose.words.count && lexicon.has(.speech, prose.words[mention.upperBound].lower)
    }

    /// Whom the headline or the opening describes before the text names them: "A Loam judge", then "Judge Odo Hern".
    func announced(_ noun: String, _ phrase: SourcePhrase) -> Int? {
        let place = phrase.words.lowerBound
        let paragraph = prose.paragraph(of: place)
        guard paragraph < 3,
            lexicon.find(.anonymity, in: prose.lower(prose.sentences[prose.sentence(of: place)])) == nil
        else { return nil }
        // A headline leaves articles out: "Senator from Loam says so" may tell whom the line above it names.
        let isHeadline = paragraph < 2 && phrase.determiner == .bare
        if isHeadline, phrase.kind == .outlet { return mainOutlet(behind: place) }
        guard !lexicon.has(.withheldNoun, noun), phrase.kind == .person || phrase.kind == .organisation else {
            return nil
        }
        let fitting = names.entities.indices.filter { index in
            let entity = names.entities[index]
            guard entity.kind == phrase.kind else { return false }
            return phrase.kind == .person
                ? entity.descriptions.contains(noun) : entity.tokens.count > 2 && entity.tokens.contains(noun)
        }
        let near = fitting.filter { index in
            let first = prose.sentence(of: names.entities[index].mentions[0].lowerBound)
            let distance = first - prose.sentence(of: place)
            return distance < 8 && (distance > 0 || isHeadline && names.entities[index].mentions.count > 2)
        }
        if near.count > 1, !isHeadline { return nil }
        // Of several the headline means whom the text speaks of most.
        let often = near.sorted { names.entities[$0].mentions.count > names.entities[$1].mentions.count }
        guard let first = often.first else { return nil }
        let second = often.dropFirst().first.map { names.entities[$0].mentions.count } ?? 0
        return names.entities[first].mentions.count > second ? first : nil
    }

    /// The outlet that the text behind a headline names most.
    private func mainOutlet(behind place: Int) -> Int? {
        let often = names.entities.indices.filter { names.entities[$0].kind == .outlet }
            .sorted { names.entities[$0].mentions.count > names.entities[$1].mentions.count }
        guard let first = often.first, names.entities[first].mentions.count > 2 else { return nil }
        let second = often.dropFirst().first.map { names.entities[$0].mentions.count } ?? 0
        return names.entities[first].mentions.count > second ? first : nil
    }

    /// The institution that "the ministry" or "the company" stands for: the one named last that bears the noun; else
    /// one named in the sentences right before.
    func institution(_ noun: String, _ phrase: SourcePhrase) -> Int? {
        guard phrase.core.count == 2, phrase.words.count == 2 else { return nil }
        let place = phrase.words.lowerBound
        let kinds: [Voice.Kind] = [.organisation, .government, .outlet]
        let before = names.entities.indices.filter { index in
            kinds.contains(names.entities[index].kind) && names.entities[index].mentions[0].lowerBound < place
        }
        let bearing = before.filter { index in
            names.entities[index].tokens.count > 1 && names.entities[index].tokens.contains(noun)
        }
        if let latest = bearing.max(by: { last($0, before: place) < last($1, before: place) }) { return latest }
        guard lexicon.has(.pointingNoun, noun) else { return nil }
        let first = prose.sentences[max(0, prose.sentence(of: place) - 2)].lowerBound
        let near = before.filter { index in
            let entity = names.entities[index]
            return lastBare(index, before: place) >= first && !lexicon.has(.metonym, phrase: entity.tokens)
                && (entity.kind == phrase.kind || noun == "agency" && entity.kind != .outlet)
        }
        return near.max { lastBare($0, before: place) < lastBare($1, before: place) }
    }

    /// Where an institution was last spoken of itself ("Brask gained", not "Brask workers").
    private func lastBare(_ entity: Int, before place: Int) -> Int {
        names.entities[entity].mentions.last { $0.lowerBound < place && !names.isAttributive($0) }?.lowerBound ?? -1
    }

    private func last(_ entity: Int, before place: Int) -> Int {
        names.entities[entity].mentions.last { $0.lowerBound < place }?.lowerBound ?? -1
    }
}
