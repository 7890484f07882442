internal import Crypto
internal import HearsayCore

/// Who says that a WACZ is theirs. A signature tells who signed, never that a page was really so.
public enum WACZSignature: Hashable, Sendable {
    /// Nothing.
    case none
    /// The digest of its list of resources is given and holds; nobody signed.
    case digest
    /// Signed by the holder of a key, which is given in base64. The signature holds.
    case key(String, created: String?)
    /// Said to be signed for a domain. Neither certificate nor signature was checked.
    case domain(String, created: String?)
    /// It does not hold, or cannot be checked: why, as the end of a sentence.
    case invalid(String)

    /// One line for people.
    public var description: String {
        switch self {
        case .none: "not signed"
        case .digest: "not signed; the digest of its resources holds"
        case .key(let key, let created): "signed by the key \(key)" + Self.time(created)
        case .domain(let domain, let created):
            "signed for the domain \(domain) (certificate not checked)" + Self.time(created)
        case .invalid(let reason): "its signature is not accepted: \(reason)"
        }
    }

    private static func time(_ created: String?) -> String { created.map { ", as it says at \($0)" } ?? "" }

    /// The signature in a datapackage-digest.json over a datapackage.json.
    init(_ bytes: [UInt8], over package: [UInt8]) {
        guard let json = try? JSONReader.value(of: bytes), let hash = json["hash"]?.text,
            let stated = StatedDigest(hash)
        else {
            self = .invalid("datapackage-digest.json names no digest")
            return
        }
        guard stated.verdict(on: package[...]) == .holds else {
            self = .invalid("datapackage.json is not the file that datapackage-digest.json names")
            return
        }
        guard let signed = json["signedData"] else {
            self = .digest
            return
        }
        self = Self.signer(signed, of: hash)
    }

    private static func signer(_ signed: JSONValue, of hash: String) -> WACZSignature {
        guard signed["hash"]?.text == hash else { return .invalid("another digest is signed") }
        let created = signed["created"]?.text
        if let domain = signed["domain"]?.text { return .domain(domain, created: created) }
        guard let key = signed["publicKey"]?.text, let signature = signed["signature"]?.text,
            let keyBytes = Base64.bytes(of: key.utf8), let signatureBytes = Base64.bytes(of: signature.utf8)
        else { return .invalid("it names neither a domain nor a key") }
        guard let holds = isSigned(Array(hash.utf8), by: keyBytes, signatureBytes) else {
            return .invalid("its key or signature is in a form that is not known")
        }
        return holds ? .key(key, created: created) : .invalid("the signature does not belong to the key and the digest")
    }

    /// Whether an ECDSA signature over SHA-256 holds, by a key of P-256 or P-384; nil when either cannot be read.
    private static func isSigned(_ bytes: [UInt8], by key: [UInt8], _ signature: [UInt8]) -> Bool? {
        let digest = SHA256.hash(data: bytes)
        if let key = try? P256.Signing.PublicKey(derRepresentation: key) {
            let der = try? P256.Signing.ECDSASignature(derRepresentation: signature)
            let raw = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
            return (der ?? raw).map { key.isValidSignature($0, for: digest) }
        }
        if let key = try? P384.Signing.PublicKey(derRepresentation: key) {
            let der = try? P384.Signing.ECDSASignature(derRepresentation: signature)
            let raw = try? P384.Signing.ECDSASignature(rawRepresentation: signature)
            return (der ?? raw).map { key.isValidSignature($0, for: digest) }
        }
        return nil
    }
}
