import HearsayCore

/// Shorthands to look into JSON that was read back.
extension JSONValue {
    static func read(_ bytes: [UInt8]) throws -> JSONValue { try JSONReader.value(of: bytes) }

    subscript(name: String) -> JSONValue {
        guard case .object(let fields) = self else { return .null }
        return fields[name] ?? .null
    }

    subscript(index: Int) -> JSONValue {
        guard case .array(let items) = self, items.indices.contains(index) else { return .null }
        return items[index]
    }

    var items: [JSONValue] {
        if case .array(let items) = self { return items }
        return self == .null ? [] : [self]
    }

    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var number: Double? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    /// The items whose field of a name is a text, or holds it.
    func all(_ name: String, _ text: String) -> [JSONValue] {
        items.filter { $0[name].items.contains(.string(text)) }
    }
}
