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

    /// For each group the others that it clashes with, and why.
    func contradictions() -> [[(group: Int, clash: Claim.Clash)]] {
        var found = [[(group: Int, clash: Claim.Clash)]](repeating: [], count: groups.count)
        let telling = groupsByArticle()
        for a in groups.indices {
            for b in neighbours(of: a, telling) {
                guard let clash = clash(groups[a], groups[b]) else { continue }
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

    private func clash(_ a: ClaimGroup, _ b: ClaimGroup) -> Claim.Clash? {
        let (x, y) = (a.asserting, b.asserting)
        guard !x.isEmpty, !y.isEmpty else { return nil }
        var near = Float(0)
        var (figures, days) = (Tally(), Tally())
        for i in x {
            for j in y {
                near += similarity.topic(i, j)
                figures.count(similarity.figures(i, j))
                days.count(similarity.days(i, j))
            }
        }
        near /= Float(x.count * y.count)
        guard near >= Self.near else { return nil }
        if figures.isClash { return .number }
        if days.isClash, near >= Self.nearDays { return .date }
        return near >= Self.nearNegation && a.isNegated != b.isNegated ? .negation : nil
    }

    /// How many pairs of units agree and how many clash.
    private struct Tally {
        private var (agree, clash) = (0, 0)

        mutating func count(_ agreement: Similarity.Agreement) {
            switch agreement {
            case .agree: agree += 1
            case .clash: clash += 1
            case .none: break
            }
        }

        var isClash: Bool { clash > 2 * agree }
    }
}
