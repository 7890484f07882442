import Testing

@testable import HearsayCore
@testable import HearsayTracing

@Suite struct ForecastTests {
    private func prediction(_ first: String, later: [String] = []) -> Claim.Prediction? {
        var story = Story()
        story.add("a", "Bay Wire", "2031-03-11T08:00:00Z", first)
        for (i, text) in later.enumerated() { story.add("b\(i)", "The Gull", "2031-03-2\(i)T08:00:00Z", text) }
        return Story.claim(String(first.prefix(12)), of: "a", in: story.trace, story.articles)?.forecast
    }

    @Test(arguments: [
        ("The port of Loam will be closed from Monday.", "2031-03-17"),
        ("The plant will not release a dose before September.", "2031-09-01"),
        ("The deal is expected to close by 30 June.", "2031-06-30"),
        ("If the talks fail by 1 April, the strike will begin on 6 April.", "2031-04-06"),
        ("The recount will be done by Friday, the clerk said on Tuesday.", "2031-03-14"),
    ])
    func due(_ text: String, _ day: String) { #expect(prediction(text)?.due?.end.description == day) }

    @Test(arguments: [
        "The port of Loam was closed on Monday.", "The port will be closed one day.",
        "The levy took effect on 1 February.",
    ])
    func othersAreNone(_ text: String) { #expect(prediction(text) == nil) }

    @Test func conditionsAreTold() {
        let forecast = prediction("Unless the levy is withdrawn, the port of Loam will be closed on Monday.")
        #expect(forecast?.certainty == .conditional && forecast?.outcome == .open)
    }

    @Test func laterArticlesSettle() {
        let claim = "The skippers will close the port of Loam on Monday."
        let came = prediction(claim, later: ["The skippers closed the port of Loam on Monday."])
        #expect(came?.outcome == .true && came?.settledBy == ["b0"])
        let failed = prediction(claim, later: ["The skippers did not close the port of Loam on Monday."])
        #expect(failed?.outcome == .false && failed?.settledBy == ["b0"])
        #expect(prediction(claim, later: ["A circus came to the meadow."])?.outcome == .open)
    }

    @Test func anotherFigureIsNotWhatWasForetold() {
        let forecast = prediction(
            "The railway will run 60 percent of its trains on Wednesday.",
            later: ["The railway ran 38 percent of its trains on Wednesday."])
        #expect(forecast?.outcome == .false)
    }
}
