import HearsayCore

/// What stands in the round brackets of an inline link: `(https://… "title")`.
struct MarkdownDestination {
    private static let longest = 4096
    private static let deepest = 32

    /// The address.
    private(set) var address: ByteSlice = []
    /// The title; empty without one.
    private(set) var title: ByteSlice = []
    /// One past the closing bracket.
    private(set) var end = 0

    /// Reads from the opening bracket on; nil when it is none. `work` grows by the bytes looked at.
    init?(_ bytes: ByteSlice, work: inout Int) {
        let rest = bytes.prefix(Self.longest)
        guard rest.first == 0x28 else { return nil }
        var at = skipSpace(rest, rest.startIndex + 1)
        defer { work += max(at - rest.startIndex, 1) }
        guard let stop = readAddress(rest, &at) else { return nil }
        at = skipSpace(rest, stop)
        if at < rest.endIndex, at > stop, let quote = [0x22, 0x27, 0x28].first(where: { $0 == Int(rest[at]) }) {
            let close: UInt8 = quote == 0x28 ? 0x29 : UInt8(quote)
            var end = at + 1
            while end < rest.endIndex, rest[end] != close { end += rest[end] == 0x5C ? 2 : 1 }
            guard end < rest.endIndex else {
                at = rest.endIndex
                return nil
            }
            title = rest[(at + 1)..<end]
            at = skipSpace(rest, end + 1)
        }
        guard at < rest.endIndex, rest[at] == 0x29 else { return nil }
        end = at + 1
    }

    private func skipSpace(_ bytes: ByteSlice, _ start: Int) -> Int {
        var at = start
        while at < bytes.endIndex, bytes[at].isASCIISpace { at += 1 }
        return at
    }

    private mutating func readAddress(_ bytes: ByteSlice, _ at: inout Int) -> Int? {
        let start = at
        if at < bytes.endIndex, bytes[at] == 0x3C {
            while at < bytes.endIndex, bytes[at] != 0x3E, bytes[at] != 0x0A { at += 1 }
            guard at < bytes.endIndex, bytes[at] == 0x3E else { return nil }
            address = bytes[(start + 1)..<at]
            return at + 1
        }
        var depth = 0
        while at < bytes.endIndex, !bytes[at].isASCIISpace {
            if bytes[at] == 0x5C, at + 1 < bytes.endIndex {
                at += 1
            } else if bytes[at] == 0x28 {
                depth += 1
                guard depth <= Self.deepest else { return nil }
            } else if bytes[at] == 0x29 {
                if depth == 0 { break }
                depth -= 1
            }
            at += 1
        }
        guard at < bytes.endIndex, depth == 0 else { return nil }
        address = bytes[start..<at]
        return at
    }
}
