/// Groups units into claims: average linkage within each affair.
///
/// A merge needs a mean, and so at least one pair, at the threshold; groups between which no pair reaches it never merge.
/// So the units fall into parts that can be linked one by one, and memory goes with the largest part, not with the set.
struct ClaimGrouping {
    /// The mean similarity up to which groups are one claim.
    private static let joined: Float = 0.22
    /// How near a unit must be to one other of its group at least. Below that it was swept in by what they are all about.
    private static let held: Float = 0.25
    /// What units of unrelated articles count as, so that a third sentence cannot bring them together.
    private static let unrelated: Float = -0.5

    let corpus: Corpus
    private let similarity: Similarity

    init(corpus: Corpus, similarity: Similarity) {
        (self.corpus, self.similarity) = (corpus, similarity.weighing(.claims))
    }

    /// The groups, each sorted, by their first units; every unit is in exactly one. Reprinted sentences go with the first print.
    func groups() -> [[Int]] {
        var reprints: [Int: [Int]] = [:]
        for (unit, first) in similarity.firstPrint.enumerated() { reprints[first, default: []].append(unit) }
        return parts().flatMap { part in
            AverageLinkage.groups(part.count, threshold: Self.joined) { value(part[$0], part[$1]) }
                .flatMap { group in held(group.map { part[$0] }) }
        }
        .map { $0.flatMap { reprints[$0] ?? [] }.sorted() }
        .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    /// A group without its loose units, and each of those alone.
    private func held(_ group: [Int]) -> [[Int]] {
        let isHeld = group.map { unit in group.contains { $0 != unit && value(unit, $0) >= Self.held } }
        let kept = zip(group, isHeld).filter(\.1).map(\.0)
        let loose = zip(group, isHeld).filter { !$0.1 }.map { [$0.0] }
        return kept.isEmpty ? loose : [kept] + loose
    }

    private func value(_ a: Int, _ b: Int) -> Float {
        corpus.related(corpus.units[a].article, corpus.units[b].article) ? similarity(a, b) : Self.unrelated
    }

    /// Units that pairs at the threshold connect, directly or through others.
    private func parts() -> [[Int]] {
        var parts = DisjointSets(count: corpus.units.count)
        for (number, article) in corpus.articles.enumerated() {
            for other in corpus.related.articles(relatedTo: number) where other <= number {
                for a in article.units where similarity.firstPrint[a] == a {
                    for b in corpus.articles[other].units
                    where b < a && similarity.firstPrint[b] == b && parts.areApart(a, b) {
                        if similarity(a, b) >= Self.joined { parts.join(a, b) }
                    }
                }
            }
        }
        return parts.sets().map { $0.filter { similarity.firstPrint[$0] == $0 } }.filter { !$0.isEmpty }
    }
}
