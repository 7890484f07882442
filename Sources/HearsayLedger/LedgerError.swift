/// Why a ledger could not do what was asked. Two errors are equal when their codes are.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, as an open set: new codes may be added, so a switch needs a default.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as programs see it ("no-ledger").
        public let rawValue: String
        /// A code of one's own.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// There is no file at the path, or no folder to make it in.
        public static let noLedger = Code(rawValue: "no-ledger")
        /// Another program holds the ledger. Try again when it is done.
        public static let locked = Code(rawValue: "locked")
        /// The file or its folder cannot be written to, or not even read.
        public static let readOnly = Code(rawValue: "read-only")
        /// A later version of Hearsay made it. Use that version.
        public static let newer = Code(rawValue: "newer")
        /// The file is broken. Go back to a copy.
        public static let damaged = Code(rawValue: "damaged")
        /// The file is something else.
        public static let notALedger = Code(rawValue: "not-a-ledger")
        /// What was asked for is not in the ledger.
        public static let notFound = Code(rawValue: "not-found")
        /// What was asked for makes no sense.
        public static let invalid = Code(rawValue: "invalid")
        /// The disk is full, or may not be filled further. The change was not stored; what was there is whole.
        public static let full = Code(rawValue: "full")
        /// Anything else.
        public static let failed = Code(rawValue: "failed")
    }

    /// What went wrong.
    public let code: Code
    /// One line for people: the reason, and what to do where that is not plain.
    public let reason: String
    /// The path of the ledger.
    public let path: String

    /// An error with its reason.
    public init(_ code: Code, _ reason: String, path: String) {
        (self.code, self.reason, self.path) = (code, reason, path)
    }

    /// Whether the codes are equal.
    public static func == (a: LedgerError, b: LedgerError) -> Bool { a.code == b.code }
    /// Hashes the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// The path with the reason.
    public var description: String { "\(path): \(reason)" }
}
