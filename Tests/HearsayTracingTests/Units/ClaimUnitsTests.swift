import Testing

@testable import HearsayCore
@testable import HearsayTracing

@Suite struct ClaimUnitsTests {
    private func units(_ string: String, said: [Story.Said] = []) -> [(text: String, statement: Int?)] {
        var story = Story()
        story.add("a", "The Gull", "2031-03-01", string, said: said)
        return story.articles[0].units.map { ($0.text, $0.statement) }
    }

    @Test func sentencesAreUnits() {
        let found = units("The port is shut. Nobody knows why.\n\nAsk the mayor.")
        #expect(found.map(\.text) == ["The port is shut.", "Nobody knows why.", "Ask the mayor."])
        #expect(found.allSatisfy { $0.statement == nil })
    }

    @Test(arguments: [
        ("LOAM, March 3 (Bay Wire) - The port is shut.", "The port is shut."),
        ("LOAM — The port is shut.", "The port is shut."),
        ("The port - the old one - is shut.", "The port - the old one - is shut."),
    ])
    func datelinesAreLeftOut(_ string: String, _ wanted: String) { #expect(units(string).map(\.text) == [wanted]) }

    @Test func aUnitKnowsItsStatement() {
        let found = units(
            "The port is shut, Ada Weld said. It rained.", said: [.init(words: "The port is shut", name: "Ada Weld")])
        #expect(found.map(\.statement) == [0, nil])
    }

    @Test func theInnermostOfNestedStatementsCounts() {
        let found = units(
            "The Gull said the clerk said the port is shut.",
            said: [
                .init(words: "the clerk said the port is shut", name: "The Gull", kind: .outlet),
                .init(words: "the port is shut", role: "the clerk", relay: ["The Gull"]),
            ])
        #expect(found.map(\.statement) == [0])
        let near = units(
            "The Gull said he said the port of Loam is shut until May.",
            said: [
                .init(words: "he said the port of Loam is shut until May", name: "The Gull", kind: .outlet),
                .init(words: "the port of Loam is shut until May", name: "Ada Weld", relay: ["The Gull"]),
            ])
        #expect(near.map(\.statement) == [1])
    }

    @Test func crumbsAreNoUnits() {
        #expect(units("Yes. £38m. The port is shut.").map(\.text) == ["£38m.", "The port is shut."])
    }
}
