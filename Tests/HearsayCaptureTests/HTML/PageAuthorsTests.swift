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

    @Test func bylinesOfOtherArticlesCommentersAndPicturesAreNone() throws {
        let teaser =
            "<aside><h3>Latest</h3><div class=card><a href=/f>Ferry late</a><i class=author>By Tom Wrong</i></div></aside>"
        #expect(try authors("", "", end: teaser) == [])
        #expect(try authors(account, "", end: teaser) == ["Odd Web"])
        let card = "<div><h3><a href=/f>Ferry prices rise</a></h3><span class=byline>By Tom Wrong</span></div>"
        #expect(try authors("", "", end: card) == [])
        let picture =
            "<figure><img src=a.jpg><figcaption>Pier <b class=photo-author>Tom Wrong</b></figcaption></figure>"
        #expect(try authors(account, picture) == ["Odd Web"])
        let comment = "<div itemscope itemtype=https://schema.org/Comment><b itemprop=author>Tom Wrong</b></div>"
        #expect(try authors("", "", end: comment) == [])
    }

    @Test func aBylineThatCannotBeReadLeavesNobodyElse() throws {
        let foot = "<div class=byline>By Tom Wrong</div>"
        #expect(try authors("", "<div class=byline>By our own team in the harbour</div>", end: foot) == [])
    }

    @Test(arguments: [
        ("By April Roe and June Doe", ["April Roe", "June Doe"]),
        ("By Jane Roe in Kelmoor and John Doe in Ostrand", ["Jane Roe", "John Doe"]),
        ("By Jane Roe in Kelmoor and Port Ostrand", ["Jane Roe"]),
        ("By Jane Roe | Staff Writer", ["Jane Roe"]), ("By Jane Roe on March 3, 2024", ["Jane Roe"]),
        ("By Jane Roe on Monday", ["Jane Roe"]), ("By Jane Roe - Harbour Post Staff", ["Jane Roe"]),
        ("By Jane Roe Published March 3, 2024", ["Jane Roe"]), ("By Jane Roe for Harbour Weekly", ["Jane Roe"]),
        ("By Jane Roe, Staff Writer, and John Doe", ["Jane Roe", "John Doe"]),
        ("Von Jane Roe und John Doe", ["Jane Roe", "John Doe"]),
        ("<a rel=author>Jane Roe</a><a rel=author>John Doe</a>", ["Jane Roe", "John Doe"]),
        (
            "<span>By</span><span>Jane Roe</span>, <span>Mary Poe</span> &amp; <span>John Doe</span> <time>3 March</time>",
            ["Jane Roe", "Mary Poe", "John Doe"]
        ),
    ])
    func bylinesAreReadToTheirEnd(line: String, names: [String]) throws {
        #expect(try authors("", "<div class=byline>\(line)</div>") == names)
    }

    @Test func structuredDataIsReadAsPagesWriteIt() throws {
        func ld(_ author: String) -> String {
            #"<script type="application/ld+json">{"@type":"NewsArticle","author":\#(author)}</script>"#
        }
        #expect(try authors(ld(#"{"@type":"Person","name":["Jane Roe","John Doe"]}"#), "") == ["Jane Roe", "John Doe"])
        #expect(try authors(ld(#"[{"@type":"Person","name":"Jane Roe",},]"#), "") == ["Jane Roe"])
        #expect(try authors(ld(#"{"@type":"Person","name":"Jane O&amp;#039;Roe"}"#), "") == ["Jane O'Roe"])
    }

    @Test func manyEmptyElementsAreReadInTime() throws {
        let page =
            "<h1>Harbour closed</h1><p>" + String(repeating: "<wbr>", count: 40_000)
            + String(repeating: "by x<wbr>", count: 40_000)
        let start = ContinuousClock.now
        _ = try? DocumentReader().document(from: Array(page.utf8), id: "p", options: CaptureOptions(format: .html))
        #expect(ContinuousClock.now - start < .seconds(5))
    }
}
