import Foundation
import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct NearMissTests {
    /// "sentence / source / cue / content"; a content's parts are joined by "+".
    private func isNone(_ input: String) throws -> Bool {
        let parts = input.components(separatedBy: "/").map(TimeText.trimmed)
        let passage = try Passage(parts[0])
        var draft = try passage.draft(parts[1], parts[2])
        draft.content = try parts[3].components(separatedBy: " + ").flatMap { part in
            try passage.draft("", "", TimeText.trimmed(part)).content
        }
        return NearMiss(prose: passage.prose, lexicon: passage.lexicon).isNone(draft)
    }

    @Test(arguments: [
        "If the owners say it is shut, we strike. / the owners / say / it is shut",
        "Unless Kolen says it is shut, we sail. / Kolen / says / it is shut",
        "Needless to say, it is shut. / / say / it is shut",
        "It must be said that it is shut. / / must be said / that it is shut",
        "That is to say it is shut. / That / is to say / it is shut",
        "It is shut, as they say. / they / say / It is shut",
        "The ship is called the Old Promise. / / is called / the Old Promise",
        "A man known as Shorty came. / / known as / Shorty",
        "Saying it was shut, he left. / / Saying / it was shut",
        "He was sent to say it was shut. / He / to say / it was shut",
        "Critics would say it is shut. / Critics / would say / it is shut",
        "Nobody moves until I say so. / I / say / so",
        "What he said will keep us busy. / he / said / What + will keep us busy",
        "Work goes according to plan. / plan / according to / Work goes",
        "The word “shut” appears twice. / / appears / The word “shut”",
        "Loam, asked by neither, left. / / asked / Loam",
        "Asked again, she said, as she does every day, nothing. / she / said / Asked again + nothing",
        "Shut and sealed, as the sailors say: it will stay. / / say / Shut and sealed",
        "The ministry would not comment on the claims. / The ministry / would not comment / on the claims",
    ]) func none(_ input: String) throws {
        #expect(try isNone(input))
    }

    @Test(arguments: [
        "Kolen said it is shut. / Kolen / said / it is shut",
        "As Kolen said, it is shut. / Kolen / said / it is shut",
        "“No,” says Kolen. / Kolen / says / “No,”",
        "The letter that said it is shut came. / The letter / said / it is shut",
        "What he said was a lie was true. / he / said / What + was a lie",
        "What he called a “lie” was true. / he / called / What + a “lie”",
        "It has reportedly been shut. / / reportedly / It has + been shut",
        "Kolen would like it to be shut. / Kolen / would like / it to be shut",
        "It had been said to be shut. / / had been said / to be shut",
        "“My name may not be on the list,” Kolen said. / Kolen / said / “My name may not be on the list,”",
        "“Neither the mill nor the gate is shut,” she said. / she / said / “Neither the mill nor the gate is shut,”",
        "It appeared that it was shut. / / appeared / that it was shut",
        "Kolen told nobody that it is shut. / Kolen / told / that it is shut",
    ]) func some(_ input: String) throws {
        #expect(try !isNone(input))
    }

    @Test func withoutACueNothingIsJudged() throws {
        let passage = try Passage("It is shut.")
        #expect(
            try !NearMiss(prose: passage.prose, lexicon: passage.lexicon).isNone(passage.draft("", "", "It is shut")))
    }
}
