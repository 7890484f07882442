/// Why static files of a log cannot be made, or do not belong to it. Two errors are equal when their codes are.
public struct TileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, as an open set: new codes may be added, so a switch needs a default.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as programs see it ("missing").
        public let rawValue: String
        /// A code of one's own.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A file that the checkpoint speaks of is not there, neither partial nor full.
        public static let missing = Code(rawValue: "missing")
        /// Not as long as it must be, or not in its form.
        public static let malformed = Code(rawValue: "malformed")
        /// An entry of more than 65,535 bytes has no place in a bundle.
        public static let tooLarge = Code(rawValue: "too-large")
        /// Hashes or entries are not those that the checkpoint signs. Something was changed.
        public static let mismatch = Code(rawValue: "mismatch")
    }

    /// What went wrong.
    public let code: Code
    /// One line for people.
    public let reason: String
    /// The file's path below the log's folder; nil where it is not one file.
    public let path: String?

    /// An error with its reason.
    public init(_ code: Code, _ reason: String, path: String? = nil) {
        (self.code, self.reason, self.path) = (code, reason, path)
    }

    /// Whether the codes are equal.
    public static func == (a: TileError, b: TileError) -> Bool { a.code == b.code }
    /// Hashes the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// The reason, with its file.
    public var description: String { path.map { "\($0): \(reason)" } ?? reason }
}
