internal import Crypto

/// A public key with a name, as text "name+id+base64" (C2SP signed-note, Ed25519). It may be given to anybody.
///
/// What it verifies is worth as much as the way on which the key came: take it from where its owner publishes it, not
/// from the log that it is to check.
public struct VerifierKey: Sendable, CustomStringConvertible {
    let keyName: KeyName
    private let key: Curve25519.Signing.PublicKey

    /// Reads the text form, and checks that its parts belong together.
    public init(_ text: String) throws(NoteError) {
        let parts = try KeyName.parts(of: text.utf8, type: .note)
        try self.init(name: parts.name, publicKey: parts.key)
        guard id == parts.id else { throw NoteError(.badKey, "the id does not belong to this name and key") }
    }

    /// A key from its 32 bytes (RFC 8032).
    public init(name: String, publicKey: [UInt8]) throws(NoteError) {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
            throw NoteError(.badKey, "an Ed25519 public key has 32 bytes, this one \(publicKey.count)")
        }
        keyName = try KeyName(name: name, type: .note, publicKey: publicKey)
        self.key = key
    }

    /// The name under which it signs; by habit the log's origin.
    public var name: String { keyName.name }
    /// What tells it from other keys of the same name. Short, so it proves nothing.
    public var id: UInt32 { keyName.id }
    /// The 32 bytes (RFC 8032).
    public var publicKey: [UInt8] { Array(key.rawRepresentation) }
    /// The text form.
    public var description: String { keyName.text(with: publicKey) }

    /// Whether the key signed exactly these bytes.
    public func verifies(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        key.isValidSignature(signature, for: bytes)
    }
}
