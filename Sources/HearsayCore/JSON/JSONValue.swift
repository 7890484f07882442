/// A JSON value as it was read.
public enum JSONValue: Equatable, Sendable {
    /// Text.
    case string(String)
    /// A number.
    case number(Double)
    /// True or false.
    case bool(Bool)
    /// Nothing.
    case null
    /// A list.
    case array([JSONValue])
    /// Named values; of a name given twice, the last one counts.
    case object([String: JSONValue])

    /// What the value is, in a word, for error messages.
    public var kind: String {
        switch self {
        case .string: "a string"
        case .number: "a number"
        case .bool: "true or false"
        case .null: "null"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// Why bytes are not JSON, and where.
public struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The byte at which reading stopped.
    public let offset: Int
    /// What is wrong, as the end of a sentence.
    public let reason: String

    /// "not JSON at byte 17: …".
    public var description: String { "not valid JSON at byte \(offset): \(reason)" }
}
