import HearsayCapture
import HearsayLedger
import Synchronization
import Testing

@testable import Hearsay

/// Feeds and sitemaps by their address, as `hearsay add` and `hearsay watch` take them.
@Suite struct FeedPagesTests {
    private let server: PageServer
    private let web: WebInput

    init() throws {
        server = try PageServer()
        let time = Mutex(0.0)
        // The pause between two requests passes at once.
        let pace = Pace(now: { time.withLock { $0 } }, wait: { seconds in time.withLock { $0 += seconds } })
        let fetcher = WebFetcher(version: "1", allowPrivate: true, clock: { "2031-03-22T09:00:00Z" })
        web = WebInput(fetcher: PoliteFetcher(fetcher, pace: pace))
        for name in ["quay", "fish", "gate"] { server.put("/\(name)", "<h1>\(name)</h1><p>The \(name) is shut.</p>") }
    }

    private static func sitemap(_ paths: String...) -> String {
        let pages = paths.map { "<url><loc>URL\($0)</loc></url>" }.joined()
        return "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\(pages)</urlset>"
    }

    private static func index(_ paths: String...) -> String {
        let maps = paths.map { path in
            let parts = path.split(separator: " ")
            let date = parts.count > 1 ? "<lastmod>\(parts[1])</lastmod>" : ""
            return "<sitemap><loc>URL\(parts[0])</loc>\(date)</sitemap>"
        }
        return "<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
            + maps.joined() + "</sitemapindex>"
    }

    private func added(_ path: String) -> [String] {
        web.articles(at: server.url(path)).map { result in
            switch result {
            case .success(let item): item.origin.replacing(server.url(""), with: "")
            case .failure(let problem): "! " + problem.description.replacing(server.url(""), with: "")
            }
        }
    }

    private func watched(_ path: String) throws -> [String] {
        guard case .feed(let read) = try web.watchSource.feed(server.url(path), nil) else { return ["unchanged"] }
        #expect(read.time == "2031-03-22T09:00:00Z")
        return read.entries.map { $0.url.replacing(server.url(""), with: "") }
            + [read.problem].compactMap { $0.map { "! " + $0.replacing(server.url(""), with: "") } }
    }

    @Test func aListOfSitemapsGivesThePagesOfAll() throws {
        server.put("/index", Self.index("/a 2031-01-01", "/b 2031-03-01", "/none"))
        server.put("/a", Self.sitemap("/quay", "/fish"))
        server.put("/b", Self.sitemap("/gate"))
        #expect(added("/index") == ["/quay", "/fish", "/gate", "! /none: the server answered 404"])
        // For the watch what changed last comes first.
        #expect(try watched("/index") == ["/gate", "/quay", "/fish", "! /none: the server answered 404"])
    }

    @Test func listsThatLeadToEachOtherEnd() throws {
        server.put("/index", Self.index("/other", "/a"))
        server.put("/other", Self.index("/index", "/deep1"))
        server.put("/deep1", Self.index("/deep2"))
        server.put("/deep2", Self.index("/deep3"))
        server.put("/deep3", Self.sitemap("/gate"))
        server.put("/a", Self.sitemap("/quay"))
        let found = added("/index")
        #expect(found.contains("! /index: the sitemap is named twice") && found.last == "/quay")
        #expect(found.contains { $0.hasPrefix("! /deep3: not read; at most") })
        #expect(found.count == 3 && !server.asked.contains("/deep3"))
        #expect(
            try watched("/index") == ["/quay", "! /other: a list of sitemaps within a list of sitemaps is not read"])
    }

    @Test func aFeedIsNoArticleOfAnother() throws {
        server.put(
            "/feed",
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>G</title>"
                + "<item><title>m</title><link>URL/map</link></item></channel></rss>")
        server.put("/map", Self.sitemap("/quay"))
        let found = added("/feed")
        #expect(found.count == 1 && found[0].hasPrefix("! /map: it is a feed of articles"))
        #expect(throws: WatchFailure.self) { try web.watchSource.page(server.url("/map"), nil) }
    }

    @Test func aListWhoseSitemapsAllFailIsAFailure() throws {
        server.put("/index", Self.index("/none", "/neither"))
        do {
            _ = try watched("/index")
            Issue.record("it was read")
        } catch let failure as WatchFailure {
            #expect(failure.status == 404 && !failure.isGone && failure.time != nil)
        }
    }

    /// The front page to which a removed article leads has not changed since it gave the same date.
    @Test func anArticleThatLeadsToTheFrontPageIsNotUnchanged() throws {
        let head = "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        server.put("/old", head)
        server.put("/", "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")
        let known = Validators(etag: "\"1\"", url: server.url("/old"))
        #expect(throws: WatchFailure.self) { try web.watchSource.page(server.url("/old"), known) }
        // What is not known to come from there is not asked by.
        server.put("/old", "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")
        #expect(throws: WatchFailure.self) { try web.watchSource.page(server.url("/old"), Validators(etag: "\"1\"")) }
        guard case .unchanged(let time) = try web.watchSource.page(server.url("/old"), known) else {
            Issue.record("it was not asked whether it changed")
            return
        }
        #expect(time == "2031-03-22T09:00:00Z")
    }
}
