/// Why a witness does not cosign. Two errors are equal when their codes are.
public struct WitnessError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, as an open set: new codes may be added, so a switch needs a default.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as programs see it ("conflict").
        public let rawValue: String
        /// A code of one's own.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Not a request as it should be (HTTP 400).
        public static let malformed = Code(rawValue: "malformed")
        /// No log of this origin is known (HTTP 404).
        public static let unknownLog = Code(rawValue: "unknown-log")
        /// No key of the log signed the checkpoint, or one did not sign this text (HTTP 403).
        public static let notSigned = Code(rawValue: "not-signed")
        /// The witness last cosigned another size, or another root of this size (HTTP 409). Ask again with the proof
        /// from ``WitnessError/lastSize``; if the roots differ, the log has forked: tell others.
        public static let conflict = Code(rawValue: "conflict")
        /// The proof does not show that the log only grew (HTTP 422).
        public static let inconsistent = Code(rawValue: "inconsistent")
    }

    /// What went wrong.
    public let code: Code
    /// One line for people.
    public let reason: String
    /// In a conflict, the size that the witness last cosigned.
    public let lastSize: Int?

    /// An error with its reason.
    public init(_ code: Code, _ reason: String, lastSize: Int? = nil) {
        (self.code, self.reason, self.lastSize) = (code, reason, lastSize)
    }

    /// Whether the codes are equal.
    public static func == (a: WitnessError, b: WitnessError) -> Bool { a.code == b.code }
    /// Hashes the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// The reason.
    public var description: String { reason }
}
