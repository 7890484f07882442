internal import HearsayCore

/// Finds articles that re-tell another in other words and do not say so.
///
/// An article that makes several of another one's claims in its own voice, names nobody for them and credits nobody at
/// all has most likely read them there. Quotations do not count: many may have heard the same words. Each claim doubles the
/// odds, and so counts one bit; a mistake that only the two share counts several.
struct RewriteFinder {
    /// What two articles share that speaks for copying.
    private struct Match {
        /// Sentences of both that make one claim.
        var pairs: [Edge.Evidence]
        /// How near they are, in all.
        var nearness: Float
        var mistakes: [SharedMistakes.Mistake]

        /// Sentences that say the same besides those that have the mistakes.
        var claims: Int { pairs.count { pair in !mistakes.contains { $0.evidence.from == pair.from } } }
        var bits: Int { claims + mistakes.reduce(0) { $0 + $1.bits } }
    }

    /// How many bits make an edge, and how near the sentences of a claim must be.
    private static let (bits, near): (Int, Float) = (4, 0.35)
    /// The odds that one of two articles of an affair was taken from the other in silence, before anything is compared.
    private static let prior = 0.1

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
        let copies = Set(edges.lazy.filter { $0.kind == .copies }.map(\.from))
        let mistakes = SharedMistakes(
            corpus: corpus, similarity: similarity, tellings: tellings,
            outlets: zip(corpus.articles, outlets).map { copies.contains($0.id) ? nil : $1 })
        return corpus.articles.indices.compactMap { number in
            taking.contains(corpus.articles[number].id) || reportsItself(number) ? nil : edge(of: number, mistakes)
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

    private func edge(of number: Int, _ mistakes: SharedMistakes) -> Edge? {
        let shared = corpus.articles.indices.compactMap { other -> (other: Int, match: Match)? in
            guard outlets[other] != outlets[number], corpus.mayHaveTaken(number, from: other) else { return nil }
            return match(number, other, mistakes).map { (other, $0) }
        }
        let nearest = shared.max { ($0.match.bits, $0.match.nearness) < ($1.match.bits, $1.match.nearness) }
        guard let (other, match) = nearest else { return nil }
        let odds = Self.prior * Double(UInt64(1) << min(UInt64(match.bits), 60))
        return Edge(
            from: corpus.articles[number].id, to: corpus.articles[other].id, kind: .rewrites, credited: false,
            confidence: min(0.9, odds / (1 + odds)),
            evidence: match.mistakes.map(\.evidence) + match.pairs)
    }

    /// What an article shares with another one; nil when it is too little, or when it has too much of it from somebody with a
    /// name.
    private func match(_ number: Int, _ other: Int, _ mistakes: SharedMistakes) -> Match? {
        var (match, named) = (Match(pairs: [], nearness: 0, mistakes: mistakes.shared(by: number, with: other)), 0)
        for group in groups {
            let mine = group.units.filter { corpus.units[$0].article == number && !isQuotation($0) }
            let theirs = group.units.filter { corpus.units[$0].article == other }
            let near = mine.flatMap { unit in theirs.map { (unit, $0, similarity(unit, $0)) } }.max { $0.2 < $1.2 }
            guard let near, near.2 >= Self.near else { continue }
            switch tellings[near.0].kind {
            case .none, .unnamed:
                match.pairs.append(Edge.Evidence(from: corpus.units[near.0].span, to: corpus.units[near.1].span))
                match.nearness += near.2
            case .named, .described, .document: named += 1
            }
        }
        return match.bits >= Self.bits && match.claims > 0 && match.pairs.count > 2 * named ? match : nil
    }

    /// Whether most of a unit's words are quoted.
    private func isQuotation(_ unit: Int) -> Bool {
        let words = corpus.units[unit].words
        return words.count { corpus.articles[corpus.units[unit].article].quoted[$0] } * 2 > words.count
    }
}
