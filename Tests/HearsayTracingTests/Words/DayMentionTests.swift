import Testing

@testable import HearsayCore
@testable import HearsayTracing

@Suite struct DayMentionTests {
    private func days(_ string: String) -> [DayMention] {
        let all = words(string)
        return DayReader.days(in: all, 0..<all.count)
    }

    @Test(arguments: [
        ("by 31 March 2032", "2032-03-31"), ("by March 31", "2032-03-31"),
        ("on the thirty-first of March", "2032-03-31"),
        ("by Sept. 20", "2032-09-20"), ("from the first of March", "2032-03-01"),
        ("before the twenty-fourth.", "2032-01-24"),
        ("on Monday", "2032-01-19"), ("until 1 January", "2033-01-01"),
    ])
    func resolves(_ string: String, _ day: String) throws {
        let published = try #require(CivilDay(iso: "2032-01-15"))
        let found = days(string)
        #expect(found.count == 1 && found.first?.days(from: published)?.end.description == day, "\(found)")
    }

    @Test func monthsAloneAreWholeMonths() throws {
        let published = try #require(CivilDay(iso: "2032-01-15"))
        let september = try #require(days("not before September").first?.days(from: published))
        #expect(september.start.description == "2032-09-01" && september.end.description == "2032-09-30")
    }

    @Test(arguments: ["We may go", "they march on", "the second man", "3 boats", "the first time"])
    func otherWordsAreNoDays(_ string: String) { #expect(days(string).isEmpty) }

    @Test func lessPreciseDaysAgree() throws {
        let (exact, bare, month) = (days("March 24")[0], days("the 24th.")[0], days("in March")[0])
        #expect(exact.agrees(with: bare) && exact.agrees(with: month))
        #expect(!exact.agrees(with: days("May 24")[0]) && !exact.agrees(with: days("Monday")[0]))
    }
}
