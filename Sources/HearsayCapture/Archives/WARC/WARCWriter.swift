/// Writes a WARC 1.1 file, record by record. Equal calls write equal bytes.
public struct WARCWriter {
    /// Where a capture was written, as an index needs it.
    public struct Entry: Hashable, Sendable {
        /// The identifier of its response or resource record ("urn:uuid:…").
        public let recordID: String
        /// Where that record starts in the file.
        public let offset: Int
        /// How many bytes it takes.
        public let length: Int
        /// The SHA-256 of the payload ("sha256:…").
        public let payloadDigest: String
        /// The SHA-256 of the record as it stands in the file ("sha256:…").
        public let recordDigest: String
    }

    /// What made the file, and when.
    public struct Information: Hashable, Sendable {
        /// The software ("hearsay 0.3").
        public var software: String
        /// When the file was made, in RFC 3339.
        public var date: String
        /// The name of the file; nil when it has none.
        public var filename: String?

        /// Facts about a file.
        public init(software: String, date: String, filename: String? = nil) {
            (self.software, self.date, self.filename) = (software, date, filename)
        }
    }

    private let isCompressed: Bool
    private let sink: ([UInt8]) throws -> Void
    private var offset = 0
    private var count = 0
    private var informationID = ""

    /// Starts a file with a record about itself. Bytes go to `sink`, whose errors come back from here and from `write`.
    public init(
        _ information: Information, compressed: Bool = true, sink: @escaping ([UInt8]) throws -> Void
    ) throws {
        (isCompressed, self.sink) = (compressed, sink)
        var fields = [HTTPHeader(name: "Content-Type", value: "application/warc-fields")]
        if let name = information.filename { fields.append(HTTPHeader(name: "WARC-Filename", value: name)) }
        let facts = [
            HTTPHeader(name: "software", value: information.software),
            HTTPHeader(name: "format", value: "WARC File Format 1.1"),
            HTTPHeader(
                name: "conformsTo",
                value: "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
        ]
        informationID = try record(
            .warcinfo, url: nil, date: information.date, fields, block: Self.lines(facts), payload: nil
        ).recordID
    }

    /// Writes a capture: its answer or file, then what is known of its request and beside.
    @discardableResult
    public mutating func write(_ capture: ArchiveCapture) throws -> Entry {
        let entry = try main(capture)
        let concurrent = HTTPHeader(name: "WARC-Concurrent-To", value: "<\(entry.recordID)>")
        if let request = capture.request {
            let type = HTTPHeader(name: "Content-Type", value: "application/http; msgtype=request")
            let line = Array("GET \(Self.path(of: capture.url)) HTTP/1.1\r\n".utf8)
            let block = line + Self.lines(request) + [0x0D, 0x0A]
            try record(.request, url: capture.url, date: capture.date, [type, concurrent], block: block, payload: [])
        }
        if !capture.facts.isEmpty {
            let type = HTTPHeader(name: "Content-Type", value: "application/warc-fields")
            try record(
                .metadata, url: capture.url, date: capture.date, [type, concurrent], block: Self.lines(capture.facts),
                payload: nil)
        }
        return entry
    }

    private mutating func main(_ capture: ArchiveCapture) throws -> Entry {
        var fields: [HTTPHeader] = []
        if let address = capture.address { fields.append(HTTPHeader(name: "WARC-IP-Address", value: address)) }
        if let reason = capture.truncated { fields.append(HTTPHeader(name: "WARC-Truncated", value: reason)) }
        guard let status = capture.status else {
            fields.append(HTTPHeader(name: "Content-Type", value: capture.statedType ?? "application/octet-stream"))
            return try record(
                .resource, url: capture.url, date: capture.date, fields, block: capture.body, payload: capture.body[...]
            )
        }
        fields.append(HTTPHeader(name: "Content-Type", value: "application/http; msgtype=response"))
        let head = Self.head(of: capture, status: status)
        return try record(
            .response, url: capture.url, date: capture.date, fields, block: head + capture.body,
            payload: capture.body[...])
    }

    /// The head of the answer. The body is kept without its transfer, so the headers that speak of it are renamed.
    private static func head(of capture: ArchiveCapture, status: Int) -> [UInt8] {
        var headers = capture.headers.map { header in
            ["content-encoding", "transfer-encoding", "content-length"].contains(header.name.lowercased())
                ? HTTPHeader(name: "X-Archive-Orig-" + header.name, value: header.value) : header
        }
        if headers.first(named: "content-type") == nil, let type = capture.contentType {
            headers.append(HTTPHeader(name: "Content-Type", value: type))
        }
        headers.append(HTTPHeader(name: "Content-Length", value: String(capture.body.count)))
        return Array("HTTP/1.1 \(status)\(status == 200 ? " OK" : " ")\r\n".utf8) + lines(headers) + [0x0D, 0x0A]
    }

    // MARK: Records

    @discardableResult
    private mutating func record(
        _ kind: WARCRecord.Kind, url: String?, date: String, _ fields: [HTTPHeader], block: [UInt8],
        payload: ByteSlice?
    ) throws -> Entry {
        guard let time = RecordTime.utc(date) else {
            throw CaptureError(.malformed, "\u{201C}\(date)\u{201D} is no RFC 3339 time, which an archive needs")
        }
        let digest = "sha256:" + block.sha256.hexadecimal
        let payloadDigest = payload.map { "sha256:" + Array($0).sha256.hexadecimal }
        let id = Self.identifier(of: "\(kind.rawValue)\n\(url ?? "")\n\(time)\n\(digest)\n\(count)")
        var all = [
            HTTPHeader(name: "WARC-Type", value: kind.rawValue), HTTPHeader(name: "WARC-Record-ID", value: "<\(id)>"),
            HTTPHeader(name: "WARC-Date", value: time),
        ]
        if let url { all.append(HTTPHeader(name: "WARC-Target-URI", value: Self.escaped(url))) }
        if !informationID.isEmpty { all.append(HTTPHeader(name: "WARC-Warcinfo-ID", value: "<\(informationID)>")) }
        all.append(HTTPHeader(name: "WARC-Block-Digest", value: digest))
        if let payloadDigest { all.append(HTTPHeader(name: "WARC-Payload-Digest", value: payloadDigest)) }
        all += fields
        all.append(HTTPHeader(name: "Content-Length", value: String(block.count)))
        let start = offset
        let written = try put(Array("WARC/1.1\r\n".utf8) + Self.lines(all) + [13, 10] + block + [13, 10, 13, 10])
        return Entry(
            recordID: id, offset: start, length: offset - start, payloadDigest: payloadDigest ?? digest,
            recordDigest: "sha256:" + written.sha256.hexadecimal)
    }

    private mutating func put(_ record: [UInt8]) throws -> [UInt8] {
        var bytes = record
        if isCompressed {
            guard let member = GzipWriting.member(record) else {
                throw CaptureError(.tooLarge, "memory is short for a record of \(record.count) bytes")
            }
            bytes = member
        }
        try sink(bytes)
        offset += bytes.count
        count += 1
        return bytes
    }

    /// Header lines, of which none can break out of its line. What has no name that a header can have is left out.
    private static func lines(_ headers: [HTTPHeader]) -> [UInt8] {
        headers.flatMap { header -> [UInt8] in
            let name = Array(header.name.utf8)
            guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }) else { return [] }
            let value = header.value.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
            return name + [0x3A, 0x20] + value + [0x0D, 0x0A]
        }
    }

    /// An address in which nothing ends the line or the word.
    private static func escaped(_ url: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        let bytes = url.utf8.flatMap { byte -> [UInt8] in
            byte <= 0x20 || byte == 0x7F || byte == 0x3C || byte == 0x3E
                ? [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]] : [byte]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func path(of url: String) -> String {
        let bytes = Array(escaped(url).utf8)[...]
        guard let mark = bytes.firstIgnoringCase("://") else { return "/" }
        let rest = bytes[(mark + 3)...].drop { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }.prefix { $0 != 0x23 }
        return rest.first == 0x2F ? rest.string : "/" + rest.string
    }

    /// A UUID (RFC 9562, version 8) that the text decides.
    private static func identifier(of text: String) -> String {
        var bytes = Array(Array(text.utf8).sha256.prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { Array(bytes[$0]).hexadecimal }
        return "urn:uuid:" + groups.joined(separator: "-")
    }
}
