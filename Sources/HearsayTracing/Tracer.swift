public import HearsayCore

/// Finds how claims travelled through a set of articles: claims, edges, origins, contradictions, outcomes.
public struct Tracer: Sendable {
    /// Changes whenever the same readings would give another trace, so that a stored one can be told to be out of date.
    public static let version = "4"

    /// A tracer.
    public init() {}

    /// The trace of a set of articles; the order in which they are given does not matter.
    public func trace(_ articles: [TracedArticle]) -> Trace {
        var trace = Trace.joined(TracedAffair.affairs(of: articles).map(trace))
        trace.circles = CircleFinder.circles(in: trace)
        return trace
    }

    /// The trace of one affair, without circles, which follow from it.
    public func trace(_ affair: TracedAffair) -> Trace {
        let corpus = Corpus(affair)
        let similarity = Similarity(corpus)
        let finder = EdgeFinder(corpus, similarity: similarity)
        var edges = finder.edges()
        let outside = OutsideOutlets(corpus.articles, beside: finder.names)
        let tellings = TellingReader(
            corpus: corpus, names: finder.names, outside: outside, citations: finder.citations
        ).tellings()
        let grouping = ClaimGrouping(corpus: corpus, similarity: similarity)
        let groups = grouping.groups().map { ClaimGroup($0, tellings: tellings, similarity: similarity) }
        edges += RewriteFinder(
            corpus: corpus, similarity: similarity, tellings: tellings, groups: groups, names: finder.names
        ).edges(beside: edges)
        edges = EdgeOrder(corpus: corpus, names: finder.names).weighed(edges)
        let claims = ClaimBuilder(
            corpus: corpus, similarity: similarity, tellings: tellings, groups: groups, edges: edges, finder: finder,
            outside: outside)
        let cited = OutsideEdgeFinder(corpus: corpus, tellings: tellings, outside: outside).edges(beside: edges)
        return Trace(articles: corpus.articles.map(\.summary), edges: edges, outside: cited, claims: claims.claims())
    }
}
