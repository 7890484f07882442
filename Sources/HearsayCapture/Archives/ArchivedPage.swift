/// A page as an archive holds it.
public struct ArchivedPage: Hashable, Sendable {
    /// What kind of record held it: a response, a resource or a conversion.
    public let kind: WARCRecord.Kind
    /// The address that it was captured at.
    public let url: String
    /// When it was captured, in RFC 3339, as the archive claims; nil when it does not say.
    public let date: String?
    /// The HTTP status; nil for what was captured without HTTP.
    public let status: Int?
    /// The headers of the answer, in their order.
    public let headers: [HTTPHeader]
    /// "text/html", in small letters; nil when the archive does not say.
    public let contentType: String?
    /// The encoding that the headers name, where it is one that capture knows. The page may name another.
    public let charset: String?
    /// The body without chunks and compression.
    public let bytes: [UInt8]
    /// The identifier of its record.
    public let recordID: String?
    /// Where its record starts in the file.
    public let offset: Int
    /// Whether the digests of its record hold; it differs if one of them does.
    public let digest: DigestVerdict
    /// What is odd about it, each in words.
    public let defects: [String]
    /// The title that the archive's list of pages gives it.
    public var title: String?
    /// Whether the archive's list of pages names it; nil without such a list.
    public var isListed: Bool?
}

/// A record that can be no page.
public struct ArchiveSkip: Hashable, Sendable {
    /// Why, as an open set.
    public struct Reason: RawRepresentable, Hashable, Sendable {
        /// The reason as programs see it ("redirect").
        public let rawValue: String
        /// A reason of one's own.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A request, facts about the file, or an unknown kind.
        public static let notAResponse = Reason(rawValue: "not-a-response")
        /// An answer of another protocol than HTTP, or a log of the crawler.
        public static let notHTTP = Reason(rawValue: "not-http")
        /// An answer that sends elsewhere.
        public static let redirect = Reason(rawValue: "redirect")
        /// An answer that brings no page: an error, or nothing new.
        public static let status = Reason(rawValue: "status")
        /// A picture, a script, a style sheet, a font.
        public static let notText = Reason(rawValue: "not-text")
        /// The same as an earlier capture; the page lies there.
        public static let revisit = Reason(rawValue: "revisit")
        /// A later part of a record that was cut in several.
        public static let continuation = Reason(rawValue: "continuation")
        /// No body.
        public static let empty = Reason(rawValue: "empty")
    }

    /// Why it is none.
    public let reason: Reason
    /// Where its record starts.
    public let offset: Int
    /// The address that it is about.
    public let url: String?
    /// When it was captured, in RFC 3339.
    public let date: String?
}

/// What one place of an archive is for a reader of articles.
public enum ArchiveItem: Sendable {
    /// A page that may be an article.
    case page(ArchivedPage)
    /// A record that is none.
    case skip(ArchiveSkip)
    /// Something broken: what, and where.
    case problem(CaptureError)
}
