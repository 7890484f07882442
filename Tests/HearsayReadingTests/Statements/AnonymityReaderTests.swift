import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct AnonymityReaderTests {
    private func reading(_ sentence: String) throws -> (withheld: Bool, reason: String?) {
        let passage = try Passage(sentence)
        return AnonymityReader(prose: passage.prose, lexicon: passage.lexicon)
            .reading(sentence: passage.prose.words.indices)
    }

    @Test(arguments: [
        "She asked not to be named because the talks are confidential. => the talks are confidential",
        "He spoke on condition of anonymity because he feared for his job, and left. => he feared for his job",
        "They requested anonymity, citing fear of reprisals. => fear of reprisals",
        "She declined to be named for fear of losing her post. => fear of losing her post",
        "He insisted on anonymity out of concern for his family. => concern for his family",
        "He asked not to be identified so as not to upset the board. => not to upset the board",
        "She asked for anonymity due to the rules of the port. => the rules of the port",
        "He would not be named lest he lose his licence. => lest he lose his licence",
        "They spoke anonymously since the plan is secret; it is new. => the plan is secret",
        "The pilot (granted anonymity given the sensitivity) left. => the sensitivity",
        "She was not authorised to discuss the plan publicly. => not authorised to discuss the plan publicly",
        "She is not authorized to speak, she said. => not authorized to speak",
        "He asked not to be named as he is still employed there. => he is still employed there",
        "They requested anonymity because of the vote. => the vote",
    ]) func reasons(_ line: String) throws {
        let (input, wanted) = row(line)
        let found = try reading(input)
        #expect(found.withheld)
        #expect(found.reason == wanted)
    }

    @Test(arguments: [
        "He asked not to be named.", "She spoke on condition of anonymity.", "They spoke on background and then left.",
        "He asked not to be named because", "He asked not to be named because of", "He asked not to be named so as",
        "He asked not to be named out of", "He asked not to be named because, he said, it rained.",
    ]) func withoutAReason(_ sentence: String) throws {
        let found = try reading(sentence)
        #expect(found.withheld)
        #expect(found.reason == nil)
    }

    @Test(arguments: ["", "He gave his name.", "The ship was named Ravna because it rained.", "Anonymity is rare."])
    func nothingWithheld(_ sentence: String) throws {
        let found = try reading(sentence)
        #expect(!found.withheld && found.reason == nil)
    }
}
