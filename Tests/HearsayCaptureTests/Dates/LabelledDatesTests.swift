import HearsayCore
import Testing

@testable import HearsayCapture

struct LabelledDatesTests {
    @Test(
        arguments: [
            ("Published March 3, 2024 | Last updated: 5 March 2024", "2024-03-03", "2024-03-05"),
            ("Updated 5 March 2024", nil, "2024-03-05"), ("Posted by Ada Lund on May 4, 2021", "2021-05-04", nil),
            ("Meeting on May 4, 2021", nil, nil), ("Published", nil, nil),
            ("Published by the board of the harbour of Kelmoor and Ostrand on May 4, 2021", nil, nil),
        ] as [(String, String?, String?)])
    func aDateIsWhatTheWordsBeforeItSay(line: String, published: String?, modified: String?) {
        var dates = LabelledDates(order: .unknown)
        _ = dates.read(Array(line.utf8)[...], allowingPosts: true)
        #expect(dates.published == published)
        #expect(dates.modified == modified)
    }
}
