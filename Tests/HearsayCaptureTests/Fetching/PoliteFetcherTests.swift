import Synchronization
import Testing

@testable import HearsayCapture

@Suite struct PoliteFetcherTests {
    /// A time that passes only while it is waited for.
    private final class Clock: Sendable {
        private let time = Mutex(0.0)
        var now: Double { time.withLock { $0 } }
        var pace: Pace { Pace(now: { self.now }, wait: { seconds in self.time.withLock { $0 += seconds } }) }
    }

    private let clock = Clock()

    private func polite() -> PoliteFetcher {
        PoliteFetcher(WebFetcher(version: "1", allowPrivate: true), pace: clock.pace)
    }

    private func fetch(_ fetcher: PoliteFetcher, _ url: String, _ purpose: FetchPurpose) -> FetchError? {
        do throws(FetchError) {
            _ = try fetcher.fetch(FetchRequest(url: url), purpose: purpose)
            return nil
        } catch {
            return error
        }
    }

    @Test func aHostIsLeftAloneForASecond() throws {
        let server = try TestServer { _ in TestServer.page("<p>x") }
        let fetcher = polite()
        for count in 0..<3 {
            #expect(fetch(fetcher, server.url("/\(count)"), .named) == nil)
            #expect(clock.now >= Double(count) && clock.now < Double(count) + 0.5)
        }
    }

    @Test func robotsIsAskedOnceAndObeyedByCrawlsAlone() throws {
        let server = try TestServer { path in
            path == "/robots.txt"
                ? TestServer.page("User-agent: *\nDisallow: /private\nCrawl-delay: 10\n", type: "text/plain")
                : TestServer.page("<p>x")
        }
        let fetcher = polite()
        #expect(fetch(fetcher, server.url("/a"), .crawl) == nil)
        #expect(fetch(fetcher, server.url("/private/a"), .crawl)?.kind == .robots)
        #expect(clock.now >= 1)
        #expect(fetch(fetcher, server.url("/b"), .crawl) == nil)
        #expect(clock.now >= 11)
        #expect(fetch(fetcher, server.url("/private/a"), .named) == nil)
        let paths = server.requests.map { $0.split(separator: " ")[1] }
        #expect(paths == ["/robots.txt", "/a", "/b", "/private/a"])
    }

    @Test func aRedirectIntoAForbiddenPlaceIsNotFollowed() throws {
        let server = try TestServer { path in
            switch path {
            case "/robots.txt": TestServer.page("User-agent: hearsay\nDisallow: /b\n", type: "text/plain")
            case "/a": TestServer.redirect("/b")
            default: TestServer.page("<p>x")
            }
        }
        #expect(fetch(polite(), server.url("/a"), .crawl)?.kind == .robots)
        #expect(!server.requests.contains { $0.hasPrefix("GET /b") })
    }

    @Test(arguments: [("404 Not Found", true), ("403 Forbidden", true), ("204 No Content", true), ("500 Oops", false)])
    func withoutRobotsAllIsAllowedAndOfASiteInTroubleNothing(_ status: String, _ isOpen: Bool) throws {
        let server = try TestServer { path in
            path == "/robots.txt" ? TestServer.page("x", status: status) : TestServer.page("<p>x")
        }
        let fetcher = polite()
        let error = fetch(fetcher, server.url("/a"), .crawl)
        #expect(isOpen ? error == nil : error?.kind == .robots && error?.reason.contains("500") == true)
        #expect(isOpen || error?.code == .robotsUnread && error?.isPostponement == true && error?.retryAfter == 600)
        // A site in trouble is asked again after a while.
        clock.pace.wait(700)
        _ = fetch(fetcher, server.url("/a"), .crawl)
        #expect(server.requests.count { $0.hasPrefix("GET /robots.txt") } == (isOpen ? 1 : 2))
    }

    @Test func aHostThatWantsToRestIsLeftAlone() throws {
        let server = try TestServer { path in
            path == "/busy"
                ? TestServer.page("x", status: "429 Slow down", headers: ["Retry-After: 90"]) : TestServer.page("<p>x")
        }
        let fetcher = polite()
        #expect(fetch(fetcher, server.url("/busy"), .named)?.retryAfter == 90)
        let resting = fetch(fetcher, server.url("/a"), .named)
        #expect(resting?.code == .resting && resting?.kind == .rateLimited && server.requests.count == 1)
        clock.pace.wait(89)
        #expect(fetch(fetcher, server.url("/a"), .named) == nil && server.requests.count == 2)
    }

    /// One host with two origins, of which each wants what the other has.
    @Test func aRedirectToWhereAnotherWaitsEnds() async throws {
        let second = try TestServer { _ in TestServer.page("<p>x") }
        let address = second.url("/x")
        let first = try TestServer { path in
            path == "/x" ? [.pause(milliseconds: 100)] + TestServer.redirect(address) : TestServer.page("<p>x")
        }
        // Far longer than it takes on a busy machine; without it the test would never end where both wait.
        let began = Pace.system.now()
        let isLate = { @Sendable in Pace.system.now() - began > 120 }
        let guest = PoliteFetcher(
            WebFetcher(version: "1", allowPrivate: true, isCancelled: isLate),
            pace: Pace(now: { Pace.system.now() * 100 }, wait: { _ in Pace.system.wait(0.002) }))
        let errors = await together(
            { fetch(guest, first.url("/x"), .crawl) },
            {
                Pace.system.wait(0.05)
                return fetch(guest, second.url("/y"), .crawl)
            })
        #expect(errors == [nil, nil])
    }

    @Test func waitingCanBeInterrupted() throws {
        let server = try TestServer { _ in TestServer.page("<p>x") }
        let isCancelled = Mutex(false)
        let guest = PoliteFetcher(
            WebFetcher(version: "1", allowPrivate: true, isCancelled: { isCancelled.withLock { $0 } }), pace: clock.pace
        )
        #expect(fetch(guest, server.url("/a"), .named) == nil)
        isCancelled.withLock { $0 = true }
        #expect(fetch(guest, server.url("/b"), .named)?.code == .interrupted)
    }

    @Test func oneHostIsAskedByOneThreadAtATime() async throws {
        let server = try TestServer { _ in [.pause(milliseconds: 5)] + TestServer.page("<p>x") }
        let guest = PoliteFetcher(
            WebFetcher(version: "1", allowPrivate: true),
            pace: Pace(now: Pace.system.now, wait: { _ in Pace.system.wait(0.001) }))
        let errors = await together(
            { fetch(guest, server.url("/0"), .crawl) }, { fetch(guest, server.url("/1"), .crawl) })
        #expect(errors == [nil, nil])
        #expect(server.requests.count == 3)
    }
}
