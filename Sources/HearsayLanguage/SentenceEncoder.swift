internal import CHearsayKernels
internal import HearsayCore

/// Sentence vectors: the mean of the encoder's rows, scaled to length 1, as all-MiniLM-L6-v2 defines them.
///
/// Vectors are kept and compared with those of other days, so an encoder in single precision suits better: in eight bits
/// some are off by a cosine of 0.99.
public struct SentenceEncoder: Sendable {
    private static let longest = 256

    private let tokenizer: WordPieceTokenizer
    private let encoder: Encoder

    /// A sentence encoder over an encoder and its tokenizer.
    public init(tokenizer: WordPieceTokenizer, encoder: Encoder) {
        (self.tokenizer, self.encoder) = (tokenizer, encoder)
    }

    /// One vector for each text; texts longer than 254 pieces are cut. Batches by 16.
    public func vectors(_ texts: [String]) -> [[Float]] {
        var out: [[Float]] = []
        for first in stride(from: 0, to: texts.count, by: 16) {
            let batch = texts[first..<min(first + 16, texts.count)].map { pieces(SourceText($0)) }
            let rows = encoder.encode(batch)
            var row = 0
            for sequence in batch {
                out.append(pooled(rows, row..<row + sequence.count))
                row += sequence.count
            }
        }
        return out
    }

    private func pieces(_ text: SourceText) -> [Int32] {
        let pieces = tokenizer.tokenize(text, text.span).pieces
        return [tokenizer.opening] + pieces.prefix(Self.longest - 2) + [tokenizer.closing]
    }

    private func pooled(_ rows: [Float], _ range: Range<Int>) -> [Float] {
        var mean = [Float](repeating: 0, count: encoder.hidden)
        rows.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            hearsay_mean(&mean, base + range.lowerBound * encoder.hidden, range.count, encoder.hidden)
        }
        let length = mean.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? mean.map { $0 / length } : mean
    }
}
