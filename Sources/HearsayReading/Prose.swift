internal import HearsayCore

/// The readable blocks of a document as words, sentences and paragraphs, for the rules of the reading.
struct Prose: Sendable {
    let text: SourceText
    /// Words of all blocks, in order.
    private(set) var words: [Word] = []
    /// Sentences as ranges of words; every word is in exactly one.
    private(set) var sentences: [Range<Int>] = []
    /// Blocks as ranges of words.
    private(set) var paragraphs: [Range<Int>] = []

    /// Splits the blocks into sentences and words.
    init(_ text: SourceText, blocks: [TextSpan], markup: [TextSpan] = []) {
        self.text = text
        for block in blocks {
            let first = words.count
            for sentence in SentenceSplitter.sentences(in: text, paragraph: block) {
                let begin = words.count
                words += WordScanner.words(in: text, span: sentence).filter { word in
                    !markup.contains { $0.contains(word.span) }
                }
                if words.count > begin { sentences.append(begin..<words.count) }
            }
            if words.count > first { paragraphs.append(first..<words.count) }
        }
    }

    /// The words that touch a span.
    func words(touching span: TextSpan) -> Range<Int> {
        let first = words.partitioningIndex { $0.span.end > span.start }
        let end = words.partitioningIndex { $0.span.start >= span.end }
        return first..<max(first, end)
    }

    /// The number of the sentence of a word, or of the last one before it.
    func sentence(of word: Int) -> Int {
        max(0, sentences.partitioningIndex { $0.lowerBound > word } - 1)
    }

    /// The number of the paragraph of a word, or of the last one before it.
    func paragraph(of word: Int) -> Int {
        max(0, paragraphs.partitioningIndex { $0.lowerBound > word } - 1)
    }

    /// The lower-case words of a range.
    func lower(_ range: Range<Int>) -> [String] { words[range].map(\.lower) }

    /// The text span of a range of words; it must not be empty.
    func span(_ range: Range<Int>) -> TextSpan {
        TextSpan(words[range.lowerBound].span.start, words[range.upperBound - 1].span.end)
    }

    /// The text of a range of words as it stands, line breaks turned into spaces.
    func string(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        return string(span(range))
    }

    /// The text of a span, white space folded into single spaces.
    func string(_ span: TextSpan) -> String {
        var out: [UInt8] = []
        for byte in text.utf8[span.range] {
            // A no-break space is C2 A0 in UTF-8.
            let isNoBreak = byte == 0xA0 && out.last == 0xC2
            if isNoBreak { out.removeLast() }
            if byte.isASCIISpace || isNoBreak {
                if out.last != 0x20, !out.isEmpty { out.append(0x20) }
            } else {
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension Word {
    /// The word without a possessive ending ("Trump's", "aides'").
    var stem: String {
        if lower.hasSuffix("'s") { return String(lower.dropLast(2)) }
        return lower
    }

    var isPossessive: Bool { lower.hasSuffix("'s") }
}
