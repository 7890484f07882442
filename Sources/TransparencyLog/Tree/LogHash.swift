internal import Crypto

/// A SHA-256 value: of a leaf, of a subtree, or the root of a whole log (RFC 6962, section 2.1).
public struct LogHash: Hashable, Sendable, CustomStringConvertible {
    /// The bytes of a hash.
    public static let size = 32

    // Four words and no array: a tree holds millions of these.
    private let words: SIMD4<UInt64>

    /// A hash from its 32 bytes; nil for any other number of them.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.size else { return nil }
        var words = SIMD4<UInt64>()
        for (place, byte) in bytes.enumerated() { words[place / 8] = words[place / 8] << 8 | UInt64(byte) }
        self.words = words
    }

    /// A hash from 64 lower-case hexadecimal digits; nil for anything else.
    public init?(hex: String) {
        guard let bytes = Hexadecimal.decode(hex.utf8) else { return nil }
        self.init(bytes: bytes)
    }

    /// A hash from its base 64, padding included; nil for anything else.
    public init?(base64: String) {
        guard let bytes = Base64.decode(base64.utf8) else { return nil }
        self.init(bytes: bytes)
    }

    private init(hashing bytes: [UInt8]) {
        words = SHA256.hash(data: bytes).withUnsafeBytes { digest in
            var words = SIMD4<UInt64>()
            for place in 0..<4 {
                words[place] = UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
            }
            return words
        }
    }

    /// The root of a log without leaves.
    public static let emptyRoot = LogHash(hashing: [])

    /// The hash of a leaf that holds `bytes`.
    public static func leaf(_ bytes: [UInt8]) -> LogHash { LogHash(hashing: [0x00] + bytes) }

    /// The hash of a tree from those of its two halves. A leaf never has the same: the first byte differs.
    public static func node(_ left: LogHash, _ right: LogHash) -> LogHash {
        var bytes: [UInt8] = [0x01]
        bytes.reserveCapacity(1 + 2 * size)
        left.append(to: &bytes)
        right.append(to: &bytes)
        return LogHash(hashing: bytes)
    }

    private func append(to bytes: inout [UInt8]) {
        for place in 0..<4 { withUnsafeBytes(of: words[place].bigEndian) { bytes.append(contentsOf: $0) } }
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.size)
        append(to: &bytes)
        return bytes
    }

    /// 64 lower-case hexadecimal digits.
    public var hex: String { Hexadecimal.encode(bytes) }
    /// Base 64 with padding, as checkpoints and proofs write it.
    public var base64: String { Base64.encode(bytes) }
    /// The same as ``hex``.
    public var description: String { hex }
}
