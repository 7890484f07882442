import HearsayCore
import Testing

@testable import Hearsay

@Suite struct FileTracingTests {
    @Test func idsAreTheCallersOrGivenByPlace() {
        #expect(FileTracing.ids(["x", nil, "x", "a2", nil]) == ["x", "a2x", "a3", "a2", "a5"])
        #expect(FileTracing.ids([]) == [])
    }

    private func document(_ url: String?, _ outlet: String?, _ published: String?) -> Document {
        var document = Document(id: "d", text: SourceText("A text."))
        (document.url, document.outlet.name, document.published) = (url, outlet, published)
        return document
    }

    @Test func theSameAddressAndOutletAreVersions() {
        let found = FileTracing.revisions(of: [
            document("https://gull.example/a", "The Gull", "2031-03-12T08:00:00Z"),
            document("https://gull.example/b", "The Gull", "2031-03-11T08:00:00Z"),
            document("https://gull.example/a", "The Gull", "2031-03-11T08:00:00Z"),
            document("https://gull.example/a", "Bay Wire", "2031-03-13"),
            document("https://gull.example/a", "The Gull", "2031-03-14"),
            document(nil, "The Gull", "2031-03-14"), document(nil, "The Gull", "2031-03-15"),
        ])
        #expect(found == [2, nil, nil, nil, 0, nil, nil])
    }

    /// The whole path with an engine of plain functions.
    @Test func filesAreTraced() throws {
        let engine = ReadingEngine(
            capture: { item in
                guard case .text(let string) = item.content else { throw InputProblem(origin: "", reason: "no text") }
                var document = Document(id: item.name, text: SourceText(string))
                document.outlet.name = item.facts.outlet
                document.published = item.facts.published
                document.blocks = [.init(kind: .paragraph, span: document.text.span)]
                return document
            }, read: { Reading(document: $0, voices: [], statements: []) },
            vectors: { texts in texts.map { [Float($0.utf8.count % 7), 1, 0] } })
        var tracing = FileTracing(engine: engine)
        for (outlet, day, text) in [
            ("Bay Wire", "2031-03-11", "The port is shut. Nobody knows why."),
            ("The Gull", "2031-03-12", "Bay Wire reported that the port is shut."),
        ] {
            let item = InputItem(
                origin: "x", content: .text(text), facts: ArticleFacts(outlet: outlet, published: day))
            tracing.add(try FileTracing.read(item, with: engine), id: nil)
        }
        let result = tracing.trace()
        #expect(result.trace.articles.map(\.id) == ["a1", "a2"] && result.texts.count == 2)
        #expect(result.trace.edges.map(\.from) == ["a2"] && result.trace.edges.first?.kind == .cites)
        #expect(result.trace.claims.reduce(0) { $0 + $1.members.count } == 3)
    }
}
