import Testing

@testable import HearsayCore
@testable import HearsayTracing

@Suite struct AgentTests {
    /// The agent of the first sentence; the second one shows that its names are names.
    private func agent(_ sentence: String) -> Agent? {
        let names = " Then Halden Marsk, Norrbank and Heron 3 met Ada Weld of Loam on Friday."
        let all = words(sentence + names)
        let count = words(sentence).count
        return AgentReader(all, sentences: [0..<count, count..<all.count]).agent(in: 0..<count)
    }

    @Test(arguments: [
        ("Halden Marsk will buy the yard at Loam.", ["halden", "marsk"]),
        ("the Norrbank has bought the yard.", ["norrbank"]),
        ("Heron 3 will carry the satellite.", ["heron", "3"]),
        ("The yard was bought by Halden Marsk on Monday.", ["halden", "marsk"]),
    ])
    func theseHaveADoer(_ sentence: String, _ name: [String]) { #expect(agent(sentence) == .doer(name)) }

    @Test(arguments: [
        "The mayor of Loam will resign.", "Reservists will be called up.", "Loam's mayor will resign.",
        "Friday was cold.", "Halden Marsk, the yard's owner.", "", "By Friday the yard is sold.",
        "The yard was signed for by Halden Marsk's chairman.",
        "Loam and its yard are sold.",
    ])
    func theseHaveNone(_ sentence: String) { #expect(agent(sentence) == nil) }

    @Test func causesAreRead() {
        #expect(agent("The launch was put off because of a leaking valve on the stage.") == .cause(["leak", "valv"]))
        #expect(agent("The launch was put off due to bad weather.") == .cause(["bad", "weather"]))
    }

    @Test func whatIsWrittenOtherwiseIsNotAnotherOne() {
        #expect(Agent.doer(["shcherbov"]).differs(from: .doer(["mikhail", "schtscherbow"])) == false)
        #expect(Agent.doer(["nordic", "ocean", "office"]).differs(from: .doer(["noo"])) == false)
        #expect(Agent.doer(["norrbank"]).differs(from: .doer(["halden", "marsk"])) == true)
        #expect(Agent.cause(["leak", "valv"]).differs(from: .cause(["helium", "leak"])) == false)
        #expect(Agent.cause(["weather"]).differs(from: .doer(["norrbank"])) == nil)
    }

    /// Sentences that are alike but for who does it are two claims that clash.
    @Test func anotherAgentIsAnotherClaim() throws {
        var story = Story()
        let rest = "will buy the yard at Loam and keep all of its welders"
        story.add(
            "a", "Bay Wire", "2031-03-11", "Halden Marsk \(rest).\n\nThe harbour heard of Halden Marsk on Monday.")
        story.add("b", "The Gull", "2031-03-12", "Norrbank \(rest).\n\nThe harbour knows of Norrbank since Monday.")
        story.add(
            "c", "Loam Echo", "2031-03-13", "Norrbank \(rest).\n\nNobody had seen Norrbank in the harbour before.")
        let trace = story.trace
        let one = try #require(Story.claim("Halden Marsk \(rest)", of: "a", in: trace, story.articles))
        let other = try #require(Story.claim("Norrbank \(rest)", of: "b", in: trace, story.articles))
        #expect(one.id != other.id)
        #expect(one.contradicts == [Claim.Contradiction(claim: other.id, clash: .name)])
        #expect(other.members.map(\.article) == ["b", "c"])
    }
}
