internal import Crypto

/// The public key of a witness with its name, as text "name+id+base64" (C2SP tlog-cosignature, Ed25519, type 4). It may
/// be given to anybody.
///
/// It is of another type than a log's ``VerifierKey``, so that neither can stand for the other.
public struct WitnessKey: Sendable, CustomStringConvertible {
    let keyName: KeyName
    private let key: Curve25519.Signing.PublicKey

    /// Reads the text form, and checks that its parts belong together.
    public init(_ text: String) throws(NoteError) {
        let parts = try KeyName.parts(of: text.utf8, type: .cosignature)
        try self.init(name: parts.name, publicKey: parts.key)
        guard id == parts.id else { throw NoteError(.badKey, "the id does not belong to this name and key") }
    }

    /// A key from its 32 bytes (RFC 8032).
    public init(name: String, publicKey: [UInt8]) throws(NoteError) {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
            throw NoteError(.badKey, "an Ed25519 public key has 32 bytes, this one \(publicKey.count)")
        }
        keyName = try KeyName(name: name, type: .cosignature, publicKey: publicKey)
        self.key = key
    }

    /// The name under which it cosigns.
    public var name: String { keyName.name }
    /// What tells it from other keys of the same name. Short, so it proves nothing.
    public var id: UInt32 { keyName.id }
    /// The 32 bytes (RFC 8032).
    public var publicKey: [UInt8] { Array(key.rawRepresentation) }
    /// The text form.
    public var description: String { keyName.text(with: publicKey) }

    /// Whether the witness made this cosignature, of a checkpoint with exactly this body.
    public func verifies(_ cosignature: Cosignature, of body: String) -> Bool {
        let message = Cosignature.message(time: cosignature.time, body: body)
        return key.isValidSignature(cosignature.signature, for: message)
    }
}

/// The private key of a witness (Ed25519). Keep its ``secretText`` as that of a ``SigningKey``, and use it for one
/// witness only: what it signs does not name the witness.
public struct WitnessSigningKey: Sendable, CustomStringConvertible {
    private static let prefix = Array("PRIVATE+KEY+".utf8)

    private let key: Curve25519.Signing.PrivateKey
    /// The public key that verifies what this one cosigns.
    public let verifier: WitnessKey

    /// Reads the text form "PRIVATE+KEY+name+id+base64", and checks that its parts belong together.
    public init(secretText text: String) throws(NoteError) {
        guard text.utf8.starts(with: Self.prefix) else { throw NoteError(.badKey, "not a private key") }
        let parts = try KeyName.parts(of: text.utf8.dropFirst(Self.prefix.count), type: .cosignature)
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
        verifier = try WitnessKey(name: name, publicKey: Array(key.publicKey.rawRepresentation))
    }

    /// A new key from the system's source of randomness.
    public static func generate(name: String) throws(NoteError) -> WitnessSigningKey {
        try WitnessSigningKey(name: name, key: Curve25519.Signing.PrivateKey())
    }

    /// The name under which it cosigns.
    public var name: String { verifier.name }
    /// The text form, with the secret in it.
    public var secretText: String {
        String(decoding: Self.prefix, as: UTF8.self) + verifier.keyName.text(with: Array(key.rawRepresentation))
    }
    /// The public key's text form; never the secret.
    public var description: String { verifier.description }

    /// The cosignature of a checkpoint at `time`, in seconds since 1970.
    ///
    /// It says that the witness knows of no larger log of this origin, and of none that contradicts this one. Only
    /// ``Witness`` makes sure of that.
    func cosignature(of body: String, time: Int) throws(NoteError) -> Cosignature {
        guard time >= 0 else { throw NoteError(.cannotSign, "a cosignature cannot be of a time before 1970") }
        do {
            let signature = try key.signature(for: Cosignature.message(time: time, body: body))
            return Cosignature(name: name, keyID: verifier.id, time: time, signature: Array(signature))
        } catch {
            throw NoteError(.cannotSign, "the key \(name) cannot sign: \(error)")
        }
    }
}
