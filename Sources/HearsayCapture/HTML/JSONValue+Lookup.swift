internal import HearsayCore

/// Look-ups in a page's structured data, where one value and a list of one mean the same.
extension JSONValue {
    /// The value of a member of an object; of an array, that of its first element that has one.
    subscript(name: String) -> JSONValue? {
        switch self {
        case .object(let members): members[name]
        case .array(let elements): elements.lazy.compactMap { $0[name] }.first
        default: nil
        }
    }

    /// The words of a string, or of the first string of an array.
    var text: String? {
        switch self {
        case .string(let text): text
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
