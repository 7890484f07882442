import Testing

@testable import HearsayCore
@testable import HearsayTracing

@Suite struct ClaimTests {
    private var story: Story {
        var story = Story()
        story.add(
            "a", "Bay Wire", "2031-03-11T08:00:00Z", "Stroud said 142 boats signed up for the blockade of the channel.",
            said: [.init(words: "142 boats signed up for the blockade of the channel", name: "Ewan Stroud")])
        story.add(
            "b", "The Gull", "2031-03-12T08:00:00Z",
            "More than 140 boats signed up for the blockade of the channel, Bay Wire reported.")
        story.add(
            "c", "Loam Echo", "2031-03-13T08:00:00Z",
            "According to the Gull 1,400 boats signed up for the blockade of the channel.")
        story.add(
            "d", "Norlys", "2031-03-14T08:00:00Z",
            "No boats signed up for the blockade of the channel, Ada Weld said.",
            said: [
                .init(words: "No boats signed up for the blockade of the channel", name: "Ada Weld", stance: .denies)
            ])
        return story
    }

    @Test func roundedFiguresAreOneClaimAndGarbledOnesAnother() throws {
        let (articles, trace) = (story.articles, story.trace)
        let right = try #require(Story.claim("142 boats", of: "a", in: trace, articles))
        let rounded = try #require(Story.claim("140 boats", of: "b", in: trace, articles))
        let garbled = try #require(Story.claim("1,400 boats", of: "c", in: trace, articles))
        #expect(right.id == rounded.id && right.id != garbled.id)
        #expect(right.contradicts.contains(.init(claim: garbled.id, clash: .number)))
        #expect(garbled.contradicts.contains(.init(claim: right.id, clash: .number)))
        #expect(right.origins == OriginCount(exactly: 1) && right.sources.first?.label == "Ewan Stroud")
        #expect(garbled.origins == OriginCount(least: 0, likely: 0, most: 1))
    }

    @Test func membersKnowWhoSaysItAndWhoDeniesIt() throws {
        let (articles, trace) = (story.articles, story.trace)
        let claim = try #require(Story.claim("142 boats", of: "a", in: trace, articles))
        let said = try #require(claim.members.first { $0.article == "a" })
        #expect(said.voice == "Ewan Stroud" && said.statement == "s1" && said.stance == .asserts && said.relay.isEmpty)
        #expect(claim.members.first { $0.article == "b" }?.relay == ["Bay Wire"])
        let denied = try #require(
            Story.claim("No boats", of: "d", in: trace, articles)?.members.first { $0.article == "d" })
        #expect(denied.stance == .denies && denied.voice == "Ada Weld")
    }

    @Test func claimsOfSeveralArticlesComeFirst() {
        let counts = story.trace.claims.map { Set($0.members.map(\.article)).count }
        #expect(counts == counts.sorted(by: >))
    }

    @Test func otherCurrenciesAndRatesClash() throws {
        var story = Story()
        story.add("a", "Bay Wire", "2031-03-11", "The club offers 38 million euros for the winger.")
        story.add("b", "The Gull", "2031-03-12", "The club offers 38 million pounds for the winger.")
        let trace = story.trace
        #expect(trace.claims.count == 2 && trace.claims.allSatisfy { $0.contradicts.map(\.clash) == [.number] })
    }
}

extension ClaimTests {
    @Test func withholdingANameIsNoDenial() throws {
        var story = Story()
        story.add("a", "Polar Wire", "2031-05-06", "The valve on the second stage leaked in April, an engineer said.")
        story.add(
            "b", "Norlys", "2031-05-07",
            "An engineer who asked not to be named because he feared for his job said the valve on the second stage leaked in April."
        )
        let claim = try #require(Story.claim("The valve", of: "a", in: story.trace, story.articles))
        #expect(claim.members.map(\.stance) == [.asserts, .asserts])
    }
}
