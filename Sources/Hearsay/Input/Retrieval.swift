/// How a page was fetched: what was asked for, and what the server said beside the page.
public struct Retrieval: Hashable, Sendable {
    /// One header of the answer, as it came.
    public struct Header: Hashable, Sendable {
        /// The name, in the server's spelling.
        public let name: String
        /// The value.
        public let value: String

        /// A header.
        public init(name: String, value: String) { (self.name, self.value) = (name, value) }
    }

    /// A redirect on the way to the answer.
    public struct Redirect: Hashable, Sendable {
        /// The HTTP status.
        public let status: Int
        /// The address that gave it.
        public let url: String

        /// A redirect.
        public init(status: Int, url: String) { (self.status, self.url) = (status, url) }
    }

    /// The address that was asked for.
    public let requestedURL: String
    /// The address that answered, after redirects.
    public let url: String
    /// The HTTP status.
    public let status: Int
    /// The headers of the last answer, in their order; a name may come more than once.
    public let headers: [Header]
    /// When the page was asked for, RFC 3339; nil when it is not known.
    public var requested: String?
    /// The numeric address that answered; nil when it is not known.
    public var address: String?
    /// The headers of the request as they were sent; nil when they are not known.
    public var request: [Header]?
    /// The redirects that led to the answer.
    public var redirects: [Redirect] = []

    /// A retrieval.
    public init(requestedURL: String, url: String, status: Int, headers: [Header]) {
        (self.requestedURL, self.url, self.status, self.headers) = (requestedURL, url, status, headers)
    }
}

/// The place in a web archive that a page was taken from. What it says is the archive's word.
public struct ArchivePlace: Hashable, Sendable {
    /// The name of the archive's file, without its folder.
    public let file: String
    /// Where the record begins in it, in bytes.
    public let offset: Int
    /// The record's id.
    public let record: String?
    /// When the archive says that it captured the page, RFC 3339.
    public let date: String?

    /// A place.
    public init(file: String, offset: Int, record: String? = nil, date: String? = nil) {
        (self.file, self.offset, self.record, self.date) = (file, offset, record, date)
    }
}
