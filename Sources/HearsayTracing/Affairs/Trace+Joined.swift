public import HearsayCore

extension Trace {
    /// The traces of several affairs as one: everything in the order that a single trace would have, and claims named by it.
    ///
    /// Articles come in the order of time, claims told by several articles first.
    public static func joined(_ parts: [Trace]) -> Trace {
        var joined = Trace()
        joined.articles = inOrder(parts.flatMap(\.articles))
        let places = Dictionary(joined.articles.enumerated().map { ($1.id, $0) }) { first, _ in first }
        func place(_ id: String) -> Int { places[id] ?? .max }
        joined.edges = parts.flatMap(\.edges).sorted { (place($0.from), place($0.to)) < (place($1.from), place($1.to)) }
        let claims = parts.enumerated().flatMap { part, trace in
            trace.claims.map { (part: part, claim: $0, key: key(of: $0, place)) }
        }.sorted { $0.key < $1.key }
        var ids = parts.map { _ in [String: String]() }
        for (rank, entry) in claims.enumerated() { ids[entry.part][entry.claim.id] = "c\(rank + 1)" }
        joined.claims = claims.map { part, claim, _ in claim.renamed(ids[part]) }
        return joined
    }

    private static func inOrder(_ articles: [Article]) -> [Article] {
        let timed = articles.map { ($0, PublicationTime($0.published)?.earliest ?? .max) }
        return timed.sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }.map(\.0)
    }

    private static func key(of claim: Claim, _ place: (String) -> Int) -> (articles: Int, first: Int, start: Int) {
        let first = claim.members.first
        return (
            -Set(claim.members.map(\.article)).count, first.map { place($0.article) } ?? .max, first?.span.start ?? 0
        )
    }
}

extension Claim {
    /// The same claim under another id, and with other ids for those that it contradicts.
    fileprivate func renamed(_ ids: [String: String]) -> Claim {
        var claim = self
        claim.id = ids[id] ?? id
        for place in claim.contradicts.indices {
            claim.contradicts[place].claim = ids[contradicts[place].claim] ?? contradicts[place].claim
        }
        return claim
    }
}
