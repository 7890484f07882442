import HearsayCore

/// A run of UTF-8 bytes of some text.
typealias ByteSlice = ArraySlice<UInt8>

extension ArraySlice<UInt8> {
    /// The same bytes without white space at either end: ASCII, no-break and zero-width spaces, and the byte order mark.
    var trimmed: ByteSlice {
        var slice = self
        while let length = slice.leadingSpace { slice = slice.dropFirst(length) }
        while let length = slice.trailingSpace { slice = slice.dropLast(length) }
        return slice
    }

    /// Length of the white space code point at the start.
    var leadingSpace: Int? {
        guard let first else { return nil }
        if first.isASCIISpace || first == 0 { return 1 }
        guard first >= 0xC2 else { return nil }
        let at = startIndex
        if first == 0xC2, count > 1 { return self[at + 1] == 0xA0 || self[at + 1] == 0x85 ? 2 : nil }
        guard count > 2 else { return nil }
        return Self.isWideSpace(first, self[at + 1], self[at + 2]) ? 3 : nil
    }

    /// Length of the white space code point at the end.
    var trailingSpace: Int? {
        guard let last else { return nil }
        if last.isASCIISpace || last == 0 { return 1 }
        guard last.isUTF8Continuation else { return nil }
        let end = endIndex
        if count > 1, self[end - 2] == 0xC2 { return last == 0xA0 || last == 0x85 ? 2 : nil }
        guard count > 2 else { return nil }
        return Self.isWideSpace(self[end - 3], self[end - 2], last) ? 3 : nil
    }

    /// U+2000 to U+200B, U+2028, U+2029, U+202F, U+2060, U+3000 and U+FEFF.
    private static func isWideSpace(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
        switch (a, b) {
        case (0xE2, 0x80): c <= 0x8B || c == 0xA8 || c == 0xA9 || c == 0xAF
        case (0xE2, 0x81): c == 0xA0
        case (0xE3, 0x80): c == 0x80
        case (0xEF, 0xBB): c == 0xBF
        default: false
        }
    }

    /// The bytes as a string. Costs a copy.
    var string: String { String(decoding: self, as: UTF8.self) }

    /// Whether the bytes start with `prefix`, which is lower-case ASCII, in any case.
    func startsIgnoringCase(_ prefix: String) -> Bool {
        guard count >= prefix.utf8.count else { return false }
        var at = startIndex
        for byte in prefix.utf8 {
            if self[at].asciiLowercased != byte { return false }
            at += 1
        }
        return true
    }

    /// Whether the bytes are `word`, which is lower-case ASCII, in any case.
    func equalsIgnoringCase(_ word: String) -> Bool { count == word.utf8.count && startsIgnoringCase(word) }

    /// Where `needle`, which is lower-case ASCII, first stands in any case.
    func firstIgnoringCase(_ needle: String) -> Int? {
        guard let head = needle.utf8.first, count >= needle.utf8.count else { return nil }
        var at = startIndex
        while at <= endIndex - needle.utf8.count {
            if self[at].asciiLowercased == head, self[at...].startsIgnoringCase(needle) { return at }
            at += 1
        }
        return nil
    }

    /// The runs between white space.
    var words: [ByteSlice] { split { $0.isASCIISpace } }

    /// The same bytes with ASCII letters in lower case.
    var asciiLowercased: [UInt8] { map(\.asciiLowercased) }
}

extension [UInt8] {
    /// All bytes as a slice.
    var slice: ByteSlice { self[...] }
}

extension UInt8 {
    /// The lower-case letter of an ASCII capital, else the byte itself.
    var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
    /// A to Z.
    var isASCIIUpper: Bool { self &- 0x41 < 26 }
    /// a to z.
    var isASCIILower: Bool { self &- 0x61 < 26 }
}
