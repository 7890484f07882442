internal import HearsayCore
internal import HearsayLanguage

/// The words of some stretches of text as the tagger sees them: pieces, and three small features beside them.
///
/// The features are those of `training/tagger/features.py`; the two must agree.
struct WordSequence: Sendable {
    /// How a word is written.
    enum Shape: UInt8 { case other, lower, title, upper, digit }

    /// Where each word stands in the text.
    private(set) var spans: [TextSpan] = []
    /// For word `w`, its pieces are `firstPiece[w] ..< firstPiece[w + 1]`.
    private(set) var firstPiece: [Int] = [0]
    private(set) var pieces: [Int32] = []
    private(set) var shape: [Shape] = []
    /// Whether the word lies inside double quotation marks, or is one.
    private(set) var quoted: [Bool] = []
    /// Whether the word is a double quotation mark.
    private(set) var isDoubleMark: [Bool] = []
    /// Whether the word begins a stretch (a paragraph).
    private(set) var begins: [Bool] = []

    var count: Int { spans.count }

    /// The words of `stretches` (usually paragraphs) of a text, in order.
    init(_ text: SourceText, stretches: [TextSpan], tokenizer: WordPieceTokenizer, skipping: [TextSpan] = []) {
        for stretch in stretches {
            let tokens = tokenizer.tokenize(text, stretch, skipping: skipping)
            let first = spans.count
            spans += tokens.words
            firstPiece += tokens.firstPiece.dropFirst().map { $0 + pieces.count }
            pieces += tokens.pieces
            begins += (first..<spans.count).map { $0 == first }
            shape += tokens.words.map { Self.shape(text, $0) }
            isDoubleMark += tokens.words.map { QuotationMark(text, $0)?.isDouble == true }
            quoted += Self.quotation(text, tokens.words)
        }
    }

    /// Pieces of words `range`.
    func pieceCount(_ range: Range<Int>) -> Int { firstPiece[range.upperBound] - firstPiece[range.lowerBound] }

    /// The text span from the first to the last of some words.
    func span(_ words: Range<Int>) -> TextSpan {
        TextSpan(spans[words.lowerBound].start, spans[words.upperBound - 1].end)
    }

    /// The words that touch a span of the text.
    func words(touching span: TextSpan) -> Range<Int> {
        let first = spans.partitioningIndex { $0.end > span.start }
        let end = spans.partitioningIndex { $0.start >= span.end }
        return first..<max(first, end)
    }

    private static func shape(_ text: SourceText, _ span: TextSpan) -> Shape {
        let (first, length) = text.scalar(at: span.start)
        var (upper, digit, count, at) = (true, false, 0, span.start)
        while at < span.end {
            let (scalar, step) = text.scalar(at: at)
            if scalar.isASCII ? UInt8(scalar.value).isASCIIDigit : scalar.properties.numericType != nil {
                digit = true
            }
            if !scalar.isUppercaseLetter { upper = false }
            count += 1
            at += step
        }
        if digit { return .digit }
        if first.isUppercaseLetter { return upper && span.count > length && count > 1 ? .upper : .title }
        return first.isASCII && !UInt8(first.value).isASCIILetter || !first.properties.isAlphabetic ? .other : .lower
    }

    /// Every stretch begins outside quotation marks.
    private static func quotation(_ text: SourceText, _ words: [TextSpan]) -> [Bool] {
        var inside = false
        return words.map { word in
            guard let mark = QuotationMark(text, word), mark.isDouble else { return inside }
            switch mark.side {
            case .opening: inside = true
            case .closing: inside = false
            case .either: inside.toggle()
            }
            return true
        }
    }
}

extension Unicode.Scalar {
    /// Whether this is an upper-case letter.
    var isUppercaseLetter: Bool {
        isASCII ? value >= 0x41 && value <= 0x5A : properties.isUppercase
    }
}

extension Array {
    /// The first index whose element satisfies `belongs`, in an array where all that do come last.
    func partitioningIndex(_ belongs: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
