/// Why a document cannot be read.
public struct ReadingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The kinds of failure; more may be added.
    public struct Code: Hashable, Sendable {
        let name: String
        /// A data file of the reader is missing or damaged.
        public static let resource = Code(name: "resource")
    }

    /// What kind of failure.
    public let code: Code
    /// One line for the user.
    public let reason: String

    /// A failure with its reason.
    public init(_ code: Code, _ reason: String) { (self.code, self.reason) = (code, reason) }

    /// Errors are equal when their codes are.
    public static func == (a: ReadingError, b: ReadingError) -> Bool { a.code == b.code }

    /// The reason.
    public var description: String { reason }
}
