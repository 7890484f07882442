internal import CHearsayKernels

/// The forward pass of a BERT-style transformer in single precision, on one thread.
///
/// Several sequences go through together without padding: the linear layers see one matrix of all their rows, and
/// attention stays within each sequence. Cost for MiniLM-L6: about 21 million multiplications a token plus attention.
public struct Encoder: Sendable {
    private static let epsilon: Float = 1e-12

    private let weights: EncoderWeights
    private let product: any MatrixProduct
    private let counter: TokenCounter?

    /// An encoder over weights, which tells `counter` how many pieces it takes in.
    public init(weights: EncoderWeights, product: any MatrixProduct = OneDNN(), counter: TokenCounter? = nil) {
        (self.weights, self.product, self.counter) = (weights, product, counter)
    }

    /// Numbers in each output row.
    public var hidden: Int { weights.hidden }
    /// The longest sequence.
    public var longest: Int { weights.positionCount }

    /// Encodes sequences of word pieces.
    /// - Parameters:
    ///   - sequences: vocabulary numbers, opening and closing pieces included; none longer than ``longest``.
    ///   - adjust: may add to the embedding of row `i` (over all sequences) before it is normalized.
    /// - Returns: the last layer's rows, one after another for all sequences: total pieces × ``hidden``.
    public func encode(
        _ sequences: [[Int32]], adjust: ((Int, UnsafeMutablePointer<Float>) -> Void)? = nil
    ) -> [Float] {
        let rows = sequences.reduce(0) { $0 + $1.count }
        let longest = sequences.reduce(0) { max($0, $1.count) }
        precondition(longest <= self.longest, "a sequence is longer than the encoder's positions")
        counter?.add(rows)
        return [Float](unsafeUninitializedCapacity: rows * hidden) { out, count in
            count = rows * hidden
            guard let x = out.baseAddress, rows > 0 else { return }
            embed(sequences, into: x, adjust: adjust)
            let scratch = Scratch(rows: rows, hidden: hidden, inner: weights.inner, longest: longest)
            for layer in weights.layers { apply(layer, to: x, sequences, scratch) }
        }
    }

    /// Memory for the intermediate results of one call.
    private final class Scratch {
        let query, key, value, mixed, wide, scores: UnsafeMutablePointer<Float>

        init(rows: Int, hidden: Int, inner: Int, longest: Int) {
            query = .allocate(capacity: rows * hidden)
            key = .allocate(capacity: rows * hidden)
            value = .allocate(capacity: rows * hidden)
            mixed = .allocate(capacity: rows * hidden)
            wide = .allocate(capacity: rows * inner)
            scores = .allocate(capacity: longest * longest)
        }

        deinit { for memory in [query, key, value, mixed, wide, scores] { memory.deallocate() } }
    }

    private func embed(
        _ sequences: [[Int32]], into x: UnsafeMutablePointer<Float>,
        adjust: ((Int, UnsafeMutablePointer<Float>) -> Void)?
    ) {
        var row = 0
        for sequence in sequences {
            for (position, piece) in sequence.enumerated() {
                precondition(piece >= 0 && Int(piece) < weights.wordCount, "a piece outside the vocabulary")
                let target = x + row * hidden
                let word = weights.words.base + Int(piece) * hidden
                let place = weights.positions.base + position * hidden
                for i in 0..<hidden { target[i] = word[i] + place[i] + weights.types.base[i] }
                adjust?(row, target)
                row += 1
            }
        }
        let norm = weights.embeddingNorm
        hearsay_add_norm(x, nil, norm.gain.base, norm.bias.base, row, hidden, Self.epsilon)
    }

    private func apply(
        _ layer: EncoderWeights.Layer, to x: UnsafeMutablePointer<Float>, _ sequences: [[Int32]], _ s: Scratch
    ) {
        let rows = sequences.reduce(0) { $0 + $1.count }
        for (target, linear) in [(s.query, layer.query), (s.key, layer.key), (s.value, layer.value)] {
            project(x, rows, hidden, linear, hidden, into: target)
            hearsay_add_bias(target, linear.bias.base, rows, hidden)
        }
        attend(sequences, s)
        project(s.mixed, rows, hidden, layer.output, hidden, into: s.query)
        hearsay_add_bias(s.query, layer.output.bias.base, rows, hidden)
        hearsay_add_norm(
            x, s.query, layer.attentionNorm.gain.base, layer.attentionNorm.bias.base, rows, hidden, Self.epsilon)
        project(x, rows, hidden, layer.up, weights.inner, into: s.wide)
        hearsay_bias_gelu(s.wide, layer.up.bias.base, rows, weights.inner)
        project(s.wide, rows, weights.inner, layer.down, hidden, into: s.query)
        hearsay_add_bias(s.query, layer.down.bias.base, rows, hidden)
        hearsay_add_norm(x, s.query, layer.outputNorm.gain.base, layer.outputNorm.bias.base, rows, hidden, Self.epsilon)
    }

    /// target = input · weightᵀ.
    private func project(
        _ input: UnsafePointer<Float>, _ rows: Int, _ width: Int, _ linear: EncoderWeights.Linear, _ out: Int,
        into target: UnsafeMutablePointer<Float>
    ) {
        product.multiply(
            m: rows, n: out, k: width, scale: 1, a: input, aStride: width, b: linear.weight.base, bStride: width,
            transposed: true, c: target, cStride: out)
    }

    /// Multi-head attention within each sequence: mixed = softmax(query · keyᵀ / √width) · value.
    private func attend(_ sequences: [[Int32]], _ s: Scratch) {
        let scale = 1 / Float(EncoderWeights.headWidth).squareRoot()
        var first = 0
        for sequence in sequences where !sequence.isEmpty {
            let n = sequence.count
            for head in stride(from: 0, to: hidden, by: EncoderWeights.headWidth) {
                let at = first * hidden + head
                product.multiply(
                    m: n, n: n, k: EncoderWeights.headWidth, scale: 1, a: s.query + at, aStride: hidden, b: s.key + at,
                    bStride: hidden, transposed: true, c: s.scores, cStride: n)
                hearsay_softmax(s.scores, n, n, n, scale)
                product.multiply(
                    m: n, n: EncoderWeights.headWidth, k: n, scale: 1, a: s.scores, aStride: n, b: s.value + at,
                    bStride: hidden, transposed: false, c: s.mixed + at, cStride: hidden)
            }
            first += n
        }
    }
}
