import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct DateLineTests {
    private func line(_ text: String) -> DateLine? { DateLine(Array(text.utf8)[...]) }

    @Test(arguments: [
        ("March 4, 2031", "2031-03-04"), ("4 Mar 2031, 10:15", "2031-03-04"), ("Published: 2031-03-04", "2031-03-04"),
        ("Tuesday, March 4th, 2031", "2031-03-04"), ("04.03.2031", "2031-03-04"), ("3/4/2031", "2031-03-04"),
        ("25/3/2031", "2031-03-25"), ("2031-03-04T10:15:30Z", "2031-03-04T10:15:30Z"),
        ("2031-03-04T10:15:30.123+0300", "2031-03-04T10:15:30+03:00"),
        ("Posted on Mar. 4, 2031 at 10:15 p.m. EST", "2031-03-04T22:15:00-05:00"),
        ("10:15 GMT, 4 March 2031", "2031-03-04T10:15:00Z"),
    ])
    func dates(_ text: String, _ value: String) { #expect(line(text)?.published == value) }

    @Test func changesAreKeptApart() {
        let both = line("Published March 4, 2031 Updated March 5, 2031 9:00 UTC")
        #expect(both?.published == "2031-03-04")
        #expect(both?.modified == "2031-03-05T09:00:00Z")
        #expect(line("Updated: 5 March 2031")?.published == nil)
        #expect(line("Updated: 5 March 2031")?.modified == "2031-03-05")
    }

    @Test(arguments: [
        "KELMOOR, March 4, 2031 (Coast Wire) -", "The vote is on March 4, 2031", "February 30, 2031", "2031",
        "March 2031", "12:30",
        "May 5", "1.2.3",
    ])
    func otherLines(_ text: String) { #expect(line(text) == nil) }

    @Test func timestampsInAttributes() {
        func first(_ text: String) -> String? { Timestamp.first(in: Array(text.utf8)[...]) }
        #expect(first("20310304") == "2031-03-04")
        #expect(first("Tue, 04 Mar 2031 10:15:00 +0000") == "2031-03-04T10:15:00Z")
        #expect(first("filed under harbour") == nil)
    }
}
