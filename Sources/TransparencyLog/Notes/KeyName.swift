internal import Crypto

/// What a key signs, as the first byte of its text form says and its number depends on.
enum KeyType: UInt8, Sendable {
    /// A note, by Ed25519.
    case note = 0x01
    /// A checkpoint with a time, by Ed25519: the cosignature of a witness.
    case cosignature = 0x04

    /// What a key of another type is told to be not.
    var description: String {
        switch self {
        case .note: "an Ed25519 key for notes (type 1)"
        case .cosignature: "a witness's Ed25519 key (type 4)"
        }
    }
}

/// What names a key in a note: a name that people chose, and a number that follows from name, type and key.
struct KeyName: Sendable {
    let name: String
    let type: KeyType
    let id: UInt32

    /// The name of an Ed25519 public key.
    init(name: String, type: KeyType, publicKey: [UInt8]) throws(NoteError) {
        guard Self.isValid(name) else {
            throw NoteError(.badKey, "the name of a key must not be empty nor hold a space or a plus")
        }
        let digest = SHA256.hash(data: Array(name.utf8) + [0x0A, type.rawValue] + publicKey)
        (self.name, self.type) = (name, type)
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
        "\(name)+\(Hexadecimal.encode(Self.bytes(of: id)))+\(Base64.encode([type.rawValue] + key))"
    }

    /// The parts of "name+id+key". Their fit to each other is for the caller to check, who knows what the key is.
    static func parts(
        of text: some Collection<UInt8>, type: KeyType
    ) throws(NoteError) -> (name: String, id: UInt32, key: [UInt8]) {
        let parts = text.split(separator: 0x2B, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let name = String(validating: parts[0], as: UTF8.self), isValid(name),
            let id = Hexadecimal.decode(parts[1]), id.count == 4, let key = Base64.decode(parts[2])
        else { throw NoteError(.badKey, "not a key of the form name+id+base64") }
        guard key.first == type.rawValue else { throw NoteError(.unsupportedKey, "not \(type.description)") }
        return (name, id.reduce(0) { $0 << 8 | UInt32($1) }, Array(key.dropFirst()))
    }
}
