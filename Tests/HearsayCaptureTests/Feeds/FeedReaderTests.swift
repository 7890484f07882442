import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct FeedReaderTests {
    private func feed(_ text: String, url: String? = nil) throws -> Feed {
        try FeedReader.feed(from: Array(text.utf8), charset: nil, url: url)
    }

    @Test func rssGivesAllThatItHolds() throws {
        let feed = try feed(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
              xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><title>Harbour Post</title><link>https://harbourpost.example/</link><language>en-GB</language>
            <lastBuildDate>Tue, 04 Mar 2031 12:00:00 GMT</lastBuildDate>
            <item><title>Pier &amp;amp; harbour &lt;b&gt;closed&lt;/b&gt;</title><link>https://harbourpost.example/a</link>
              <guid isPermaLink="false">hp-1</guid><pubDate>Tue, 04 Mar 2031 10:15:00 GMT</pubDate>
              <dc:creator>Jane Roe</dc:creator><author>jd@harbourpost.example (John Doe)</author>
              <description>&lt;p&gt;The pier.&lt;/p&gt;</description>
              <content:encoded><![CDATA[<p>The pier &nbsp; is closed.</p>]]></content:encoded>
              <source url="https://gazette.example/feed">The Gazette</source>
              <media:content url="https://harbourpost.example/a.jpg" medium="image"/></item>
            </channel></rss>
            """)
        #expect(feed.kind == .rss && feed.title == "Harbour Post" && feed.home == "https://harbourpost.example/")
        #expect(feed.language == "en-GB" && feed.updated == "2031-03-04T12:00:00Z" && feed.problems.isEmpty)
        let entry = try #require(feed.entries.first)
        #expect(entry.title == "Pier & harbour closed" && entry.id == "hp-1")
        #expect(entry.url == "https://harbourpost.example/a" && entry.published == "2031-03-04T10:15:00Z")
        #expect(entry.authors == ["Jane Roe", "John Doe"])
        #expect(entry.summary == .init("<p>The pier.</p>", isHTML: true))
        #expect(entry.content == .init("<p>The pier &nbsp; is closed.</p>", isHTML: true))
        #expect(entry.source == .init(name: "The Gazette", url: "https://gazette.example/feed"))
        #expect(entry.image == "https://harbourpost.example/a.jpg")
    }

    /// Each `xml:base` counts once, however many links stand within it.
    @Test func basesWithinEachOtherAreResolvedOnce() throws {
        let open = (0..<300).map { "<x xml:base=\"b\($0)/\">" }.joined()
        let items = (0..<3000).map { "<item><title>t</title><link>a\($0)</link></item>" }.joined()
        let feed = try feed(
            "<rss version=\"2.0\"><channel xml:base=\"https://gull.example/\"><title>G</title>" + open + items
                + (0..<300).map { _ in "</x>" }.joined() + "</channel></rss>")
        let folder = (0..<300).map { "b\($0)/" }.joined()
        #expect(feed.entries.count == 3000 && feed.entries.last?.url == "https://gull.example/\(folder)a2999")
    }

    @Test func addressesThatAreTooLongAreNone() throws {
        let long = String(repeating: "x", count: 3000)
        let feed = try feed(
            """
            <rss version="2.0" xml:base="https://gull.example/\(long)/"><channel xml:base="\(long)/"><title>G</title>
            <item><title>t</title><link>\(long)</link></item><item><title>t</title><link>a</link></item></channel></rss>
            """)
        // The base that would be too long is none, and the one around it counts.
        #expect(feed.entries.map(\.url) == [nil, "https://gull.example/\(long)/a"])
        #expect(feed.problems.contains { $0.contains("leads to no page") })
    }

    @Test(arguments: [false, true]) func linksTakeOnlySoMuchMemory(_ isJSON: Bool) throws {
        let url = "https://gull.example/" + String(repeating: "x", count: 4000) + "/feed"
        let items = (0..<20_000).map { isJSON ? "{\"url\":\"a\($0)\"}" : "<item><link>a\($0)</link></item>" }
        let text =
            isJSON
            ? "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"G\",\"items\":[\(items.joined(separator: ","))]}"
            : "<rss version=\"2.0\"><channel><title>G</title>\(items.joined())</channel></rss>"
        let feed = try feed(text, url: url)
        let bytes = feed.entries.compactMap { $0.url?.utf8.count }.reduce(0, +)
        #expect(bytes > 32 << 20 && bytes <= 65 << 20)
        #expect(feed.problems.contains { $0.contains("too long altogether") })
    }

    @Test func atomGivesAllThatItHolds() throws {
        let feed = try feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://harbourpost.example/news/">
            <title type="html">Harbour &amp;lt; Post</title><link rel="self" href="feed"/><link href="../"/>
            <updated>2031-03-04T12:00:00Z</updated><author><name>Jane Roe</name></author>
            <entry xml:base="2031/"><id>tag:harbourpost.example,2031:1</id><title>A &lt; B</title><link href="pier"/>
              <published>2031-03-04T10:15:00+01:00</published><updated>2031-03-04T11:00:00+01:00</updated>
              <summary>Closed.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It
            is <b class="x">closed</b>.<br/>So</p></div></content></entry>
            <entry><id>tag:harbourpost.example,2031:2</id><title>Second</title><link href="b"/><updated>2031-03-05</updated>
              <source><title>The Gazette</title><link href="https://gazette.example/"/></source></entry>
            </feed>
            """, url: "https://feeds.example/x.atom")
        #expect(feed.kind == .atom && feed.title == "Harbour < Post" && feed.home == "https://harbourpost.example/")
        #expect(feed.entries.count == 2 && feed.problems.isEmpty && feed.language == "en")
        let entry = try #require(feed.entries.first)
        #expect(entry.url == "https://harbourpost.example/news/2031/pier" && entry.title == "A < B")
        #expect(entry.published == "2031-03-04T10:15:00+01:00" && entry.modified == "2031-03-04T11:00:00+01:00")
        #expect(entry.content == .init("<p>It\nis <b class=\"x\">closed</b>.<br>So</p>", isHTML: true))
        #expect(entry.authors == ["Jane Roe"])
        #expect(feed.entries[1].published == nil && feed.entries[1].authors.isEmpty)
        #expect(feed.entries[1].source == .init(name: "The Gazette", url: "https://gazette.example/"))
    }

    @Test func jsonFeedGivesAllThatItHolds() throws {
        let feed = try feed(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"Harbour Post","home_page_url":"https://harbourpost.example/",
            "language":"en","items":[{"id":"1","url":"/a","title":"Pier closed","content_html":"<p>Closed.</p>",
            "summary":"S","date_published":"2031-03-04T10:15:00Z","authors":[{"name":"Jane Roe"}],"image":"/a.jpg"},
            {"id":2,"content_text":"Short note"},{"id":"3"},"x"]}
            """, url: "https://harbourpost.example/feed.json")
        #expect(feed.kind == .jsonFeed && feed.entries.count == 2)
        #expect(feed.entries[0].url == "https://harbourpost.example/a" && feed.entries[0].authors == ["Jane Roe"])
        #expect(feed.entries[0].published == "2031-03-04T10:15:00Z" && feed.entries[1].id == "2")
        #expect(feed.problems.contains("entry 3: it has no title, no link and no text"))
        #expect(feed.problems.contains("entry 4: it is a string, not an object"))
    }

    @Test func aNewsSitemapTellsPublicationAndTime() throws {
        let feed = try feed(
            """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
              xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://harbourpost.example/a</loc>
            <lastmod>2031-03-05</lastmod><news:news><news:publication><news:name>Harbour Post</news:name>
            <news:language>en</news:language></news:publication><news:publication_date>2031-03-04</news:publication_date>
            <news:title>Pier closed</news:title></news:news></url></urlset>
            """)
        let entry = try #require(feed.entries.first)
        #expect(feed.kind == .newsSitemap && entry.title == "Pier closed" && entry.published == "2031-03-04")
        #expect(entry.modified == "2031-03-05" && entry.source?.name == "Harbour Post" && entry.language == "en")
    }

    @Test(arguments: [
        ("\u{FEFF}<?xml version='1.0'?><!-- x --><rss>", true), ("<feed xmlns='http://www.w3.org/2005/Atom'>", true),
        ("<atom:feed xmlns:atom='x'>", true), ("<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", true),
        ("<rdf:RDF xmlns='http://skos.example/'>", false), ("{\"version\": \"https://jsonfeed.org/version/1\"}", true),
        ("<urlset>", true), ("<sitemapindex>", true), ("<html><rss>", false), ("<feedback>", false), ("", false),
        ("A <rss> feed", true), ("{\"a\":1}", false),
    ])
    func aFeedIsToldByItsRoot(text: String, expected: Bool) {
        #expect(FeedReader.isFeed(Array(text.utf8)) == expected)
    }

    @Test func anItemInsideATextIsPartOfThatText() throws {
        let inner = String(repeating: "<item><description>", count: 200) + String(repeating: "x", count: 100_000)
        let feed = try feed("<rss><channel><title>Post</title><item><title>One</title></item>" + inner)
        #expect(feed.entries.count == 2)
        let held = feed.entries.reduce(0) { $0 + ($1.summary?.value.utf8.count ?? 0) }
        #expect(held < 200_000)
    }

    @Test func anItemThatIsNotClosedDoesNotHideTheNext() throws {
        let feed = try feed(
            "<rss><channel><title>Post</title><item><title>One</title><item><title>Two</title></channel></rss>")
        #expect(feed.entries.map(\.title) == ["One", "Two"])
    }

    @Test func endTagsThatCloseNothingCostLittle() throws {
        let open = (0..<500).map { "<a\($0 + 1000)>" }.joined()
        let start = ContinuousClock.now
        _ = try? feed("<rss><channel><title>Post</title>" + open + String(repeating: "</b>", count: 900_000))
        #expect(ContinuousClock.now - start < .seconds(10))
    }
}
