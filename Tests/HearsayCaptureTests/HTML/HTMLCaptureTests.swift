import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct HTMLCaptureTests {
    private func document(_ page: String, url: String? = nil) throws -> Document {
        var options = CaptureOptions(format: .html)
        options.url = url
        return try DocumentReader().document(from: Array(page.utf8), id: "p", options: options)
    }

    private let page = """
        <!doctype html><html lang="en-GB"><head><title>Harbour plans pier | Coast Ledger</title>
        <meta property="og:title" content="Harbour plans pier"><meta property="og:site_name" content="Coast Ledger">
        <link rel=canonical href="https://www.example.org/pier">
        <script type="application/ld+json">{"@context":"x","@graph":[{"@type":"NewsArticle","datePublished":"2031-03-04T10:15:00+01:00",
        "dateModified":"2031-03-05","author":[{"@type":"Person","name":"Jane Roe"}]}]}</script></head><body>
        <nav><p>Home, News, Sport, and a long line of words, that is in no way part of the article at all.</p></nav>
        <article><header><h1>Harbour plans pier</h1><p class="byline">By Jane Roe</p></header>
        <figure><img src="/pier.jpg"><figcaption>The old pier. Jane Roe / AFP</figcaption></figure>
        <p>The harbour of Kelmoor is planning a pier, the&nbsp;<a href="/gazette">Gazette</a> reported on Friday, citing a clerk &amp; a pilot.</p>
        <h2>What next</h2>
        <p>Work begins in May,<br>the mayor said.<br><br>Nobody else spoke at the meeting, which was held behind closed doors.</p>
        <ul><li>The pier will be forty metres long.</li></ul>
        <p>Correction: The pier is in Kelmoor.</p>
        <p>Read more: <a href="https://example.org/storm">Storm nears</a></p>
        <div class="related-stories"><p>Another story that has nothing to do with it, but is long enough.</p></div></article>
        <section class="comments"><p>I think that this is a very bad idea, and a waste of money, as always.</p></section>
        <footer><p>Copyright, and so on, and so forth, all rights reserved by the people of the ledger.</p></footer></body></html>
        """

    @Test func bodyIsCutOutOfThePage() throws {
        let document = try document(page, url: "https://www.example.org/pier?utm=1")
        let expected = """
            Harbour plans pier

            The harbour of Kelmoor is planning a pier, the Gazette reported on Friday, citing a clerk & a pilot.

            What next

            Work begins in May,
            the mayor said.

            Nobody else spoke at the meeting, which was held behind closed doors.

            The pier will be forty metres long.
            """
        #expect(document.text.string == expected)
        #expect(document.blocks.map(\.kind) == [.headline, .paragraph, .heading, .paragraph, .paragraph, .paragraph])
        #expect(document.text.string(document.body).hasPrefix("The harbour"))
        #expect(document.links.first?.url == "https://www.example.org/gazette")
        #expect(document.links.first?.span.map { document.text.string($0) } == "Gazette")
    }

    @Test func metadataOfThePage() throws {
        let document = try document(page, url: "https://www.example.org/pier?utm=1")
        #expect(document.headline == "Harbour plans pier")
        #expect(document.authors == ["Jane Roe"])
        #expect(document.published == "2031-03-04T10:15:00+01:00")
        #expect(document.modified == "2031-03-05")
        #expect(document.canonicalURL == "https://www.example.org/pier")
        #expect(document.outlet == .init(name: "Coast Ledger", domain: "example.org"))
        #expect(document.language == "en-GB")
        #expect(
            document.images == [
                .init(url: "https://www.example.org/pier.jpg", caption: "The old pier.", credit: "Jane Roe / AFP")
            ])
        #expect(document.updates == [.init(kind: .correction, text: "Correction: The pier is in Kelmoor.")])
        #expect(document.related == [.init(title: "Storm nears", url: "https://example.org/storm")])
    }

    @Test func brokenStructuredDataIsPassedOver() throws {
        let text =
            "<script type='application/ld+json'>{\"@type\":\"Article\",</script><h1>A pier</h1><p>The harbour plans a pier, it said.</p>"
        #expect(try document(text).headline == "A pier")
    }

    @Test func zeroBytesCutNoCharacter() throws {
        let page = "<h1>Pier</h1>ÿÿ\0\0\0\0ü\0ÿÿÿ<table><tr><td>x</table></a</p>The pier stays shut."
        let tree = try #require(ModestParser.parse(Array(page.utf8)))
        let words = (0..<tree.count).filter { tree.tag[$0] == .text }.map { tree.words($0).string }
        #expect(words.first == "Pier" && words.contains("x") && words.last == "The pier stays shut.")
        #expect(words.allSatisfy { !$0.contains("\u{FFFD}") })
    }

    @Test func cutCharactersAreReplaced() {
        for (cut, whole) in [([0x61, 0xC3], "a\u{FFFD}"), ([0xBF, 0x61], "\u{FFFD}a"), ([0xE2, 0x82], "\u{FFFD}")] {
            var tree = HTMLTree(capacity: 0)
            cut.map(UInt8.init).withUnsafeBufferPointer { tree.text($0, parent: -1) }
            #expect(tree.words(0).string == whole)
        }
    }

    @Test func pageWithoutTextIsRefused() {
        #expect(throws: CaptureError(.noText, "")) { try document("<html><body><script>draw()</script></body></html>") }
    }

    @Test func statedBodyStandsInForAnEmptyPage() throws {
        let words = String(repeating: "The harbour plans a pier, the mayor said. ", count: 10)
        let text =
            "<html><body><div id=app></div><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A pier\",\"articleBody\":\"\(words)\"}</script></body></html>"
        #expect(try document(text).text.string.contains("The harbour plans a pier"))
    }

    @Test func logoIsNoHeadline() throws {
        let text =
            "<title>A pier for the town of Kelmoor</title><h1><a href='/'>Coast Ledger</a></h1><p>The harbour plans a pier, it said, and more.</p>"
        #expect(try document(text).headline == "A pier for the town of Kelmoor")
    }
}

