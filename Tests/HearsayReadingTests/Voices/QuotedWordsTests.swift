import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct QuotedWordsTests {
    @Test(arguments: [
        "He said \"one two\" there. => one two", "He said \u{201C}one two\u{201D} there. => one two",
        "He said no. => ", "\u{201C}One.\n\n\u{201C}Two\u{201D} left. => one . two",
        // A mark that nothing closes is a slip.
        "\"One left.\n\nTwo left. => ", "\"One left. \u{201C}Two\u{201D} stayed. => two",
    ]) func quoted(_ line: String) throws {
        let (input, wanted) = row(line)
        let prose = try Passage(input).prose
        let quoted = QuotedWords(prose)
        let found = prose.words.indices.filter { quoted[$0] }.map { prose.words[$0].lower }
        #expect(found.joined(separator: " ") == wanted)
    }
}
