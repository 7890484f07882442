internal import HearsayCore

/// The index of a WACZ: a sorted line for each capture (CDXJ), in gzip members, and an index of these.
struct CDXIndex {
    /// Lines of one gzip member.
    private static let linesAMember = 1000

    private var lines: [(key: String, line: [UInt8])] = []
    /// The name of the archive, without its folder.
    let filename: String

    init(filename: String) { self.filename = filename }

    /// Adds a capture.
    mutating func add(_ capture: ArchiveCapture, _ entry: WARCWriter.Entry) {
        var json = JSONWriter()
        json.object { json in
            json.field("url", capture.url)
            json.field("mime", capture.statedType.flatMap { MediaType($0) }?.name ?? "unk")
            if let status = capture.status { json.field("status", String(status)) }
            json.field("digest", entry.payloadDigest)
            json.field("length", String(entry.length))
            json.field("offset", String(entry.offset))
            json.field("filename", filename)
            json.field("recordDigest", entry.recordDigest)
        }
        let key = Self.key(of: capture.url) + " " + RecordTime.digits(RecordTime.utc(capture.date) ?? capture.date)
        lines.append((key, Array(key.utf8) + [0x20] + json.bytes + [0x0A]))
    }

    /// The compressed index, and the index of its members.
    func files(named name: String) throws(CaptureError) -> (index: [UInt8], members: [UInt8]) {
        let sorted = lines.sorted { $0.line.lexicographicallyPrecedes($1.line) }
        var index: [UInt8] = []
        var head = JSONWriter()
        head.object { json in
            json.field("format", "cdxj-gzip-1.0")
            json.field("filename", name)
        }
        var members = Array("!meta 0 ".utf8) + head.bytes + [0x0A]
        for start in stride(from: 0, to: max(1, sorted.count), by: Self.linesAMember) {
            let part = sorted[start..<min(sorted.count, start + Self.linesAMember)]
            guard let member = GzipWriting.member(part.flatMap(\.line)) else {
                throw CaptureError(.tooLarge, "memory is short for the index")
            }
            if let first = part.first {
                var json = JSONWriter()
                json.object { json in
                    json.field("offset", index.count)
                    json.field("length", member.count)
                    json.field("digest", "sha256:" + member.sha256.hexadecimal)
                }
                members += Array(first.key.utf8) + [0x20] + json.bytes + [0x0A]
            }
            index += member
        }
        return (index, members)
    }

    /// The address in the form by which indexes sort ("com,example)/path?a=1"): host backwards and without "www.",
    /// everything in small letters, the parts of the query in order.
    static func key(of url: String) -> String {
        let bytes = url.utf8.prefix { $0 != 0x23 }.filter { $0 > 0x20 && $0 != 0x7F }.map(\.asciiLowercased)[...]
        guard let mark = bytes.firstIgnoringCase("://"), bytes[..<mark].string.hasPrefix("http") else {
            return bytes.string
        }
        let isSecure = bytes[..<mark].elementsEqual("https".utf8)
        let rest = bytes[(mark + 3)...]
        var host = rest.prefix { $0 != 0x2F && $0 != 0x3F }
        var tail = rest[host.endIndex...]
        if let at = host.lastIndex(of: 0x40) { host = host[(at + 1)...] }
        var port = host.drop { $0 != 0x3A }
        host = host.prefix { $0 != 0x3A }
        if port.count < 2 || port.elementsEqual((isSecure ? ":443" : ":80").utf8) { port = [] }
        if host.starts(with: "www.".utf8) { host = host.dropFirst(4) }
        let query = tail.firstIndex(of: 0x3F).map { tail[($0 + 1)...] } ?? []
        tail = tail.prefix { $0 != 0x3F }
        if tail.last == 0x2F { tail = tail.dropLast() }
        let labels = host.split(separator: 0x2E).reversed().map(\.string).joined(separator: ",")
        let parts = query.split(separator: 0x26, omittingEmptySubsequences: false).map(\.string).sorted()
        let path = tail.isEmpty ? "/" : tail.string
        return labels + port.string + ")" + path + (query.isEmpty ? "" : "?" + parts.joined(separator: "&"))
    }
}
