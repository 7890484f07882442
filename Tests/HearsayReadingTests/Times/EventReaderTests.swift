import Testing

@testable import HearsayCore
@testable import HearsayReading

/// Published on Friday, 29 March 2024.
@Suite struct EventReaderTests {
    @Test(arguments: [
        "Monday's debate will be long. | He will win the debate. => 2024-04-01",
        "Monday night's long debate will be in Loam. | He will win the debate. => 2024-04-01",
        "The vote will be on Tuesday. | It will fail if the vote is lost. => 2024-04-02",
        "The vote was on Tuesday. | It will fail in the vote. => none",
        "Monday's debate will be long. | He will win the second debate. => none",
        "Monday's debate will be long. | He will win the vote. => none",
        "He will leave on Monday. | He will win the debate. => none",
    ]) func days(_ line: String) throws {
        let (input, wanted) = row(line)
        let passage = try Passage(
            input.split(separator: "|").map { TimeText.trimmed(String($0)) }.joined(separator: "\n\n"))
        var context = TimeContext()
        let published = CivilDay(2024, 3, 29)
        let times = passage.blocks.flatMap {
            TimeReader().times(in: passage.text, paragraph: $0, published: published, context: &context)
        }
        let events = EventReader(prose: passage.prose, lexicon: passage.lexicon, times: times, published: published)
        let found = events.day(in: [passage.prose.words(touching: passage.blocks[1])], of: passage.prose)
        #expect(found?.end.description ?? "none" == wanted)
    }

    /// The content follows the last bar.
    @Test(arguments: [
        "Monday's debate will be long, though she said | it was unlikely to work => 2024-04-01",
        "Monday's debate will be long. They say | they plan to tune in => 2024-04-01",
        "Monday's debate will be long. They say | it will rain => none",
        "Monday's debate will be long. They say | they plan to leave => none",
        "The debate will be long. They say | they plan to tune in => none",
        "Monday's debate will be long. They say | they plan to tune in and to tell all their friends of it too => none",
    ]) func daysBesideTheContent(_ line: String) throws {
        let (input, wanted) = row(line)
        let parts = input.split(separator: "|").map { TimeText.trimmed(String($0)) }
        let passage = try Passage(parts.joined(separator: " ") + ".")
        var context = TimeContext()
        let published = CivilDay(2024, 3, 29)
        let times = TimeReader().times(
            in: passage.text, paragraph: passage.text.span, published: published, context: &context)
        let events = EventReader(prose: passage.prose, lexicon: passage.lexicon, times: times, published: published)
        let found = events.day(around: [try passage.words(parts[1])], of: passage.prose)
        #expect(found?.end.description ?? "none" == wanted)
    }
}
