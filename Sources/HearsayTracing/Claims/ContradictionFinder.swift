internal import HearsayCore

/// Finds claims that cannot both be true: about the same thing, with another figure or day, or one the other's negation.
struct ContradictionFinder {
    /// How near two claims must be, figures and days aside.
    private static let near: Float = 0.25
    /// How near where the days differ; much happens to one thing on several days.
    private static let nearDays: Float = 0.35
    /// How near where nothing but a negation tells them apart.
    private static let nearNegation: Float = 0.5

    let corpus: Corpus
    let similarity: Similarity
    let groups: [ClaimGroup]
    /// The asserting units of each group, those of the same words as one, and how many they are.
    private let counted: [[(unit: Int, times: Int)]]

    init(corpus: Corpus, similarity: Similarity, groups: [ClaimGroup]) {
        (self.corpus, self.similarity, self.groups) = (corpus, similarity, groups)
        counted = groups.map { group in
            let twins = Dictionary(grouping: group.asserting) { corpus.units[$0].twin }
            return twins.map { (unit: $0.key, times: $0.value.count) }.sorted { $0.unit < $1.unit }
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
        let (x, y) = (counted[a], counted[b])
        var (near, pairs) = (Float(0), 0)
        var (figures, days) = (Tally(), Tally())
        for (i, m) in x {
            for (j, n) in y {
                near += similarity.topic(i, j) * Float(m * n)
                figures.count(similarity.figures(i, j), times: m * n)
                days.count(similarity.days(i, j), times: m * n)
                pairs += m * n
            }
        }
        guard pairs > 0 else { return nil }
        near /= Float(pairs)
        guard near >= Self.near else { return nil }
        if figures.isClash { return .number }
        if days.isClash, near >= Self.nearDays { return .date }
        return near >= Self.nearNegation && groups[a].isNegated != groups[b].isNegated ? .negation : nil
    }

    /// How many pairs of units agree and how many clash.
    private struct Tally {
        private var (agree, clash) = (0, 0)

        mutating func count(_ agreement: Similarity.Agreement, times: Int) {
            switch agreement {
            case .agree: agree += times
            case .clash: clash += times
            case .none: break
            }
        }

        var isClash: Bool { clash > 2 * agree }
    }
}
