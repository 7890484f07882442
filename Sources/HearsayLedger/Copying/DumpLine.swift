internal import HearsayCore

/// Why a line cannot be taken.
struct LineProblem: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}

/// One line of an export, with where its fields stand.
struct DumpLine {
    let bytes: [UInt8]
    private let fields: [String: Range<Int>]

    init(_ bytes: [UInt8]) throws(JSONError) {
        self.bytes = bytes
        fields = try JSONReader.fieldRanges(of: bytes)
    }

    /// The bytes of a field's value.
    func raw(_ name: String) -> [UInt8]? { fields[name].map { Array(bytes[$0]) } }

    func value(_ name: String) throws -> JSONValue {
        guard let bytes = raw(name) else { throw LineProblem("there is no \(name)") }
        return try JSONReader.value(of: bytes)
    }

    func text(_ name: String) throws -> String {
        guard case .string(let text) = try value(name) else { throw LineProblem("\(name) is no text") }
        return text
    }

    func number(_ name: String) throws -> Int {
        guard let number = try value(name).whole else { throw LineProblem("\(name) is no whole number") }
        return number
    }

    func optionalNumber(_ name: String) throws -> Int? {
        guard let bytes = raw(name), bytes != Array("null".utf8) else { return nil }
        return try number(name)
    }

    func optionalText(_ name: String) throws -> String? {
        guard let bytes = raw(name), bytes != Array("null".utf8) else { return nil }
        return try text(name)
    }

    func blob(_ name: String) throws -> [UInt8] {
        guard let bytes = Base64Text.decode(try text(name)) else { throw LineProblem("\(name) is no base 64") }
        return bytes
    }
}
