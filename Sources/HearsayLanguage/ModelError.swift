/// Why a model file cannot be used.
public struct ModelError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The kinds of failure; more may be added.
    public struct Code: Hashable, Sendable {
        let name: String
        /// There is no such file, or it cannot be opened.
        public static let unreadable = Code(name: "unreadable")
        /// The file ends too early.
        public static let truncated = Code(name: "truncated")
        /// The file is not what it should be.
        public static let malformed = Code(name: "malformed")
        /// A tensor is absent or of another shape or type.
        public static let tensor = Code(name: "tensor")
        /// The matrix library refused.
        public static let engine = Code(name: "engine")
    }

    /// What kind of failure.
    public let code: Code
    /// One line for the user, without the file's name unless `place` is nil.
    public let reason: String
    /// The file, where known.
    public var place: String?

    /// A failure with its reason and place.
    public init(_ code: Code, _ reason: String, place: String? = nil) {
        (self.code, self.reason, self.place) = (code, reason, place)
    }

    /// Errors are equal when their codes are.
    public static func == (a: ModelError, b: ModelError) -> Bool { a.code == b.code }

    /// "place: reason".
    public var description: String { place.map { "\($0): \(reason)" } ?? reason }
}
