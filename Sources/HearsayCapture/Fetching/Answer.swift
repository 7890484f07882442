/// What a server answers to one request, taken in piece by piece and within limits.
struct Answer {
    private let limits: FetchLimits
    private let accepts: FetchRequest.Accepts
    private var headerBytes = 0
    /// The HTTP status; zero before it has come.
    private(set) var status = 0
    /// The headers of the last answer; those of interim answers (1xx) are dropped.
    private(set) var headers: [HTTPHeader] = []
    /// The body, without transfer coding.
    private(set) var body: [UInt8] = []
    /// What was too large, as the end of a sentence.
    private(set) var excess: String?
    /// The numeric address that answered.
    var address = ""

    init(limits: FetchLimits, accepts: FetchRequest.Accepts = .articles) {
        (self.limits, self.accepts) = (limits, accepts)
    }

    /// Whether the status brings a page.
    var isSuccess: Bool { 200..<300 ~= status }

    /// Whether the answer is a whole page: an empty one (204) or a part (206), for which nobody asked, is none.
    var bringsPage: Bool { status == 200 || status == 203 }

    /// Whether the body is worth having: that of an error, a redirect or a picture is not.
    var wantsBody: Bool { isSuccess && (accepts == .anything || mediaType?.mayBeArticle ?? true) }

    /// The value of a header; of several the last.
    func header(_ name: String) -> String? { headers.last { $0.name.lowercased() == name }?.value }

    /// What the body is said to be.
    var mediaType: MediaType? {
        header("content-type").flatMap { MediaType($0) }
    }

    /// Where the page has gone, as the server writes it.
    var redirect: String? {
        guard [301, 302, 303, 307, 308].contains(status) else { return nil }
        return headers.first { $0.name.lowercased() == "location" }?.value
    }

    /// Takes in one line of the head; false when it is too much.
    mutating func addHeader(_ line: ByteSlice) -> Bool {
        headerBytes += line.count
        if line.startsIgnoringCase("http/") {
            (headers, status) = ([], Self.status(of: line))
            return check(headerBytes <= limits.headerBytes, "its headers are too long")
        }
        if let colon = line.firstIndex(of: 0x3A), colon > line.startIndex {
            headers.append(
                HTTPHeader(name: line[..<colon].trimmed.string, value: line[(colon + 1)...].trimmed.string))
        }
        return check(
            headerBytes <= limits.headerBytes && headers.count <= limits.headers, "its headers are too long or too many"
        )
    }

    /// Takes in a piece of the body; false when it is too much.
    mutating func addBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard
            check(
                body.count + bytes.count <= limits.bytes, "larger than \(limits.bytes) bytes, the most that is fetched")
        else { return false }
        body.append(contentsOf: bytes)
        return true
    }

    private mutating func check(_ holds: Bool, _ reason: String) -> Bool {
        if !holds { excess = reason }
        return holds
    }

    private static func status(of line: ByteSlice) -> Int {
        let words = line.words
        return words.count > 1 ? Int(words[1].string) ?? 0 : 0
    }
}
