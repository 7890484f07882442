import HearsayCore

/// A JSON value of a page's structured data. Numbers are kept as they are written.
indirect enum JSONValue: Hashable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The value of a member of an object; of an array, that of its first element that has one.
    subscript(name: String) -> JSONValue? {
        switch self {
        case .object(let members): members[name]
        case .array(let elements): elements.lazy.compactMap { $0[name] }.first
        default: nil
        }
    }

    /// The words of a string, a number, or the first string of an array.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .array(let elements): elements.lazy.compactMap(\.text).first
        default: nil
        }
    }

    /// The elements of an array; any other value is the only one.
    var elements: [JSONValue] {
        if case .array(let elements) = self { return elements }
        return [self]
    }
}
