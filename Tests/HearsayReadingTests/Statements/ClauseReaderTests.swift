import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct ClauseReaderTests {
    private func found(_ text: String) throws -> String {
        let passage = try Passage(text)
        let reader = ClauseReader(prose: passage.prose, lexicon: passage.lexicon)
        return passage.prose.sentences.flatMap { reader.drafts(in: $0) }.map(passage.string).joined(separator: " / ")
    }

    @Test(arguments: [
        "The captain said that it was shut. => The captain | said | that it was shut",
        "Kolen has sworn it. => ",
        "Kolen swears she saw it. => Kolen | swears | she saw it",
        "The crew agreed to sail. => The crew | agreed | to sail",
        "His lawyer had advised him to keep quiet. => His lawyer | had advised | to keep quiet",
        "The pilot told her that an engine burned. => The pilot | told | that an engine burned",
        "His foreman told him, “Sign it.” => ",
        "Kolen wrote: “It is shut.” => Kolen | wrote | “It is shut.”",
        "The Gull reported, citing a letter, that it was shut. => The Gull | reported | that it was shut",
        "The school was warned by a nurse that he was ill. => a nurse | warned | that he was ill",
        "They were told by the guards to stay. => the guards | told | to stay",
        "The captain's claim that it was shut is false. => The captain's | claim | that it was shut is false",
        // What is none.
        "Kolen did not say that it was shut. => ",
        "Kolen never said that it was shut. => ",
        "The gate was said to be shut. => ",
        "The letter on the said amount was read. => ",
        "The “Old Promise” sailed. => ",
        "It rained. => ",
        "said. => ",
        "said => ",
        "by to that => ",
    ]) func clauses(_ line: String) throws {
        let (input, wanted) = row(line)
        #expect(try found(input) == wanted)
    }
}
