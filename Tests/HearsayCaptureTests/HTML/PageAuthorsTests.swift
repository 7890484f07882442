import HearsayCore
import Testing

@testable import HearsayCapture

struct PageAuthorsTests {
    private func authors(_ head: String, _ top: String, end: String = "") throws -> [String] {
        let body =
            "<p>The harbour was closed on Monday after a crane fell into the basin, the port said in a statement.</p>"
        let page = "<head>\(head)</head><h1>Harbour closed</h1>\(top)\(body)\(end)"
        let options = CaptureOptions(format: .html)
        return try DocumentReader().document(from: Array(page.utf8), id: "p", options: options).authors
    }
    private let account = """
        <script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Odd Web"}}</script>
        """

    @Test func aBylineNeedsNoMarkup() throws {
        #expect(try authors("", "<div>By&nbsp;<a href=/p>Ada de la Lund</a></div>") == ["Ada de la Lund"])
        #expect(try authors("", "<div>Posted on May 4, 2021 by Ada Lund</div>") == ["Ada Lund"])
        #expect(try authors("", "<div>By the harbour lies a crane</div>") == [])
    }

    @Test func aBylineOutvotesDataThatNamesSomebodyElse() throws {
        #expect(try authors(account, "<div class=byline>By Ada Lund and Per Holm</div>") == ["Ada Lund", "Per Holm"])
        #expect(try authors(account, "<div class=byline>By Odd Web</div>") == ["Odd Web"])
    }

    @Test func aBylineOfAnotherArticleFurtherDownDoesNot() throws {
        let far = String(repeating: "<div>x</div>", count: 100)
        #expect(try authors(account, "", end: far + "<div class=byline>By Ada Lund</div>") == ["Odd Web"])
    }
}
