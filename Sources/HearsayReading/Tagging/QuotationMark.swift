internal import HearsayCore

/// A double or single quotation mark, and on which side of a quotation it stands.
struct QuotationMark: Equatable, Sendable {
    enum Side { case opening, closing, either }

    var side: Side
    var isDouble: Bool

    /// The mark that a span consists of; nil when it is none.
    init?(_ text: SourceText, _ span: TextSpan) {
        guard span.count <= 3, span.count > 0 else { return nil }
        let (scalar, length) = text.scalar(at: span.start)
        guard length == span.count else { return nil }
        self.init(scalar)
    }

    /// The mark that a code point is; nil when it is none.
    init?(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": (side, isDouble) = (.either, true)
        case "\u{201C}", "\u{AB}", "\u{201E}": (side, isDouble) = (.opening, true)
        case "\u{201D}", "\u{BB}": (side, isDouble) = (.closing, true)
        case "'": (side, isDouble) = (.either, false)
        case "\u{2018}", "\u{2039}", "\u{201A}": (side, isDouble) = (.opening, false)
        case "\u{2019}", "\u{203A}": (side, isDouble) = (.closing, false)
        default: return nil
        }
    }
}
