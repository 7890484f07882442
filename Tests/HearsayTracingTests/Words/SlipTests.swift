import Testing

@testable import HearsayCore
@testable import HearsayTracing

/// Numbers that are no figures, shares told in words, and figures that are slips of others.
@Suite struct SlipTests {
    private func figures(_ string: String) -> [Figure] {
        let all = words(string)
        return FigureReader.figures(in: all, 0..<all.count)
    }

    @Test(arguments: [
        "not before the twenty-fourth", "It joins Tidewatch-1 in orbit", "the rails at Berth 3",
        "from 00.01 until 9.30",
    ])
    func ordinalsNamesAndTimesAreNone(_ string: String) { #expect(figures(string).isEmpty, "\(figures(string))") }

    @Test func aCapitalAtTheStartMakesNoName() { #expect(figures("Their 400 is wrong").first?.value == 400) }

    @Test(arguments: [("nearly nine in ten of them", 90), ("six trains in ten will run", 60), ("one in three", 0)])
    func sharesInWords(_ string: String, _ value: Double) {
        #expect(figures(string).first { $0.unit == "%" }?.value ?? 0 == value)
    }

    @Test func slipsKeepTheirDigits() throws {
        func slips(_ a: String, _ b: String) throws -> Bool {
            try #require(figures(a).first).isSlip(of: #require(figures(b).first))
        }
        #expect(try slips("1,840 kg", "1,480 kg"))
        #expect(try slips("3,012 votes", "312 votes"))
        #expect(try slips("38 million pounds", "38 million euros"))
        #expect(try slips("40 million doses a month", "40 million doses a year"))
        #expect(try !slips("297 votes", "312 votes"))
        #expect(try !slips("6 boats", "60 boats"))
    }

    @Test func aSlipThatNobodyIsGivenForIsNobodys() throws {
        var story = Story()
        story.add("a", "Bay Wire", "2031-03-11T08:00:00Z", "The satellite for the tides weighs 1,480 kg at launch.")
        story.add("b", "The Gull", "2031-03-12T08:00:00Z", "The satellite for the tides weighs 1,840 kg at launch.")
        let claim = try #require(Story.claim("The satellite", of: "b", in: story.trace, story.articles))
        #expect(claim.origins == OriginCount(least: 0, likely: 0, most: 1))
    }

    /// "By March" and "by September" can both come true; "by March" and "not before September" cannot.
    @Test func daysClashOnlyWhereBothCannotComeTrue() throws {
        func outlook(_ words: String) throws -> FutureReader.Outlook {
            var story = Story()
            story.add("a", "Bay Wire", "2031-01-11", "The first doses of the vaccine will \(words).")
            return try #require(FutureReader(corpus: Corpus(story.affair)).outlook(of: 0))
        }
        let march = try outlook("leave Kilm by 31 March")
        let september = try outlook("leave Kilm by 1 September")
        let late = try outlook("not leave Kilm before September")
        let exact = try outlook("leave Kilm on 1 May")
        #expect([march.bound, september.bound, late.bound, exact.bound] == [.by, .by, .notBefore, .on])
        #expect(!march.clashes(with: september) && march.clashes(with: late) && late.clashes(with: march))
        #expect(exact.clashes(with: march) && !exact.clashes(with: september) && exact.clashes(with: late))
    }
}
