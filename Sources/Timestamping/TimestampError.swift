/// Why a time-stamp is not asked for, cannot be read or is not trusted. Two errors are equal when their codes are.
public struct TimestampError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, as an open set: new codes may be added, so a switch needs a default.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as programs see it ("wrong-imprint").
        public let rawValue: String
        /// A code of one's own.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Not in the form that RFC 3161 asks for.
        public static let malformed = Code(rawValue: "malformed")
        /// More bytes than are read.
        public static let tooLarge = Code(rawValue: "too-large")
        /// The authority gave no time-stamp. Its own words are in the reason.
        public static let refused = Code(rawValue: "refused")
        /// The time-stamp is of other bytes, or of another digest than SHA-256.
        public static let wrongImprint = Code(rawValue: "wrong-imprint")
        /// The reply does not answer this request: it may be an old one.
        public static let wrongNonce = Code(rawValue: "wrong-nonce")
        /// The signature is not over this reply. It was changed.
        public static let badSignature = Code(rawValue: "bad-signature")
        /// The signer's certificate is missing, is not the one that was signed with, or is not made for time-stamps.
        public static let badSigner = Code(rawValue: "bad-signer")
        /// No valid chain led from the signer to a trust anchor when the time-stamp was made.
        public static let untrusted = Code(rawValue: "untrusted")
        /// No certificates in PEM form.
        public static let badAnchors = Code(rawValue: "bad-anchors")
        /// The library failed for another reason.
        public static let failed = Code(rawValue: "failed")
    }

    /// What went wrong.
    public let code: Code
    /// One line for people.
    public let reason: String

    /// An error with its reason.
    public init(_ code: Code, _ reason: String) { (self.code, self.reason) = (code, reason) }

    /// Whether the codes are equal.
    public static func == (a: TimestampError, b: TimestampError) -> Bool { a.code == b.code }
    /// Hashes the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// The reason.
    public var description: String { reason }
}
