internal import HearsayCore

/// Counts the distinct voices behind a claim.
struct OriginFinder {
    /// A voice with the members that go back to it.
    private struct Voice {
        var root: Root
        var members: [Int]
        var others: [Root]
    }

    /// How near a voice's words must be to the claim's.
    private static let near: Float = 0.45
    /// How near where both give the same figure.
    private static let nearInFigures: Float = 0.35

    let roots: RootFinder
    /// What each unit says of the future; nil where it does not look ahead.
    let outlooks: [FutureReader.Outlook?]
    let similarity: Similarity

    /// The origins of a group. `isGarbled` says that its figure differs from that of the article it was taken from,
    /// `due` when it must have happened, if it was foretold.
    func origins(of group: ClaimGroup, isGarbled: Bool, due: DayInterval?) -> (OriginCount, [Origin]) {
        let voices = voices(of: group, due: due)
        if isGarbled { return garbled(voices) }
        // A voice that has a name, then one without, then a description, then nobody: what is less sure may be the former.
        let ranked = voices.sorted { (rank($0), $0.members[0]) < (rank($1), $1.members[0]) }
        let core = core(of: group)
        let counted = ranked.filter { isCounted($0, in: group, core: core, among: ranked) }
        // Outlets that say it on their own account, and nobody else: somebody told them, perhaps one and the same.
        let isSilent = counted.allSatisfy { rank($0) == 3 }
        let kept = isSilent ? Array(ranked.prefix(1)) : counted
        let members = Set(kept.map { $0.members[0] })
        return count(kept, silent: ranked.filter { !members.contains($0.members[0]) }, in: group)
    }

    private func rank(_ voice: Voice) -> Int {
        switch voice.root.kind {
        case .named, .document: 0
        case .unnamed: 1
        case .described: 2
        case .unattributed: 3
        }
    }

    /// Whether a voice adds to the count: one that is given, speaks to the point, and is nobody counted already.
    private func isCounted(_ voice: Voice, in group: ClaimGroup, core: Int, among voices: [Voice]) -> Bool {
        let best = voices.map(rank).min() ?? 0
        if rank(voice) >= 2, best < rank(voice) { return false }
        if isLedIn(voice, in: group, among: voices) { return false }
        return voice.members.contains { isNear(group.units[$0], core) }
    }

    private func isNear(_ unit: Int, _ core: Int) -> Bool {
        if unit == core { return true }
        let least = similarity.figures(unit, core) == .agree ? Self.nearInFigures : Self.near
        return similarity(unit, core) >= least
    }

    /// The unit that says the claim best among those that are no copies: a reprint must not change what is to the point.
    private func core(of group: ClaimGroup) -> Int {
        let units = group.units.filter { roots.copied[roots.corpus.units[$0].article] == nil }
        let means = units.map { unit in units.reduce(Float(0)) { $0 + ($1 == unit ? 0 : similarity(unit, $1)) } }
        return zip(units, means).max { $0.1 < $1.1 }?.0 ?? group.best
    }

    /// Whether a body or a group only leads in a person of it: "officials said", and then which official. So it is when
    /// every article that has it also has somebody with a name say the same, who is not known to speak for another body.
    private func isLedIn(_ voice: Voice, in group: ClaimGroup, among voices: [Voice]) -> Bool {
        if voice.root.isPerson || voice.root.isDocument || voice.root.isHuman && most(voice) < 2 { return false }
        return voices.contains { person in
            guard person.root.isPerson, articles(voice, in: group).isSubset(of: articles(person, in: group)) else {
                return false
            }
            guard case .named(let body) = voice.root.kind, let affiliation = person.root.affiliation else {
                return true
            }
            return affiliation.agrees(with: body)
        }
    }

    private func voices(of group: ClaimGroup, due: DayInterval?) -> [Voice] {
        let asserting = group.asserting
        var voices: [Voice] = []
        for (place, unit) in group.units.enumerated() where group.stances[place] != .denies {
            if let due, tellsAfterwards(unit, due) { continue }
            let root = roots.root(of: unit, among: asserting)
            let same = voices.firstIndex { voice in
                ([voice.root] + voice.others).contains { $0.isSame(as: root) } || quotes(unit, voice, root, in: group)
            }
            if let same {
                voices[same].members.append(place)
                voices[same].others.append(root)
            } else {
                voices.append(Voice(root: root, members: [place], others: []))
            }
        }
        return voices
    }

    /// Whether a unit quotes a voice that another outlet calls something else: nobody else says the very same words.
    private func quotes(_ unit: Int, _ voice: Voice, _ root: Root, in group: ClaimGroup) -> Bool {
        switch (root.kind, voice.root.kind) {
        case (.described, .described), (.described, .named), (.named, .described):
            voice.members.contains { roots.corpus.quotesTheSame(unit, group.units[$0]) }
        default: false
        }
    }

