public import HearsayCore

/// Finds how claims travelled through a set of articles: claims, edges, origins, contradictions, outcomes.
public struct Tracer: Sendable {
    /// Changes whenever the same readings would give another trace, so that a stored one can be told to be out of date.
    public static let version = "1"

    /// A tracer.
    public init() {}

    /// The trace of a set of articles; the order in which they are given does not matter.
    public func trace(_ articles: [TracedArticle]) -> Trace {
        let corpus = Corpus(articles)
        let similarity = Similarity(corpus)
        let finder = EdgeFinder(corpus, similarity: similarity)
        var edges = finder.edges()
        let tellings = TellingReader(corpus: corpus, names: finder.names, citations: finder.citations).tellings()
        let grouping = ClaimGrouping(corpus: corpus, similarity: similarity)
        let groups = grouping.groups().map { ClaimGroup($0, tellings: tellings, similarity: similarity) }
        edges += RewriteFinder(
            corpus: corpus, similarity: similarity, tellings: tellings, groups: groups, outlets: finder.names.outlets
        ).edges(beside: edges)
        let claims = ClaimBuilder(
            corpus: corpus, similarity: similarity, tellings: tellings, groups: groups, edges: edges, finder: finder)
        var trace = Trace(articles: corpus.articles.map(\.summary), edges: edges, claims: claims.claims())
        trace.circles = CircleFinder.circles(in: trace)
        return trace
    }
}
