/// Why a proof cannot be made, or does not prove what it should. Two errors are equal when their codes are.
public struct ProofError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, as an open set: new codes may be added, so a switch needs a default.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as programs see it ("root-mismatch").
        public let rawValue: String
        /// A code of one's own.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// An index or a size that the tree does not have.
        public static let outOfRange = Code(rawValue: "out-of-range")
        /// Every log is consistent with an empty one, so nothing would be proved.
        public static let provesNothing = Code(rawValue: "proves-nothing")
        /// More or fewer hashes than a tree of this size needs.
        public static let wrongLength = Code(rawValue: "wrong-length")
        /// The hashes lead to another root. Something was changed: the leaf, the log, or the proof.
        public static let rootMismatch = Code(rawValue: "root-mismatch")
    }

    /// What went wrong.
    public let code: Code
    /// One line for people.
    public let reason: String

    /// An error with its reason.
    public init(_ code: Code, _ reason: String) { (self.code, self.reason) = (code, reason) }

    /// Whether the codes are equal.
    public static func == (a: ProofError, b: ProofError) -> Bool { a.code == b.code }
    /// Hashes the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// The reason.
    public var description: String { reason }
}
