internal import CHearsayKernels

/// The forward pass of a BERT-style transformer, on one thread.
///
/// Several sequences go through together without padding: the linear layers see one matrix of all their rows, and
/// attention stays within each sequence. Cost for MiniLM-L6: about 11 million multiplications a token plus attention.
public struct Encoder: Sendable {
    /// How the linear layers multiply.
    public enum Precision: Sendable {
        /// Weights in eight bits with a scale for each output, rows in eight bits with a scale for each row.
        case eightBit
        /// Single precision, two and a half times as slow: the yardstick for the other.
        case single
    }

    private static let epsilon: Float = 1e-12
    /// Rows that go through all layers together, unless one sequence is longer: more would not stay in the cache.
    private static let tile = 256
    /// Rows that go through the wide layers together, for the same reason; six at a time fill the registers.
    private static let block = 96

    private let weights: EncoderWeights
    private let layers: Once<[EncoderLayer]>
    private let precision: Precision
    private let level: hearsay_level
    private let counter: TokenCounter?

    /// An encoder over weights, which tells `counter` how many pieces it takes in. The weights are packed when the
    /// encoder is first used, which takes some milliseconds.
    public init(weights: EncoderWeights, precision: Precision = .eightBit, counter: TokenCounter? = nil) {
        self.init(weights: weights, precision: precision, level: hearsay_best_level(), counter: counter)
    }

    /// An encoder that uses no more than `level` of the processor.
    init(weights: EncoderWeights, precision: Precision, level: hearsay_level, counter: TokenCounter? = nil) {
        (self.weights, self.precision, self.level, self.counter) = (weights, precision, level, counter)
        layers = Once { weights.layers.map { EncoderLayer($0, precision: precision) } }
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
            let scratch = EncoderScratch(
                rows: min(rows, max(longest, Self.tile)), longest: longest, hidden: hidden, inner: weights.inner,
                block: min(rows, Self.block))
            var first = 0
            for tile in Self.tiles(sequences.map(\.count)) {
                for layer in layers.value { apply(layer, to: x + first * hidden, lengths: tile, scratch) }
                first += tile.reduce(0, +)
            }
        }
    }

    /// Lengths of sequences in groups that fit a tile.
    private static func tiles(_ lengths: [Int]) -> [[Int]] {
        var tiles: [[Int]] = []
        var room = 0
        for length in lengths {
            if length > room || tiles.isEmpty {
                tiles.append([])
                room = max(tile, length)
            }
            tiles[tiles.count - 1].append(length)
            room -= length
        }
        return tiles
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
        normalize(x, row, weights.embeddingNorm)
    }

    private func apply(
        _ layer: EncoderLayer, to x: UnsafeMutablePointer<Float>, lengths: [Int], _ scratch: EncoderScratch
    ) {
        let rows = lengths.reduce(0, +)
        attend(layer, x, lengths, scratch)
        let mixed = scratch.input(scratch.mixed, count: rows, width: hidden, precision: precision)
        layer.output.apply(to: mixed, count: rows, finish: HEARSAY_ADD, level: level, out: x, stride: hidden)
        normalize(x, rows, layer.attentionNorm)
        for first in stride(from: 0, to: rows, by: Self.block) {
            let (part, count) = (x + first * hidden, min(Self.block, rows - first))
            let narrow = scratch.input(part, count: count, width: hidden, precision: precision)
            layer.up.apply(
                to: narrow, count: count, finish: HEARSAY_GELU, level: level, out: scratch.wide, stride: weights.inner)
            let wide = scratch.input(scratch.wide, count: count, width: weights.inner, precision: precision)
            layer.down.apply(to: wide, count: count, finish: HEARSAY_ADD, level: level, out: part, stride: hidden)
            normalize(part, count, layer.outputNorm)
        }
    }

    /// Multi-head attention within each sequence, the heads of one panel at a time.
    private func attend(
        _ layer: EncoderLayer, _ x: UnsafeMutablePointer<Float>, _ lengths: [Int], _ scratch: EncoderScratch
    ) {
        let (panel, head) = (Int(HEARSAY_PANEL), Int(HEARSAY_HEAD))
        let rows = lengths.reduce(0, +)
        let input = scratch.input(x, count: rows, width: hidden, precision: precision)
        for column in stride(from: 0, to: hidden, by: panel) {
            let columns = column..<min(column + panel, hidden)
            for (linear, out) in [
                (layer.query, scratch.query), (layer.key, scratch.key), (layer.value, scratch.value),
            ] {
                linear.apply(to: input, count: rows, columns: columns, level: level, out: out, stride: panel)
            }
            var first = 0
            for length in lengths {
                for at in stride(from: 0, to: columns.count, by: head) {
                    let from = first * panel + at
                    var rows = hearsay_head(
                        query: scratch.query + from, key: scratch.key + from, value: scratch.value + from,
                        rows: length, stride: panel)
                    let out = scratch.mixed + first * hidden + column + at
                    hearsay_attend(level, out, hidden, &rows, scratch.attention)
                }
                first += length
            }
        }
    }

    private func normalize(_ x: UnsafeMutablePointer<Float>, _ rows: Int, _ norm: EncoderWeights.Norm) {
        hearsay_norm(x, norm.gain.base, norm.bias.base, rows, hidden, Self.epsilon)
    }
}

/// One layer's weights, packed.
private struct EncoderLayer: Sendable {
    let query, key, value, output: LinearLayer
    let attentionNorm: EncoderWeights.Norm
    let up, down: LinearLayer
    let outputNorm: EncoderWeights.Norm

    init(_ layer: EncoderWeights.Layer, precision: Encoder.Precision) {
        func packed(_ linear: EncoderWeights.Linear) -> LinearLayer {
            LinearLayer(weight: linear.weight, bias: linear.bias, precision: precision)
        }
        (query, key, value) = (packed(layer.query), packed(layer.key), packed(layer.value))
        (output, up, down) = (packed(layer.output), packed(layer.up), packed(layer.down))
        (attentionNorm, outputNorm) = (layer.attentionNorm, layer.outputNorm)
    }
}