    /// Whether a unit tells that a forecast came true: whoever says so did not foretell it.
    private func tellsAfterwards(_ unit: Int, _ due: DayInterval) -> Bool {
        guard outlooks[unit] == nil, let day = roots.corpus.articles[roots.corpus.units[unit].article].time?.day else {
            return false
        }
        return day >= due.start
    }

    private func kind(of root: Root) -> Origin.Kind {
        switch root.kind {
        case .named, .described: .named
        case .unnamed: .unnamed
        case .document: .document
        case .unattributed: .unattributed
        }
    }

    private func garbled(_ voices: [Voice]) -> (OriginCount, [Origin]) {
        let members = voices.flatMap(\.members).sorted()
        let label = voices.first?.root.label ?? ""
        let origin = Origin(
            label: label, kind: .unattributed, members: members, least: 0, most: 1,
            reason: "the article it was taken from gives another figure, and nobody is said to have given this one")
        return (OriginCount(least: 0, likely: 0, most: 1), [origin])
    }

    // MARK: Counting

    private func count(_ voices: [Voice], silent: [Voice], in group: ClaimGroup) -> (OriginCount, [Origin]) {
        var (origins, least, most) = ([Origin](), 0, 0)
        var people: [Voice] = []
        var before = 0
        for voice in voices {
            guard voice.root.isHuman else {
                origins.append(single(voice))
                continue
            }
            // What a voice adds is what the smallest number grows by.
            people.append(voice)
            let bounds = bounds(people, in: group)
            origins.append(human(voice, adding: bounds.least - before, people: people, bounds, in: group))
            before = bounds.least
        }
        for origin in origins { (least, most) = (least + origin.least, most + origin.most) }
        origins += silent.map { voice in
            origin(voice, 0, 0, "adds no voice of its own that can be told from the others")
        }
        if least == 0, most > 0 { least = 1 }
        return (OriginCount(least: least, likely: least + (most - least) / 2, most: most), origins)
    }

    /// How many people stand behind some voices. People who speak as one are one voice or as many as they are.
    private func bounds(_ people: [Voice], in group: ClaimGroup) -> PeopleBounds {
        PeopleBounds(people.map { PeopleBounds.Mention(least: 1, most: most($0)) }) {
            areDistinct(people[$0], people[$1], in: group)
        }
    }

    private func most(_ voice: Voice) -> Int {
        if case .unnamed(_, _, let most) = voice.root.kind { most } else { 1 }
    }

    private func areDistinct(_ a: Voice, _ b: Voice, in group: ClaimGroup) -> Bool {
        a.root.isDistinct(from: b.root, isTogether: !articles(a, in: group).isDisjoint(with: articles(b, in: group)))
    }

    private func articles(_ voice: Voice, in group: ClaimGroup) -> Set<Int> {
        Set(voice.members.map { roots.corpus.units[group.units[$0]].article })
    }

    private func human(
        _ voice: Voice, adding: Int, people: [Voice], _ bounds: PeopleBounds, in group: ClaimGroup
    ) -> Origin {
        let most = most(voice)
        guard case .unnamed = voice.root.kind else { return single(voice) }
        let note = bounds.isExact ? "" : "; with so many people the least is only a lower bound"
        let twins = people.dropLast().filter { !areDistinct($0, voice, in: group) }
        guard adding == 0, let twin = twins.first else {
            let reason = most > 1 ? "people without names, 1 to \(most)" : "one person without a name"
            return origin(voice, adding, most, reason + note)
        }
        // Nobody's name is ever guessed.
        let other = if case .unnamed = twin.root.kind { twin.root.label } else { "somebody who speaks by name" }
        return origin(voice, 0, most, "without a name; may be the same as \(other)" + note)
    }

    /// The origin of a voice that counts once.
    private func single(_ voice: Voice) -> Origin {
        switch voice.root.kind {
        case .named: origin(voice, 1, 1, "a voice with a name")
        case .described: origin(voice, 1, 1, "a voice that is described, not named")
        case .document: origin(voice, 1, 1, "a document of its own")
        case .unattributed:
            origin(voice, 1, 1, "no voice is given; counted once for whoever told the outlet")
        case .unnamed: origin(voice, 1, 1, "one person without a name")
        }
    }

    private func origin(_ voice: Voice, _ least: Int, _ most: Int, _ reason: String) -> Origin {
        let told = voice.members.count
        let shared = told > 1 && most > 0 ? "; \(told) places go back to it" : ""
        return Origin(
            label: voice.root.label, kind: kind(of: voice.root), members: voice.members, least: least, most: most,
            reason: reason + shared)
    }
}
