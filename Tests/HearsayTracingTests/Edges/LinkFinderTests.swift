import Testing

@testable import HearsayCore
@testable import HearsayTracing

@Suite struct LinkFinderTests {
    private static let told = "The ferry to Torvik stops on 3 May because its hull is cracked."
    private static let retold =
        "It was reported that the ferry to Torvik stops on 3 May. Nobody at the quay would say why."

    /// The edges of two articles of which the second links to the first at "reported".
    private static func edges(
        _ words: String = retold, link: String, to address: String = "https://www.gull.example/ferry/",
        own: Bool = false
    ) -> [Edge] {
        var story = Story()
        story.add("a", "The Gull", "2031-05-01T08:00:00Z", told)
        story.add("b", own ? "The Gull" : "Bay Courier", "2031-05-01T18:00:00Z", words)
        var articles = story.articles
        articles[0].reading.document.url = address
        let span = Story.span(link, in: articles[1].reading.document.text)
        articles[1].reading.document.links = [
            .init(url: "http://gull.example/ferry#top", text: link, span: span),
            .init(url: "https://other.example", text: ""),
        ]
        return Tracer().trace(articles).edges
    }

    @Test func aLinkBesideWhatIsRetoldIsACitation() throws {
        let edge = try #require(Self.edges(link: "reported").first)
        #expect(edge.from == "b" && edge.to == "a" && edge.kind == .cites && edge.credited)
        let evidence = try #require(edge.evidence.first)
        #expect(evidence.from.count == "reported".utf8.count && evidence.to?.start == 0)
    }

    @Test func otherLinksAreNone() {
        // To the outlet itself, to another page, from a place that says nothing of it.
        #expect(Self.edges(link: "reported", own: true).isEmpty)
        #expect(Self.edges(link: "reported", to: "https://gull.example/ferry/old").isEmpty)
        let aside = Self.retold + "\n\nWheat and barley cost more. More news here. Sheep were sold in Lund."
        #expect(Self.edges(aside, link: "here").isEmpty)
        #expect(Self.edges(link: "no such words").isEmpty)
    }
}
