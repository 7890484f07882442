/// A half-open range of UTF-8 bytes of one ``SourceText``.
public struct TextSpan: Hashable, Comparable, Sendable {
    /// The first byte.
    public var start: Int
    /// One past the last byte.
    public var end: Int

    /// The span `[start, end)`; `start` must not exceed `end`.
    public init(_ start: Int, _ end: Int) {
        precondition(0 <= start && start <= end, "a span must not run backwards")
        self.start = start
        self.end = end
    }

    /// Bytes covered.
    public var count: Int { end - start }
    /// Whether no byte is covered.
    public var isEmpty: Bool { start == end }
    /// The same bytes as a range, for subscripts.
    public var range: Range<Int> { start..<end }

    /// Whether the two spans share at least one byte.
    public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
    /// Whether every byte of `other` is covered.
    public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
    /// Whether the byte at `offset` is covered.
    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
    /// Bytes that both spans cover.
    public func overlap(_ other: TextSpan) -> Int { max(0, min(end, other.end) - max(start, other.start)) }
    /// The smallest span that covers both.
    public func union(_ other: TextSpan) -> TextSpan { TextSpan(min(start, other.start), max(end, other.end)) }

    /// Order in the text: by start, then by end.
    public static func < (a: TextSpan, b: TextSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// The text of a document: the only owner of its bytes. Everything else refers to it by ``TextSpan``.
///
/// The bytes are always valid UTF-8, so every span that starts and ends on a code point can be shown.
public struct SourceText: Hashable, Sendable {
    /// The text as UTF-8.
    public let utf8: [UInt8]

    /// The text of a string, byte for byte.
    public init(_ string: String) { utf8 = Array(string.utf8) }

    /// The text of bytes; invalid sequences become U+FFFD.
    public init(decoding bytes: [UInt8]) { utf8 = Array(String(decoding: bytes, as: UTF8.self).utf8) }

    /// The text of bytes that are known to be valid UTF-8, without another look at them.
    package init(valid bytes: [UInt8]) { utf8 = bytes }

    /// Length in bytes.
    public var count: Int { utf8.count }
    /// The whole text.
    public var span: TextSpan { TextSpan(0, utf8.count) }

    /// The words of a span, for display and look-up. Costs a copy.
    ///
    /// A span that a file holds may reach past the text; then only what is within it is given.
    public func string(_ span: TextSpan) -> String {
        let end = min(span.end, utf8.count)
        return String(decoding: utf8[min(span.start, end)..<end], as: UTF8.self)
    }

    /// The whole text as a string. Costs a copy.
    public var string: String { String(decoding: utf8, as: UTF8.self) }

    /// The code point that starts at `offset` and its length in bytes. `offset` must be the start of one.
    @inlinable
    public func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        UTF8Decoding.scalar(in: utf8, at: offset)
    }

    /// The span without white space at either end; empty at its start when nothing else is in it.
    public func trimmed(_ span: TextSpan) -> TextSpan {
        var (start, end) = (span.start, span.end)
        while start < end, utf8[start].isASCIISpace { start += 1 }
        while end > start, utf8[end - 1].isASCIISpace { end -= 1 }
        return TextSpan(start, end)
    }
}

/// Decoding of single code points from bytes known to be valid UTF-8.
public enum UTF8Decoding {
    /// The code point that starts at `offset` and its length in bytes. Bytes must be valid UTF-8 and `offset` a start.
    @inlinable
    public static func scalar(in bytes: [UInt8], at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let lead = bytes[offset]
        if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for i in 1..<length where offset + i < bytes.count { value = value << 6 | UInt32(bytes[offset + i] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}

extension UInt8 {
    /// Space, tab, line feed, carriage return, vertical tab or form feed.
    @inlinable public var isASCIISpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
    /// A to Z or a to z.
    @inlinable public var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// 0 to 9.
    @inlinable public var isASCIIDigit: Bool { self &- 0x30 < 10 }
    /// A continuation byte of UTF-8, which never starts a code point.
    @inlinable public var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
}
