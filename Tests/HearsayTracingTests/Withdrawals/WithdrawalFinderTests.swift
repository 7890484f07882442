import HearsayCore
import Testing

@testable import HearsayTracing

@Suite struct WithdrawalFinderTests {
    private static let old = "Skippers will close the port of Loam on Monday with 142 boats."
    private static let new = "Skippers will close the port of Loam on Monday with 124 boats."
    private static let retold =
        "The Loam Gull reported that skippers will close the port of Loam on Monday with 142 boats."

    /// A report, a later version of it, an article that took it from the first version, and what the caller adds.
    private func story(_ revised: String = Self.new, _ make: (inout Story) -> Void = { _ in }) -> Story {
        var story = Story()
        story.add("a1", "Loam Gull", "2031-03-10T08:00:00Z", Self.old + " The levy pays for a second breakwater.")
        story.add("b1", "Bay Wire", "2031-03-10T10:00:00Z", "It is cold. " + Self.retold)
        story.add("a1v2", "Loam Gull", "2031-03-11T08:00:00Z", revised, revisionOf: "a1")
        make(&story)
        return story
    }

    private func change(
        _ kinds: [Withdrawal.Kind] = [.fact], words: String? = "142", isGone: Bool = false
    ) -> Superseded.Change {
        let text = SourceText(Self.old)
        return Superseded.Change(
            kinds: kinds, old: TextSpan(0, Self.old.utf8.count), new: isGone ? nil : TextSpan(0, Self.new.utf8.count),
            words: (words.flatMap { Story.span($0, in: text) }).map { [$0] } ?? [], reason: "142 became 124")
    }

    private func found(_ story: Story, _ change: Superseded.Change) -> [Withdrawal] {
        let texts = Dictionary(uniqueKeysWithValues: story.articles.map { ($0.id, $0.reading.document.text) })
        let superseded = Superseded(
            article: "a1", revision: "a1v2", changed: "2031-03-11T08:00:00Z", changes: [change])
        return WithdrawalFinder.withdrawals(in: story.trace, of: [superseded]) { texts[$0] }
    }

    private func paths(_ found: [Withdrawal]) -> [String] {
        found.flatMap { $0.dependents.map { $0.path.joined(separator: " ") } }
    }

    @Test func whatRestsOnAChangedFigureIsFlagged() throws {
        let found = found(story(), change())
        let withdrawal = try #require(found.first)
        #expect(found.count == 1 && paths(found) == ["b1 a1"])
        #expect(withdrawal.kind == .fact && withdrawal.dependents[0].published == .before)
        let claim = try #require(story().trace.claims.first { $0.id == withdrawal.claim })
        #expect(claim.members[withdrawal.dependents[0].member].article == "b1")
    }

    @Test func throughOthersAndAfterTheChangeToo() {
        let story = story { story in
            story.add(
                "c1", "Torvin Echo", "2031-03-12T08:00:00Z",
                "As Bay Wire reported, skippers will close the port of Loam on Monday with 142 boats.")
        }
        let found = found(story, change())
        #expect(paths(found) == ["b1 a1", "c1 b1 a1"])
        #expect(found.first?.dependents.map(\.published) == [.before, .after])
    }

    @Test func whoHasTheNewFigureRestsOnNothing() {
        let story = story { story in
            story.add(
                "c1", "Torvin Echo", "2031-03-12T08:00:00Z",
                "The Loam Gull reported that skippers will close the port of Loam on Monday with 124 boats.")
        }
        #expect(paths(found(story, change())) == ["b1 a1"])
    }

    @Test func anotherClaimOfTheSameArticleIsNotFlagged() {
        var story = Story()
        story.add("a1", "Loam Gull", "2031-03-10T08:00:00Z", Self.old + " The levy pays for a second breakwater.")
        story.add(
            "b1", "Bay Wire", "2031-03-10T10:00:00Z",
            "The Loam Gull reported that the levy pays for a second breakwater.")
        story.add("a1v2", "Loam Gull", "2031-03-11T08:00:00Z", Self.new, revisionOf: "a1")
        #expect(found(story, change()).isEmpty)
    }

    @Test func whoTookNothingIsNotFlagged() {
        var story = Story()
        story.add("a1", "Loam Gull", "2031-03-10T08:00:00Z", Self.old)
        story.add("b1", "Bay Wire", "2031-03-10T10:00:00Z", "Skippers of Loam close the port with 142 boats on Monday.")
        story.add("a1v2", "Loam Gull", "2031-03-11T08:00:00Z", Self.new, revisionOf: "a1")
        #expect(story.trace.edges.map(\.to) == ["a1"])
        #expect(found(story, change()).isEmpty && WithdrawalFinder.supersessions(in: story.trace).isEmpty)
    }

    @Test func aSentenceThatIsGoneIsFlaggedUnlessItsClaimStands() {
        let gone = change(words: Self.old, isGone: true)
        #expect(paths(found(story("The levy pays for a second breakwater."), gone)) == ["b1 a1"])
        #expect(found(story("It rained. Skippers will close the port of Loam with 142 boats on Monday."), gone).isEmpty)
    }

    @Test func whoVouchesMattersWhateverTheWords() {
        #expect(found(story(), change([.attribution], words: nil)).first?.kind == .attribution)
    }

