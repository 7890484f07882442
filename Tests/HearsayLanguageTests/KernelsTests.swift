import CHearsayKernels
import Testing

/// The kernels against plain loops, for every instruction set that this processor has.
@Suite struct KernelsTests {
    private static let levels = [HEARSAY_PLAIN, HEARSAY_AVX2, HEARSAY_AVX512].filter {
        $0.rawValue <= hearsay_best_level().rawValue
    }

    /// A linear layer with random weights; in eight bits they are whole numbers and stand for themselves.
    private final class Layer {
        let numbers: [[Float]]
        let bias: [Float]
        var packed: hearsay_weights

        init(in width: Int, out: Int, bytes: Bool, _ random: inout Dice) {
            numbers = (0..<out).map { _ in
                guard bytes else { return (0..<width).map { _ in random.number() } }
                var row = (0..<width).map { _ in Float(Int.random(in: -127...127, using: &random)) }
                row[Int.random(in: 0..<width, using: &random)] = 127
                return row
            }
            bias = (0..<out).map { _ in bytes ? 0 : random.number() }
            let columns = (out + 63) / 64 * 64
            func memory() -> UnsafeMutablePointer<Float> {
                let memory = UnsafeMutableRawPointer.allocate(byteCount: columns * 4, alignment: 64)
                    .bindMemory(to: Float.self, capacity: columns)
                memory.initialize(repeating: 0, count: columns)
                return memory
            }
            let size = columns * hearsay_padded(width) * 4
            let memoryOfWeights = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
            memoryOfWeights.initializeMemory(as: UInt8.self, repeating: 0, count: size)
            packed = hearsay_weights(
                in: width, out: out, bytes: bytes, packed: memoryOfWeights, scale: memory(), sum: memory(),
                bias: memory())
            packed.bias.update(from: bias, count: out)
            var scratch = [Int8](repeating: 0, count: hearsay_padded(width))
            for (index, row) in numbers.enumerated() { hearsay_pack(&packed, row, index, &scratch) }
        }

        deinit {
            packed.packed.deallocate()
            for memory in [packed.scale, packed.sum, packed.bias] { memory?.deallocate() }
        }
    }

    @Test func productsOfBytesAreExact() {
        var dice = Dice.thrown()
        for round in 0..<40 {
            let (width, out) = (Int.random(in: 1...150, using: &dice), Int.random(in: 1...150, using: &dice))
            let rows = Int.random(in: 1...14, using: &dice)
            let layer = Layer(in: width, out: out, bytes: true, &dice)
            let padded = hearsay_padded(width)
            var bytes = (0..<rows * padded).map { _ in UInt8.random(in: 0...255, using: &dice) }
            for row in 0..<rows where dice.next() % 2 == 0 {  // the greatest sums that there can be
                for i in 0..<padded { bytes[row * padded + i] = 255 }
            }
            var (scale, low) = ([Float](repeating: 1, count: rows), [Float](repeating: 0, count: rows))
            for level in Self.levels {
                var result = [Float](repeating: .nan, count: rows * out)
                bytes.withUnsafeMutableBufferPointer { bytes in
                    scale.withUnsafeMutableBufferPointer { scale in
                        low.withUnsafeMutableBufferPointer { low in
                            var input = hearsay_rows(
                                floats: nil, bytes: bytes.baseAddress, scale: scale.baseAddress, low: low.baseAddress)
                            hearsay_linear(level, &result, out, &input, rows, &layer.packed, 0, out, HEARSAY_STORE)
                        }
                    }
                }
                let expected = (0..<rows).flatMap { row in
                    layer.numbers.map { weights in
                        weights.indices.reduce(Float(0)) { $0 + Float(bytes[row * padded + $1]) * weights[$1] }
                    }
                }
                #expect(result == expected, "seed \(dice.seed), round \(round), level \(level.rawValue)")
            }
        }
    }

