/// Splits text into words, numbers and punctuation marks in one pass over its bytes.
///
/// Apostrophes inside a word ("don't"), the marks inside a number ("300,000", "3.5") and the stops of spelled
/// abbreviations ("a.m.", "U.S.") belong to the word; every other mark stands alone.
public enum WordScanner {
    /// The words of a span, in order. `span` must start and end on a code point.
    public static func words(in text: SourceText, span: TextSpan) -> [Word] {
        var words: [Word] = []
        words.reserveCapacity(span.count / 5 + 1)
        var run = WordRun(bytes: text.utf8, limit: span.end)
        var (i, glued) = (span.start, false)
        while i < span.end {
            let byte = run.bytes[i]
            let length = byte < 0x80 ? 1 : run.length(at: i)
            if run.isSpace(at: i) {
                i += length
                glued = false
                continue
            }
            let end = run.isLetter(at: i) || byte.isASCIIDigit ? run.end(from: i) : i + length
            words.append(run.word(TextSpan(i, max(end, i + 1)), glued: glued))
            (i, glued) = (max(end, i + 1), true)
        }
        return words
    }
}

/// Finds the end of one word and reads it.
private struct WordRun {
    let bytes: [UInt8]
    let limit: Int
    private var hasInnerStop = false

    init(bytes: [UInt8], limit: Int) {
        self.bytes = bytes
        self.limit = limit
    }

    func length(at i: Int) -> Int { min(UTF8Decoding.scalar(in: bytes, at: i).length, limit - i) }

    func isSpace(at i: Int) -> Bool {
        let byte = bytes[i]
        if byte < 0x80 { return byte.isASCIISpace }
        return UTF8Decoding.scalar(in: bytes, at: i).scalar.properties.isWhitespace
    }

    func isLetter(at i: Int) -> Bool {
        guard i < limit else { return false }
        let byte = bytes[i]
        if byte < 0x80 { return byte.isASCIILetter }
        return UTF8Decoding.scalar(in: bytes, at: i).scalar.properties.isAlphabetic
    }

    func isDigit(at i: Int) -> Bool { i >= 0 && i < limit && bytes[i].isASCIIDigit }

    mutating func end(from start: Int) -> Int {
        hasInnerStop = false
        var (i, letters) = (start, 0)  // letters since the last stop, digit or start
        while i < limit {
            let byte = bytes[i]
            if byte.isASCIIDigit {
                (i, letters) = (i + 1, 0)
            } else if isLetter(at: i) || isMark(at: i) {
                (i, letters) = (i + length(at: i), letters + 1)
            } else if let next = innerMark(at: i, start: start, letters: letters) {
                (i, letters) = (next, 0)
            } else {
                break
            }
        }
        if hasInnerStop, i < limit, bytes[i] == UInt8(ascii: "."), letters == 1 { i += 1 }
        return i
    }

    private func isMark(at i: Int) -> Bool {
        guard bytes[i] >= 0x80 else { return false }
        switch UTF8Decoding.scalar(in: bytes, at: i).scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }

    /// One past a mark that belongs to the inside of a word; nil when the word ends before it.
    private mutating func innerMark(at i: Int, start: Int, letters: Int) -> Int? {
        switch bytes[i] {
        case UInt8(ascii: "'"):
            return isLetter(at: i + 1) ? i + 1 : nil
        case 0xE2 where i + 3 < limit && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x99:
            return isLetter(at: i + 3) ? i + 3 : nil
        case UInt8(ascii: "."):
            if isDigit(at: i - 1), isDigit(at: i + 1) { return i + 1 }
            guard letters == 1, isLetter(at: i + 1), !isLetter(at: i + 1 + length(at: i + 1)) else { return nil }
            hasInnerStop = true
            return i + 1
        case UInt8(ascii: ","):
            let thousands = isDigit(at: i - 1) && isDigit(at: i + 1) && isDigit(at: i + 2) && isDigit(at: i + 3)
            return thousands && !isDigit(at: i + 4) && bytes[start].isASCIIDigit ? i + 1 : nil
        default:
            return nil
        }
    }

    func word(_ span: TextSpan, glued: Bool) -> Word {
        let first = bytes[span.start]
        let slice = bytes[span.range]
        let isASCII = slice.allSatisfy { $0 < 0x80 }
        if isASCII {
            let upper = first &- 0x41 < 26
            let kind: Word.Kind = first.isASCIIDigit ? .number : first.isASCIILetter ? .word : .punctuation
            return Word(
                span: span, lower: Self.lowered(slice), kind: kind, isCapitalised: upper, isGlued: glued)
        }
        let scalar = UTF8Decoding.scalar(in: bytes, at: span.start).scalar
        let kind: Word.Kind =
            first.isASCIIDigit ? .number : scalar.properties.isAlphabetic ? .word : .punctuation
        return Word(
            span: span, lower: Self.loweredUnicode(slice), kind: kind,
            isCapitalised: scalar.properties.isUppercase, isGlued: glued)
    }

    private static func lowered(_ slice: ArraySlice<UInt8>) -> String {
        String(unsafeUninitializedCapacity: slice.count) { buffer in
            for (k, byte) in slice.enumerated() { buffer[k] = byte &- 0x41 < 26 ? byte | 0x20 : byte }
            return slice.count
        }
    }

    private static func loweredUnicode(_ slice: ArraySlice<UInt8>) -> String {
        var lower = ""
        for scalar in String(decoding: slice, as: UTF8.self).unicodeScalars {
            if scalar == "\u{2019}" && slice.count > 3 {
                lower.append("'")
            } else {
                lower.append(scalar.properties.lowercaseMapping)
            }
        }
        return lower
    }
}
