import HearsayCore

/// The sentence-sized surroundings of words in an article.
enum Excerpt {
    /// How far the surroundings reach on either side, in bytes.
    private static let reach = 280

    /// The paragraph around a span, cut to a readable length at spaces; always covers the span.
    static func around(_ span: TextSpan, in document: Document) -> TextSpan {
        let block = document.blocks.first { $0.span.overlaps(span) }?.span ?? document.body
        let bytes = document.text.utf8
        var (start, end) = (min(span.start, block.start), max(span.end, block.end))
        if span.start - start > reach {
            start = span.start - reach
            while start < span.start, !bytes[start].isASCIISpace { start += 1 }
        }
        if end - span.end > reach {
            end = span.end + reach
            while end > span.end, !bytes[end - 1].isASCIISpace { end -= 1 }
        }
        return TextSpan(start, end)
    }
}
