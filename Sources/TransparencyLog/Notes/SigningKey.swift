internal import Crypto

/// A private key with a name (Ed25519). Whoever has its ``secretText`` signs in its owner's name: keep it in a file
/// that only the owner can read. Printing the key itself shows the public part only.
public struct SigningKey: Sendable, CustomStringConvertible {
    private static let prefix = Array("PRIVATE+KEY+".utf8)

    private let key: Curve25519.Signing.PrivateKey
    /// The public key that verifies what this one signs.
    public let verifier: VerifierKey

    /// Reads the text form "PRIVATE+KEY+name+id+base64", and checks that its parts belong together.
    public init(secretText text: String) throws(NoteError) {
        guard text.utf8.starts(with: Self.prefix) else { throw NoteError(.badKey, "not a private key") }
        let parts = try KeyName.parts(of: text.utf8.dropFirst(Self.prefix.count), type: .note)
        try self.init(name: parts.name, seed: parts.key)
        guard verifier.id == parts.id else { throw NoteError(.badKey, "the id does not belong to this name and key") }
    }

    /// A key from its 32 secret bytes (RFC 8032).
    public init(name: String, seed: [UInt8]) throws(NoteError) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            throw NoteError(.badKey, "an Ed25519 private key has 32 bytes, this one \(seed.count)")
        }
        try self.init(name: name, key: key)
    }

    private init(name: String, key: Curve25519.Signing.PrivateKey) throws(NoteError) {
        self.key = key
        verifier = try VerifierKey(name: name, publicKey: Array(key.publicKey.rawRepresentation))
    }

    /// A new key from the system's source of randomness.
    public static func generate(name: String) throws(NoteError) -> SigningKey {
        try SigningKey(name: name, key: Curve25519.Signing.PrivateKey())
    }

    /// The name under which it signs.
    public var name: String { verifier.name }
    /// The text form, with the secret in it.
    public var secretText: String {
        let text = String(decoding: Self.prefix, as: UTF8.self)
        return text + verifier.keyName.text(with: Array(key.rawRepresentation))
    }
    /// The public key's text form; never the secret.
    public var description: String { verifier.description }

    /// The signature of exactly these bytes.
    public func signature(of bytes: [UInt8]) throws(NoteError) -> [UInt8] {
        do {
            return Array(try key.signature(for: bytes))
        } catch {
            throw NoteError(.cannotSign, "the key \(name) cannot sign: \(error)")
        }
    }
}
