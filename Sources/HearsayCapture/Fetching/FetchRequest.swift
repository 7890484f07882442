/// What a server gave beside an answer, so that it can be asked later whether there is anything new (RFC 9110, 13).
public struct FetchValidators: Hashable, Sendable {
    /// The ETag, as it came.
    public var etag: String?
    /// The Last-Modified header, as it came.
    public var lastModified: String?
    /// The address that gave them, after redirects; nil for the one that is asked for. They say nothing of any other.
    public var url: String?

    /// Validators; both may be missing.
    public init(etag: String? = nil, lastModified: String? = nil, url: String? = nil) {
        (self.etag, self.lastModified, self.url) = (etag, lastModified, url)
    }

    /// The headers that ask by them. A value that could break out of its line is left out.
    var headers: [HTTPHeader] {
        [("If-None-Match", etag), ("If-Modified-Since", lastModified)].compactMap { name, value in
            guard let value, !value.isEmpty, value.utf8.count <= 1000,
                value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
            else { return nil }
            return HTTPHeader(name: name, value: value)
        }
    }
}

/// What is asked of a server.
public struct FetchRequest: Hashable, Sendable {
    /// What kinds of answers are taken in.
    public enum Accepts: Hashable, Sendable {
        /// Text of any kind, and XML.
        case articles
        /// Anything: feeds as JSON, mails, archives too.
        case anything
    }

    /// The address.
    public var url: String
    /// What an earlier answer gave; the server may then say that nothing is new.
    public var validators: FetchValidators?
    /// What is taken in.
    public var accepts: Accepts

    /// A request.
    public init(url: String, validators: FetchValidators? = nil, accepts: Accepts = .articles) {
        (self.url, self.validators, self.accepts) = (url, validators, accepts)
    }
}

/// What a fetch brought.
public enum FetchAnswer: Hashable, Sendable {
    /// The page.
    case page(FetchedPage)
    /// The address that gave the validators says that it has not changed since; with the headers of that answer, and when
    /// it was asked (RFC 3339; nil when the fetcher has no clock).
    case notModified([HTTPHeader], requested: String?)
}
