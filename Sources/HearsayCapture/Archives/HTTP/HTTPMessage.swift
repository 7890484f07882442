import HearsayCore

/// An HTTP answer as an archive holds it: head and body in one block.
struct HTTPMessage: Hashable {
    /// The status; zero when it cannot be read.
    let status: Int
    /// The header fields in their order.
    let headers: [HTTPHeader]
    /// Where the body starts in the block.
    let bodyStart: Int
    /// What was odd about the head, each as part of a sentence.
    let defects: [String]

    /// The answer in a block; nil when the block starts with no status line or its head does not end.
    init?(_ block: ByteSlice, limits: ArchiveLimits) {
        guard block.startsIgnoringCase("http/"),
            let end = block.prefix(limits.headerBytes).firstIndex(of: 0x0A)
        else { return nil }
        let words = block[..<end].words
        let digits = words.count > 1 ? words[1] : ByteSlice()
        status = digits.count == 3 && digits.allSatisfy(\.isASCIIDigit) ? Int(digits.string) ?? 0 : 0
        guard let head = HeaderFields.read(block[(end + 1)...], limits: limits) else { return nil }
        (headers, bodyStart, defects) = (head.fields, head.end, head.defects)
    }

    /// What the body is said to be.
    var mediaType: MediaType? { headers.first(named: "content-type").flatMap { MediaType($0) } }

    /// The address that the answer sends to, as it is written.
    var location: String? { headers.first(named: "location") }

    /// The body of the block without chunks and compression.
    func body(of block: [UInt8], limits: ArchiveLimits) throws(CaptureError) -> ContentDecoding.Result {
        let stored = block[bodyStart...]
        var (bytes, defects) = (Array(stored), [String]())
        if headers.all(named: "transfer-encoding").contains(where: { $0.lowercased().contains("chunked") }) {
            let (body, defect) = ChunkedBody.decode(stored)
            bytes = body
            if let defect { defects.append(defect) }
        } else if let length = headers.first(named: "content-length").flatMap({ Int($0) }), length != stored.count {
            defects.append("the body has \(stored.count) bytes and says \(length)")
        }
        var result = try ContentDecoding(limits: limits)
            .decode(bytes, encodings: headers.all(named: "content-encoding"))
        guard result.bytes.count <= limits.body else {
            throw CaptureError(.tooLarge, "the body has more than \(limits.body) bytes")
        }
        result.defects = defects + result.defects
        return result
    }
}
