/// What the ledger's lists know of an article: the facts of its latest revision.
public struct StoredArticle: Hashable, Sendable {
    /// The article's number.
    public var id: Int
    /// The headline, else the first words.
    public var title: String
    /// The outlet's name.
    public var outlet: String?
    /// The outlet's domain.
    public var domain: String?
    /// The canonical address, else the one it was taken from.
    public var url: String?
    /// "YYYY-MM-DD" or RFC 3339.
    public var published: String?
    /// When the article was first added, RFC 3339.
    public var added: String
    /// Statements in it.
    public var statements: Int
    /// Voices without a name that speak as sources in it.
    public var unnamed: Int
    /// How many revisions there are.
    public var revisions: Int
    /// Where it stands in the list of articles.
    public var place: ArticlePlace
}

/// One captured version of an article.
public struct StoredRevision: Hashable, Sendable {
    /// The article and the revision's number.
    public var key: RevisionKey
    /// Whether none is known that was seen later.
    public var isLatest: Bool
    /// When it was captured, RFC 3339.
    public var captured: String
    /// The digest of the captured bytes, "sha256:…".
    public var digest: String
    /// The document's id, as judgements refer to it.
    public var document: String
    /// The number of the capture's entry in the log.
    public var captureEntry: Int
    /// The number of the reading's entry in the log.
    public var readingEntry: Int
    /// The versions of the stages that made the reading, by name.
    public var stages: [String: String]
}
