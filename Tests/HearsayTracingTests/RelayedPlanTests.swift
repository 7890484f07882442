import Testing

@testable import HearsayCore
@testable import HearsayTracing

/// One article that re-tells a plan from an outlet of which nothing is at hand, with a source of its own against it.
@Suite struct RelayedPlanTests {
    private static let plan = "The Sorna command is planning to recruit 30,000 soldiers for a winter offensive"
    private static let again = "We are 30,000 soldiers short for the winter offensive"
    private static let against = "the palace remains hesitant about recruiting so many men before spring"
    private static let past = "A first muster of 30,000 reservists in May 2029 ended in protests"

    private static let story: Story = {
        var story = Story()
        let one = Voice.People(least: 1, most: 1)
        let kurier = ["Nord Kurier"]
        story.add(
            "a", "The Gull", "2031-03-22",
            """
            \(plan), Nord Kurier reported, citing sources in the palace and the army staff.

            "\(again)," one palace source was quoted as saying.

            \(past).

            A source close to the army staff later told The Gull that \(against).
            """,
            said: [
                .init(
                    words: plan, role: "sources in the palace and the army staff", kind: .people, anonymous: true,
                    relay: kurier, people: .init(least: 2, most: nil)),
                .init(words: again, role: "one palace source", anonymous: true, relay: kurier, people: one),
                .init(words: against, role: "a source close to the army staff", anonymous: true, people: one),
            ])
        return story
    }()

    @Test func thePlanHasOneRelayAndPeopleWithoutNames() throws {
        let claim = try #require(Story.claim(Self.plan, of: "a", in: Self.story.trace, Self.story.articles))
        #expect(claim.members.count == 2 && claim.members.allSatisfy { $0.relay == ["Nord Kurier"] && $0.anonymous })
        #expect(claim.origins.least >= 1 && claim.origins.most >= 2)
        #expect(claim.sources.allSatisfy { $0.kind == .unnamed })
    }

    @Test func whatWasSoYearsAgoIsAnotherClaim() throws {
        let trace = Self.story.trace
        let plan = try #require(Story.claim(Self.plan, of: "a", in: trace, Self.story.articles))
        let past = try #require(Story.claim(Self.past, of: "a", in: trace, Self.story.articles))
        #expect(plan.id != past.id)
    }

    @Test func theOutletsOwnSourceSpeaksAgainstIt() throws {
        let trace = Self.story.trace
        let plan = try #require(Story.claim(Self.plan, of: "a", in: trace, Self.story.articles))
        let against = try #require(Story.claim(Self.against, of: "a", in: trace, Self.story.articles))
        let member = try #require(against.members.first)
        #expect(member.relay.isEmpty && member.voice == "a source close to the army staff")
        let isDenied = plan.id == against.id && member.stance == .denies
        #expect(isDenied || plan.contradicts.contains { $0.claim == against.id && $0.clash == .negation })
    }
}
