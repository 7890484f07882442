import Testing

@testable import HearsayCore
@testable import HearsayTracing

@Suite struct OutletNamesTests {
    private func mentions(_ string: String) -> [String] {
        var story = Story()
        for (i, outlet) in ["Torvin Evening Mercury", "El Faro del Istmo", "Lowland Press Agency", "The Sentry"]
            .enumerated()
        {
            story.add("a\(i)", outlet, "2031-01-0\(i + 1)", "Nothing happened here.")
        }
        story.add("x", "The Gull", "2031-02-01", string)
        let corpus = Corpus(story.affair)
        let names = OutletNames(corpus.articles)
        return names.mentions(in: corpus.articles[4]).map { names.names[$0.outlet].joined(separator: " ") }
    }

    @Test(arguments: [
        ("The Mercury reported it.", "torvin evening mercury"),
        ("It was in the Evening Mercury's late edition.", "torvin evening mercury"),
        ("She told the agency LPA.", "lowland press agency"), ("So El Faro wrote.", "el faro del istmo"),
        ("The Sentry newspaper has it.", "sentry"),
    ])
    func forms(_ string: String, _ outlet: String) { #expect(mentions(string) == [outlet]) }

    @Test func aNounBehindANameChangesNothing() {
        var story = Story()
        story.add("a", "The Sentry", "2031-01-01", "Nothing happened here.")
        let names = OutletNames(Corpus(story.affair).articles)
        #expect(names.outlet(named: "The Sentry newspaper") == 0 && names.outlet(named: "Sentry") == 0)
        #expect(names.outlet(named: "The newspaper") == nil && names.outlet(named: "Sentry Hotel") == nil)
    }

    @Test(arguments: [
        "A sentry stood there.", "He sleeps in the Mercury Hotel.", "mercury rose", "the agency was told",
    ])
    func otherWords(_ string: String) { #expect(mentions(string).isEmpty) }
}
