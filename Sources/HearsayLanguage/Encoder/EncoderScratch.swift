internal import CHearsayKernels

/// Memory for the intermediate results of one call, small enough to stay in a processor's second cache.
final class EncoderScratch {
    /// Query, key and value of the heads of one panel.
    let query, key, value: UnsafeMutablePointer<Float>
    /// The outcome of attention.
    let mixed: UnsafeMutablePointer<Float>
    /// The wide rows of some rows at a time.
    let wide: UnsafeMutablePointer<Float>
    let attention: UnsafeMutableRawPointer
    private let bytes: UnsafeMutablePointer<UInt8>
    private let scale, low: UnsafeMutablePointer<Float>

    /// Room for `rows` rows, sequences of at most `longest` of them, and `block` wide rows.
    init(rows: Int, longest: Int, hidden: Int, inner: Int, block: Int) {
        func numbers(_ count: Int) -> UnsafeMutablePointer<Float> {
            UnsafeMutableRawPointer.allocate(byteCount: count * 4, alignment: 64)
                .bindMemory(to: Float.self, capacity: count)
        }
        let panel = rows * Int(HEARSAY_PANEL)
        (query, key, value) = (numbers(panel), numbers(panel), numbers(panel))
        mixed = numbers(rows * hidden)
        wide = numbers(block * inner)
        attention = .allocate(byteCount: hearsay_attention_scratch(longest), alignment: 64)
        bytes = .allocate(capacity: max(rows * hearsay_padded(hidden), block * hearsay_padded(inner)))
        (scale, low) = (numbers(max(rows, block)), numbers(max(rows, block)))
    }

    deinit {
        for memory in [query, key, value, mixed, wide, scale, low] { memory.deallocate() }
        bytes.deallocate()
        attention.deallocate()
    }

    /// Rows as the layers of this precision take them; good until the next call.
    func input(
        _ rows: UnsafePointer<Float>, count: Int, width: Int, precision: Encoder.Precision
    ) -> hearsay_rows {
        var input = hearsay_rows(floats: rows, bytes: bytes, scale: scale, low: low)
        if precision == .eightBit { hearsay_to_bytes(&input, count, width) }
        return input
    }
}
