internal import Crypto

/// SHA-256 in the forms in which Hearsay shows it.
public enum Digest {
    /// "sha256:" and 64 hexadecimal digits: the name of captured bytes.
    public static func name(of bytes: [UInt8]) -> String { "sha256:" + hex(hash(bytes)) }

    /// The digest in base 64, as a content security policy wants it.
    static func base64(of bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let digest = hash(bytes)
        var result: [UInt8] = []
        for start in stride(from: 0, to: digest.count, by: 3) {
            let group = digest[start..<min(start + 3, digest.count)]
            var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            bits <<= 8 * UInt32(3 - group.count)
            for i in 0..<4 {
                result.append(i <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * i) & 63)] : 0x3D)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var hasher = StreamingDigest()
        bytes.withUnsafeBytes { hasher.update($0) }
        return hasher.finish()
    }

    static func hex(_ digest: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

/// A SHA-256 that is fed piece by piece; the one place that knows the library behind it.
struct StreamingDigest {
    private var hasher = SHA256()

    mutating func update(_ bytes: UnsafeRawBufferPointer) { hasher.update(bufferPointer: bytes) }

    func finish() -> [UInt8] { hasher.finalize().withUnsafeBytes { Array($0) } }
}
