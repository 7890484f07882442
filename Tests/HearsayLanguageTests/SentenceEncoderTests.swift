import Foundation
import Testing

@testable import HearsayLanguage

@Suite(.enabled(if: EncoderFiles.present, "the encoder's files are absent: make model"))
struct SentenceEncoderTests {
    @Test func vectorsAgreeWithPyTorch() throws {
        let sentences = try String(contentsOfFile: EncoderFiles.fixture("sentences.txt"), encoding: .utf8)
            .split(separator: "\n").map(String.init)
        let golden = try Safetensors(path: EncoderFiles.fixture("sentence-vectors.safetensors"))
            .floats("vectors", shape: [200, 384])
        let encoder = SentenceEncoder(
            tokenizer: try EncoderFiles.tokenizer(), encoder: Encoder(weights: try EncoderFiles.weights()))
        let vectors = encoder.vectors(sentences)
        try #require(vectors.count == 200)
        var worst: Float = 1
        for (i, vector) in vectors.enumerated() {
            let (product, length) = vector.enumerated().reduce((Float(0), Float(0))) { sum, next in
                let g = golden[i * 384 + next.offset]
                return (sum.0 + g * next.element, sum.1 + g * g)
            }
            worst = min(worst, product / length.squareRoot())
        }
        #expect(worst > 0.9999, "lowest cosine \(worst)")
    }

    @Test func theMatrixLibraryAgreesWithPlainLoops() throws {
        let weights = try EncoderFiles.weights()
        let pieces: [[Int32]] = [[101, 2023, 2003, 1037, 3231, 102], [101, 102]]
        let fast = Encoder(weights: weights).encode(pieces)
        let plain = Encoder(weights: weights, product: PlainProduct()).encode(pieces)
        #expect(fast.count == 8 * 384)
        for (a, b) in zip(fast, plain) { #expect(abs(a - b) < 1e-3) }
    }
}
