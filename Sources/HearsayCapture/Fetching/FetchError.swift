/// Why a page could not be fetched. Two errors are equal when their codes are.
public struct FetchError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Code: Hashable, Sendable {
        /// No http or https address, or one with a password in it. Nothing was sent.
        case badAddress
        /// The address lies in a private or reserved network; such are fetched only if asked for.
        case refusedAddress
        /// No such host, nobody answers there, or it cannot prove who it is.
        case unreachable
        /// It took too long, or the bytes came too slowly. Try again later.
        case timeout
        /// More bytes or headers than ``FetchLimits`` allow.
        case tooLarge
        /// More redirects than ``FetchLimits`` allow; often the page asks for a cookie.
        case tooManyRedirects
        /// The server answered with an HTTP status that brings no page.
        case status(Int)
        /// A picture, an archive, data: no text of an article.
        case notText
        /// The site asks programs to keep away from the page (robots.txt).
        case robots
        /// The site could not be asked whether it wants programs to keep away. Try again later.
        case robotsUnread
        /// The host asked to be left alone for a while.
        case resting
        /// The caller wanted no more.
        case interrupted
        /// Anything else, such as a connection that broke off.
        case failed
    }

    /// What went wrong.
    public let code: Code
    /// The address that was asked for, without any password.
    public let url: String
    /// One line for people, as the end of a sentence.
    public let reason: String

    /// Seconds after which the host wants to be asked again, where it says so.
    public let retryAfter: Int?
    /// When the server was asked last, RFC 3339; nil when nothing was sent, or the fetcher has no clock.
    public internal(set) var requested: String?

    /// What a failure says about the page.
    public enum Kind: Hashable, Sendable {
        /// The server says that there is no such page (404) or that it was taken away (410).
        case gone
        /// The page may be there, but is not shown to us: 401, 402, 403, 407, 451.
        case refused
        /// Too many requests; the page may be there: 429, 503 with a time to come back, a host that rests.
        case rateLimited
        /// The server is in trouble: any other 5xx.
        case server
        /// Nobody answered, or not to the end: the page may be there.
        case network
        /// robots.txt keeps programs away, or cannot be read.
        case robots
        /// The address cannot be fetched at all.
        case address
        /// Something came that is no page, or too much of it.
        case content
        /// Anything else.
        case other
    }

    /// What the failure says about the page.
    public var kind: Kind {
        switch code {
        case .status(404), .status(410): .gone
        case .status(401), .status(402), .status(403), .status(407), .status(451): .refused
        case .status(429), .resting: .rateLimited
        case .status(503) where retryAfter != nil: .rateLimited
        case .status(500...599): .server
        case .unreachable, .timeout, .failed: .network
        case .robots, .robotsUnread: .robots
        case .badAddress, .refusedAddress: .address
        case .tooLarge, .notText, .status(200..<300): .content
        case .tooManyRedirects, .status, .interrupted: .other
        }
    }

    /// Whether the page was not asked for: the host rests, its robots.txt cannot be read now, or the caller wanted no more.
    /// Such a failure says nothing about the page.
    public var isPostponement: Bool { code == .resting || code == .robotsUnread || code == .interrupted }

    /// The HTTP status, if that is what went wrong.
    public var status: Int? { if case .status(let status) = code { status } else { nil } }

    /// An error; address and reason are kept to one line.
    init(_ code: Code, url: String, _ reason: String, retryAfter: Int? = nil) {
        self.code = code
        self.retryAfter = retryAfter
        self.url = Self.shown(url)
        self.reason = Self.singleLine(reason)
    }

    /// Whether the codes are equal.
    public static func == (a: FetchError, b: FetchError) -> Bool { a.code == b.code }
    /// Hashes the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// "https://harbourpost.example/a: the server answered 404".
    public var description: String { "\(url): \(reason)" }

    /// An address for messages: one line, not endless, and nothing that stands before an "@" in it.
    static func shown(_ url: String) -> String {
        var rest = Array(url.utf8).slice
        var scheme: ByteSlice = []
        if let mark = rest.firstIgnoringCase("//") {
            scheme = rest[...(mark + 1)]
            rest = rest[(mark + 2)...]
        }
        let authority = rest.prefix { ![0x2F, 0x3F, 0x23].contains($0) }
        if let at = authority.lastIndex(of: 0x40) { rest = rest[(at + 1)...] }
        return singleLine(String((scheme.string + rest.string).prefix(300)))
    }

    private static func singleLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}
