import HearsayCore

/// Bodies sent in chunks (RFC 9112, 7.1).
enum ChunkedBody {
    /// Bytes of the line that opens a chunk.
    private static let longestLine = 1024

    /// The body without its chunk sizes. One that is not in chunks stays as it is; of one whose sizes do not fit, the
    /// chunks before the fault are kept.
    static func decode(_ body: ByteSlice) -> (bytes: [UInt8], defect: String?) {
        var (rest, out) = (body, [UInt8]())
        while true {
            guard let (size, start) = size(in: rest) else {
                if rest.startIndex == body.startIndex {
                    return (Array(body), body.isEmpty ? nil : "the body says that it comes in chunks and does not")
                }
                return (out, rest.isEmpty ? "the last chunk is missing" : "the chunk sizes do not fit")
            }
            if size == 0 { return (out, nil) }
            let data = rest[start...]
            guard size <= data.count else {
                if out.isEmpty, !isHTTPLineEnd(before: start, in: rest) { return asItIs(body) }
                return (out + data, "the body ends within a chunk")
            }
            let after = data.dropFirst(size)
            let next =
                after.starts(with: [0x0D, 0x0A]) ? after.dropFirst(2) : after.first == 0x0A ? after.dropFirst() : nil
            guard let next else {
                if after.isEmpty { return (out + data, "the last chunk is missing") }
                return out.isEmpty ? asItIs(body) : (out, "the chunk sizes do not fit")
            }
            out += data.prefix(size)
            rest = next
        }
    }

    private static func asItIs(_ body: ByteSlice) -> (bytes: [UInt8], defect: String?) {
        (Array(body), "the chunk sizes do not fit; the body is kept as it is")
    }

    private static func isHTTPLineEnd(before index: Int, in bytes: ByteSlice) -> Bool {
        index - 2 >= bytes.startIndex && bytes[index - 2] == 0x0D
    }

    /// The size at the start of some bytes, and where its line ends.
    private static func size(in bytes: ByteSlice) -> (size: Int, end: Int)? {
        guard let end = bytes.prefix(longestLine).firstIndex(of: 0x0A) else { return nil }
        let digits = bytes[..<end].prefix { $0 != 0x3B }.trimmed
        guard !digits.isEmpty, digits.count <= 15, digits.allSatisfy(\.isHexDigit),
            let size = Int(digits.string, radix: 16)
        else { return nil }
        return (size, end + 1)
    }
}

extension UInt8 {
    /// 0 to 9, a to f, A to F.
    var isHexDigit: Bool { isASCIIDigit || asciiLowercased &- 0x61 < 6 }
}
