import HearsayCore

/// One line of a plain text.
struct TextLine: Hashable {
    /// The line without white space at either end; empty for a blank line.
    var span: TextSpan
    /// Bytes of white space before it.
    var indent: Int
    /// Code points of the trimmed line.
    var width: Int
    /// Whether a page break (form feed) stands before it.
    var afterPageBreak = false

    /// Whether there is nothing on it.
    var isBlank: Bool { span.isEmpty }

    /// The lines of a text, which end at LF, CR LF, CR, form feed, vertical tab, NEL, or the Unicode separators.
    static func lines(of text: SourceText) -> [TextLine] {
        let bytes = text.utf8
        var (out, start, at, broken) = ([TextLine](), 0, 0, false)
        while at < bytes.count {
            let length = breakLength(bytes, at)
            if length == 0 {
                at += 1
                continue
            }
            out.append(line(bytes, start..<at, broken))
            broken = bytes[at] == 0x0C
            at += length
            start = at
        }
        out.append(line(bytes, start..<bytes.count, broken))
        return out
    }

    private static func breakLength(_ bytes: [UInt8], _ at: Int) -> Int {
        switch bytes[at] {
        case 0x0A, 0x0B, 0x0C: 1
        case 0x0D: at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
        case 0xC2: at + 1 < bytes.count && bytes[at + 1] == 0x85 ? 2 : 0
        case 0xE2:
            at + 2 < bytes.count && bytes[at + 1] == 0x80 && (bytes[at + 2] == 0xA8 || bytes[at + 2] == 0xA9) ? 3 : 0
        default: 0
        }
    }

    private static func line(_ bytes: [UInt8], _ range: Range<Int>, _ broken: Bool) -> TextLine {
        let trimmed = bytes[range].trimmed
        let span =
            trimmed.isEmpty
            ? TextSpan(range.lowerBound, range.lowerBound) : TextSpan(trimmed.startIndex, trimmed.endIndex)
        var width = 0
        for byte in trimmed where !byte.isUTF8Continuation { width += 1 }
        return TextLine(span: span, indent: span.start - range.lowerBound, width: width, afterPageBreak: broken)
    }
}
