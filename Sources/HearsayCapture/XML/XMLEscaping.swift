import HearsayCore

/// Writes text so that it stands in XML and HTML, within elements and within quotes.
enum XMLEscaping {
    /// Appends words with markup characters escaped; control characters, which XML cannot hold, become spaces.
    static func append(_ words: ByteSlice, to out: inout [UInt8]) {
        for byte in words { append(byte, to: &out) }
    }

    /// Appends one byte of UTF-8.
    static func append(_ byte: UInt8, to out: inout [UInt8]) {
        switch byte {
        case 0x26: out += "&amp;".utf8
        case 0x3C: out += "&lt;".utf8
        case 0x3E: out += "&gt;".utf8
        case 0x22: out += "&quot;".utf8
        case 0..<0x20 where byte != 9 && byte != 10 && byte != 13: out.append(0x20)
        default: out.append(byte)
        }
    }
}
