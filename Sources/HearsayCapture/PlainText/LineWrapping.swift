import HearsayCore

/// Whether the lines of a text were broken at a fixed width by some program, so that a line end means nothing.
struct LineWrapping: Hashable {
    /// The widest a wrapped line can be; wider lines are whole paragraphs.
    private static let widest = 132

    /// Whether lines are wrapped.
    let isWrapped: Bool
    /// Code points of the longest line of the text.
    private let width: Int

    /// Looks at every pair of neighbouring lines: wrapped lines are full and mostly do not end a sentence.
    init(_ lines: [TextLine], in text: SourceText) {
        var width = 0
        for line in lines { width = max(width, line.width) }
        self.width = width
        var (pairs, flowing, open) = (0, 0, 0)
        for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
            pairs += 1
            if Self.flows(line, next, text, width) { flowing += 1 }
            if !SentenceEnd.closes(text.utf8[line.span.range]) { open += 1 }
        }
        isWrapped = pairs > 0 && width <= Self.widest && flowing * 10 >= pairs * 7 && open * 10 >= pairs * 4
    }

    /// Whether the first word of `next` would not have fitted on `line`.
    func flows(_ line: TextLine, into next: TextLine, of text: SourceText) -> Bool {
        Self.flows(line, next, text, width)
    }

    private static func flows(_ line: TextLine, _ next: TextLine, _ text: SourceText, _ width: Int) -> Bool {
        let word = text.utf8[next.span.range].prefix { !$0.isASCIISpace }
        return line.width + 1 + word.count > width
    }
}
