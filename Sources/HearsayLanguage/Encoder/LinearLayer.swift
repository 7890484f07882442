internal import CHearsayKernels

/// A linear layer with its weights packed for the kernels, once, when it is made.
final class LinearLayer: @unchecked Sendable {
    // Safe to share: written only in `init`.

    private var weights: hearsay_weights

    /// Numbers in an input row.
    var inputs: Int { weights.in }
    /// Numbers in an output row.
    var outputs: Int { weights.out }

    /// Packs `weight`, which is out × in, as PyTorch keeps it.
    init(weight: Tensor, bias: Floats, precision: Encoder.Precision) {
        let (out, width) = (weight.shape[0], weight.shape[1])
        let padded = hearsay_padded(width)
        let columns = (out + Int(HEARSAY_PANEL) - 1) / Int(HEARSAY_PANEL) * Int(HEARSAY_PANEL)
        func memory(_ bytes: Int) -> UnsafeMutableRawPointer {
            let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
            memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
            return memory
        }
        func numbers() -> UnsafeMutablePointer<Float> {
            memory(columns * 4).bindMemory(to: Float.self, capacity: columns)
        }
        weights = hearsay_weights(
            in: width, out: out, bytes: precision == .eightBit,
            packed: memory(columns * (precision == .eightBit ? padded : width * 4)), scale: numbers(), sum: numbers(),
            bias: numbers())
        weights.bias.update(from: bias.base, count: out)
        withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { row in
            withUnsafeTemporaryAllocation(of: Int8.self, capacity: padded) { scratch in
                guard let row = row.baseAddress, let scratch = scratch.baseAddress else { return }
                for index in 0..<out {
                    weight.copyRow(index, to: row)
                    hearsay_pack(&weights, row, index, scratch)
                }
            }
        }
    }

    deinit {
        weights.packed.deallocate()
        for numbers in [weights.scale, weights.sum, weights.bias] { numbers?.deallocate() }
    }

    /// Applies the layer to rows.
    /// - Parameters:
    ///   - columns: the outputs that are made, beginning with a multiple of a panel; all by default.
    ///   - finish: what becomes of them.
    ///   - out: `count` rows that begin `stride` numbers apart and hold these outputs only.
    func apply(
        to input: hearsay_rows, count: Int, columns: Range<Int>? = nil, finish: hearsay_finish = HEARSAY_STORE,
        level: hearsay_level, out: UnsafeMutablePointer<Float>, stride: Int
    ) {
        let columns = columns ?? 0..<outputs
        withUnsafePointer(to: input) { input in
            hearsay_linear(level, out, stride, input, count, &weights, columns.lowerBound, columns.count, finish)
        }
    }
}
