/// One header of an answer, as it came.
public struct HTTPHeader: Hashable, Sendable {
    /// The name, in the server's spelling.
    public let name: String
    /// The value, without white space at its ends.
    public let value: String

    /// A header.
    public init(name: String, value: String) { (self.name, self.value) = (name, value) }
}

/// A page as it was fetched.
///
/// The body is kept after transfer and content coding, which the headers still tell; the digest of a capture is that of
/// the decoded bytes.
public struct FetchedPage: Hashable, Sendable {
    /// A redirect that was followed.
    public struct Redirect: Hashable, Sendable {
        /// The HTTP status.
        public let status: Int
        /// The address that gave it.
        public let url: String
    }

    /// The address that was asked for.
    public let requestedURL: String
    /// The address that answered, after redirects and without fragment.
    public let url: String
    /// The HTTP status, from 200 to 299.
    public let status: Int
    /// The headers of the last answer, in their order.
    public let headers: [HTTPHeader]
    /// "text/html", in small letters; nil when the server does not say.
    public let contentType: String?
    /// The encoding that the server names, where it is one that capture knows. The page may name another.
    public let charset: String?
    /// The numeric address that was connected.
    public let address: String
    /// The body, decompressed.
    public let bytes: [UInt8]
    /// The redirects that led to the answer, in order.
    public var redirects: [Redirect] = []
    /// The headers of the last request, as they were sent.
    public var requestHeaders: [HTTPHeader] = []
    /// When the page was asked for, RFC 3339; nil when the fetcher has no clock.
    public var requested: String?
}
