import Testing

@testable import HearsayCore
@testable import HearsayTracing

@Suite struct EdgeFinderTests {
    /// A name may run over the end of a paragraph that has no stop.
    @Test func aNameOverTheEndOfASentenceIsRead() {
        var story = Story()
        story.add("a", "Bay Wire", "2031-03-11", "The quay was closed on Monday, Ada Weld said.")
        story.add(
            "b", "The Gull", "2031-03-12", "Storm over Torvick Bay\n\nWire fences were torn by the wind of the night.")
        #expect(story.trace.edges.isEmpty)
    }

    private static let wire = """
        Skippers will close the port of Loam from Monday unless the berth levy is withdrawn, their chair said on Tuesday. \
        He said 142 boats had signed up to lie across the channel with lorries parked along both port roads. \
        The levy charges vessels 38 crowns for each landed tonne and was made to pay for a second breakwater.
        """

    private func edges(_ make: (inout Story) -> Void) -> [String] {
        var story = Story()
        make(&story)
        return story.trace.edges.map { "\($0.from) \($0.kind.rawValue) \($0.to)\($0.credited ? "" : " silently")" }
    }

    @Test func copiesAreFoundAndTheEarliestIsTheParent() {
        let found = edges { story in
            story.add("w", "Bay Wire", "2031-03-11T08:00:00Z", Self.wire)
            story.add("b", "The Gull", "2031-03-11T09:00:00Z", Self.wire + " It rained all day.", authors: ["Bay Wire"])
            story.add("c", "Loam Echo", "2031-03-12", "Loam braces. " + Self.wire)
        }
        #expect(found == ["b copies w", "c copies w silently"])
    }

    @Test func theSameQuotationIsNoCopy() {
        let quote = "“They have voted, and they have not voted to be thanked for three years of flat pay and one mug.”"
        let found = edges { story in
            story.add(
                "a", "Bay Wire", "2031-03-11T08:00:00Z", "The union leader spoke at noon in the capital. \(quote)")
            story.add("b", "The Gull", "2031-03-11T09:00:00Z", "She brought a mug and set it down. \(quote)")
        }
        #expect(found.isEmpty)
    }

    @Test func anOutletThatIsNamedIsCited() {
        let found = edges { story in
            story.add("a", "Torvin Evening Mercury", "2031-03-10", "Officials have drawn up a pause of the levy.")
            story.add(
                "b", "Bay Wire", "2031-03-11",
                "It is cold. The Mercury reported that officials drew up a pause of the levy.")
            story.add(
                "c", "The Gull", "2031-03-12",
                "The Evening Mercury, a daily of that town, said a pause of the levy is near.")
            story.add("d", "Loam Echo", "2031-03-13", "Mercury is a planet. Nobody lives there.")
        }
        #expect(found == ["b cites a", "c cites a"])
    }

    @Test func ofAnOutletsArticlesTheNearestIsCited() {
        let found = edges { story in
            story.add("a1", "Freight Paper", "2031-03-09", "Two cranes were bought for berth three.")
            story.add(
                "a2", "Freight Paper", "2031-03-10", "The ministry has drawn up a pause of the levy for ninety days.")
            story.add(
                "a3", "Freight Paper", "2031-03-20", "The ministry has drawn up a pause of the levy for ninety days.")
            story.add("b", "Bay Wire", "2031-03-11", "Freight Paper reported the ministry drew up a pause of the levy.")
        }
        #expect(found.filter { $0.hasPrefix("b ") } == ["b cites a2"])
    }

    @Test func aVersionCopiesTheOneBefore() {
        let found = edges { story in
            story.add("a", "The Gull", "2031-03-10", Self.wire)
            story.add("a2", "The Gull", "2031-03-11", "Nothing of this was left as it had been.", revisionOf: "a")
        }
        #expect(found == ["a2 copies a"])
    }

    @Test func aReleaseIsCitedByWhatItSays() {
        let release = "Borea Launch will fly its third rocket on Friday 14 May with the ocean satellite."
        let found = edges { story in
            story.add("r", "Borea Launch", "2031-05-06", release)
            story.add(
                "a", "Bay Wire", "2031-05-07",
                "Borea Launch said it will fly its third rocket with the ocean satellite on 14 May.")
            story.add("b", "The Gull", "2031-05-08", "Borea Launch was asked for a comment on the valves.")
        }
        #expect(found == ["a cites r"])
    }

    @Test func aBylineCreditsWhatIsRetold() {
        let found = edges { story in
            story.add(
                "a", "Polar Wire", "2031-05-06", "A leaking valve has put back the launch of the ocean satellite.")
            story.add(
                "b", "Norlys", "2031-05-07", "The rocket with the ocean satellite stays on the ground: a valve.",
                authors: ["Editors / Polar Wire"])
        }
        #expect(found == ["b rewrites a"])
    }

    @Test func severalClaimsInItsOwnVoiceAreARewrite() {
        let facts = [
            "Reservists born 1998 to 2004 are called from 1 March.", "The first wave is 30,000 reservists.",
            "Women from accounts wrote envelopes for two nights.", "The border at Sorna is open for passenger cars.",
        ]
        let found = edges { story in
            story.add(
                "a", "Weekly Word", "2031-02-16T10:00:00Z", facts.joined(separator: " ") + " An aunt sang all evening.")
            story.add(
                "b", "Inform", "2031-02-16T12:00:00Z",
                """
                From 1 March reservists born 1998 to 2004 are taken. 30,000 reservists in the first wave. Envelopes, two \
                nights long, women from accounts wrote. For passenger cars the Sorna border is still open.
                """)
        }
        #expect(found == ["b rewrites a silently"])
    }

    @Test func withoutDatesNothingIsSaid() {
        let found = edges { story in
            story.add("a", "Bay Wire", nil, Self.wire)
            story.add("b", "The Gull", nil, Self.wire)
        }
        #expect(found.isEmpty)
    }
}
