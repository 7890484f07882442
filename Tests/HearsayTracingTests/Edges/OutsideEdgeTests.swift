import Testing

@testable import HearsayCore
@testable import HearsayTracing

/// Outlets that articles took from and of which none has an article.
@Suite struct OutsideEdgeTests {
    private static let told = "The ministry has drawn up a pause of the berth levy"

    private func outside(_ make: (inout Story) -> Void) -> [String] {
        var story = Story()
        make(&story)
        return story.trace.outside.map { "\($0.from) \($0.outlet)" }
    }

    /// A statement that came through an outlet.
    private static func relayed(_ outlet: String, _ words: String = told, name: String? = "Ada Weld") -> Story.Said {
        .init(words: words, name: name, relay: [outlet])
    }

    @Test func whoIsCitedAndNotAtHandIsAnEdge() throws {
        var story = Story()
        let text = "It is cold. \(Self.told), Ada Weld told the Quay Courier."
        story.add("a", "Bay Wire", "2031-03-11", text, said: [Self.relayed("Quay Courier")])
        let edge = try #require(story.trace.outside.first)
        #expect(edge.from == "a" && edge.outlet == "Quay Courier" && story.trace.outside.count == 1)
        // The reading tells of no place, so the sentence stands for it; as sure as the statement.
        #expect(edge.evidence.map(SourceText(text).string) == [String(text.dropFirst(12))])
        #expect(edge.confidence == 0.5 && story.trace.edges.isEmpty)
    }

    @Test func anOutletThatSpeaksForItselfIsOne() {
        let found = outside { story in
            let said = Story.Said(words: Self.told, name: "Quay Courier", kind: .outlet)
            story.add("a", "Bay Wire", "2031-03-11", "\(Self.told), the Quay Courier reported.", said: [said])
        }
        #expect(found == ["a Quay Courier"])
    }

    @Test func whatAnOutletPlansIsNone() {
        let found = outside { story in
            let said = Story.Said(words: "to buy a press", name: "Quay Courier", kind: .outlet, stance: .intends)
            story.add("a", "Bay Wire", "2031-03-11", "The Quay Courier plans to buy a press.", said: [said])
        }
        #expect(found.isEmpty)
    }

    @Test func anOutletAtHandIsNone() {
        let found = outside { story in
            story.add("q", "Quay Courier", "2031-03-10", "\(Self.told).")
            story.add(
                "a", "Bay Wire", "2031-03-11", "\(Self.told), the Quay Courier reported.",
                said: [Self.relayed("The Quay Courier"), .init(words: "It", name: "Bay Wire", kind: .outlet)])
        }
        #expect(found.isEmpty)
    }

    @Test func aNameAloneIsNone() {
        let found = outside { story in
            story.add(
                "a", "Bay Wire", "2031-03-11", "\(Self.told), Ada Weld said. The Quay Courier has its office there.",
                said: [.init(words: Self.told, name: "Ada Weld")])
            // Another article knows it as an outlet.
            story.add(
                "b", "The Gull", "2031-03-12", "\(Self.told), Ada Weld told the Quay Courier.",
                said: [Self.relayed("Quay Courier")])
        }
        #expect(found == ["b Quay Courier"])
    }

    @Test func onlyTheNearestOutletCounts() {
        let found = outside { story in
            let said = Story.Said(words: Self.told, name: "Ada Weld", relay: ["Quay Courier", "Norlys"])
            story.add(
                "a", "Bay Wire", "2031-03-11", "\(Self.told), the Quay Courier reported, citing Norlys.", said: [said])
            let through = Story.Said(words: Self.told, name: "Ada Weld", relay: ["Bay Wire", "Quay Courier"])
            story.add(
                "b", "The Gull", "2031-03-12", "\(Self.told), Bay Wire wrote, citing the Quay Courier.", said: [through]
            )
        }
        #expect(found == ["a Quay Courier"])
    }

    @Test func aReprintHasItFromWhatItCopies() throws {
        var story = Story()
        let text = """
            \(Self.told), Ada Weld told the Quay Courier. The levy took effect in the winter and pays for a wall of stone \
            that was promised to the skippers of the eastern quay a year ago.
            """
        let said = [Self.relayed("Quay Courier")]
        story.add("a", "Bay Wire", "2031-03-11", text, said: said)
        story.add("b", "The Gull", "2031-03-12", text, said: said)
        story.add("c", "Loam Echo", "2031-03-13", text, said: said)
        story.add(
            "d", "Torvin Post", "2031-03-13", "Skippers wait. " + text + " It may rain, Ewan Stroud told Norlys.",
            said: said + [.init(words: "It may rain", name: "Ewan Stroud", relay: ["Norlys"])])
        #expect(story.trace.edges.map(\.kind) == [.copies, .copies, .copies])
        #expect(story.trace.outside.map { "\($0.from) \($0.outlet)" } == ["a Quay Courier", "d Norlys"])
    }

