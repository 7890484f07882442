public import HearsayCore

/// One revision of an article with all that the ledger knows around it.
public struct ArticleDetail: Equatable, Sendable {
    /// One captured version.
    public struct Revision: Equatable, Sendable {
        /// 1 for the first.
        public var number: Int
        /// When it was captured, RFC 3339.
        public var captured: String
        /// The digest of the captured bytes, "sha256:…".
        public var digest: String
        /// The number of its entry in the transparency log.
        public var entry: Int

        /// A version.
        public init(number: Int, captured: String, digest: String, entry: Int) {
            (self.number, self.captured, self.digest, self.entry) = (number, captured, digest, entry)
        }
    }

    /// An edge to or from another article, with the words that prove it.
    public struct Link: Equatable, Sendable {
        /// The other article.
        public var other: ArticleSummary
        /// The edge.
        public var edge: Edge
        /// The words in the article that took, and in the one that gave.
        public var words: [(from: String, to: String?)]

        /// An edge.
        public init(other: ArticleSummary, edge: Edge, words: [(from: String, to: String?)]) {
            (self.other, self.edge, self.words) = (other, edge, words)
        }

        /// Equal by article and edge; the words follow from them.
        public static func == (a: Link, b: Link) -> Bool { a.other == b.other && a.edge == b.edge }
    }

    /// An outlet that it took from, of which no article is at hand.
    public struct Outside: Equatable, Sendable {
        /// The edge.
        public var edge: OutsideEdge
        /// The words around each place where the article names it.
        public var words: [String]

        /// An outlet.
        public init(edge: OutsideEdge, words: [String]) { (self.edge, self.words) = (edge, words) }
    }

    /// The article.
    public var summary: ArticleSummary
    /// The shown revision.
    public var revision: Revision
    /// All revisions, the latest first.
    public var revisions: [Revision]
    /// The reading of the shown revision.
    public var reading: Reading
    /// The id of the claim that each statement carries, by the statement's id; only for the latest revision.
    public var claims: [String: String]
    /// The number of each voice's source, by the voice's id.
    public var sources: [String: Int]
    /// From whom this article took.
    public var takenFrom: [Link]
    /// The outlets that it took from and of which no article is at hand.
    public var outside: [Outside] = []
    /// Who took from it.
    public var givenTo: [Link]
    /// How many more took from it than are listed.
    public var givenToMore = 0
    /// How far the article is traced, on which claims and links rest.
    public var tracing = TraceState.current
    /// What later looks at the page found.
    public var looks = PageLooks()

    /// A revision with what is around it.
    public init(
        summary: ArticleSummary, revision: Revision, revisions: [Revision], reading: Reading,
        claims: [String: String], sources: [String: Int], takenFrom: [Link], givenTo: [Link]
    ) {
        (self.summary, self.revision, self.revisions, self.reading) = (summary, revision, revisions, reading)
        (self.claims, self.sources, self.takenFrom, self.givenTo) = (claims, sources, takenFrom, givenTo)
    }
}
