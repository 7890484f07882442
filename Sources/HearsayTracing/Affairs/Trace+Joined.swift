public import HearsayCore

extension Trace {
    /// The traces of several affairs as one, in order, and claims named by it.
    public static func joined(_ parts: [Trace]) -> Trace {
        var joined = Trace()
        for (number, part) in parts.enumerated() {
            // Claims of two parts may have the same id.
            let ids = Dictionary(part.claims.map { ($0.id, "\(number) \($0.id)") }) { first, _ in first }
            joined.articles += part.articles
            joined.edges += part.edges
            joined.outside += part.outside
            joined.claims += part.claims.map { $0.renamed(ids) }
        }
        joined = joined.inOrder()
        let ids = Dictionary(joined.claims.enumerated().map { ($1.id, "c\($0 + 1)") }) { first, _ in first }
        joined.claims = joined.claims.map { $0.renamed(ids) }
        return joined
    }

    /// The same trace in the order that a trace is shown in: articles by time, edges by who took, claims told by several
    /// articles first.
    public func inOrder() -> Trace {
        var trace = self
        let timed = articles.map { (article: $0, time: PublicationTime($0.published)?.earliest ?? .max) }
        trace.articles = timed.sorted { ($0.time, $0.article.id) < ($1.time, $1.article.id) }.map(\.article)
        let places = Dictionary(trace.articles.enumerated().map { ($1.id, $0) }) { first, _ in first }
        func place(_ id: String) -> Int { places[id] ?? .max }
        trace.edges.sort { (place($0.from), place($0.to)) < (place($1.from), place($1.to)) }
        trace.outside.sort { (place($0.from), $0.outlet) < (place($1.from), $1.outlet) }
        let keyed = claims.map { claim in
            let (first, articles) = (claim.members.first, Set(claim.members.map(\.article)).count)
            return (claim: claim, key: (-articles, first.map { place($0.article) } ?? .max, first?.span.start ?? 0))
        }
        trace.claims = keyed.sorted { $0.key < $1.key }.map(\.claim)
        return trace
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
