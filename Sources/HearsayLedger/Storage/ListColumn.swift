internal import GRDB
internal import HearsayCore

/// Short lists that nobody searches for stand in one column, as a JSON list.
enum ListColumn {
    static func text(_ words: [String]) -> String {
        var writer = JSONWriter()
        writer.array(words) { $0.string($1) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    static func text(_ numbers: [Int]) -> String {
        var writer = JSONWriter()
        writer.array(numbers) { $0.number($1) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension Row {
    /// The words of a list.
    func words(_ column: String) throws -> [String] {
        try list(column).map { element in
            guard case .string(let word) = element else { throw DamagedRow(column: column) }
            return word
        }
    }

    /// The numbers of a list.
    func numbers(_ column: String) throws -> [Int] {
        try list(column).map { element in
            guard case .number(let number) = element, let whole = Int(exactly: number) else {
                throw DamagedRow(column: column)
            }
            return whole
        }
    }

    private func list(_ column: String) throws -> [JSONValue] {
        let text: String = try value(column)
        guard case .array(let elements) = try JSONReader.value(of: Array(text.utf8)) else {
            throw DamagedRow(column: column)
        }
        return elements
    }
}
