import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct WordSequenceTests {
    @Test(
        arguments: [
            ("kolen", .lower), ("Kolen", .title), ("KOLEN", .upper), ("K", .title), ("kOLEN", .lower),
            ("McKolen", .title),
            ("12", .digit), ("4th", .digit), ("A4", .digit), ("½", .digit), (",", .other), ("“", .other), ("é", .lower),
            ("É", .title), ("ÉÉ", .upper), ("Él", .title), ("$", .other), ("中", .lower),
        ] as [(String, WordSequence.Shape)])
    func shapes(_ word: String, _ shape: WordSequence.Shape) throws {
        #expect(try TinyVocabulary.sequence(word).shape == [shape])
    }

    /// A bar under every word that counts as quoted.
    @Test(arguments: [
        "a “b c” d => 01111 0", "a \"b c\" d => 01111 0", "a «b» c => 0111 0", "„b” c => 111 0", "a ” b => 010",
        "a ‘b’ c => 00000", "it's b => 0000", "“a “b” c => 11111 0", "a “b => 011", "\"a\" b \"c\" => 1110 111",
    ]) func quotation(_ line: String) throws {
        let (input, wanted) = row(line)
        let found = try TinyVocabulary.sequence(input).quoted.map { $0 ? "1" : "0" }.joined()
        #expect(found == wanted.filter { $0 != " " })
    }

    @Test func quotationsEndWithTheirParagraph() throws {
        let sequence = try TinyVocabulary.sequence("a “b", "c \"d", "e")
        #expect(sequence.quoted == [false, true, true, false, true, true, false])
        #expect(sequence.begins == [true, false, false, true, false, false, true])
        #expect(sequence.isDoubleMark == [false, true, false, false, true, false, false])
    }

    @Test func piecesFollowTheWords() throws {
        let sequence = try TinyVocabulary.sequence("ab c", "def")
        #expect(sequence.firstPiece == [0, 2, 3, 6])
        #expect(sequence.pieceCount(0..<2) == 3)
        #expect(sequence.pieces.count == 6)
        #expect(sequence.span(1..<3) == TextSpan(3, 9))
    }

    @Test func markupIsLeftOut() throws {
        let sequence = try TinyVocabulary.sequence("ab <u>c d", skipping: "<u>")
        #expect(sequence.spans == [TextSpan(0, 2), TextSpan(6, 7), TextSpan(8, 9)])
    }

    @Test func wordsThatTouchASpan() throws {
        let sequence = try TinyVocabulary.sequence("ab cd ef")
        #expect(sequence.words(touching: TextSpan(1, 4)) == 0..<2)
        #expect(sequence.words(touching: TextSpan(2, 3)).isEmpty)
        #expect(sequence.words(touching: TextSpan(0, 8)) == 0..<3)
    }

    @Test func noStretchesNoWords() throws {
        #expect(WordSequence(SourceText(""), stretches: [], tokenizer: try TinyVocabulary.tokenizer()).count == 0)
    }
}
