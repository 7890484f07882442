import HearsayCore
import Testing

@testable import HearsayTracing

@Suite struct CircleFinderTests {
    private static let report = """
        Skippers will close the port of Loam on Monday with 142 boats. The levy pays for a second breakwater.
        """
    private static let retold = """
        It is cold. The Loam Gull reported that skippers will close the port of Loam on Monday with 142 boats. \
        Harbour pilots were not asked.
        """
    private static let confirmed = """
        Rain fell all night. Bay Wire has confirmed that skippers will close the port of Loam on Monday with 142 boats.
        """

    private func circles(_ make: (inout Story) -> Void) -> [Circle] {
        var story = Story()
        make(&story)
        return story.trace.circles
    }

    private func story(_ last: String, said: [Story.Said] = [], middle: [Story.Said] = []) -> [Circle] {
        circles { story in
            story.add("a1", "Loam Gull", "2031-03-10T08:00:00Z", Self.report)
            story.add("b1", "Bay Wire", "2031-03-11T08:00:00Z", Self.retold, said: middle)
            story.add("a2", "The Loam Gull", "2031-03-12T08:00:00Z", last, said: said)
        }
    }

    @Test func anOutletThatCitesItsOwnReportByAnother() throws {
        let circle = try #require(story(Self.confirmed).first)
        #expect(story(Self.confirmed).count == 1)
        #expect(circle.articles == ["a1", "b1", "a2"] && circle.outlets == ["Loam Gull", "Bay Wire"])
        #expect(circle.steps.map(\.from) == ["b1", "a2"] && circle.steps.map(\.to) == ["a1", "b1"])
        #expect(circle.claims.count == 1)
        // The sentences, whole.
        let sentence = try #require(
            Story.span(
                "Bay Wire has confirmed that skippers will close the port of Loam on Monday with 142 boats.",
                in: SourceText(Self.confirmed)))
        #expect(circle.steps.last?.evidence.first?.from == sentence)
    }

    @Test func theClaimMayStandInASentenceAfterTheOneThatCites() {
        let last = """
            A serious agency has our news too. Bay Wire wrote of it this morning. \
            Skippers will close the port of Loam on Monday with 142 boats.
            """
        #expect(story(last).map(\.articles) == [["a1", "b1", "a2"]])
    }

    @Test func whoCitesAnotherForAnotherMatterIsInNoCircle() {
        let last = """
            Skippers will close the port of Loam on Monday with 142 boats. Trucks queue at both gates tonight. \
            Bay Wire reported that harbour pilots were not asked.
            """
        #expect(story(last).isEmpty)
    }

    @Test func aVoiceOfItsOwnConfirmsIndeed() {
        let words = "skippers will close the port of Loam on Monday with 142 boats"
        let said = Story.Said(words: words, name: "Ada Weld", relay: [])
        #expect(story(Self.confirmed, middle: [said]).isEmpty)
    }

    @Test func anOwnEarlierStoryIsNoCircle() {
        let found = circles { story in
            story.add("a1", "Loam Gull", "2031-03-10T08:00:00Z", Self.report)
            story.add(
                "a2", "Loam Gull", "2031-03-11T08:00:00Z",
                "The Loam Gull reported that skippers will close the port of Loam on Monday with 142 boats.")
            story.add(
                "a3", "Loam Gull", "2031-03-12T08:00:00Z",
                "The Loam Gull reported that skippers will close the port of Loam on Monday with 142 boats.")
        }
        #expect(found.isEmpty)
    }

    @Test func aMereVersionIsNoCircleAndTellsNoneAgain() {
        let found = circles { story in
            story.add("a1", "Loam Gull", "2031-03-10T08:00:00Z", Self.report)
            story.add("a1v2", "Loam Gull", "2031-03-10T09:00:00Z", Self.report + " More soon.", revisionOf: "a1")
            story.add("b1", "Bay Wire", "2031-03-11T08:00:00Z", Self.retold)
        }
        #expect(found.isEmpty)
        let again = circles { story in
            story.add("a1", "Loam Gull", "2031-03-10T08:00:00Z", Self.report)
            story.add("b1", "Bay Wire", "2031-03-11T08:00:00Z", Self.retold)
            story.add("a2", "Loam Gull", "2031-03-12T08:00:00Z", Self.confirmed)
            story.add("a2v2", "Loam Gull", "2031-03-12T09:00:00Z", Self.confirmed + " More soon.", revisionOf: "a2")
        }
        #expect(again.map(\.articles) == [["a1", "b1", "a2"]])
    }

    @Test func itGoesThroughOthersToo() {
        let found = circles { story in
            story.add("a1", "Loam Gull", "2031-03-10T08:00:00Z", Self.report)
            story.add("b1", "Bay Wire", "2031-03-11T08:00:00Z", Self.retold)
            story.add(
                "c1", "Torvin Echo", "2031-03-12T08:00:00Z",
                "As Bay Wire reported, skippers will close the port of Loam on Monday with 142 boats.")
            story.add(
                "a2", "Loam Gull", "2031-03-13T08:00:00Z",
                "Torvin Echo has confirmed that skippers will close the port of Loam on Monday with 142 boats.")
        }
        #expect(found.map(\.articles) == [["a1", "b1", "c1", "a2"]])
        #expect(found.first?.outlets == ["Loam Gull", "Bay Wire", "Torvin Echo"])
    }

    @Test func aCopyThatComesBackConfirmsNothing() {
        let member = { (id: String) in Claim.Member(article: id, span: TextSpan(0, 9)) }
        let claim = Claim(
            id: "c1", text: "It is so.", members: ["a1", "b1", "a2"].map(member), origins: OriginCount(exactly: 1),
            sources: [Origin(label: "x", kind: .named, members: [0, 1, 2], least: 1, most: 1, reason: "")])
        func trace(_ last: Edge.Kind, outlet: String? = "B", day: String = "2031-03-12") -> Trace {
            Trace(
                articles: [
                    .init(id: "a1", outlet: "A", published: "2031-03-10"),
                    .init(id: "b1", outlet: outlet, published: "2031-03-11"),
                    .init(id: "a2", outlet: "A", published: day),
                ],
                edges: [
                    Edge(from: "b1", to: "a1", kind: .copies, credited: true, confidence: 1, evidence: []),
                    Edge(from: "a2", to: "b1", kind: last, credited: true, confidence: 1, evidence: []),
                ], claims: [claim])
        }
        #expect(CircleFinder.circles(in: trace(.cites)).map(\.articles) == [["a1", "b1", "a2"]])
        #expect(CircleFinder.circles(in: trace(.copies)).isEmpty)
        #expect(CircleFinder.circles(in: trace(.cites, outlet: nil)).isEmpty)
        #expect(CircleFinder.circles(in: trace(.cites, day: "2031-03-10")).isEmpty)
        #expect(CircleFinder.circles(in: Trace()).isEmpty)
        // A later version that says the same in the same words tells it no second time.
        var versions = trace(.cites)
        versions.articles.append(.init(id: "a2v2", outlet: "A", published: "2031-03-13", revisionOf: "a2"))
        versions.edges.append(
            Edge(from: "a2v2", to: "b1", kind: .cites, credited: true, confidence: 1, evidence: []))
        versions.claims[0].members.append(member("a2v2"))
        versions.claims[0].sources[0].members.append(3)
        #expect(CircleFinder.circles(in: versions).map(\.articles) == [["a1", "b1", "a2"]])
    }
}
