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

    /// The address that was asked for.
    public let requestedURL: String
    /// The address that answered, after redirects.
    public let url: String
    /// The HTTP status.
    public let status: Int
    /// The headers of the last answer, in their order; a name may come more than once.
    public let headers: [Header]

    /// A retrieval.
    public init(requestedURL: String, url: String, status: Int, headers: [Header]) {
        (self.requestedURL, self.url, self.status, self.headers) = (requestedURL, url, status, headers)
    }
}
