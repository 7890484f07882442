/// Why a note, a key, a checkpoint, a proof file or a policy cannot be read or is not trusted. Two errors are equal when
/// their codes are.
public struct NoteError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, as an open set: new codes may be added, so a switch needs a default.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as programs see it ("bad-signature").
        public let rawValue: String
        /// A code of one's own.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Not in the form that the format asks for.
        public static let malformed = Code(rawValue: "malformed")
        /// More bytes or signatures than are read.
        public static let tooLarge = Code(rawValue: "too-large")
        /// Not a key in the form that is asked for, or one damaged on its way. Copy it again.
        public static let badKey = Code(rawValue: "bad-key")
        /// A key for signatures of another kind, or a witness's where a log's is asked for.
        public static let unsupportedKey = Code(rawValue: "unsupported-key")
        /// None of the signatures is by a known key. Check that the right key was given.
        public static let unknownSigners = Code(rawValue: "unknown-signers")
        /// A known key did not sign this text. The text or the signature was changed.
        public static let badSignature = Code(rawValue: "bad-signature")
        /// The signature is right, but the checkpoint is of another log.
        public static let wrongOrigin = Code(rawValue: "wrong-origin")
        /// Not enough witnesses cosigned. Ask the others, or wait for them.
        public static let quorumMissed = Code(rawValue: "quorum-missed")
        /// The key cannot sign.
        public static let cannotSign = Code(rawValue: "cannot-sign")
    }

    /// What went wrong.
    public let code: Code
    /// One line for people.
    public let reason: String
    /// The line, counted from one; nil where it is not one line.
    public let line: Int?

    /// An error with its reason.
    public init(_ code: Code, _ reason: String, line: Int? = nil) {
        (self.code, self.reason, self.line) = (code, reason, line)
    }

    /// Whether the codes are equal.
    public static func == (a: NoteError, b: NoteError) -> Bool { a.code == b.code }
    /// Hashes the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// The reason, with its line.
    public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
