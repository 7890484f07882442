import CHearsayKernels
import Dispatch
import Synchronization
import Testing

@testable import HearsayLanguage

@Suite(.enabled(if: EncoderFiles.present, "the encoder's files are absent: make model"))
struct EncoderTests {
    /// Random pieces of sequences of these lengths.
    private func sequences(_ lengths: [Int], _ dice: inout Dice) -> [[Int32]] {
        lengths.map { length in (0..<length).map { _ in Int32.random(in: 1000..<30000, using: &dice) } }
    }

    /// The lowest cosine between rows of two outcomes.
    private func lowestCosine(_ a: [Float], _ b: [Float]) -> Float {
        var lowest: Float = 1
        for row in stride(from: 0, to: a.count, by: 384) {
            var (product, first, second) = (Float(0), Float(0), Float(0))
            for i in row..<row + 384 {
                product += a[i] * b[i]
                first += a[i] * a[i]
                second += b[i] * b[i]
            }
            lowest = min(lowest, product / (first * second).squareRoot())
        }
        return lowest
    }

    @Test func eightBitsStayCloseToSinglePrecision() throws {
        var dice = Dice.thrown()
        let weights = try EncoderFiles.weights()
        let input = sequences([1, 2, 17, 64, 65, 255, 512], &dice)
        let single = Encoder(weights: weights, precision: .single).encode(input)
        let bytes = Encoder(weights: weights).encode(input)
        #expect(single.count == input.reduce(0) { $0 + $1.count } * 384)
        let lowest = lowestCosine(single, bytes)
        #expect(lowest > 0.95, "seed \(dice.seed): \(lowest)")
    }

    @Test func everyInstructionSetYieldsNearlyTheSame() throws {
        var dice = Dice.thrown()
        let weights = try EncoderFiles.weights()
        let input = sequences([3, 70], &dice)
        for (precision, floor) in [(Encoder.Precision.single, Float(0.9999)), (.eightBit, 0.95)] {
            let plain = Encoder(weights: weights, precision: precision, level: HEARSAY_PLAIN).encode(input)
            for level in [HEARSAY_AVX2, HEARSAY_AVX512] where level.rawValue <= hearsay_best_level().rawValue {
                let fast = Encoder(weights: weights, precision: precision, level: level).encode(input)
                let lowest = lowestCosine(plain, fast)
                #expect(lowest > floor, "seed \(dice.seed), level \(level.rawValue): \(lowest)")
            }
        }
    }

    @Test func rowsDoNotDependOnTheCompanyOfTheirSequence() throws {
        var dice = Dice.thrown()
        let encoder = Encoder(weights: try EncoderFiles.weights())
        let input = sequences([5, 1, 130, 0, 131, 64, 300, 7], &dice)
        let alone = input.flatMap { encoder.encode([$0]) }
        #expect(encoder.encode(input) == alone, "seed \(dice.seed)")
    }

    @Test func nothingYieldsNothing() throws {
        let encoder = Encoder(weights: try EncoderFiles.weights())
        #expect(encoder.encode([]).isEmpty)
        #expect(encoder.encode([[], []]).isEmpty)
    }

    @Test func threadsShareAnEncoder() throws {
        var dice = Dice.thrown()
        let (encoder, input) = (Encoder(weights: try EncoderFiles.weights()), sequences([40, 9], &dice))
        let outcomes = Mutex<[[Float]]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            let rows = encoder.encode(input)
            outcomes.withLock { $0.append(rows) }
        }
        let expected = encoder.encode(input)
        #expect(outcomes.withLock { $0.allSatisfy { $0 == expected } })
    }
}
