internal import Crypto
import HearsayCore

/// Whether bytes are those that a digest names.
public enum DigestVerdict: String, Hashable, Sendable {
    /// No digest is given, or none of which the bytes are at hand.
    case absent
    /// It is one of an algorithm or in a form that is not known.
    case unknown
    /// The bytes are those.
    case holds
    /// The bytes are others.
    case differs
}

/// The digest that an archive states for some bytes: "sha1:B2LT…", "sha256:9f86d0…".
struct StatedDigest: Hashable {
    private let algorithm: String
    private let value: ByteSlice

    /// A digest with its algorithm before a colon; nil for anything else.
    init?(_ text: String) {
        let bytes = Array(text.utf8)[...]
        guard let colon = bytes.firstIndex(of: 0x3A) else { return nil }
        self.init(algorithm: bytes[..<colon].string, value: bytes[(colon + 1)...].string)
    }

    init(algorithm: String, value: String) {
        self.algorithm = algorithm.lowercased().filter { $0 != "-" && $0 != "_" }
        self.value = Array(value.utf8)[...].trimmed
    }

    /// Whether it is the digest of these bytes.
    func verdict(on bytes: ByteSlice) -> DigestVerdict {
        guard var hash = RunningHash(algorithm: algorithm) else { return .unknown }
        hash.update(bytes)
        return verdict(on: hash.finish())
    }

    /// Whether it is this digest, in hexadecimal, base32 or base64.
    func verdict(on digest: [UInt8]) -> DigestVerdict {
        let given = value.filter { $0 != 0x3D }
        if given.count == digest.count * 2 {
            return given.map(\.asciiLowercased) == Array(digest.hexadecimal.utf8) ? .holds : .differs
        }
        if given.count == (digest.count * 8 + 5) / 6 { return Base64.bytes(of: given) == digest ? .holds : .differs }
        guard given.count == (digest.count * 8 + 4) / 5 else { return .unknown }
        return given.map(\.asciiLowercased) == digest.base32 ? .holds : .differs
    }

    /// The hash that makes such digests; nil for an unknown algorithm.
    var hash: RunningHash? { RunningHash(algorithm: algorithm) }
}

/// A hash that is fed piece by piece.
enum RunningHash {
    case md5(Insecure.MD5)
    case sha1(Insecure.SHA1)
    case sha256(SHA256)
    case sha512(SHA512)

    init?(algorithm: String) {
        switch algorithm {
        case "md5": self = .md5(Insecure.MD5())
        case "sha1": self = .sha1(Insecure.SHA1())
        case "sha256": self = .sha256(SHA256())
        case "sha512": self = .sha512(SHA512())
        default: return nil
        }
    }

    mutating func update(_ bytes: ByteSlice) {
        bytes.withUnsafeBytes { bytes in
            switch self {
            case .md5(var hash):
                hash.update(bufferPointer: bytes)
                self = .md5(hash)
            case .sha1(var hash):
                hash.update(bufferPointer: bytes)
                self = .sha1(hash)
            case .sha256(var hash):
                hash.update(bufferPointer: bytes)
                self = .sha256(hash)
            case .sha512(var hash):
                hash.update(bufferPointer: bytes)
                self = .sha512(hash)
            }
        }
    }

    func finish() -> [UInt8] {
        switch self {
        case .md5(let hash): Array(hash.finalize())
        case .sha1(let hash): Array(hash.finalize())
        case .sha256(let hash): Array(hash.finalize())
        case .sha512(let hash): Array(hash.finalize())
        }
    }
}

extension [UInt8] {
    /// The SHA-256 of the bytes.
    var sha256: [UInt8] { Array(SHA256.hash(data: self)) }

    /// Two small hexadecimal digits for each byte.
    var hexadecimal: String {
        String(decoding: flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)

    /// RFC 4648 base32 in small letters, without padding.
    fileprivate var base32: [UInt8] {
        var (out, bits, count) = ([UInt8](), 0, 0)
        for byte in self {
            (bits, count) = (bits << 8 | Int(byte), count + 8)
            while count >= 5 {
                count -= 5
                out.append(Self.letter(bits >> count & 31))
            }
            bits &= 31
        }
        if count > 0 { out.append(Self.letter(bits << (5 - count) & 31)) }
        return out
    }

    private static func letter(_ value: Int) -> UInt8 { UInt8(value < 26 ? 0x61 + value : 0x32 + value - 26) }
}

extension WARCRecord {
    /// Whether the block is the one that the record's digest names. Costs a pass over it.
    public func checkBlock() -> DigestVerdict { check("warc-block-digest") { [$0.block[...]] } }

    /// Whether the payload is the one that the record's digest names. Of a revisit the payload lies elsewhere.
    public func checkPayload() -> DigestVerdict {
        if kind == .revisit || kind == .continuation || truncated != nil { return .absent }
        return check("warc-payload-digest") { $0.payloads }
    }

    private func check(_ name: String, _ candidates: (WARCRecord) -> [ByteSlice]) -> DigestVerdict {
        guard let text = headers.first(named: name) else { return .absent }
        guard let stated = StatedDigest(text) else { return .unknown }
        var verdict = DigestVerdict.unknown
        for bytes in candidates(self) {
            verdict = stated.verdict(on: bytes)
            if verdict != .differs { break }
        }
        return verdict
    }

    /// What a payload digest may be of: the body as it was sent and, as some writers have it, without its chunks.
    private var payloads: [ByteSlice] {
        guard kind == .response || kind == .request, let head = headEnd else { return [block[...]] }
        let body = block[head...]
        let chunked = ChunkedBody.decode(body)
        return chunked.defect == nil && !body.isEmpty ? [body, chunked.bytes[...]] : [body]
    }

    private var headEnd: Int? {
        HeaderFields.read(block[...], limits: ArchiveLimits()).map(\.end)
    }
}
