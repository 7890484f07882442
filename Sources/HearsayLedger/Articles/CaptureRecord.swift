/// The bytes of an article as they came, with where and when they came from.
public struct CaptureRecord: Hashable, Sendable {
    /// One line of an HTTP answer.
    public struct Header: Hashable, Sendable {
        /// The name.
        public var name: String
        /// The value.
        public var value: String

        /// A line.
        public init(name: String, value: String) { (self.name, self.value) = (name, value) }
    }

    /// What passed between a server and whoever fetched the page, this machine or the maker of an archive, beside the
    /// bytes and the headers of the answer.
    public struct Exchange: Hashable, Sendable {
        /// One redirect on the way to the answer.
        public struct Redirect: Hashable, Sendable {
            /// The HTTP status.
            public var status: Int
            /// The address that gave it.
            public var url: String

            /// A redirect.
            public init(status: Int, url: String) { (self.status, self.url) = (status, url) }
        }

        /// When the page was asked for, RFC 3339.
        public var requested: String?
        /// The HTTP status.
        public var status: Int
        /// The numeric address that answered.
        public var address: String?
        /// The headers of the request as they were sent, where they are known.
        public var request: [Header]?
        /// The redirects that led to the answer.
        public var redirects: [Redirect]

        /// An exchange.
        public init(
            requested: String? = nil, status: Int, address: String? = nil, request: [Header]? = nil,
            redirects: [Redirect] = []
        ) {
            (self.requested, self.status, self.address) = (requested, status, address)
            (self.request, self.redirects) = (request, redirects)
        }
    }

    /// The place in a web archive that the bytes were taken from. What it says is the archive's word, not ours.
    public struct Archive: Hashable, Sendable {
        /// The name of the archive's file, without its folder.
        public var file: String
        /// Where the record begins in it, in bytes.
        public var offset: Int
        /// The record's id.
        public var record: String?
        /// When the archive says that it captured the page, RFC 3339.
        public var date: String?

        /// A place.
        public init(file: String, offset: Int, record: String? = nil, date: String? = nil) {
            (self.file, self.offset, self.record, self.date) = (file, offset, record, date)
        }
    }

    /// The bytes as they came.
    public var bytes: [UInt8]
    /// Where they came from, for people: "a.txt", "b.jsonl:17", an address.
    public var origin: String
    /// The address that was asked for.
    public var url: String?
    /// The address that answered, after redirects.
    public var finalURL: String?
    /// The HTTP headers, if there were any.
    public var headers: [Header]
    /// What the user stated beside the bytes, by name ("outlet", "published").
    public var facts: [String: String]
    /// When they were captured, RFC 3339.
    public var captured: String
    /// How the bytes are to be read, by the name that capture has for it ("html"); nil where that was not kept.
    public var format: String?
    /// What passed over the network; nil when nothing did.
    public var exchange: Exchange?
    /// The web archive that it was taken from; nil when there was none.
    public var archive: Archive?

    /// A capture.
    public init(
        bytes: [UInt8], origin: String, url: String? = nil, finalURL: String? = nil, headers: [Header] = [],
        facts: [String: String] = [:], captured: String, exchange: Exchange? = nil, archive: Archive? = nil
    ) {
        (self.bytes, self.origin, self.url, self.finalURL) = (bytes, origin, url, finalURL)
        (self.headers, self.facts, self.captured) = (headers, facts, captured)
        (self.exchange, self.archive) = (exchange, archive)
    }

    /// When the page was as its bytes show it: the archive's word for what came from one, else ours.
    public var seen: String { archive?.date ?? captured }
}
