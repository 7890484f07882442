import HearsayCore

/// Tells bytes that are no text in any encoding.
enum BinaryNoise {
    private static let signatures: [(name: String, bytes: [UInt8])] = [
        ("a PDF file", [0x25, 0x50, 0x44, 0x46, 0x2D]),
        ("a ZIP archive or office document", [0x50, 0x4B, 0x03, 0x04]),
        ("gzip data", [0x1F, 0x8B]),
        ("a PNG picture", [0x89, 0x50, 0x4E, 0x47]),
        ("a JPEG picture", [0xFF, 0xD8, 0xFF]),
        ("a GIF picture", [0x47, 0x49, 0x46, 0x38]),
        ("a program", [0x7F, 0x45, 0x4C, 0x46]),
        ("bzip2 data", [0x42, 0x5A, 0x68]),
        ("xz data", [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
        ("zstd data", [0x28, 0xB5, 0x2F, 0xFD]),
        ("a 7z archive", [0x37, 0x7A, 0xBC, 0xAF]),
        ("an SQLite database", Array("SQLite format 3".utf8)),
        ("an office document", [0xD0, 0xCF, 0x11, 0xE0]),
    ]

    /// The kind of file that the first bytes give away; nil for anything that may be text.
    static func signature(of bytes: [UInt8]) -> String? {
        for (name, mark) in signatures where bytes.starts(with: mark) {
            // "BZh" may start a text; real bzip2 goes on with a block size and the digits of pi.
            if mark.count == 3, mark[0] == 0x42, !(bytes.count > 4 && bytes[4] == 0x31 && bytes[3].isASCIIDigit) {
                continue
            }
            return name
        }
        return nil
    }

    /// Where control characters begin that no text has so many of: one in twenty bytes of the decoded text.
    static func noise(in utf8: [UInt8]) -> Int? {
        let count = utf8.withUnsafeBufferPointer { $0.reduce(0) { $0 &+ (isNoise($1) ? 1 : 0) } }
        return count > 0 && count * 20 >= utf8.count ? utf8.firstIndex(where: isNoise) : nil
    }

    private static func isNoise(_ byte: UInt8) -> Bool {
        (byte < 0x20 || byte == 0x7F) && !byte.isASCIISpace && byte != 0x1B
    }
}
