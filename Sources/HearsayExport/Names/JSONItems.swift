internal import HearsayCore

/// The elements of a JSON list that is written piece by piece, each on a line of its own.
struct JSONItems {
    private var isFirst = true

    /// Appends one element to `bytes`, with a comma before it where one is needed.
    mutating func add(to bytes: inout [UInt8], _ body: (inout JSONWriter) -> Void) {
        bytes.append(contentsOf: isFirst ? [0x0A] : [0x2C, 0x0A])
        isFirst = false
        var writer = JSONWriter()
        writer.object(body)
        bytes.append(contentsOf: writer.bytes)
    }
}

extension JSONWriter {
    /// Writes a text field, and nothing for nil or no text.
    mutating func filled(_ name: String, _ value: String?) {
        if let value, !value.isEmpty { field(name, value) }
    }

    /// Writes a number field, and nothing for nil.
    mutating func filled(_ name: String, _ value: Int?) {
        if let value { field(name, value) }
    }

    /// Writes a number field, and nothing for nil.
    mutating func filled(_ name: String, _ value: Double?) {
        if let value { field(name, value) }
    }

    /// Writes a list of texts, and nothing for an empty one.
    mutating func filled(_ name: String, _ values: [String]) {
        if !values.isEmpty { field(name) { $0.array(values) { $0.string($1) } } }
    }

    /// Writes a list of texts.
    mutating func texts(_ values: [String]) { array(values) { $0.string($1) } }
}

extension DayInterval {
    /// "2026-04-01" or "2026-04-01/2026-04-30", both days included (ISO 8601).
    var label: String { start == end ? start.description : "\(start)/\(end)" }
}
