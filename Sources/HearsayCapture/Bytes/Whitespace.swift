import HearsayCore

/// White space of pages, of which every run counts as one space.
enum Whitespace {
    /// The words with every run of white space, no-break spaces included, as one space and none at either end.
    static func collapsed(_ words: ByteSlice) -> ByteSlice {
        var out: [UInt8] = []
        out.reserveCapacity(words.count)
        append(words, to: &out)
        return out[...].trimmed
    }

    /// Appends words with every run of white space as one space; a space at the seam is not doubled.
    static func append(_ words: ByteSlice, to out: inout [UInt8]) {
        var rest = words
        while let first = rest.first {
            if first.isASCIISpace || first == 0xC2 && rest.count > 1 && rest[rest.startIndex + 1] == 0xA0 {
                if let last = out.last, !last.isASCIISpace { out.append(0x20) }
                rest = rest.dropFirst(first == 0xC2 ? 2 : 1)
            } else if first < 0x20 || first == 0x7F {
                rest = rest.dropFirst()
            } else if first == 0xC2, rest.count > 1, rest[rest.startIndex + 1] == 0xAD {
                rest = rest.dropFirst(2)  // soft hyphen
            } else if first == 0xE2, rest.count > 2, rest.starts(with: [0xE2, 0x80, 0x8B]) {
                rest = rest.dropFirst(3)  // zero-width space
            } else {
                out.append(first)
                rest = rest.dropFirst()
            }
        }
    }
}

extension Whitespace {
    /// Letters and digits alone, in small ASCII letters, for comparing headlines.
    static func letters(_ words: ByteSlice) -> [UInt8] {
        var (out, rest) = ([UInt8](), words)
        while let first = rest.first {
            // Quotation marks and dashes (U+2010 to U+203F) are typed in several ways.
            if first == 0xE2, rest.count > 2, rest[rest.startIndex + 1] == 0x80 {
                rest = rest.dropFirst(3)
                continue
            }
            if first.isASCIILetter || first.isASCIIDigit || first >= 0x80 { out.append(first.asciiLowercased) }
            rest = rest.dropFirst()
        }
        return out
    }
}