    @Test func productsInSinglePrecisionAgreeAndAreFinished() {
        var dice = Dice.thrown()
        for round in 0..<30 {
            let (width, out) = (Int.random(in: 1...100, using: &dice), Int.random(in: 1...150, using: &dice))
            let rows = Int.random(in: 1...14, using: &dice)
            let layer = Layer(in: width, out: out, bytes: false, &dice)
            let x = (0..<rows * width).map { _ in dice.number() }
            let before = (0..<rows * out).map { _ in dice.number() }
            for (level, how) in Self.levels.flatMap({ level in
                [HEARSAY_STORE, HEARSAY_ADD, HEARSAY_GELU].map { (level, $0) }
            }) {
                var result = before
                x.withUnsafeBufferPointer { x in
                    var input = hearsay_rows(floats: x.baseAddress, bytes: nil, scale: nil, low: nil)
                    hearsay_linear(level, &result, out, &input, rows, &layer.packed, 0, out, how)
                }
                var worst = 0.0
                for (index, value) in result.enumerated() {
                    let (row, column) = (index / out, index % out)
                    let sum = (0..<width).reduce(Double(layer.bias[column])) {
                        $0 + Double(x[row * width + $1]) * Double(layer.numbers[column][$1])
                    }
                    let expected =
                        how == HEARSAY_STORE ? sum : how == HEARSAY_ADD ? Double(before[index]) + sum : Self.gelu(sum)
                    worst = max(worst, abs(Double(value) - expected))
                }
                #expect(
                    worst < 1e-4, "seed \(dice.seed), round \(round), level \(level.rawValue), finish \(how.rawValue)")
            }
        }
    }

    @Test func bytesStandForTheirRows() {
        var dice = Dice.thrown()
        for width in [1, 2, 31, 64, 65, 384] {
            let constant = (0..<width).map { _ in Float(2.5) }
            let x = constant + (0..<3 * width).map { _ in dice.number() * 10 }
            let padded = hearsay_padded(width)
            var bytes = [UInt8](repeating: 7, count: 4 * padded)
            var (scale, low) = ([Float](repeating: 0, count: 4), [Float](repeating: 0, count: 4))
            x.withUnsafeBufferPointer { x in
                bytes.withUnsafeMutableBufferPointer { bytes in
                    scale.withUnsafeMutableBufferPointer { scale in
                        low.withUnsafeMutableBufferPointer { low in
                            var input = hearsay_rows(
                                floats: x.baseAddress, bytes: bytes.baseAddress, scale: scale.baseAddress,
                                low: low.baseAddress)
                            hearsay_to_bytes(&input, 4, width)
                        }
                    }
                }
            }
            for row in 0..<4 {
                for i in 0..<padded {
                    let byte = bytes[row * padded + i]
                    guard i < width else {
                        #expect(byte == 0)
                        continue
                    }
                    let error = abs(Float(byte) * scale[row] + low[row] - x[row * width + i])
                    #expect(error <= scale[row] * 0.501 + 1e-5, "seed \(dice.seed), width \(width)")
                }
            }
        }
    }

    @Test func attentionAgrees() {
        var dice = Dice.thrown()
        for rows in [1, 2, 5, 6, 7, 63, 64, 65, 130] {
            let stride = 64
            let all = (0..<3).map { _ in (0..<rows * stride).map { _ in dice.number() * 2 } }
            let expected = Self.attention(all[0], all[1], all[2], rows: rows, stride: stride)
            for level in Self.levels {
                let scratch = UnsafeMutableRawPointer.allocate(
                    byteCount: hearsay_attention_scratch(rows), alignment: 64)
                defer { scratch.deallocate() }
                var result = [Float](repeating: .nan, count: rows * 32)
                all[0].withUnsafeBufferPointer { query in
                    all[1].withUnsafeBufferPointer { key in
                        all[2].withUnsafeBufferPointer { value in
                            var head = hearsay_head(
                                query: query.baseAddress, key: key.baseAddress, value: value.baseAddress, rows: rows,
                                stride: stride)
                            hearsay_attend(level, &result, 32, &head, scratch)
                        }
                    }
                }
                // Numbers of bfloat16 have three digits.
                let tolerance: Float = level == HEARSAY_AVX512 ? 0.05 : 1e-4
                let worst = zip(result, expected).reduce(Float(0)) { max($0, abs($1.0 - $1.1)) }
                #expect(worst < tolerance, "seed \(dice.seed), rows \(rows), level \(level.rawValue): \(worst)")
            }
        }
    }

    private static func attention(
        _ query: [Float], _ key: [Float], _ value: [Float], rows: Int, stride: Int
    ) -> [Float] {
        (0..<rows).flatMap { i -> [Float] in
            let powers = (0..<rows).map { j in
                exponential(
                    (0..<32).reduce(0.0) { $0 + Double(query[i * stride + $1]) * Double(key[j * stride + $1]) }
                        / 32.0.squareRoot())
            }
            let sum = powers.reduce(0, +)
            return (0..<32).map { d in
                Float((0..<rows).reduce(0.0) { $0 + powers[$1] * Double(value[$1 * stride + d]) } / sum)
            }
        }
    }

    /// x times the normal distribution up to x, by its series.
    private static func gelu(_ x: Double) -> Double {
        guard abs(x) < 6 else { return x > 0 ? x : 0 }
        var (term, sum) = (x, x)
        for n in 1..<120 {
            term *= -x * x / Double(2 * n)
            sum += term / Double(2 * n + 1)
        }
        return x * (0.5 + sum / (2 * Double.pi).squareRoot())
    }

    /// e to the power of x, by its series for x / 1024.
    private static func exponential(_ x: Double) -> Double {
        let r = x / 1024
        var power = 1 + r * (1 + r / 2 * (1 + r / 3 * (1 + r / 4)))
        for _ in 0..<10 { power *= power }
        return power
    }
}

/// A generator whose seed is printed and can be used again (SplitMix64).
struct Dice: RandomNumberGenerator {
    let seed: UInt64
    private var state: UInt64

    init(seed: UInt64) { (self.seed, state) = (seed, seed) }

    static func thrown() -> Dice {
        let dice = Dice(seed: UInt64.random(in: 0...UInt64.max))
        print("seed \(dice.seed)")
        return dice
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number between -1 and 1.
    mutating func number() -> Float { Float.random(in: -1...1, using: &self) }
}
