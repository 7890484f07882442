import Testing

@testable import HearsayCore
@testable import HearsayTracing

@Suite struct ClaimGroupingTests {
    /// Two affairs of which each has a sentence like one of the other.
    static let affairs: Story = {
        var story = Story()
        story.add(
            "a", "Polar Wire", "2031-05-06",
            """
            The launch of the ocean satellite from Andoya is put back. A leaking valve on the second stage was found during \
            fuelling. Engineers will swap the valve in the assembly hall. The rocket carries a radar for sea ice. Fishermen \
            had been told to keep clear of the range. A new date depends on the wind. The official asked not to be named.
            """)
        story.add(
            "b", "Norlys", "2031-05-07",
            """
            The ocean satellite stays on the ground at Andoya after a leaking valve was found on its second stage. The rocket \
            goes back to the assembly hall. Its radar is to map sea ice. A new date depends on the valve and on the wind over the range, where fishermen keep clear. The official asked not to be named.
            """)
        story.add(
            "c", "Weekly Word", "2031-05-08",
            """
            Reservists born before 1998 are called up in Sorna. Envelopes went out to barracks on Tuesday. Mothers queued \
            outside the town hall with letters from doctors. Buses were hired from three schools. The border crossing at \
            Lumm stayed open for passenger cars. The council of Sorna will sit again at the weekend, and the bakers have been told to
            double the bread. A list of exemptions hangs at the post office, students and farmers on it. The official asked not to be named.
            """)
        return story
    }()

    @Test func likeSentencesOfTwoAffairsAreTwoClaims() throws {
        let (articles, trace) = (Self.affairs.articles, Self.affairs.trace)
        let one = try #require(Story.claim("The official asked", of: "a", in: trace, articles))
        #expect(Set(one.members.map(\.article)) == ["a", "b"])
        let other = try #require(Story.claim("The official asked", of: "c", in: trace, articles))
        #expect(Set(other.members.map(\.article)) == ["c"])
    }

    /// Linking part by part gives what linking everything at once gives.
    @Test func partsChangeNothing() {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededGenerator(state: seed)
        for _ in 0..<50 {
            let count = Int.random(in: 1...30, using: &random)
            let values = (0..<count * count).map { _ in Float.random(in: -0.3...0.6, using: &random) }
            let similarity = { (a: Int, b: Int) in values[min(a, b) * count + max(a, b)] }
            var sets = DisjointSets(count: count)
            for a in 0..<count { for b in 0..<a where similarity(a, b) >= 0.3 { sets.join(a, b) } }
            let parted = sets.sets().flatMap { part in
                AverageLinkage.groups(part.count, threshold: 0.3) { similarity(part[$0], part[$1]) }
                    .map { $0.map { part[$0] } }
            }
            let whole = AverageLinkage.groups(count, threshold: 0.3) { similarity($0, $1) }
            #expect(Set(parted) == Set(whole), "seed \(seed)")
        }
    }

    /// A sentence that is printed again goes with its first print and moves no other.
    @Test func aReprintMovesNoSentence() {
        let articles = Self.affairs.articles
        let before = Tracer().trace(articles)
        var again = Story()
        again.add("r", "Quay Post", "2031-05-09", articles[0].reading.document.text.string)
        let after = Tracer().trace(articles + again.articles)
        let places = { (claim: Claim) in
            Set(claim.members.filter { $0.article != "r" }.map { [$0.article, "\($0.span)"] })
        }
        #expect(Set(before.claims.map(places)) == Set(after.claims.map(places)))
    }
}
