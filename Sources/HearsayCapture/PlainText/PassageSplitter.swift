import HearsayCore

/// Cuts the lines of a plain text into passages.
struct PassageSplitter {
    /// So many lines at the start may hold a date, byline or address directly above the text.
    private static let headerLines = 14

    private let text: SourceText
    private let lines: [TextLine]
    private let wrapping: LineWrapping
    private let tags: [TextSpan]
    private let hasBlankLines: Bool

    /// A splitter for a text whose leftover tags are known.
    init(_ text: SourceText, tags: [TextSpan]) {
        let lines = TextLine.lines(of: text)
        self.text = text
        self.tags = tags
        self.lines = lines
        wrapping = LineWrapping(lines, in: text)
        var blank = false
        for (line, next) in zip(lines, lines.dropFirst()) where line.isBlank && !next.isBlank { blank = true }
        hasBlankLines = blank && lines.contains { !$0.isBlank }
    }

    /// The passages in order, and the page numbers between pages.
    func split() -> (passages: [Passage], furniture: [TextSpan]) {
        var (out, furniture, start) = ([Passage](), [TextSpan](), 0)
        while start < lines.count {
            if lines[start].isBlank {
                start += 1
                continue
            }
            if isPageFurniture(start) {
                furniture.append(lines[start].span)
                start += 1
                continue
            }
            var end = start + 1
            while end < lines.count, !lines[end].isBlank, !isPageFurniture(end), !breaks(before: end) { end += 1 }
            if let passage = passage(start..<end) { out.append(passage) }
            start = end
        }
        return (out, furniture)
    }

    private func passage(_ range: Range<Int>) -> Passage? {
        let span = TextSpan(lines[range.lowerBound].span.start, lines[range.upperBound - 1].span.end)
        let words = InlineMarkup.stripped(span, of: text, tags: tags)
        // Lines of tags alone are no passage.
        guard !words.trimmed.isEmpty else { return nil }
        let next = range.upperBound
        let blank = next >= lines.count || lines[next].isBlank || !hasBlankLines
        return Passage(span: span, words: words, lines: range.count, isFollowedByBlank: blank)
    }

    private func words(_ index: Int) -> ByteSlice { text.utf8[lines[index].span.range] }

    /// Whether a new passage starts at a line that directly follows another.
    private func breaks(before index: Int) -> Bool {
        let (line, next) = (lines[index - 1], lines[index])
        if isBulleted(index) { return true }
        if isStandalone(index - 1) || isStandalone(index) { return true }
        let closes = SentenceEnd.closes(words(index - 1))
        if wrapping.isWrapped {
            guard closes else { return false }
            return next.indent > line.indent + 1 && next.indent < 40 || !wrapping.flows(line, into: next, of: text)
        }
        return closes || !SentenceEnd.startsWithin(words(index))
    }

    /// Whether a line is complete in itself by its form: an address, or among the first lines a date or a byline.
    private func isStandalone(_ index: Int) -> Bool {
        guard lines[index].width <= 2000 else { return false }
        let words = words(index)
        if lines[index].width <= 200, index < Self.headerLines, HeaderLine(words) != nil { return true }
        return AddressLine(words) != nil
    }

    private func isBulleted(_ index: Int) -> Bool {
        let words = words(index)
        if words.starts(with: [0xE2, 0x80, 0xA2]) { return true }
        guard words.count > 2, words[words.startIndex + 1] == 0x20 else { return false }
        return words.first == 0x2A || words.first == 0x2D && !wrapping.isWrapped
    }

    /// A page number beside a page break.
    private func isPageFurniture(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.width <= 20, !line.isBlank, isAtPageBreak(index) else { return false }
        var words = words(index).words[...]
        if let first = words.first, first.equalsIgnoringCase("page") { words = words.dropFirst() }
        let rest = words.filter { !$0.equalsIgnoringCase("of") && !$0.allSatisfy { $0 == 0x2D || $0 == 0x2F } }
        return !rest.isEmpty && rest.count <= 2 && rest.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isASCIIDigit) }
    }

    /// Whether only blank lines stand between a line and a page break.
    private func isAtPageBreak(_ index: Int) -> Bool {
        var at = index
        while at >= 0 {
            if lines[at].afterPageBreak { return true }
            at -= 1
            if at < 0 || !lines[at].isBlank || index - at > 4 { break }
        }
        at = index + 1
        while at < lines.count, at - index <= 4 {
            if lines[at].afterPageBreak { return true }
            if !lines[at].isBlank { return false }
            at += 1
        }
        return false
    }
}
