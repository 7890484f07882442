/// A list of articles as an outlet publishes it: RSS, Atom, JSON Feed or a sitemap.
public struct Feed: Hashable, Sendable {
    /// What kind of list.
    public enum Kind: String, Sendable, CaseIterable {
        /// RSS 0.91 to 2.0.
        case rss
        /// RSS 0.90 and 1.0, which are RDF.
        case rdf
        /// Atom 0.3 and 1.0.
        case atom
        /// JSON Feed 1 and 1.1.
        case jsonFeed = "json-feed"
        /// A sitemap that says of its pages when they were published and by whom.
        case newsSitemap = "news-sitemap"
        /// A sitemap: addresses, perhaps with the time of their last change.
        case sitemap
        /// A list of other sitemaps; each entry is one.
        case sitemapIndex = "sitemap-index"
    }

    /// What kind of list.
    public var kind: Kind
    /// Its name, as plain text.
    public var title: String?
    /// The page that it belongs to.
    public var home: String?
    /// BCP 47, as the feed gives it.
    public var language: String?
    /// When it last changed: "YYYY-MM-DD" or RFC 3339.
    public var updated: String?
    /// The articles, in the feed's order.
    public var entries: [FeedEntry] = []
    /// Which rules the feed breaks, in plain words; what could be read was read. At most a hundred are named.
    public var problems: [String] = []

    /// An empty list.
    public init(kind: Kind) { self.kind = kind }
}
