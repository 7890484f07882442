/// One record of a web archive.
public struct WARCRecord: Hashable, Sendable {
    /// What a record is, as an open set.
    public struct Kind: RawRepresentable, Hashable, Sendable {
        /// The word that archives use ("response").
        public let rawValue: String
        /// A kind of one's own.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Facts about the file.
        public static let warcinfo = Kind(rawValue: "warcinfo")
        /// A whole answer with its headers.
        public static let response = Kind(rawValue: "response")
        /// A thing without an answer around it.
        public static let resource = Kind(rawValue: "resource")
        /// What was asked.
        public static let request = Kind(rawValue: "request")
        /// Facts about another record.
        public static let metadata = Kind(rawValue: "metadata")
        /// An answer that was the same as an earlier one.
        public static let revisit = Kind(rawValue: "revisit")
        /// Another form of a record, made later.
        public static let conversion = Kind(rawValue: "conversion")
        /// A later part of a record that was cut in several.
        public static let continuation = Kind(rawValue: "continuation")
    }

    /// What it is.
    public let kind: Kind
    /// Its format and version ("WARC/1.1", "ARC/1").
    public let version: String
    /// Its identifier without angle brackets ("urn:uuid:…"); records of ARC files have none.
    public let id: String?
    /// When it was captured, in RFC 3339; nil when the record gives no such time. What it gives stands in the headers.
    public let date: String?
    /// The address that it is about, without angle brackets and with spaces as "%20".
    public let targetURI: String?
    /// All its header fields, in their order.
    public let headers: [HTTPHeader]
    /// Its content.
    public let block: [UInt8]
    /// Where it starts in the file; in a compressed file where its gzip member starts.
    public let offset: Int
    /// How many bytes of the file it takes; nil when it shares a gzip member with others.
    public var length: Int?
    /// What is odd about it, each in words.
    public var defects: [String]

    /// Why it holds only a part of what was sent ("length", "time", "disconnect"); nil for a whole one.
    public var truncated: String? { headers.first(named: "warc-truncated") }

    /// What its block is said to be.
    var mediaType: MediaType? { headers.first(named: "content-type").flatMap { MediaType($0) } }

    /// The HTTP answer in its block; nil when it holds none.
    func message(limits: ArchiveLimits) -> HTTPMessage? { HTTPMessage(block[...], limits: limits) }
}

/// What a web archive holds at one place.
public enum WARCItem: Sendable {
    /// A record.
    case record(WARCRecord)
    /// Something that is no record, or cannot be read as one: the defect, and where.
    case problem(CaptureError)
}
