import Testing

@testable import HearsayCore
@testable import HearsayReading

/// Published on the day before the bar; the content is the second paragraph.
@Suite struct InstitutionsTests {
    @Test(arguments: [
        "2024-03-29 | The Republican nominee spoke. | I will leave on Election Day, => 2024-11-05",
        "2024-11-05 | The Republican nominee spoke. | I will leave on Election Day, => 2024-11-05",
        "2025-03-29 | The Republican nominee spoke. | I will leave on Election Day, => 2026-11-03",
        "2024-03-29 | The Republican nominee spoke. | I will vote for Kolen. => 2024-11-05",
        "2024-03-29 | The Republican nominee spoke. | She is on her way to the White House. => 2024-11-05",
        "2024-03-29 | The Republican nominee spoke. | He will leave on Inauguration Day. => 2025-01-20",
        // No race is on, no law of the country is meant, or a bill is voted for.
        "2023-03-29 | The Republican nominee spoke. | I will vote for Kolen. => none",
        "2024-03-29 | The Republican spoke. | I will vote for Kolen. => none",
        "2024-03-29 | The Republican nominee spoke. | I will vote for it. => none",
        "2024-03-29 | The mayor spoke. | I will leave on Election Day, => none",
        "2024-03-29 | The Republican nominee spoke. | I will leave on an election day. => none",
    ]) func days(_ line: String) throws {
        let (input, wanted) = row(line)
        let parts = input.split(separator: "|").map { TimeText.trimmed(String($0)) }
        let date = parts[0].split(separator: "-").compactMap { Int($0) }
        let published = try #require(CivilDay(date[0], date[1], date[2]))
        let passage = try Passage(parts[1] + "\n\n" + parts[2])
        let content = [passage.prose.words(touching: passage.blocks[1])]
        let found = Institutions(prose: passage.prose, published: published)?.day(in: content, of: passage.prose)
        #expect(found?.end.description ?? "none" == wanted)
    }
}
