/// Groups units into claims: average linkage within each affair.
///
/// A merge needs a mean, and so at least one pair, at the threshold; groups between which no pair reaches it never merge.
/// So the units fall into parts that can be linked one by one, and memory goes with the largest part, not with the set.
struct ClaimGrouping {
    /// The mean similarity up to which groups are one claim.
    private static let joined: Float = 0.27
    /// How near a unit must be to one other of its group at least. Below that it was swept in by what they are all about.
    private static let held: Float = 0.35
    /// What units of unrelated articles count as, so that a third sentence cannot bring them together.
    private static let unrelated: Float = -0.5

    let corpus: Corpus
    let similarity: Similarity

    /// The groups, each sorted, by their first units; every unit is in exactly one.
    func groups() -> [[Int]] {
        parts().flatMap { part in
            AverageLinkage.groups(part.count, threshold: Self.joined) { value(part[$0], part[$1]) }
                .flatMap { group in held(group.map { part[$0] }) }
        }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
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
                for a in article.units {
                    for b in corpus.articles[other].units where b < a && parts.areApart(a, b) {
                        if similarity(a, b) >= Self.joined { parts.join(a, b) }
                    }
                }
            }
        }
        return parts.sets()
    }
}

/// Elements in sets that are only ever joined (union by size, with paths halved).
struct DisjointSets {
    private var parent: [Int]
    private var size: [Int]

    /// Every element in a set of its own.
    init(count: Int) { (parent, size) = (Array(0..<count), [Int](repeating: 1, count: count)) }

    mutating func areApart(_ a: Int, _ b: Int) -> Bool { root(a) != root(b) }

    mutating func join(_ a: Int, _ b: Int) {
        let (x, y) = (root(a), root(b))
        guard x != y else { return }
        let (large, small) = size[x] >= size[y] ? (x, y) : (y, x)
        parent[small] = large
        size[large] += size[small]
    }

    /// The sets, each sorted, by their first elements.
    mutating func sets() -> [[Int]] {
        var sets: [Int: [Int]] = [:]
        for element in parent.indices { sets[root(element), default: []].append(element) }
        return sets.values.sorted { $0[0] < $1[0] }
    }

    private mutating func root(_ element: Int) -> Int {
        var element = element
        while parent[element] != element {
            parent[element] = parent[parent[element]]
            element = parent[element]
        }
        return element
    }
}
