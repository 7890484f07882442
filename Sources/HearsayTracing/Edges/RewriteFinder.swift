internal import HearsayCore

/// Finds articles that re-tell another in other words and do not say so.
///
/// An article that makes several of another one's claims in its own voice, names nobody for them and credits nobody at
/// all has most likely read them there. Quotations do not count: many may have heard the same words.
struct RewriteFinder {
    /// How many claims must be shared without a name, and how near the sentences must be.
    private static let (claims, near): (Int, Float) = (4, 0.35)

    let corpus: Corpus
    let similarity: Similarity
    let tellings: [Telling]
    let groups: [ClaimGroup]
    let names: OutletNames
    private var outlets: [Int?] { names.outlets }

    init(
        corpus: Corpus, similarity: Similarity, tellings: [Telling], groups: [ClaimGroup], names: OutletNames
    ) {
        (self.corpus, self.similarity, self.tellings) = (corpus, similarity, tellings)
        (self.groups, self.names) = (groups, names)
    }

    /// The edges of articles that have none in `edges`.
    func edges(beside edges: [Edge]) -> [Edge] {
        let taking = Set(edges.map(\.from))
        return corpus.articles.indices.compactMap { number in
            taking.contains(corpus.articles[number].id) || reportsItself(number) ? nil : edge(of: number)
        }
    }

    /// "… told the Mercury", in the Mercury itself: somebody spoke with the outlet.
    private func reportsItself(_ number: Int) -> Bool {
        let words = corpus.articles[number].words
        return names.mentions(in: corpus.articles[number]).contains { mention in
            let before = words[max(0, mention.words.lowerBound - 2)..<mention.words.lowerBound]
            return mention.outlet == outlets[number] && before.contains { ["told", "tells"].contains($0.lower) }
        }
    }

    private func edge(of number: Int) -> Edge? {
        let shared = corpus.articles.indices.compactMap { other -> (other: Int, pairs: [(Int, Int)], sum: Float)? in
            guard outlets[other] != outlets[number], corpus.mayHaveTaken(number, from: other) else { return nil }
            return match(number, other).map { (other, $0.pairs, $0.sum) }
        }
        guard let best = shared.max(by: { ($0.pairs.count, $0.sum) < ($1.pairs.count, $1.sum) }) else { return nil }
        return Edge(
            from: corpus.articles[number].id, to: corpus.articles[best.other].id, kind: .rewrites, credited: false,
            confidence: min(0.8, 0.4 + 0.05 * Double(best.pairs.count)),
            evidence: best.pairs.map { Edge.Evidence(from: corpus.units[$0].span, to: corpus.units[$1].span) })
    }

    /// The sentences of an article that make claims of another one in its own voice; nil when there are too few of them,
    /// or too many that it has from somebody with a name.
    private func match(_ number: Int, _ other: Int) -> (pairs: [(Int, Int)], sum: Float)? {
        var (pairs, sum, named) = ([(Int, Int)](), Float(0), 0)
        for group in groups {
            let mine = group.units.filter { corpus.units[$0].article == number && !isQuotation($0) }
            let theirs = group.units.filter { corpus.units[$0].article == other }
            let near = mine.flatMap { unit in theirs.map { (unit, $0, similarity(unit, $0)) } }.max { $0.2 < $1.2 }
            guard let near, near.2 >= Self.near else { continue }
            switch tellings[near.0].kind {
            case .none, .unnamed:
                pairs.append((near.0, near.1))
                sum += near.2
            case .named, .described, .document: named += 1
            }
        }
        return pairs.count >= Self.claims && pairs.count > 2 * named ? (pairs, sum) : nil
    }

    /// Whether most of a unit's words are quoted.
    private func isQuotation(_ unit: Int) -> Bool {
        let words = corpus.units[unit].words
        return words.count { corpus.articles[corpus.units[unit].article].quoted[$0] } * 2 > words.count
    }
}
