/// Writes one JSON value as UTF-8, in the order in which the caller names the fields.
///
/// The caller keeps the grammar: a `field` inside an object, an `element` inside an array. Strings are escaped so that
/// the result is valid JSON and, with U+2028 and U+2029 escaped, valid JavaScript too.
public struct JSONWriter: Sendable {
    /// What is written so far.
    public private(set) var bytes: [UInt8] = []
    private let indented: Bool
    private var depth = 0
    private var isFirst = true

    /// An empty writer; `indented` puts every field and element on a line of its own.
    public init(indented: Bool = false) { self.indented = indented }

    // MARK: Containers

    /// Writes an object; `body` writes its fields.
    public mutating func object(_ body: (inout JSONWriter) -> Void) { container(0x7B, 0x7D, body) }

    /// Writes an array; `body` writes its elements.
    public mutating func array(_ body: (inout JSONWriter) -> Void) { container(0x5B, 0x5D, body) }

    /// Writes an array with one element for each item.
    public mutating func array<S: Sequence>(_ items: S, _ body: (inout JSONWriter, S.Element) -> Void) {
        array { writer in
            for item in items { writer.element { body(&$0, item) } }
        }
    }

    private mutating func container(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
        bytes.append(open)
        depth += 1
        isFirst = true
        body(&self)
        depth -= 1
        if !isFirst { newLine() }
        isFirst = false
        bytes.append(close)
    }

    /// Writes a field of the open object; `body` writes exactly one value.
    public mutating func field(_ name: String, _ body: (inout JSONWriter) -> Void) {
        separate()
        string(name)
        bytes.append(0x3A)
        if indented { bytes.append(0x20) }
        body(&self)
        isFirst = false
    }

    /// Writes an element of the open array; `body` writes exactly one value.
    public mutating func element(_ body: (inout JSONWriter) -> Void) {
        separate()
        body(&self)
        isFirst = false
    }

    private mutating func separate() {
        if !isFirst { bytes.append(0x2C) }
        newLine()
    }

    private mutating func newLine() {
        guard indented else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
    }

    // MARK: Fields of plain values

    /// Writes a text field; nil is `null`.
    public mutating func field(_ name: String, _ value: String?) {
        field(name) { writer in
            if let value { writer.string(value) } else { writer.null() }
        }
    }

    /// Writes an integer field; nil is `null`.
    public mutating func field(_ name: String, _ value: Int?) {
        field(name) { writer in
            if let value { writer.number(value) } else { writer.null() }
        }
    }

    /// Writes a number field; nil is `null`.
    public mutating func field(_ name: String, _ value: Double?) {
        field(name) { writer in
            if let value { writer.number(value) } else { writer.null() }
        }
    }

    /// Writes a truth field.
    public mutating func field(_ name: String, _ value: Bool) { field(name) { $0.bool(value) } }

    // MARK: Values

    /// Writes `null`.
    public mutating func null() { bytes.append(contentsOf: "null".utf8) }

    /// Writes `true` or `false`.
    public mutating func bool(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

    /// Writes an integer.
    public mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

    /// Writes a number: whole ones without a fraction, others in the shortest form that reads back the same.
    /// JSON has no infinities and no NaN; they are written as `null`.
    public mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        if value.rounded() == value, abs(value) < 1e15 { return number(Int(value)) }
        bytes.append(contentsOf: "\(value)".utf8)
    }

    /// Writes bytes that are one JSON value already, as they are.
    public mutating func raw(_ value: [UInt8]) { bytes.append(contentsOf: value) }

    /// Writes a string in quotes, escaped.
    public mutating func string(_ value: String) {
        bytes.append(0x22)
        var value = value
        value.withUTF8 { escape($0) }
        bytes.append(0x22)
    }

    /// Writes text in quotes, escaped, straight from its bytes.
    public mutating func string(_ text: SourceText) {
        bytes.append(0x22)
        text.utf8.withUnsafeBufferPointer { escape($0) }
        bytes.append(0x22)
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.reserveCapacity(bytes.count + text.count + 2)
        var (start, i) = (0, 0)
        while i < text.count {
            let byte = text[i]
            var length = 1
            if byte == 0xE2, i + 2 < text.count, text[i + 1] == 0x80, text[i + 2] | 1 == 0xA9 {
                length = 3
            } else if byte >= 0x20, byte != 0x22, byte != 0x5C {
                i += 1
                continue
            }
            bytes.append(contentsOf: text[start..<i])
            appendEscape(length == 3 ? 0x2028 + UInt32(text[i + 2] & 1) : UInt32(byte))
            i += length
            start = i
        }
        bytes.append(contentsOf: text[start..<text.count])
    }

    private mutating func appendEscape(_ code: UInt32) {
        bytes.append(0x5C)
        switch code {
        case 0x22, 0x5C: bytes.append(UInt8(code))
        case 0x08: bytes.append(0x62)
        case 0x09: bytes.append(0x74)
        case 0x0A: bytes.append(0x6E)
        case 0x0C: bytes.append(0x66)
        case 0x0D: bytes.append(0x72)
        default:
            bytes.append(0x75)
            for shift in [12, 8, 4, 0] as [UInt32] {
                let digit = UInt8(code >> shift & 0xF)
                bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
        }
    }
}
