internal import Crypto

/// The name of an exported thing: a UUID of version 5 (RFC 9562), made of what the thing is and nothing else, so that
/// two exports of the same thing agree.
///
/// The hashed name is the kind and the parts, each as its length in bytes, a colon, its bytes and a comma, so that no
/// two lists of parts give one name. Version 5 and its SHA-1 name things and prove nothing; STIX 2.1 knows no later one.
public struct ExportID: Hashable, Sendable, CustomStringConvertible {
    /// The namespace of all names, and of the vocabulary. It never changes.
    public static let namespace = "33edc2e7-96c3-4fa3-85f3-c0420ec8fcd6"

    static let namespaceBytes: [UInt8] = [
        0x33, 0xED, 0xC2, 0xE7, 0x96, 0xC3, 0x4F, 0xA3, 0x85, 0xF3, 0xC0, 0x42, 0x0E, 0xC8, 0xFC, 0xD6,
    ]

    private let bytes: [UInt8]

    /// The name of a thing by its kind and what tells it from all others of that kind.
    init(_ kind: String, _ parts: [String]) { self.init(kind, begun: Self.joined(parts)) }

    /// The name of a thing of whose parts the first ones are joined already.
    init(_ kind: String, begun: [UInt8], _ parts: [String] = []) {
        var hash = Insecure.SHA1()
        let name = Self.namespaceBytes + Self.joined([kind]) + begun + Self.joined(parts)
        name.withUnsafeBytes { hash.update(bufferPointer: $0) }
        self.init(digest: Array(hash.finalize()))
    }

    /// Parts of a name as they are hashed.
    static func joined(_ parts: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            bytes.append(contentsOf: "\(part.utf8.count):".utf8)
            bytes.append(contentsOf: part.utf8)
            bytes.append(0x2C)
        }
        return bytes
    }

    fileprivate init(digest: [UInt8]) {
        var bytes = Array(digest.prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        self.bytes = bytes
    }

    /// The UUID: "33edc2e7-96c3-4fa3-85f3-c0420ec8fcd6".
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var at = 0
            for (i, byte) in bytes.enumerated() {
                if i == 4 || i == 6 || i == 8 || i == 10 {
                    text[at] = 0x2D
                    at += 1
                }
                text[at] = Hexadecimal.digit(byte >> 4)
                text[at + 1] = Hexadecimal.digit(byte & 0xF)
                at += 2
            }
            return at
        }
    }

    /// The UUID as an address: "urn:uuid:…".
    var urn: String { "urn:uuid:\(self)" }
}

/// A name that grows with a file: of all that stands in it, in order.
struct IDSeries: Sendable {
    private var hash = Insecure.SHA1()

    init() { feed(ExportID.namespaceBytes) }

    mutating func add(_ part: String) { feed(ExportID.joined([part])) }

    var id: ExportID {
        let copy = hash
        return ExportID(digest: Array(copy.finalize()))
    }

    private mutating func feed(_ bytes: [UInt8]) { bytes.withUnsafeBytes { hash.update(bufferPointer: $0) } }
}

/// Hexadecimal digits, in lower case.
enum Hexadecimal {
    /// The digit of a number below 16.
    static func digit(_ number: UInt8) -> UInt8 { number < 10 ? 0x30 + number : 0x57 + number }

    static func digits(of byte: UInt8) -> [UInt8] { [digit(byte >> 4), digit(byte & 0xF)] }

    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes.flatMap(digits), as: UTF8.self) }
}

/// The digest of a text, by which an annotation says what its positions count.
enum TextDigest {
    static func sha256(_ bytes: [UInt8]) -> String {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return "sha256:" + Hexadecimal.text(Array(hash.finalize()))
    }
}
