import HearsayCore

/// A message or saved page cut into its parts (MIME, RFC 2045 and 2046).
///
/// One pass over the lines with a stack of open boundaries, so a missing final boundary costs nothing: the next one
/// of an outer part, or the end, closes what is open. Parts and depth are bounded by ``MailLimits``.
struct MailMessage {
    private struct Boundary {
        var mark: [UInt8]
        var part: Int
    }

    /// The bytes of the whole.
    let bytes: [UInt8]
    /// The parts, each after the one that holds it; the first is the message.
    private(set) var parts: [MailPart] = []

    private var open: [Boundary] = []
    private var current: Int?

    /// Cuts a message that starts at an offset. Throws when it has more, or deeper, parts than are read.
    init(_ bytes: [UInt8], from start: Int = 0) throws(CaptureError) {
        self.bytes = bytes
        var at = try begin(at: start, parent: nil)
        while at < bytes.count {
            let line = MailLine.line(in: bytes[...], at: at)
            guard line.words.starts(with: [0x2D, 0x2D]), let hit = boundary(line.words) else {
                at = line.next
                continue
            }
            close(at: at)
            open.removeSubrange((hit.isLast ? hit.index : hit.index + 1)...)
            at = hit.isLast ? line.next : try begin(at: line.next, parent: open.last?.part)
        }
        close(at: bytes.count)
    }

    /// The parts directly within a part.
    func children(of part: Int) -> [Int] { parts.indices.filter { parts[$0].parent == part } }

    /// The bytes of a part's content that are meant.
    func decoded(_ part: Int) -> [UInt8] {
        TransferDecoding.decode(
            bytes[parts[part].content], encoding: parts[part].headers.raw("content-transfer-encoding"))
    }

    /// Starts a part, and where it is a message itself, the parts of that; returns where the content starts.
    private mutating func begin(at start: Int, parent: Int?) throws(CaptureError) -> Int {
        var (at, parent) = (start, parent)
        while true {
            guard parts.count < MailLimits.parts else {
                throw CaptureError(.tooLarge, "more than \(MailLimits.parts) parts", at: .init(byte: at))
            }
            let depth = parent.map { parts[$0].depth + 1 } ?? 0
            guard depth <= MailLimits.depth else {
                throw CaptureError(
                    .tooDeep, "more than \(MailLimits.depth) parts stand within each other", at: .init(byte: at))
            }
            let (headers, end) = try MailHeaders.read(bytes[at...])
            parts.append(MailPart(headers, start: end, parent: parent, depth: depth))
            let index = parts.count - 1
            current = index
            at = end
            if parts[index].isMultipart, let mark = mark(of: index) { open.append(Boundary(mark: mark, part: index)) }
            // A forwarded message has header lines of its own; one in base64 is left as a file.
            let encoding = headers.raw("content-transfer-encoding")?.trimmed
            let isPlain = encoding.map { !$0.startsIgnoringCase("base64") && !$0.startsIgnoringCase("quoted") } ?? true
            guard parts[index].type == "message/rfc822", isPlain, at < bytes.count else { return at }
            parent = index
        }
    }

    /// The boundary that a part names, else the one that stands in it before a header line.
    private func mark(of part: Int) -> [UInt8]? {
        if let named = parts[part].parameters?["boundary"], !named.isEmpty, named.utf8.count <= 200 {
            return Array(named.utf8)
        }
        var at = parts[part].content.lowerBound
        for _ in 0..<50 where at < bytes.count {
            let line = MailLine.line(in: bytes[...], at: at)
            let next = MailLine.line(in: bytes[...], at: line.next).words
            if line.words.starts(with: [0x2D, 0x2D]), line.words.count > 2, next.startsIgnoringCase("content-") {
                return Array(line.words.dropFirst(2).trimmed)
            }
            at = line.next
        }
        return nil
    }

    /// The innermost open boundary that a line is, and whether it is the last of its part.
    private func boundary(_ line: ByteSlice) -> (index: Int, isLast: Bool)? {
        guard line.count <= 300 else { return nil }
        let words = line.dropFirst(2)
        for index in open.indices.reversed() where words.starts(with: open[index].mark) {
            let rest = words.dropFirst(open[index].mark.count)
            if rest.allSatisfy(\.isASCIISpace) { return (index, false) }
            if rest.starts(with: [0x2D, 0x2D]), rest.dropFirst(2).allSatisfy(\.isASCIISpace) { return (index, true) }
        }
        return nil
    }

    /// Ends the content of the part that is being read before the line break at an offset.
    private mutating func close(at end: Int) {
        guard let part = current else { return }
        let start = parts[part].content.lowerBound
        var stop = max(start, end)
        if end < bytes.count {
            if stop > start, bytes[stop - 1] == 0x0A { stop -= 1 }
            if stop > start, bytes[stop - 1] == 0x0D { stop -= 1 }
        }
        parts[part].content = start..<stop
        current = nil
    }
}
