import HearsayCore

/// Reads JSON as pages carry it: raw line breaks in strings are let pass, everything else must be well-formed.
struct JSONParser {
    private static let deepest = 64

    private let bytes: ByteSlice
    private var at: Int
    private var depth = 0

    /// The value that some bytes hold; nil when they are not JSON.
    static func parse(_ bytes: ByteSlice) -> JSONValue? {
        var parser = JSONParser(bytes)
        guard let value = parser.value() else { return nil }
        parser.skipSpace()
        return parser.at == bytes.endIndex || parser.bytes[parser.at] == 0x3B ? value : nil
    }

    private init(_ bytes: ByteSlice) {
        self.bytes = bytes
        at = bytes.startIndex
    }

    private var next: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte.isASCIISpace { at += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard next == byte else { return false }
        at += 1
        return true
    }

    private mutating func value() -> JSONValue? {
        skipSpace()
        switch next {
        case 0x7B: return nested { $0.object() }
        case 0x5B: return nested { $0.array() }
        case 0x22: return string().map { .string($0) }
        case 0x74: return word("true", .bool(true))
        case 0x66: return word("false", .bool(false))
        case 0x6E: return word("null", .null)
        default: return number()
        }
    }

    private mutating func nested(_ read: (inout JSONParser) -> JSONValue?) -> JSONValue? {
        guard depth < Self.deepest else { return nil }
        depth += 1
        defer { depth -= 1 }
        at += 1
        return read(&self)
    }

    private mutating func word(_ word: String, _ value: JSONValue) -> JSONValue? {
        guard bytes[at...].starts(with: word.utf8) else { return nil }
        at += word.utf8.count
        return value
    }

    private mutating func number() -> JSONValue? {
        let digits = bytes[at...].prefix { $0.isASCIIDigit || [0x2D, 0x2B, 0x2E, 0x65, 0x45].contains($0) }
        guard !digits.isEmpty else { return nil }
        at = digits.endIndex
        return .number(digits.string)
    }

    private mutating func array() -> JSONValue? {
        var elements: [JSONValue] = []
        if take(0x5D) { return .array([]) }
        repeat {
            guard let element = value() else { return nil }
            elements.append(element)
        } while take(0x2C)
        return take(0x5D) ? .array(elements) : nil
    }

    private mutating func object() -> JSONValue? {
        var members: [String: JSONValue] = [:]
        if take(0x7D) { return .object([:]) }
        repeat {
            skipSpace()
            guard next == 0x22, let name = string(), take(0x3A), let member = value() else { return nil }
            members[name] = member
        } while take(0x2C)
        return take(0x7D) ? .object(members) : nil
    }

    private mutating func string() -> String? {
        at += 1
        var out: [UInt8] = []
        while let byte = next {
            at += 1
            if byte == 0x22 { return String(decoding: out, as: UTF8.self) }
            if byte != 0x5C {
                out.append(byte)
            } else if !escape(into: &out) {
                return nil
            }
        }
        return nil
    }

    private mutating func escape(into out: inout [UInt8]) -> Bool {
        guard let byte = next else { return false }
        at += 1
        switch byte {
        case 0x6E: out.append(0x0A)
        case 0x74: out.append(0x09)
        case 0x72: out.append(0x0D)
        case 0x62, 0x66: break
        case 0x75: return codePoint(into: &out)
        default: out.append(byte)
        }
        return true
    }

    private mutating func codePoint(into out: inout [UInt8]) -> Bool {
        guard var value = hexadecimal() else { return false }
        if (0xD800..<0xDC00).contains(value), bytes[at...].starts(with: [0x5C, 0x75]) {
            at += 2
            guard let low = hexadecimal() else { return false }
            value = (0xDC00..<0xE000).contains(low) ? 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00) : 0xFFFD
        }
        out.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
        return true
    }

    private mutating func hexadecimal() -> UInt32? {
        guard at + 4 <= bytes.endIndex else { return nil }
        var value: UInt32 = 0
        for byte in bytes[at..<at + 4] {
            let lower = byte.asciiLowercased
            guard byte.isASCIIDigit || (0x61...0x66).contains(lower) else { return nil }
            value = value << 4 | UInt32(byte.isASCIIDigit ? byte - 0x30 : lower - 0x57)
        }
        at += 4
        return value
    }
}