    /// Of one day either may have copied the other; the citation must not be lost between them.
    @Test func copiesOfOneDayKeepOne() {
        let found = outside { story in
            let text = """
                \(Self.told), Ada Weld told the Quay Courier. The levy took effect in the winter and pays for a wall of \
                stone that was promised to the skippers of the eastern quay a year ago.
                """
            story.add("a", "Bay Wire", "2031-03-11", text, said: [Self.relayed("Quay Courier")])
            story.add("b", "The Gull", "2031-03-11", text, said: [Self.relayed("Quay Courier")])
        }
        #expect(found == ["a Quay Courier"])
    }

    @Test func theNameNearestToTheAttributionIsTheEvidence() throws {
        var story = Story()
        let text = """
            The Quay Courier is old. \(Self.told), Ada Weld told the Quay Courier, as it wrote, and the Quay Courier's \
            rivals had nothing. It adds that boats sail.
            """
        story.add(
            "a", "Bay Wire", "2031-03-11", text,
            said: [Self.relayed("Quay Courier"), Self.relayed("Quay Courier", "boats sail")])
        var article = try #require(story.articles.first)
        func spans(_ words: String) -> [TextSpan] {
            let (text, words) = (Array(text.utf8), Array(words.utf8))
            return text.indices.filter { text[$0...].starts(with: words) }.map { TextSpan($0, $0 + words.count) }
        }
        let names = spans("Quay Courier")
        for place in article.reading.voices.indices where article.reading.voices[place].kind == .outlet {
            article.reading.voices[place].mentions = names + spans("it wrote").map { TextSpan($0.start, $0.start + 2) }
        }
        article.reading.statements[0].cue = spans("told")
        article.reading.statements[1].cue = spans("adds")
        (article.reading.statements[0].confidence, article.reading.statements[1].confidence) = (0.6, 0.9)
        let edge = try #require(Tracer().trace([article]).outside.first)
        // In the second sentence the nearest to its cue; the last sentence names nobody, so what is nearest before it.
        #expect(edge.evidence == [names[1], names[2]] && edge.confidence == 0.9)
    }

    @Test func aClaimKnowsWhatBroughtIt() throws {
        var story = Story()
        story.add(
            "a", "Bay Wire", "2031-03-11",
            "\(Self.told), Ada Weld told the Quay Courier.\n\nNobody sailed from the eastern quay, Ewan Stroud said.",
            said: [Self.relayed("The Quay Courier"), .init(words: "Nobody sailed", name: "Ewan Stroud")])
        let trace = story.trace
        let levy = try #require(Story.claim(Self.told, of: "a", in: trace, story.articles))
        let quay = try #require(Story.claim("Nobody sailed", of: "a", in: trace, story.articles))
        #expect(trace.outside(of: levy) == trace.outside && trace.outside.count == 1)
        #expect(trace.outside(of: quay).isEmpty)
        // By what it came through alone, whatever the name is written like.
        let edge = OutsideEdge(from: "a", outlet: "Quay Courier", confidence: 1, evidence: [])
        #expect(levy.members.allSatisfy(edge.brings) && !quay.members.contains(where: edge.brings))
    }

    @Test func tracesOfAffairsAreJoinedInOrder() {
        let late = Trace(
            articles: [.init(id: "z", outlet: nil, published: "2031-03-12")],
            outside: [.init(from: "z", outlet: "Norlys", confidence: 1, evidence: [])])
        let early = Trace(
            articles: [.init(id: "y", outlet: nil, published: "2031-03-11")],
            outside: [
                .init(from: "y", outlet: "Norlys", confidence: 1, evidence: []),
                .init(from: "y", outlet: "Kestrel", confidence: 1, evidence: []),
            ])
        let joined = Trace.joined([late, early]).outside.map { "\($0.from) \($0.outlet)" }
        #expect(joined == ["y Kestrel", "y Norlys", "z Norlys"])
    }
}
