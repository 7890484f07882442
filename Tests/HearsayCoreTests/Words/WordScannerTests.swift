import Testing

@testable import HearsayCore

@Suite struct WordScannerTests {
    @Test(arguments: [
        ("He won’t go.", ["he", "won't", "go", "."]),
        ("300,000 men, 3.5%", ["300,000", "men", ",", "3.5", "%"]),
        ("at 9 a.m. in the U.S. today", ["at", "9", "a.m.", "in", "the", "u.s.", "today"]),
        ("“Yes,” said Zoë", ["“", "yes", ",", "”", "said", "zoë"]),
        ("twenty-one", ["twenty", "-", "one"]),
        ("1,2", ["1", ",", "2"]), ("the 1990s", ["the", "1990s"]), ("'tis", ["'", "tis"]),
        ("end.", ["end", "."]), ("Київ упав", ["київ", "упав"]), ("a\u{A0}b", ["a", "b"]),
    ])
    func words(_ string: String, _ wanted: [String]) {
        let text = SourceText(string)
        #expect(WordScanner.words(in: text, span: text.span).map(\.lower) == wanted)
    }

    @Test func wordsKnowTheirPlaceCaseAndNeighbour() {
        let text = SourceText("Zoë's £40m")
        let words = WordScanner.words(in: text, span: text.span)
        #expect(words.map { text.string($0.span) } == ["Zoë's", "£", "40m"])
        #expect(words.map(\.isCapitalised) == [true, false, false])
        #expect(words.map(\.isGlued) == [false, false, true])
        #expect(words.map(\.kind) == [.word, .punctuation, .number])
    }
}
