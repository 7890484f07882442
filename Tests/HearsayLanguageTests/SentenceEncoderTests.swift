import Foundation
import Testing

@testable import HearsayLanguage

@Suite(.enabled(if: EncoderFiles.present, "the encoder's files are absent: make model"))
struct SentenceEncoderTests {
    @Test(arguments: [(Encoder.Precision.single, Float(0.9999)), (.eightBit, 0.98)])
    func vectorsAgreeWithPyTorch(precision: Encoder.Precision, floor: Float) throws {
        let sentences = try String(contentsOfFile: EncoderFiles.fixture("sentences.txt"), encoding: .utf8)
            .split(separator: "\n").map(String.init)
        let golden = try Safetensors(path: EncoderFiles.fixture("sentence-vectors.safetensors"))
            .floats("vectors", shape: [200, 384])
        let encoder = SentenceEncoder(
            tokenizer: try EncoderFiles.tokenizer(),
            encoder: Encoder(weights: try EncoderFiles.weights(), precision: precision))
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
        #expect(worst > floor, "lowest cosine \(worst)")
    }
}
