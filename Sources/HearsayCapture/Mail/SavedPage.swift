import HearsayCore

/// A page that a browser or SingleFile saved as one HTML file, with a comment that names its address.
struct SavedPage {
    /// So far into a page the comment may stand.
    private static let head = 8192
    /// Shorter data is left where it is.
    private static let least = 64

    /// The address it was saved from.
    let address: String
    /// Whether its pictures, styles and fonts are written into it.
    let isSingleFile: Bool

    /// What the page's first comment says; nil for a page that was not saved.
    init?(_ bytes: [UInt8]) {
        let start = bytes.prefix(Self.head)
        guard let open = start.firstIgnoringCase("<!--") else { return nil }
        let rest = start[(open + 4)...]
        let comment = rest[..<(rest.firstIgnoringCase("-->") ?? rest.endIndex)]
        if comment.trimmed.startsIgnoringCase("page saved with singlefile") {
            guard let at = comment.firstIgnoringCase("url:"), let found = Self.address(comment[(at + 4)...]) else {
                return nil
            }
            (address, isSingleFile) = (found, true)
        } else if comment.trimmed.startsIgnoringCase("saved from url=("),
            let close = comment.firstIndex(of: 0x29), let found = Self.address(comment[(close + 1)...])
        {
            (address, isSingleFile) = (found, false)
        } else {
            return nil
        }
    }

    private static func address(_ words: ByteSlice) -> String? {
        let word = words.trimmed.prefix { !$0.isASCIISpace }
        guard word.startsIgnoringCase("http"), WebAddress.host(of: word) != nil else { return nil }
        return word.string
    }

    /// The page without the data of its pictures, styles and fonts: they are most of its bytes and none of its text.
    static func withoutData(_ bytes: [UInt8]) -> [UInt8] {
        var (out, at, done) = ([UInt8](), 0, 0)
        while let comma = MailLine.find(0x2C, in: bytes[at...]) {
            at = comma + 1
            let before = bytes[max(done, comma - 120)..<comma]
            guard before.suffix(7).equalsIgnoringCase(";base64"), isData(before) else { continue }
            var end = at
            while end < bytes.count, isDatum(bytes[end]) { end += 1 }
            guard end - at > least else { continue }
            out += bytes[done..<at]
            (at, done) = (end, end)
        }
        if done == 0 { return bytes }
        out += bytes[done...]
        return out
    }

    /// Whether the bytes before ";base64," start with "data:" behind the last quotation mark, bracket or equals sign.
    private static func isData(_ before: ByteSlice) -> Bool {
        let start = before.lastIndex { $0 == 0x22 || $0 == 0x27 || $0 == 0x28 || $0 == 0x20 || $0 == 0x3E }
        let word = before[(start.map { $0 + 1 } ?? before.startIndex)...]
        return word.firstIgnoringCase("data:") != nil
    }

    private static func isDatum(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == 0x2B || byte == 0x2F || byte == 0x3D || byte == 0x25
    }
}
