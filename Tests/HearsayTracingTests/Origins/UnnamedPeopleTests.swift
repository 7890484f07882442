import Testing

@testable import HearsayCore
@testable import HearsayTracing

/// How unnamed voices, bodies and outlets that are not at hand are counted.
@Suite struct UnnamedPeopleTests {
    private static let words = "The ministry has drawn up a pause of the berth levy"

    private func claim(_ make: (inout Story) -> Void) -> Claim? {
        var story = Story()
        make(&story)
        return Story.claim(Self.words, of: "a", in: story.trace, story.articles)
    }

    private func told(
        by role: String, relay: [String] = [], people: Voice.People? = .init(least: 1, most: 1)
    ) -> Story.Said {
        .init(words: Self.words, role: role, anonymous: true, relay: relay, people: people)
    }

    /// Two who differ are two at least; a third, of whom nothing is told, may be either.
    @Test func whoMayBeEitherOfTwoAddsNobodyForCertain() throws {
        let claim = try #require(
            claim { story in
                story.add(
                    "a", "Bay Wire", "2031-03-11", "\(Self.words), a diplomat said.", said: [told(by: "a diplomat")])
                story.add("b", "The Gull", "2031-03-12", "\(Self.words), a source said.", said: [told(by: "a source")])
                story.add(
                    "c", "Loam Echo", "2031-03-13", "\(Self.words), an engineer said.", said: [told(by: "an engineer")])
            })
        #expect(claim.origins == OriginCount(least: 2, likely: 2, most: 3))
        #expect(claim.sources.contains { $0.least == 0 && $0.reason.contains("may be the same as a diplomat") })
    }

    @Test func anotherOfficialIsAnother() throws {
        let claim = try #require(
            claim { story in
                story.add(
                    "a", "Bay Wire", "2031-03-11",
                    "\(Self.words), an official said.\n\nThe ministry has drawn up a pause of the levy, another official said.",
                    said: [
                        told(by: "an official"),
                        .init(
                            words: "The ministry has drawn up a pause of the levy", role: "another official",
                            anonymous: true, people: .init(least: 1, most: 1)),
                    ])
            })
        #expect(claim.origins == OriginCount(exactly: 2))
    }

    /// A bare source may be anybody who speaks by name elsewhere; one with a calling of its own is not.
    @Test func aBareSourceMayBeSomebodyWithAName() throws {
        for (role, least) in [("a source", 1), ("a dock engineer", 2)] {
            let claim = try #require(
                claim { story in
                    story.add(
                        "a", "Bay Wire", "2031-03-11", "\(Self.words), Ada Weld said.",
                        said: [.init(words: Self.words, name: "Ada Weld")])
                    story.add("b", "The Gull", "2031-03-12", "\(Self.words), \(role) said.", said: [told(by: role)])
                })
            #expect(claim.origins.least == least && claim.origins.most == 2)
        }
    }

    /// "Officials said", and below it which official: one voice.
    @Test func aGroupThatLeadsInAPersonAddsNobody() throws {
        let claim = try #require(
            claim { story in
                let again = "“The ministry has drawn up a pause of the levy,” said Ada Weld."
                story.add(
                    "a", "Bay Wire", "2031-03-11", "\(Self.words), officials said.\n\n\(again)",
                    said: [
                        told(by: "officials", people: .init(least: 2, most: nil)),
                        .init(words: "The ministry has drawn up a pause of the levy,", name: "Ada Weld"),
                    ])
            })
        #expect(claim.origins == OriginCount(exactly: 1))
    }

    /// Who is quoted with the very same words is one, whatever the outlets call him.
    @Test func theSameQuotationIsOneVoice() throws {
        let claim = try #require(
            claim { story in
                for (id, role) in [("a", "the harbour boss"), ("b", "the Loam manager")] {
                    story.add(
                        id, id == "a" ? "Bay Wire" : "The Gull", "2031-03-11", "“\(Self.words),” \(role) said.",
                        said: [.init(words: Self.words, role: role)])
                }
            })
        #expect(claim.origins == OriginCount(exactly: 1))
    }

    /// Two who cite an outlet of which no article is at hand have one root.
    @Test func anOutletOutsideTheSetIsOneRoot() throws {
        let claim = try #require(
            claim { story in
                for (id, outlet) in [("a", "Bay Wire"), ("b", "The Gull"), ("c", "Loam Echo")] {
                    story.add(
                        id, outlet, "2031-03-11", "\(Self.words), an official told the Torvin Courier.",
                        said: [told(by: "an official", relay: ["Torvin Courier"])])
                }
            })
        #expect(claim.origins == OriginCount(exactly: 1))
        #expect(claim.sources.count == 1 && claim.sources.first?.members.count == 3)
    }

    /// Who tells afterwards that it happened did not foretell it.
    @Test func tellingThatItHappenedIsNotForetellingIt() throws {
        var story = Story()
        story.add(
            "a", "Bay Wire", "2031-03-11", "The port of Loam will be closed on 17 March, Ada Weld said.",
            said: [.init(words: "The port of Loam will be closed on 17 March", name: "Ada Weld")])
        story.add(
            "b", "The Gull", "2031-03-18", "The port of Loam was closed on 17 March, Ewan Stroud said.",
            said: [.init(words: "The port of Loam was closed on 17 March", name: "Ewan Stroud")])
        let claim = try #require(Story.claim("The port", of: "a", in: story.trace, story.articles))
        #expect(claim.members.count == 2 && claim.forecast != nil)
        #expect(claim.origins == OriginCount(exactly: 1))
    }
}
