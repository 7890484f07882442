/// One article of a ``Feed``.
public struct FeedEntry: Hashable, Sendable {
    /// Text that may hold markup.
    public struct Text: Hashable, Sendable {
        /// The text, as the feed gives it.
        public var value: String
        /// Whether it is HTML. It comes from outside: escape or sanitise it before it is shown.
        public var isHTML: Bool

        /// A text.
        public init(_ value: String, isHTML: Bool) { (self.value, self.isHTML) = (value, isHTML) }
    }

    /// Where an aggregator has the article from.
    public struct Source: Hashable, Sendable {
        /// The name of the publisher.
        public var name: String?
        /// The address of the publisher, or of its feed.
        public var url: String?

        /// A source; either part may be unknown.
        public init(name: String? = nil, url: String? = nil) { (self.name, self.url) = (name, url) }
    }

    /// What the feed tells the entry by; the address where it gives nothing else.
    public var id: String?
    /// The absolute address of the article. None for what is not http or https.
    public var url: String?
    /// The headline, as plain text.
    public var title: String?
    /// The names of the authors.
    public var authors: [String] = []
    /// When it was published: "YYYY-MM-DD", or RFC 3339 where time and zone are given. None rather than a doubtful one.
    public var published: String?
    /// When it was last changed, likewise.
    public var modified: String?
    /// What it is about.
    public var summary: Text?
    /// The article itself, where the feed carries it.
    public var content: Text?
    /// Where an aggregator has it from.
    public var source: Source?
    /// BCP 47, where it differs from the feed's or only the entry says it.
    public var language: String?
    /// The address of a picture.
    public var image: String?

    /// An entry of which nothing is known.
    public init() {}

    /// Whether nothing is known of it that could lead to an article.
    var isEmpty: Bool { url == nil && title == nil && summary == nil && content == nil }
}
