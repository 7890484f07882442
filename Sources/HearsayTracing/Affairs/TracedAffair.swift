internal import HearsayCore

/// The articles of one affair, ready to be traced, and which of them are near to each other.
public struct TracedAffair: Sendable {
    /// The articles, in any order.
    public var articles: [TracedArticle]
    /// For each article the others that are near to it, by their places.
    public var neighbours: [[Int]]

    /// An affair; there must be a list of neighbours for each article.
    public init(articles: [TracedArticle], neighbours: [[Int]]) {
        precondition(articles.count == neighbours.count, "each article needs its neighbours")
        (self.articles, self.neighbours) = (articles, neighbours)
    }

    /// Parts a set of articles into its affairs, which can then be traced one by one, in any order, at once.
    ///
    /// Cost is linear in the articles' words, and in how often the telling ones among them are shared.
    public static func affairs(of articles: [TracedArticle]) -> [TracedAffair] {
        let neighbours = neighbours(of: articles)
        return Affair.all(neighbours).map { affair in
            TracedAffair(articles: affair.articles.map { articles[$0] }, neighbours: affair.near { neighbours[$0] })
        }
    }

    /// The neighbours of each article of a set; versions of one article are always near.
    private static func neighbours(of articles: [TracedArticle]) -> [[Neighbour]] {
        var counts = TermCounts()
        let terms = articles.map { ArticleTerms($0.reading.document) }
        for terms in terms { counts.count(terms) }
        var neighbours = Neighbour.all(among: terms.map { ArticleSketch($0, counts: counts) })
        let places = Dictionary(articles.enumerated().map { ($1.id, $0) }) { first, _ in first }
        for (place, article) in articles.enumerated() {
            guard let before = article.revisionOf.flatMap({ places[$0] }), before != place else { continue }
            neighbours[place].append(Neighbour(article: before, nearness: Neighbour.same))
            neighbours[before].append(Neighbour(article: place, nearness: Neighbour.same))
        }
        return neighbours
    }
}
