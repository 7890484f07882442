import Foundation
import HearsayCore
import Testing

@testable import HearsayLanguage

@Suite(.enabled(if: EncoderFiles.present, "the encoder's files are absent: make model"))
struct WordPieceTokenizerTests {
    struct Case: Decodable {
        let text: String
        let ids: [Int32]
        let offsets: [[Int]]
    }

    @Test func namedCasesAgreeWithTheReference() throws {
        let tokenizer = try EncoderFiles.tokenizer()
        let file = URL(fileURLWithPath: try EncoderFiles.fixture("tokenizer-cases.json"))
        for one in try JSONDecoder().decode([Case].self, from: Data(contentsOf: file)) {
            let text = SourceText(one.text)
            let got = tokenizer.tokenize(text, text.span)
            let map = CodePointMap(text)
            let offsets = got.pieceSpans.map { [map.codePoint(atByte: $0.start), map.codePoint(atByte: $0.end)] }
            #expect(got.pieces == one.ids, "pieces of \(one.text.debugDescription)")
            #expect(offsets == one.offsets, "offsets of \(one.text.debugDescription)")
        }
    }

    @Test func tenThousandRandomStringsAgreeWithTheReference() throws {
        let tokenizer = try EncoderFiles.tokenizer()
        let goldens = try String(contentsOfFile: EncoderFiles.fixture("tokenizer-random.txt"), encoding: .utf8)
            .split(separator: "\n")
        var generator = RandomText(state: 20_240_322)
        try #require(goldens.count == 10_000)
        for golden in goldens {
            let text = SourceText(generator.string())
            let got = digest(tokenizer.tokenize(text, text.span), CodePointMap(text))
            #expect(got == UInt64(golden, radix: 16), "\(text.string.debugDescription)")
        }
    }

    @Test func wordsCoverTheirPieces() throws {
        let tokenizer = try EncoderFiles.tokenizer()
        var generator = RandomText(state: 7)
        for _ in 0..<500 {
            let text = SourceText(generator.string())
            let got = tokenizer.tokenize(text, text.span)
            #expect(got.firstPiece.count == got.words.count + 1)
            #expect(got.firstPiece.last == got.pieces.count)
            for (w, word) in got.words.enumerated() {
                for piece in got.firstPiece[w]..<got.firstPiece[w + 1] {
                    #expect(word.contains(got.pieceSpans[piece]))
                }
            }
        }
    }

    @Test func skippedMarkupEndsAWord() throws {
        let tokenizer = try EncoderFiles.tokenizer()
        let text = SourceText("outlet <u>reported</u>Friday")
        let got = tokenizer.tokenize(text, text.span, skipping: [TextSpan(7, 10), TextSpan(18, 22)])
        #expect(got.words.map(text.string) == ["outlet", "reported", "Friday"])
    }

    @Test func damagedVocabulariesAreRefused() {
        #expect(throws: ModelError(.malformed, "")) { try WordPieceTokenizer(vocabulary: []) }
        #expect(throws: ModelError(.malformed, "")) { try WordPieceTokenizer(vocabulary: Array("a\nb\n".utf8)) }
    }

    private func digest(_ tokens: TokenizedText, _ map: CodePointMap) -> UInt64 {
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        for (piece, span) in zip(tokens.pieces, tokens.pieceSpans) {
            let ends = [Int(piece), map.codePoint(atByte: span.start), map.codePoint(atByte: span.end)]
            for value in ends { state = (state ^ UInt64(value)) &* 0x100_0000_01B3 }
        }
        return state
    }
}

/// The random strings of `training/goldens/language_goldens.py`: SplitMix64 over alphabets of many scripts.
struct RandomText {
    var state: UInt64
    private static let alphabets: [(start: UInt32, size: UInt64)] = [
        (0x61, 26), (0x41, 26), (0x30, 10), (0x20, 1), (0x21, 15), (0x00, 32), (0xA0, 96), (0x100, 256), (0x300, 112),
        (0x370, 144), (0x400, 256), (0x590, 112), (0x600, 256), (0x900, 128), (0xE00, 128), (0x1E00, 256),
        (0x2000, 112), (0x20A0, 352), (0x3000, 256), (0x4E00, 20000), (0xAC00, 11172), (0xF900, 512), (0xFE00, 512),
        (0x1F300, 768), (0x20000, 1000), (0x80, 0xD780), (0xE000, 0x101FFF),
    ]

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func string() -> String {
        var scalars = String.UnicodeScalarView()
        let first = Int(next() % UInt64(Self.alphabets.count))
        for _ in 0..<next() % 24 {
            let index = next() % 3 != 0 ? first : Int(next() % 8)
            let (start, size) = Self.alphabets[index]
            if let scalar = Unicode.Scalar(start + UInt32(next() % size)) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
