/// What a verified reply says: that bytes with this digest were there at this time, by the clock of whoever signed.
public struct Timestamp: Hashable, Sendable {
    /// How far the signer is known.
    public enum Trust: Hashable, Sendable, CustomStringConvertible {
        /// A chain of certificates, all valid at the time of the time-stamp, leads from the signer to a trust anchor
        /// that was given. Whether one was revoked is not asked.
        case anchors
        /// The signature fits the certificate in the reply, which anybody could have made.
        case signatureOnly

        /// A line for people.
        public var description: String {
            switch self {
            case .anchors: "chain checked against the given trust anchors"
            case .signatureOnly: "signature only: no trust anchors given"
            }
        }
    }

    /// When it was made (RFC 3339, UTC), to the precision that the signer gave.
    public let time: String
    /// The policy under which it was made, as numbers with dots.
    public let policy: String
    /// The time-stamp's number at its signer, hexadecimal.
    public let serial: String
    /// The name in the signer's certificate, one line. Without trust anchors it is a mere claim.
    public let signer: String
    /// How far the signer is known.
    public let trust: Trust
}
