internal import HearsayCore

/// Finds claims that cannot both be true: about the same thing, with another figure or day, or one the other's negation.
struct ContradictionFinder {
    /// How near the sentences must be whose figures differ, on average.
    private static let near: Float = 0.22
    /// How near where the days differ; much happens to one thing on several days.
    private static let nearDays: Float = 0.3
    /// How near where the agents differ; many do much that is alike.
    private static let nearAgents: Float = 0.45
    /// How near the claims must be where nothing but a negation tells them apart.
    private static let nearNegation: Float = 0.5
    /// How near two sentences must be of which one tells of reluctance to do what the other says is coming.
    private static let nearReluctance: Float = 0.2

    let corpus: Corpus
    let similarity: Similarity
    let groups: [ClaimGroup]
    /// What each unit says of the future.
    let outlooks: [FutureReader.Outlook?]
    /// The asserting units of each group; of a sentence that was printed several times the first, and how often.
    private let asserting: [[(unit: Int, times: Int)]]

    init(corpus: Corpus, similarity: Similarity, groups: [ClaimGroup], outlooks: [FutureReader.Outlook?]) {
        (self.corpus, self.similarity, self.groups, self.outlooks) = (corpus, similarity, groups, outlooks)
        asserting = groups.map { group in
            let prints = Dictionary(grouping: group.asserting) { similarity.firstPrint[$0] }
            return prints.values.map { (unit: $0[0], times: $0.count) }.sorted { $0.unit < $1.unit }
        }
    }

    /// For each group the others that it clashes with, and why.
    func contradictions() -> [[(group: Int, clash: Claim.Clash)]] {
        var found = [[(group: Int, clash: Claim.Clash)]](repeating: [], count: groups.count)
        let telling = groupsByArticle()
        for a in groups.indices {
            for b in neighbours(of: a, telling) {
                guard let clash = clash(a, b) else { continue }
                found[a].append((b, clash))
                found[b].append((a, clash))
            }
        }
        return found
    }

    /// The groups that each article has units in.
    private func groupsByArticle() -> [[Int]] {
        var telling = [[Int]](repeating: [], count: corpus.articles.count)
        for (number, group) in groups.enumerated() {
            for article in Set(group.units.map({ corpus.units[$0].article })) { telling[article].append(number) }
        }
        return telling
    }

    /// Later groups with units in the articles of the same affair.
    private func neighbours(of group: Int, _ telling: [[Int]]) -> [Int] {
        let articles = Set(groups[group].units.map { corpus.units[$0].article })
        let related = Set(articles.flatMap { corpus.related.articles(relatedTo: $0) })
        return Set(related.flatMap { telling[$0] }).filter { $0 > group }.sorted()
    }

    private func clash(_ a: Int, _ b: Int) -> Claim.Clash? {
        let (x, y) = (asserting[a], asserting[b])
        guard !x.isEmpty, !y.isEmpty else { return nil }
        var near = Float(0)
        var (figures, days, agents) = (Tally(), Tally(), Tally())
        for (i, often) in x {
            for (j, oftener) in y {
                let (topic, times) = (similarity.topic(i, j), often * oftener)
                near += topic * Float(times)
                figures.count(similarity.figures(i, j), topic, times: times)
                days.count(self.days(i, j), topic, times: times)
                agents.count(similarity.agents(i, j), topic, times: times)
            }
        }
        near /= Float(x.reduce(0) { $0 + $1.times } * y.reduce(0) { $0 + $1.times })
        if figures.isClash(from: Self.near) { return .number }
        if days.isClash(from: Self.nearDays) { return .date }
        if agents.isClash(from: Self.nearAgents) { return .name }
        if near >= Self.nearNegation, groups[a].isNegated != groups[b].isNegated { return .negation }
        return isReluctance(x.map(\.unit), against: y.map(\.unit))
            || isReluctance(y.map(\.unit), against: x.map(\.unit)) ? .negation : nil
    }

    /// Whether somebody tells of reluctance ("remains hesitant about mobilizing so many") towards what others say.
    private func isReluctance(_ units: [Int], against others: [Int]) -> Bool {
        units.contains { unit in
            let words = corpus.articles[corpus.units[unit].article].words[corpus.units[unit].words]
            guard words.contains(where: { Terms.reluctance.contains($0.lower) }) else { return false }
            return others.contains { other in
                corpus.statement(other)?.voice != corpus.statement(unit)?.voice && isPlan(other)
                    && similarity.topic(unit, other) >= Self.nearReluctance
            }
        }
    }

    private func isPlan(_ unit: Int) -> Bool {
        let words = corpus.articles[corpus.units[unit].article].words[corpus.units[unit].words]
        return outlooks[unit] != nil || words.contains { ["plan", "plans", "planning", "planned"].contains($0.lower) }
    }

    /// What two sentences say of the days: only what looks ahead is compared, since things happen on many days.
    private func days(_ a: Int, _ b: Int) -> Similarity.Agreement {
        guard let x = outlooks[a], let y = outlooks[b], x.due != nil, y.due != nil else { return .none }
        return x.clashes(with: y) ? .clash : .agree
    }

    /// How many pairs of sentences agree and how many clash, and how near those are that clash.
    private struct Tally {
        private var (agree, clash, near) = (0, 0, Float(0))

        mutating func count(_ agreement: Similarity.Agreement, _ topic: Float, times: Int) {
            switch agreement {
            case .agree: agree += times
            case .clash:
                clash += times
                near += topic * Float(times)
            case .none: break
            }
        }

        func isClash(from least: Float) -> Bool { clash > 2 * agree && near >= least * Float(clash) }
    }
}
