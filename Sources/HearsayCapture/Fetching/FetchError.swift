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

    /// An error; address and reason are kept to one line.
    init(_ code: Code, url: String, _ reason: String) {
        self.code = code
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