@Suite struct MarkupScanTests {
    private func check(_ page: String) throws { try MarkupScan.check(Array(page.utf8), limits: .init()) }

    @Test func deepNestingIsRefusedAtOnce() {
        #expect(throws: CaptureError(.tooDeep, "")) { try check(String(repeating: "<div>", count: 300_000)) }
        let nested = String(repeating: "<div>", count: 100_000) + "x" + String(repeating: "</div>", count: 100_000)
        #expect(throws: CaptureError(.tooDeep, "")) { try check(nested) }
        #expect(throws: CaptureError(.tooDeep, "")) { try check("<svg>" + String(repeating: "<g>", count: 1000)) }
    }

    @Test func costlyMarkupIsRefused() {
        let attributes = (0..<100_000).map { "a\($0)" }.joined(separator: " ")
        #expect(throws: CaptureError(.tooCostly, "")) { try check("<a \(attributes)>") }
        #expect(throws: CaptureError(.tooCostly, "")) {
            try check("<table>" + String(repeating: "<b></b>", count: 100_000))
        }
        let fonts = (0..<2000).map { "<div><font a=\($0)>x</div>" }.joined()
        #expect(throws: CaptureError(.tooCostly, "")) { try check(fonts) }
    }

    @Test func sloppyButOrdinaryMarkupPasses() throws {
        try check(String(repeating: "<p>one<li>two<br><img src=a>", count: 50_000))
        try check("<svg>" + String(repeating: "<path d='M0'/>", count: 10_000) + "</svg>")
        try check("<script>" + String(repeating: "'<div>'", count: 10_000) + "</script>")
        try check(String(repeating: "<div><span></div>", count: 10_000))
    }

    /// The scan for the end of a comment was repeated for each of many comments that never end.
    @Test func unclosedCommentsTakeOnePass() throws { try check(String(repeating: "<!--", count: 500_000)) }
}
