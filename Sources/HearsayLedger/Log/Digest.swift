internal import Crypto

/// SHA-256 as the ledger uses it.
enum Digest {
    /// "sha256:" and 64 hexadecimal digits: the name of captured bytes.
    static func name(of bytes: [UInt8]) -> String { "sha256:" + hex(hash(bytes)) }

    /// Whether a text is such a name.
    static func isName(_ text: String) -> Bool {
        text.hasPrefix("sha256:") && text.utf8.count == 71 && bytes(hex: String(text.dropFirst(7))) != nil
    }

    /// The digest by which a leaf commits to content. Without the salt nobody can tell from it what the content is,
    /// not even by guessing.
    static func salted(_ content: [UInt8], _ salt: [UInt8]) -> String {
        var hasher = SHA256()
        hasher.update(data: salt)
        hasher.update(data: content)
        return hex(Array(hasher.finalize()))
    }

    /// The bytes that small hexadecimal digits stand for; nil for anything else.
    static func bytes(hex: String) -> [UInt8]? {
        var (bytes, half) = ([UInt8](), UInt8?.none)
        for digit in hex.utf8 {
            let value: UInt8
            switch digit {
            case 0x30...0x39: value = digit - 0x30
            case 0x61...0x66: value = digit - 0x57
            default: return nil
            }
            if let high = half { bytes.append(high << 4 | value) }
            half = half == nil ? value : nil
        }
        return half == nil ? bytes : nil
    }

    private static func hash(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    static func hex(_ digest: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: 2 * digest.count) { buffer in
            for (place, byte) in digest.enumerated() {
                buffer[2 * place] = digit(byte >> 4)
                buffer[2 * place + 1] = digit(byte & 15)
            }
            return 2 * digest.count
        }
    }

    private static func digit(_ half: UInt8) -> UInt8 {
        half < 10 ? 0x30 + half : 0x57 + half
    }
}
