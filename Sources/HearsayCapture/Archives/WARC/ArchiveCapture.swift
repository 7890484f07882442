/// A capture as it is written into an archive.
public struct ArchiveCapture: Hashable, Sendable {
    /// The address that it was captured at.
    public var url: String
    /// When, in RFC 3339.
    public var date: String
    /// The HTTP status; nil for what came without HTTP.
    public var status: Int?
    /// The headers of the answer, as they came.
    public var headers: [HTTPHeader]
    /// The body without chunks and compression.
    public var body: [UInt8]
    /// What the body is ("text/html; charset=utf-8"), where there are no headers to say it.
    public var contentType: String?
    /// The headers of the request, if they were recorded; it is written as a GET.
    public var request: [HTTPHeader]?
    /// The numeric address that answered.
    public var address: String?
    /// Why the body is only a part ("length", "time", "disconnect"); nil for a whole one.
    public var truncated: String?
    /// The title, for the list of pages.
    public var title: String?
    /// More facts about the capture, written as a record of their own.
    public var facts: [HTTPHeader]

    /// A capture with an HTTP answer, or with nil for `status` a file.
    public init(
        url: String, date: String, status: Int? = nil, headers: [HTTPHeader] = [], body: [UInt8],
        contentType: String? = nil
    ) {
        (self.url, self.date, self.status, self.headers, self.body) = (url, date, status, headers, body)
        (self.contentType, request, address, truncated, title, facts) = (contentType, nil, nil, nil, nil, [])
    }

    /// What the body is, as it is said.
    var statedType: String? { contentType ?? headers.first(named: "content-type") }
}
