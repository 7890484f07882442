public import HearsayCore

/// Words and word pieces of a stretch of text, as parallel arrays.
///
/// A *word* is what BERT's basic tokenizer yields: a run of letters and digits, or one punctuation mark.
public struct TokenizedText: Sendable {
    /// The words, in order.
    public var words: [TextSpan] = []
    /// For word `w`, its pieces are `firstPiece[w] ..< firstPiece[w + 1]`; one entry more than words.
    public var firstPiece: [Int] = [0]
    /// The vocabulary numbers of the pieces.
    public var pieces: [Int32] = []
    /// Where each piece stands in the text.
    public var pieceSpans: [TextSpan] = []

    /// No words.
    public init() {}
}

/// BERT's uncased WordPiece tokenizer, with offsets to source bytes.
///
/// Agrees with the reference implementation (Hugging Face `tokenizers`, `BertNormalizer`, `BertPreTokenizer`,
/// `WordPiece`) piece by piece; the goldens in the tests were made with it.
public struct WordPieceTokenizer: Sendable {
    /// Longer words become one unknown piece, as in the reference.
    private static let longestWord = 100

    private let vocabulary: Vocabulary
    private let table = CharacterTable.shared
    /// "[CLS]", which opens a sequence.
    public let opening: Int32
    /// "[SEP]", which closes a sequence.
    public let closing: Int32
    /// "[UNK]", for words that cannot be put together from pieces.
    public let unknown: Int32

    /// The tokenizer of a vocabulary file's bytes.
    public init(vocabulary bytes: [UInt8]) throws(ModelError) {
        vocabulary = try Vocabulary(bytes)
        guard let opening = vocabulary.id("[CLS]"), let closing = vocabulary.id("[SEP]"),
            let unknown = vocabulary.id("[UNK]")
        else { throw ModelError(.malformed, "the vocabulary lacks [CLS], [SEP] or [UNK]") }
        (self.opening, self.closing, self.unknown) = (opening, closing, unknown)
    }

    /// Pieces in the vocabulary.
    public var vocabularySize: Int { vocabulary.count }

    /// Splits `span` of a text into words and pieces. One pass; no special pieces are added.
    /// - Parameter skipping: stretches to leave out (leftover markup), sorted; they end a word as white space does.
    public func tokenize(_ text: SourceText, _ span: TextSpan, skipping: [TextSpan] = []) -> TokenizedText {
        var out = TokenizedText()
        out.pieces.reserveCapacity(span.count / 4)
        out.pieceSpans.reserveCapacity(span.count / 4)
        var word = Word()
        var skip = skipping.firstIndex { $0.end > span.start } ?? skipping.count
        var at = span.start
        while at < span.end {
            if skip < skipping.count, at >= skipping[skip].start {
                flush(&word, into: &out)
                at = max(at, skipping[skip].end)
                skip += 1
                continue
            }
            let (scalar, length) = text.scalar(at: at)
            let source = TextSpan(at, min(at + length, span.end))
            at += length
            take(scalar.value, source, &word, &out)
        }
        flush(&word, into: &out)
        return out
    }

    /// A word under construction: its normalized bytes, and where each normalized code point begins and comes from.
    private struct Word {
        var bytes: [UInt8] = []
        var starts: [Int] = []
        var sources: [TextSpan] = []

        mutating func append(_ value: UInt32, _ source: TextSpan) {
            starts.append(bytes.count)
            sources.append(source)
            if value < 0x80 { return bytes.append(UInt8(value)) }
            if let encoded = UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") { bytes += encoded }
        }

        mutating func clear() {
            bytes.removeAll(keepingCapacity: true)
            starts.removeAll(keepingCapacity: true)
            sources.removeAll(keepingCapacity: true)
        }
    }

    private func take(_ value: UInt32, _ source: TextSpan, _ word: inout Word, _ out: inout TokenizedText) {
        if value >= 0xAC00, value < 0xD7A4 {  // Hangul syllables decompose by arithmetic (Unicode, chapter 3.12)
            let index = value - 0xAC00
            word.append(0x1100 + index / 588, source)
            word.append(0x1161 + index % 588 / 28, source)
            if index % 28 > 0 { word.append(0x11A7 + index % 28, source) }
            return
        }
        switch table.action(value) {
        case .drop: return
        case .space: flush(&word, into: &out)
        case .keep(let mapped): word.append(mapped, source)
        case .expand(let range): for mapped in table.expansions[range] { word.append(mapped, source) }
        case .alone(let mapped):
            flush(&word, into: &out)
            word.append(mapped, source)
            flush(&word, into: &out)
        }
    }

    /// Cuts the word greedily into the longest known pieces and begins the next one.
    private func flush(_ word: inout Word, into out: inout TokenizedText) {
        guard let first = word.sources.first, let last = word.sources.last else { return }
        let whole = TextSpan(first.start, max(first.end, last.end))
        let begin = out.pieces.count
        var at = 0
        while at < word.starts.count, word.starts.count <= Self.longestWord {
            guard let (id, next) = longestPiece(word, from: at) else { break }
            out.pieces.append(id)
            out.pieceSpans.append(TextSpan(word.sources[at].start, word.sources[next - 1].end))
            at = next
        }
        if at < word.starts.count {
            out.pieces.removeSubrange(begin...)
            out.pieceSpans.removeSubrange(begin...)
            out.pieces.append(unknown)
            out.pieceSpans.append(whole)
        }
        out.words.append(whole)
        out.firstPiece.append(out.pieces.count)
        word.clear()
    }

    private func longestPiece(_ word: Word, from at: Int) -> (id: Int32, next: Int)? {
        var best: (id: Int32, next: Int)?
        var (state, index) = (Vocabulary.seed, at)
        let start = word.starts[at]
        while index < word.starts.count {
            let end = index + 1 < word.starts.count ? word.starts[index + 1] : word.bytes.count
            guard end - start <= vocabulary.longest else { break }
            for byte in word.bytes[word.starts[index]..<end] { state = Vocabulary.hash(state, byte) }
            if let id = vocabulary.id(word.bytes[start..<end], hash: state, continues: at > 0) {
                best = (id, index + 1)
            }
            index += 1
        }
        return best
    }
}
