public import HearsayCore

/// Finds how claims travelled through a set of articles: claims, edges, origins, contradictions, outcomes.
public struct Tracer: Sendable {
    private static let threshold: Float = 0.27

    /// A tracer.
    public init() {}

    /// The trace of a set of articles; the order in which they are given does not matter.
    public func trace(_ articles: [TracedArticle]) -> Trace {
        let corpus = Corpus(articles)
        let similarity = Similarity(corpus)
        let groups = AverageLinkage.groups(corpus.units.count, threshold: Self.threshold) { similarity($0, $1) }
        let claims = groups.enumerated().map { number, units in
            let members = units.map { unit in
                Claim.Member(article: corpus.articles[corpus.units[unit].article].id, span: corpus.units[unit].span)
            }
            return Claim(
                id: "c\(number + 1)", text: corpus.units[units[0]].text, members: members,
                origins: OriginCount(exactly: 1), sources: [])
        }
        return Trace(
            articles: corpus.articles.map { article in
                Trace.Article(
                    id: article.id, outlet: article.outlet, published: article.reading.document.published,
                    revisionOf: article.revisionOf.map { corpus.articles[$0].id })
            }, edges: EdgeFinder(corpus, similarity: similarity).edges(), claims: claims)
    }
}
