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
    private static let near: Float = 0.5

    let roots: RootFinder
    let nearness: (Int, Int) -> Float

    /// The origins of a group. `isGarbled` says that its figure differs from that of the article it was taken from.
    func origins(of group: ClaimGroup, isGarbled: Bool) -> (OriginCount, [Origin]) {
        let voices = voices(of: group)
        if isGarbled { return garbled(voices) }
        // A voice that has a name, then one without, then a description, then nobody: what is less sure may be the former.
        let ranked = voices.sorted { (rank($0), $0.members[0]) < (rank($1), $1.members[0]) }
        let counted = ranked.filter { isCounted($0, in: group, among: ranked) }
        // Outlets that say it on their own account, and nobody else: somebody told them, perhaps one and the same.
        let isSilent = counted.allSatisfy { rank($0) == 3 }
        let kept = isSilent ? Array(ranked.prefix(1)) : counted
        let members = Set(kept.map { $0.members[0] })
        return count(kept, silent: ranked.filter { !members.contains($0.members[0]) })
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
    private func isCounted(_ voice: Voice, in group: ClaimGroup, among voices: [Voice]) -> Bool {
        let best = voices.map(rank).min() ?? 0
        if rank(voice) >= 2, best < rank(voice) { return false }
        return voice.members.contains {
            group.units[$0] == group.best || nearness(group.units[$0], group.best) >= Self.near
        }
    }

    private func voices(of group: ClaimGroup) -> [Voice] {
        let asserting = group.asserting
        var voices: [Voice] = []
        for (place, unit) in group.units.enumerated() where group.stances[place] != .denies {
            let root = roots.root(of: unit, among: asserting)
            if let same = voices.firstIndex(where: { ([$0.root] + $0.others).contains { $0.isSame(as: root) } }) {
                voices[same].members.append(place)
                voices[same].others.append(root)
            } else {
                voices.append(Voice(root: root, members: [place], others: []))
            }
        }
        return voices
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

    private func count(_ voices: [Voice], silent: [Voice]) -> (OriginCount, [Origin]) {
        var (origins, least, most) = ([Origin](), 0, 0)
        for (i, voice) in voices.enumerated() {
            let origin = origin(voice, earlier: voices[..<i].map(\.root), isOnly: voices.count == 1)
            (least, most) = (least + origin.least, most + origin.most)
            origins.append(origin)
        }
        for voice in silent {
            origins.append(
                Origin(
                    label: voice.root.label, kind: kind(of: voice.root), members: voice.members, least: 0, most: 0,
                    reason: "adds no voice of its own that can be told from the others"))
        }
        if least == 0, most > 0 { least = 1 }
        return (OriginCount(least: least, likely: least + (most - least) / 2, most: most), origins)
    }

    private func origin(_ voice: Voice, earlier: [Root], isOnly: Bool) -> Origin {
        let told = voice.members.count
        let shared = told > 1 ? "; \(told) places go back to it" : ""
        func origin(_ kind: Origin.Kind, _ least: Int, _ most: Int, _ reason: String) -> Origin {
            Origin(
                label: voice.root.label, kind: kind, members: voice.members, least: least, most: most,
                reason: reason + shared)
        }
        switch voice.root.kind {
        case .named: return origin(.named, 1, 1, "a voice with a name")
        case .described: return origin(.named, 1, 1, "a voice that is described, not named")
        case .document: return origin(.document, 1, 1, "a document of its own")
        case .unattributed:
            return origin(.unattributed, 1, 1, "no voice is given; counted once for whoever told the outlet")
        case .unnamed(_, _, let most):
            if let twin = earlier.first(where: { voice.root.mayBe($0) }) {
                return origin(.unnamed, 0, most, "without a name; may be the same as \(twin.label)")
            }
            return origin(
                .unnamed, 1, most, most > 1 ? "people without names, 1 to \(most)" : "one person without a name")
        }
    }
}
