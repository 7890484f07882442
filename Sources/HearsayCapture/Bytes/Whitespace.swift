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
        words.withUnsafeBufferPointer { words in
            var at = 0
            while at < words.count {
                let plain = at
                while at < words.count, isPlain(words[at]) { at += 1 }
                if at > plain { out.append(contentsOf: words[plain..<at]) }
                guard at < words.count else { return }
                let first = words[at]
                let second = at + 1 < words.count ? words[at + 1] : 0
                if first.isASCIISpace || first == 0xC2 && second == 0xA0 {
                    if let last = out.last, !last.isASCIISpace { out.append(0x20) }
                    at += first == 0xC2 ? 2 : 1
                } else if first < 0x20 || first == 0x7F {
                    at += 1
                } else if first == 0xC2, second == 0xAD {
                    at += 2  // soft hyphen
                } else if first == 0xE2, second == 0x80, at + 2 < words.count, words[at + 2] == 0x8B {
                    at += 3  // zero-width space
                } else {
                    out.append(first)
                    at += 1
                }
            }
        }
    }

    /// Whether a byte is one that nothing above looks at.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xE2
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
