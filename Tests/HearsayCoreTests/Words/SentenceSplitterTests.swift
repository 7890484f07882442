import Testing

@testable import HearsayCore

/// "|" parts the sentences that are wanted; it is not in the text that is read.
@Suite struct SentenceSplitterTests {
    @Test(arguments: Self.cases) func sentences(_ line: String) {
        let wanted = line.split(separator: "|").map { part in
            let text = SourceText(String(part))
            return text.string(text.trimmed(text.span))
        }
        let text = SourceText(wanted.joined(separator: " "))
        let found = SentenceSplitter.sentences(in: text, paragraph: text.span)
        #expect(found.map { text.string($0) } == wanted)
    }

    @Test func aBlankLineEndsASentence() {
        let text = SourceText("A headline without a stop\n\nThe text\ngoes on. It ends")
        let found = SentenceSplitter.sentences(in: text, paragraph: text.span)
        #expect(found.map { text.string($0) } == ["A headline without a stop", "The text\ngoes on.", "It ends"])
    }

    /// A stray blank line behind a word that ends no sentence cuts nothing.
    @Test func aSentenceGoesOnOverABlankLine() {
        let text = SourceText("A source confirmed the target to\n\n  \nNord Kurier and named a day. It ends\n\nThe")
        let found = SentenceSplitter.sentences(in: text, paragraph: text.span)
        let wanted = ["A source confirmed the target to\n\n  \nNord Kurier and named a day.", "It ends", "The"]
        #expect(found.map { text.string($0) } == wanted)
    }

    @Test func nothingIsNoSentence() {
        for string in ["", " ", "\n\n"] {
            let text = SourceText(string)
            #expect(SentenceSplitter.sentences(in: text, paragraph: text.span).isEmpty)
        }
    }

    static let cases = [
        "It rained. | It stopped.", "It rained! | It stopped.", "Did it rain? | It did.", "It rained … | It stopped.",
        "It rained... | It stopped.", "Mr. Weld spoke. | Mrs. Weld slept.", "Dr. Ana Weld spoke.",
        "Gen. Falk asked.", "Lt. Col. Falk asked.", "St. Anna burned. | It was old.", "He is No. 4 on the list.",
        "The U.S. Navy came.", "He left the U.S. | He came back.", "It was 9 a.m. | The gate opened.",
        "At 9 a.m. Weld spoke.", "J. Weld spoke. | K. S. Weld slept.", "It grew by 3.5 percent. | It shrank.",
        "“It rained.” | She left.", "\"It rained.\" | She left.", "“It rained,” she said. | She left.",
        "“Did it rain?” he asked. | “It did.”", "(It rained.) | It stopped.", "It rained (a lot). | It stopped.",
        "Weld Inc. made it. | Weld Inc. | The firm sold it.", "Sept. 3 was wet. | It rained.",
        "She came. | „It rained,” she said.", "She came. | “It rained,” she said.",
        "She came. | ‘It rained,’ she said.", "It rained?! | It did.",
        "He said: It rained. | It did.", "He lives at example.org now. | It rained.", "Prof. Weld et al. found it.",
        "It cost 5 kroner. | 300 came.", "Él vino. | Él se fue.",
    ]
}