    @Test func whoDeniesItRestsOnNothing() {
        let denial = "The Loam Gull reported that skippers will close the port of Loam on Monday with 142 boats."
        let story = story { story in
            story.add(
                "c1", "Torvin Echo", "2031-03-12T08:00:00Z", denial,
                said: [Story.Said(words: denial, name: "Ada Weld", stance: .denies)])
        }
        #expect(paths(found(story, change())) == ["b1 a1"])
    }

    @Test func laterVersionsAreNoDependents() {
        let story = story { story in
            story.add("a1v3", "Loam Gull", "2031-03-12T08:00:00Z", Self.old, revisionOf: "a1v2")
        }
        #expect(paths(found(story, change())) == ["b1 a1"])
        let pairs = WithdrawalFinder.supersessions(in: story.trace).map { "\($0.article) \($0.revision)" }
        #expect(pairs == ["a1 a1v2", "a1v2 a1v3"])
    }

    // MARK: Traces made by hand

    /// A place of the claim in an article, and whether it has it from the first voice.
    private struct Place {
        var article: String
        var text = "142 boats"
        var stance = Claim.Stance.asserts
        var voice: String?
        var relay: [String] = []
        var isSameVoice = true
    }

    /// Places beside that of "a1", which "a1v2" changed; each edge is "who kind whom".
    private func paths(
        _ places: [Place], _ edges: [String], kinds: [Withdrawal.Kind] = [.fact], words: String = "142"
    ) -> [String] {
        let all = [Place(article: "a1")] + places
        var texts: [String: SourceText] = [:]
        for place in all { texts[place.article] = SourceText((texts[place.article]?.string ?? "") + place.text) }
        var at: [String: Int] = [:]
        let members = all.map { place in
            let start = at[place.article] ?? 0
            at[place.article] = start + place.text.utf8.count
            return Claim.Member(
                article: place.article, span: TextSpan(start, start + place.text.utf8.count), stance: place.stance,
                voice: place.voice, relay: place.relay)
        }
        func origin(_ isSame: Bool) -> Origin {
            Origin(
                label: "x", kind: .named, members: all.indices.filter { all[$0].isSameVoice == isSame }, least: 1,
                most: 1,
                reason: "")
        }
        let claim = Claim(
            id: "c1", text: "142 boats", members: members, origins: OriginCount(exactly: 1),
            sources: [origin(true), origin(false)])
        let ids = Set(all.map(\.article) + ["a1v2"]).sorted()
        let trace = Trace(
            articles: ids.map { .init(id: $0, outlet: $0, published: nil, revisionOf: $0 == "a1v2" ? "a1" : nil) },
            edges: edges.compactMap { line in
                let parts = line.split(separator: " ").map(String.init)
                return Edge.Kind(rawValue: parts[1]).map {
                    Edge(from: parts[0], to: parts[2], kind: $0, credited: true, confidence: 1, evidence: [])
                }
            }, claims: [claim])
        let old = SourceText("142 boats")
        let change = Superseded.Change(
            kinds: kinds, old: old.span, new: TextSpan(0, 9), words: Story.span(words, in: old).map { [$0] } ?? [],
            reason: "")
        return self.paths(
            WithdrawalFinder.withdrawals(
                in: trace, of: [Superseded(article: "a1", revision: "a1v2", changed: nil, changes: [change])]
            ) { texts[$0] })
    }

    @Test func ofAChangedFigureOnlyWhoHasItRestsOnIt() {
        let silent = Place(article: "b1", text: "some boats")
        #expect(paths([silent], ["b1 cites a1"]).isEmpty)
        #expect(paths([silent], ["b1 cites a1"], kinds: [.attribution]) == ["b1 a1"])
        #expect(paths([silent], ["b1 cites a1"], words: "boats") == ["b1 a1"])
        #expect(paths([Place(article: "b1", text: "142 vessels")], ["b1 cites a1"]) == ["b1 a1"])
        #expect(paths([Place(article: "b1", text: "142 vessels")], ["b1 cites a1"], words: "boats").isEmpty)
    }

    @Test func ofAnArticleThatAlsoDeniesItTheDenialDoesNotRest() {
        let both = [Place(article: "b1"), Place(article: "b1", stance: .denies)]
        #expect(paths(both, ["b1 cites a1"]) == ["b1 a1"])
        #expect(paths([both[1]], ["b1 cites a1"]).isEmpty)
    }

    @Test func noWayLeadsThroughALaterVersion() {
        let places = [Place(article: "a1v2"), Place(article: "b1")]
        #expect(paths(places, ["a1v2 copies a1", "b1 cites a1v2"]).isEmpty)
        #expect(paths(places, ["a1v2 copies a1", "b1 cites a1v2", "b1 cites a1"]) == ["b1 a1"])
    }

    @Test func aVoiceOfItsOwnNeedsNoOther() {
        var own = Place(article: "b1", voice: "Ada Weld", isSameVoice: false)
        #expect(paths([own], ["b1 cites a1"]).isEmpty)
        #expect(paths([own], ["b1 copies a1"]) == ["b1 a1"])
        own.relay = ["a1"]
        #expect(paths([own], ["b1 cites a1"]) == ["b1 a1"])
    }

    @Test func allOfTheWayTellsTheClaim() {
        let last = Place(article: "c1")
        #expect(paths([last], ["c1 cites b1", "b1 cites a1"]).isEmpty)
        #expect(paths([last, Place(article: "b1")], ["c1 cites b1", "b1 cites a1"]) == ["c1 b1 a1", "b1 a1"])
    }
}
