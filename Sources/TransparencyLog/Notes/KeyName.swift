internal import Crypto

/// What names a key in a note: a name that people chose, and a number that follows from name and key.
struct KeyName: Sendable {
    let name: String
    let id: UInt32

    /// The first byte of an Ed25519 key in its text form, and what its number is computed with.
    static let ed25519: UInt8 = 0x01

    /// The name of an Ed25519 public key.
    init(name: String, publicKey: [UInt8]) throws(NoteError) {
        guard Self.isValid(name) else {
            throw NoteError(.badKey, "the name of a key must not be empty nor hold a space or a plus")
        }
        let digest = SHA256.hash(data: Array(name.utf8) + [0x0A, Self.ed25519] + publicKey)
        self.name = name
        id = digest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    static func isValid(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { $0 != "+" && $0.value >= 0x20 && !$0.properties.isWhitespace }
    }

    /// The four bytes of an id, the highest first.
    static func bytes(of id: UInt32) -> [UInt8] { withUnsafeBytes(of: id.bigEndian) { Array($0) } }

    /// "name+id+key", the key with its type before it.
    func text(with key: [UInt8]) -> String {
        "\(name)+\(Hexadecimal.encode(Self.bytes(of: id)))+\(Base64.encode([Self.ed25519] + key))"
    }

    /// The parts of "name+id+key". Their fit to each other is for the caller to check, who knows what the key is.
    static func parts(of text: some Collection<UInt8>) throws(NoteError) -> (name: String, id: UInt32, key: [UInt8]) {
        let parts = text.split(separator: 0x2B, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let name = String(validating: parts[0], as: UTF8.self), isValid(name),
            let id = Hexadecimal.decode(parts[1]), id.count == 4, let key = Base64.decode(parts[2])
        else { throw NoteError(.badKey, "not a key of the form name+id+base64") }
        guard key.first == ed25519 else { throw NoteError(.unsupportedKey, "not an Ed25519 key") }
        return (name, id.reduce(0) { $0 << 8 | UInt32($1) }, Array(key.dropFirst()))
    }
}
