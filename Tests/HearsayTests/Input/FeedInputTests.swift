import HearsayCore
import Testing

@testable import Hearsay

@Suite struct FeedInputTests {
    private func read(_ name: String, _ text: String) throws -> [Result<InputItem, InputProblem>] {
        let folder = try Scratch()
        return Array(InputReader(paths: [.success(try folder.write(name, text))]))
    }

    @Test func theTextsOfAFeedAreArticles() throws {
        let feed = """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><title>The Gull</title><link>https://gull.example/</link><description>x</description>
            <item><title>Quay shut</title><link>https://gull.example/quay</link><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate>
            <description>The quay is shut.</description>
            <content:encoded>&lt;p&gt;The quay is shut, the port said.&lt;/p&gt;</content:encoded></item>
            <item><title>No text</title><link>https://gull.example/none</link></item>
            <item><title>Teaser</title><link>https://gull.example/teaser</link><description>Who shut it?</description></item>
            </channel></rss>
            """
        for name in ["feed.xml", "feed.rss"] {
            let items = try read(name, feed)
            let origins = items.map { item in
                switch item {
                case .success(let item): item.facts.headline ?? ""
                case .failure(let problem): problem.reason
                }
            }
            #expect(origins.count == 2 && origins.first == "Quay shut")
            #expect(origins.last?.hasPrefix("the feed names 3 articles and does not hold the text of 2;") == true)
            let item = try #require(try items.first?.get())
            #expect(item.facts.url == "https://gull.example/quay" && item.facts.outlet == "The Gull")
            #expect(item.facts.headline == "Quay shut" && item.facts.published == "2026-03-01T08:00:00Z")
            #expect(item.content == .bytes(Array("<p>The quay is shut, the port said.</p>".utf8), .html))
            let document = try ReadingEngine.capturing().document(item)
            #expect(document.publishedBasis == .given && document.headline == "Quay shut")
        }
    }

    /// Without an address there is nothing else to read.
    @Test func theSummaryOfWhatHasNoAddressIsItsText() throws {
        let items = try read(
            "a.rss",
            "<rss version='2.0'><channel><title>G</title><item><title>Notice</title><description>The ferry is late."
                + "</description></item></channel></rss>")
        #expect(items.compactMap { try? $0.get().facts.headline } == ["Notice"])
    }

    @Test func aJSONFeedIsAFeed() throws {
        let feed = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "The Gull", "items": [
              {"id": "1", "url": "https://gull.example/1", "content_text": "The quay is shut, the port said."}]}
            """
        let item = try #require(try read("feed.json", feed).first?.get())
        #expect(item.facts.url == "https://gull.example/1")
        #expect(item.content == .bytes(Array("The quay is shut, the port said.".utf8), .text))
    }

    @Test(arguments: [
        (
            "<rss version='2.0'><channel><title>x</title><item><title>t</title><link>https://g.example/1</link></item></channel></rss>",
            "holds the text of none"
        ),
        ("<opml version='2.0'><body><outline type='rss' xmlUrl='https://g.example/f'/></body></opml>", "hearsay watch"),
        ("<rss><channel><!DOCTYPE", ""),
        (
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://g.example/1</loc></url></urlset>",
            "holds the text of none"
        ),
    ])
    func whatHoldsNoArticleSaysWhy(_ feed: String, _ words: String) throws {
        let items = try read("a.rss", feed)
        #expect(!items.isEmpty && items.allSatisfy { (try? $0.get()) == nil })
        #expect("\(items)".contains(words))
    }

    @Test func listsOfFeedsNameThem() throws {
        let folder = try Scratch()
        let opml = try folder.write(
            "a.opml", "<opml version='2.0'><body><outline text='G' xmlUrl='https://g.example/f'/></body></opml>")
        let list = try folder.write(
            "a.txt", "\u{FEFF}https://h.example/f  The Harbour\r\n\r\n# mine\r\n g.example/f\r\nhttps://g.example/f")
        var problems: [String] = []
        let feeds = try FeedList.feeds([opml, list, "https://h.example/f"]) { problems.append($0.reason) }
        #expect(problems == ["line 4: \"g.example/f\" is no http or https address"])
        #expect(feeds.map(\.url) == ["https://g.example/f", "https://h.example/f"])
        #expect(feeds.map(\.title) == ["G", "The Harbour"])
        #expect(throws: InputProblem.self) { try FeedList.feeds([try folder.write("b.txt", "nothing")]) { _ in } }
        #expect(throws: InputProblem.self) { try FeedList.feeds([folder.path + "/none.opml"]) { _ in } }
    }

    @Test func whatIsWrongWithAListOfFeedsIsTold() throws {
        let folder = try Scratch()
        let opml = try folder.write(
            "a.opml",
            "<opml version='2.0'><body><outline xmlUrl='f'/><outline xmlUrl='https://g.example/f'/></body></opml>")
        var problems: [String] = []
        #expect(try FeedList.feeds([opml]) { problems.append($0.description) }.map(\.url) == ["https://g.example/f"])
        #expect(problems == ["\(opml): outline 1: \"f\" is no address"])
        let lines = try folder.write("a.txt", "https://g.example/1\rftp://g.example/2\rhttps://g.example/3")
        #expect(try FeedList.feeds([lines]) { problems.append($0.reason) }.count == 2)
        #expect(problems.last == "line 2: \"ftp://g.example/2\" is no http or https address")
    }
}
