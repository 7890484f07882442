/// Reads one JSON value (RFC 8259) from foreign bytes: strict, bounded in depth, and never trapping.
///
/// Stricter than many readers in one point: a `\u` escape of half a surrogate pair is an error, since no Unicode text
/// can hold it.
public struct JSONReader {
    /// The deepest nesting that is read.
    public static let maximalDepth = 128

    /// The caller's, who keeps them while this reads.
    private let bytes: UnsafeBufferPointer<UInt8>
    private let allowsLineBreaks: Bool
    private var at = 0
    private var depth = 0

    /// The value of `bytes`, which may be surrounded by white space and must hold nothing else.
    /// - Parameter allowingLineBreaks: lets raw control characters pass in strings, as many pages have them.
    public static func value(of bytes: [UInt8], allowingLineBreaks: Bool = false) throws(JSONError) -> JSONValue {
        try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
            var reader = JSONReader(bytes: bytes, allowsLineBreaks: allowingLineBreaks)
            reader.skipSpace()
            let value = try reader.value()
            reader.skipSpace()
            if reader.at < bytes.count { throw reader.error("something follows the value") }
            return value
        }
    }

    /// Where in `bytes`, which must hold one object, the value of each field stands, so that it can be kept byte for byte.
    public static func fieldRanges(of bytes: [UInt8]) throws(JSONError) -> [String: Range<Int>] {
        try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in try ranges(of: bytes) }
    }

    private static func ranges(of bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> [String: Range<Int>] {
        var reader = JSONReader(bytes: bytes, allowsLineBreaks: false)
        var ranges: [String: Range<Int>] = [:]
        reader.skipSpace()
        guard reader.next == 0x7B else { throw reader.error("an object is expected") }
        try reader.enter()
        reader.skipSpace()
        while reader.next != 0x7D {
            if !ranges.isEmpty {
                guard reader.next == 0x2C else { throw reader.error("a comma or } is expected") }
                reader.at += 1
                reader.skipSpace()
            }
            guard reader.next == 0x22 else { throw reader.error("a name in quotes is expected") }
            let name = try reader.string()
            reader.skipSpace()
            guard reader.next == 0x3A else { throw reader.error("a colon is expected") }
            reader.at += 1
            reader.skipSpace()
            let start = reader.at
            _ = try reader.value()
            ranges[name] = start..<reader.at
            reader.skipSpace()
        }
        reader.at += 1
        reader.skipSpace()
        if reader.at < bytes.count { throw reader.error("something follows the value") }
        return ranges
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, allowsLineBreaks: Bool) {
        self.bytes = bytes
        self.allowsLineBreaks = allowsLineBreaks
    }

    private func error(_ reason: String) -> JSONError { JSONError(offset: at, reason: reason) }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        switch next {
        case 0x7B: return try object()
        case 0x5B: return try array()
        case 0x22: return .string(try string())
        case 0x74: return try word("true", .bool(true))
        case 0x66: return try word("false", .bool(false))
        case 0x6E: return try word("null", .null)
        case nil: throw error("it ends too early")
        default: return .number(try number())
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let end = at + word.utf8CodeUnitCount
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard end <= bytes.count, bytes[at..<end].elementsEqual(expected) else { throw error("a value is expected") }
        at = end
        return value
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        try enter()
        var fields: [String: JSONValue] = [:]
        skipSpace()
        if next == 0x7D { return leave(.object(fields)) }
        while true {
            guard next == 0x22 else { throw error("a name in quotes is expected") }
            let name = try string()
            skipSpace()
            guard next == 0x3A else { throw error("a colon is expected") }
            at += 1
            skipSpace()
            fields[name] = try value()
            skipSpace()
            if next == 0x7D { return leave(.object(fields)) }
            guard next == 0x2C else { throw error("a comma or } is expected") }
            at += 1
            skipSpace()
        }
    }

    private mutating func array() throws(JSONError) -> JSONValue {
        try enter()
        var elements: [JSONValue] = []
        skipSpace()
        if next == 0x5D { return leave(.array(elements)) }
        while true {
            elements.append(try value())
            skipSpace()
            if next == 0x5D { return leave(.array(elements)) }
            guard next == 0x2C else { throw error("a comma or ] is expected") }
            at += 1
            skipSpace()
        }
    }

    private mutating func enter() throws(JSONError) {
        depth += 1
        if depth > Self.maximalDepth { throw error("it is nested more than \(Self.maximalDepth) deep") }
        at += 1
    }

    private mutating func leave(_ value: JSONValue) -> JSONValue {
        depth -= 1
        at += 1
        return value
    }

    private mutating func number() throws(JSONError) -> Double {
        let start = at
        if next == 0x2D { at += 1 }
        let whole = digits()
        // Most numbers are short and whole, and need no general reading.
        if (1...15).contains(whole), bytes[start] != 0x2D, whole == 1 || bytes[start] != 0x30, !continuesNumber {
            return Double(bytes[start..<at].reduce(0) { $0 * 10 + Int($1 - 0x30) })
        }
        guard whole > 0, whole == 1 || bytes[at - whole] != 0x30 else {
            at = start
            throw error("a value is expected")
        }
        if next == 0x2E {
            at += 1
            if digits() == 0 { throw error("a digit is expected") }
        }
        if next == 0x65 || next == 0x45 {
            at += 1
            if next == 0x2B || next == 0x2D { at += 1 }
            if digits() == 0 { throw error("a digit is expected") }
        }
        guard let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)), value.isFinite else {
            throw error("the number is too large")
        }
        return value
    }

    private var continuesNumber: Bool { next.map { $0 == 0x2E || $0 | 0x20 == 0x65 } ?? false }

    private mutating func digits() -> Int {
        let start = at
        while let byte = next, byte.isASCIIDigit { at += 1 }
        return at - start
    }

    // MARK: Strings

    private mutating func string() throws(JSONError) -> String {
        at += 1
        var text: [UInt8] = []
        var start = at
        let opening = at - 1
        while let byte = next {
            switch byte {
            case 0x22:
                let string: String?
                if text.isEmpty {
                    string = String(validating: bytes[start..<at], as: UTF8.self)
                } else {
                    text.append(contentsOf: bytes[start..<at])
                    string = String(validating: text, as: UTF8.self)
                }
                at += 1
                guard let string else {
                    at = opening
                    throw error("the string is not valid UTF-8")
                }
                return string
            case 0x5C:
                text.append(contentsOf: bytes[start..<at])
                at += 1
                try escape(into: &text)
                start = at
            case 0..<0x20 where !allowsLineBreaks: throw error("a control character stands in a string")
            default: at += 1
            }
        }
        throw error("a string does not end")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
        guard let byte = next else { throw error("a string does not end") }
        at += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: text.append(byte)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75: text.append(contentsOf: String(try escapedScalar()).utf8)
        default:
            at -= 1
            throw error("an unknown escape")
        }
    }

    private mutating func escapedScalar() throws(JSONError) -> Character {
        let start = at - 2
        let first = try fourHexDigits()
        var code = first
        if first & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
            at += 2
            let second = try fourHexDigits()
            if second & 0xFC00 == 0xDC00 { code = 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF }
        }
        guard let scalar = Unicode.Scalar(code) else {
            at = start
            throw error("a lone surrogate stands for no character")
        }
        return Character(scalar)
    }

    private mutating func fourHexDigits() throws(JSONError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw error("four hexadecimal digits are expected")
            }
            code = code << 4 | UInt32(digit)
            at += 1
        }
        return code
    }
}
