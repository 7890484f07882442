import HearsayCore

/// RFC 4648 base64.
enum Base64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The bytes that a text in either alphabet stands for; nil when it is no base64. White space and padding are passed.
    static func bytes<S: Sequence<UInt8>>(of text: S) -> [UInt8]? {
        var (out, bits, count) = ([UInt8](), 0, 0)
        for letter in text where !letter.isASCIISpace && letter != 0x3D {
            guard let value = value(of: letter) else { return nil }
            (bits, count) = ((bits << 6 | value) & 0xFFFF, count + 6)
            if count >= 8 {
                count -= 8
                out.append(UInt8(bits >> count & 0xFF))
            }
        }
        return out
    }

    private static func value(of letter: UInt8) -> Int? {
        switch letter {
        case 0x41...0x5A: Int(letter) - 0x41
        case 0x61...0x7A: Int(letter) - 0x61 + 26
        case 0x30...0x39: Int(letter) - 0x30 + 52
        case 0x2B, 0x2D: 62
        case 0x2F, 0x5F: 63
        default: nil
        }
    }
}
