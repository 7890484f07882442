import HearsayCore
import Testing

@testable import HearsayCapture

struct StructuredDataTests {
    private func document(_ data: String, body: String = "") throws -> Document {
        let page = """
            <head><script type="application/ld+json">\(data)</script><title>Harbour closed after fall of a crane</title></head>
            <h1>Harbour closed after fall of a crane</h1>\(body)
            """
        return try DocumentReader().document(from: Array(page.utf8), id: "p", options: CaptureOptions(format: .html))
    }

    @Test func theArticleIsTheOneOfThePage() throws {
        let document = try document(
            #"""
            [{"@type":"NewsArticle","headline":"Ferry late","datePublished":"2019-01-01","author":{"name":"Tom Wrong"}},
            {"@type":"NewsArticle","headline":"Harbour closed after fall of a crane","datePublished":"2024-03-03",
            "author":{"name":"Jane Roe"}}]
            """#)
        #expect(document.authors == ["Jane Roe"])
        #expect(document.published == "2024-03-03")
    }

    @Test(arguments: [("<p>", "<\\/p>"), ("&lt;p&gt;", "&lt;\\/p&gt;")])
    func aBodyInHTMLIsReadAsAPageIs(open: String, close: String) throws {
        let sentence =
            "The harbour was closed on Monday after a crane fell into the basin, the port said in a statement."
        let body = String(repeating: open + sentence + close, count: 4)
        let document = try document(#"{"@type":"NewsArticle","articleBody":"\#(body)"}"#)
        #expect(document.blocks.count { $0.kind == .paragraph } == 4)
        #expect(!document.text.string.contains("p>"))
    }
}
