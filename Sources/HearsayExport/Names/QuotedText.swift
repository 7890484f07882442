internal import HearsayCore

/// A document's text as exports quote it: by words and by code points, never outside of the text.
struct QuotedText {
    /// How many code points before and after a quotation are given to find it again.
    static let context = 32

    private let text: SourceText
    private let map: CodePointMap

    init(_ text: SourceText) { (self.text, map) = (text, CodePointMap(text)) }

    /// The words of several spans in the order of the text, as they stand there; a gap is an ellipsis between spaces.
    static func words(of spans: [TextSpan], in text: SourceText) -> String {
        spans.sorted().map { text.string(whole($0, in: text)) }.joined(separator: " … ")
    }

    /// A span within the text that begins and ends between code points.
    static func whole(_ span: TextSpan, in text: SourceText) -> TextSpan {
        let bytes = text.utf8
        var (start, end) = (min(span.start, bytes.count), min(span.end, bytes.count))
        while start > 0, start < bytes.count, bytes[start].isUTF8Continuation { start -= 1 }
        while end < bytes.count, bytes[end].isUTF8Continuation { end += 1 }
        return TextSpan(start, max(start, end))
    }

    /// The digest of the text that the positions count.
    var digest: String { TextDigest.sha256(text.utf8) }

    /// A span in code points.
    func position(_ span: TextSpan) -> (start: Int, end: Int) {
        let span = Self.whole(span, in: text)
        return (map.codePoint(atByte: span.start), map.codePoint(atByte: span.end))
    }

    /// The words of a span with those before and after it.
    func quote(_ span: TextSpan) -> (exact: String, prefix: String, suffix: String) {
        let span = Self.whole(span, in: text)
        let (start, end) = position(span)
        let before = map.byte(atCodePoint: max(0, start - Self.context)) ?? 0
        let after = map.byte(atCodePoint: min(map.count, end + Self.context)) ?? text.count
        return (
            text.string(span), text.string(TextSpan(before, span.start)), text.string(TextSpan(span.end, after))
        )
    }
}
