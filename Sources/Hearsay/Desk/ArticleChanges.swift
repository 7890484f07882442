/// What changed between two captured versions of an article.
public struct ArticleChanges: Sendable {
    /// The article.
    public var article: ArticleSummary
    /// All revisions, the latest first.
    public var revisions: [ArticleDetail.Revision]
    /// The number of the older version.
    public var from: Int
    /// The number of the newer version.
    public var to: Int
    /// The versions and the edits between them.
    public var comparison: RevisionComparison

    /// Changes.
    public init(
        article: ArticleSummary, revisions: [ArticleDetail.Revision], from: Int, to: Int,
        comparison: RevisionComparison
    ) {
        (self.article, self.revisions, self.from, self.to) = (article, revisions, from, to)
        self.comparison = comparison
    }
}
