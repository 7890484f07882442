import Testing

@testable import HearsayCore
@testable import HearsayTracing

@Suite struct OriginTests {
    private static let words = "The ministry has drawn up a pause of the berth levy"

    private func origins(_ make: (inout Story) -> Void) -> OriginCount? {
        var story = Story()
        make(&story)
        return Story.claim(Self.words, of: "a", in: story.trace, story.articles)?.origins
    }

    private func telling(_ role: String, _ people: Voice.People = .init(least: 1, most: 1)) -> [Story.Said] {
        [.init(words: Self.words, role: role, anonymous: true, people: people)]
    }

    @Test func reprintsOfOneVoiceAreOne() {
        let count = origins { story in
            let text = "\(Self.words), Ada Weld said. The levy took effect in the winter and pays for a wall of stone."
            story.add("a", "Bay Wire", "2031-03-11", text, said: [.init(words: Self.words, name: "Ada Weld")])
            story.add("b", "The Gull", "2031-03-12", text, said: [.init(words: Self.words, name: "Ms Weld")])
            story.add("c", "Loam Echo", "2031-03-13", text)
        }
        #expect(count == OriginCount(exactly: 1))
    }

    @Test func twoUnnamedInTwoOutletsMayBeOne() {
        let count = origins { story in
            story.add("a", "Bay Wire", "2031-03-11", "\(Self.words), an official said.", said: telling("an official"))
            story.add("b", "The Gull", "2031-03-12", "\(Self.words), a source said.", said: telling("a source"))
        }
        #expect(count == OriginCount(least: 1, likely: 1, most: 2))
    }

    @Test func unnamedOfDifferentCallingsAreTwo() {
        let count = origins { story in
            story.add(
                "a", "Bay Wire", "2031-03-11", "\(Self.words), a Western diplomat said.",
                said: telling("a Western diplomat"))
            story.add(
                "b", "The Gull", "2031-03-12", "\(Self.words), a dock engineer said.", said: telling("a dock engineer"))
        }
        #expect(count == OriginCount(exactly: 2))
    }

    @Test func aGroupCountsFromOneToItsNumber() {
        let count = origins { story in
            let people = Voice.People(least: 2, most: nil)
            story.add(
                "a", "Bay Wire", "2031-03-11", "\(Self.words), officials said.", said: telling("officials", people))
        }
        #expect(count == OriginCount(least: 1, likely: 1, most: 2))
    }

    @Test func aVoiceAndADocumentAreTwo() {
        let count = origins { story in
            story.add("a", "Bay Wire", "2031-03-11", "\(Self.words), an official said.", said: telling("an official"))
            story.add(
                "b", "The Gull", "2031-03-12", "\(Self.words), a draft order shows.",
                said: [.init(words: Self.words, role: "a draft order", kind: .document)])
        }
        #expect(count == OriginCount(exactly: 2))
    }

    @Test func whoIsCitedIsFollowed() throws {
        var story = Story()
        story.add("a", "Bay Wire", "2031-03-11", "\(Self.words), an official said.", said: telling("an official"))
        story.add(
            "b", "The Gull", "2031-03-12", "\(Self.words), Bay Wire reported, citing an official.",
            said: [.init(words: Self.words, role: "an official", anonymous: true, relay: ["Bay Wire"])])
        story.add("c", "Loam Echo", "2031-03-13", "\(Self.words), the Gull reported.")
        let claim = try #require(Story.claim(Self.words, of: "a", in: story.trace, story.articles))
        #expect(claim.origins == OriginCount(exactly: 1))
        #expect(claim.sources.map(\.members) == [[0, 1, 2]] && claim.sources.first?.kind == .unnamed)
    }

    @Test func silentOutletsAreOne() {
        let count = origins { story in
            story.add("a", "Bay Wire", "2031-03-11", "\(Self.words).")
            story.add("b", "The Gull", "2031-03-12", "\(Self.words).")
        }
        #expect(count == OriginCount(exactly: 1))
    }
}
