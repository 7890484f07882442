import HearsayCore
import HearsayLedger
import Synchronization
import Testing

@testable import Hearsay

/// The watch over a made-up web, hour by hour.
@Suite struct WatcherTests {
    /// A web that a test changes, and a clock that it moves.
    private final class World: Sendable {
        private struct State {
            var pages: [String: Result<String, WatchFailure>] = [:]
            var feeds: [String: Result<[String], WatchFailure>] = [:]
            var asked: [String] = []
            var time = UTCTime(seconds: 1_900_000_000)
            /// Seconds that a request waits for its host before it is sent.
            var patience = 0
        }
        private let state = Mutex(State())

        var time: UTCTime { state.withLock { $0.time } }
        var asked: [String] {
            state.withLock { state in
                defer { state.asked = [] }
                return state.asked
            }
        }
        func letWait(seconds: Int) { state.withLock { $0.patience = seconds } }
        private func asking() -> String { state.withLock { $0.time.adding($0.patience).description } }
        func wait(seconds: Int) { state.withLock { $0.time = $0.time.adding(seconds) } }
        func wait(hours: Int) { state.withLock { $0.time = $0.time.adding(hours * 3600) } }
        func put(_ url: String, _ text: String) { state.withLock { $0.pages[url] = .success(text) } }
        func fail(_ url: String, _ failure: WatchFailure) { state.withLock { $0.pages[url] = .failure(failure) } }
        func feed(_ url: String, _ entries: [String]) { state.withLock { $0.feeds[url] = .success(entries) } }
        func failFeed(_ url: String, _ failure: WatchFailure) { state.withLock { $0.feeds[url] = .failure(failure) } }

        var source: WatchSource {
            WatchSource(
                page: { [self] url, validators in
                    let text = try ask(url) { $0.pages }.get()
                    if let etag = validators?.etag, etag == "\(text.count)" { return .unchanged(at: nil) }
                    var retrieval = Retrieval(requestedURL: url, url: url, status: 200, headers: [])
                    retrieval.requested = asking()
                    let item = InputItem(
                        origin: url, content: .text(text), facts: ArticleFacts(url: url, outlet: "The Gull"),
                        retrieval: retrieval)
                    return .page(item, Validators(etag: "\(text.count)", url: url))
                },
                feed: { [self] url, _ in
                    let entries = try ask(url) { $0.feeds }.get().map { FeedPoll.Entry(url: $0) }
                    return .feed(ReadFeed(title: "Gull feed", entries: entries))
                })
        }

        private func ask<Answer>(_ url: String, _ choose: (State) -> [String: Result<Answer, WatchFailure>]) -> Result<
            Answer, WatchFailure
        > {
            state.withLock { state in
                state.asked.append(url)
                return choose(state)[url] ?? .failure(WatchFailure(isGone: true, status: 404, reason: "not found"))
            }
        }
    }

    private let folder: Scratch
    private let world = World()
    private let desk: LedgerDesk
    private static let quay = "https://gull.example/quay"
    private static let fish = "https://gull.example/fish"
    private static let feed = "https://gull.example/feed"

    init() throws {
        folder = try Scratch()
        desk = try LedgerDesk(
            path: folder.path + "/news.db", mode: .create, keys: KeyFolder(path: folder.path + "/keys"),
            clock: LedgerDesk.Clock(now: { [world] in world.time.description }, today: { nil }),
            fetcher: WebInput(version: "test")
        ) { ToyReader.engine }
    }

    private func round(everything: Bool = false, by watcher: Watcher? = nil) throws -> [String] {
        let watcher = watcher ?? Watcher(desk: desk, source: world.source, schedule: WatchSchedule(), threads: 2)
        var events: [WatchEvent] = []
        try watcher.round(everything: everything) { events.append($0) }
        return events.compactMap(WatchText.line)
    }

    private func start() throws {
        world.put(Self.quay, "Quay\n\nInes Okoro: the quay will close\n")
        world.put(Self.fish, "Fish\n\nInes Okoro: the fish are back\n")
        world.feed(Self.feed, [Self.quay, Self.fish])
        try desk.follow(Self.feed)
        #expect(
            try round() == ["feed: Gull feed: 2 new", "added 1: The Gull: Quay", "added 2: The Gull: Fish"])
    }

    @Test func aFeedIsPolledAndItsArticlesAreTakenOnce() throws {
        try start()
        _ = world.asked
        #expect(try round().isEmpty && world.asked.isEmpty)
        world.wait(hours: 2)
        #expect(try round().isEmpty)
        #expect(Set(world.asked) == [Self.feed, Self.quay, Self.fish])
        #expect(try desk.feeds().map(\.taken) == [2])
        #expect(try Watcher(desk: desk, source: world.source, schedule: WatchSchedule(), threads: 1).nextDue() != nil)
    }

    @Test func changedGoneAndFailedAreToldApart() throws {
        try start()
        world.put(Self.quay, "Quay\n\nInes Okoro: the quay may close one day\n")
        world.fail(Self.fish, WatchFailure(status: 503, reason: "the server answered 503"))
        world.wait(hours: 1)
        #expect(
            try round() == [
                "changed 1 (revision 2): Quay", "look failed 2: Fish: the server answered 503",
            ])
        world.fail(Self.quay, WatchFailure(isGone: true, status: 410, reason: "the server answered 410"))
        world.put(Self.fish, "Fish\n\nInes Okoro: the fish are back\n")
        world.wait(hours: 1)
        #expect(try round() == ["gone 1 (410): Quay"])
        // What failed is not called back: it never was gone.
        world.put(Self.quay, "Quay\n\nInes Okoro: the quay may close one day\n")
        world.wait(hours: 1)
        #expect(try round() == ["back 1: Quay"])
        let looks = try desk.ledger.looks(at: 1)
        #expect(looks.map(\.outcome) == [.unchanged, .gone, .changed])
        #expect(looks.map(\.status) == [200, 410, 200] && looks.first?.time == world.time.description)
        #expect(try desk.ledger.looks(at: 2).map(\.outcome) == [.unchanged, .unchanged, .failed])
        #expect(try desk.ledger.verify().findings.isEmpty)
    }

    @Test func otherBytesWithTheSameWordsAreNoChange() throws {
        try start()
        world.put(Self.quay, "Quay\n\nInes Okoro: the quay will close\n\n")
        world.wait(hours: 1)
        let lines = try round()
        // The text of a plain page is its bytes, so this one is a change; a page's markup would not be.
        #expect(lines == ["changed 1 (revision 2): Quay"])
        world.put(Self.quay, "Quay\n\nInes Okoro: the quay will close\n")
        world.wait(hours: 1)
        #expect(try round() == ["changed 1: Quay"])
        #expect(try desk.ledger.looks(at: 1).first?.reason == "it is as it was in revision 1")
        // That is told once: from then on it is as it was at the look before.
        // The server gives nothing for asking again.
        let plain = WatchSource(page: { [world] url, _ in try world.source.page(url, nil) }, feed: world.source.feed)
        let watcher = Watcher(desk: desk, source: plain, schedule: WatchSchedule(), threads: 2)
        for _ in 0..<3 {
            world.wait(hours: 24)
            #expect(try round(everything: true, by: watcher).isEmpty)
        }
        world.put(Self.quay, "Quay\n\nInes Okoro: the quay will close\n\n")
        world.wait(hours: 1)
        #expect(try round(everything: true, by: watcher) == ["changed 1 (revision 2): Quay"])
        let outcomes = try desk.ledger.looks(at: 1).map(\.outcome)
        #expect(outcomes == [.changed, .unchanged, .unchanged, .unchanged, .changed, .changed])
    }

    @Test func aHostThatRestsIsNotLookedAt() throws {
        try start()
        let watcher = Watcher(desk: desk, source: world.source, schedule: WatchSchedule(), threads: 2)
        var resting = WatchFailure(reason: "the site asked to be left alone for another 90 seconds")
        (resting.isPostponed, resting.retryAfter) = (true, 90)
        let new = "https://gull.example/new"
        world.feed(Self.feed, [Self.quay, Self.fish, new])
        for url in [Self.quay, new] { world.fail(url, resting) }
        world.wait(hours: 1)
        #expect(
            try round(by: watcher) == [
                "feed: Gull feed: 1 new",
                "postponed: https://gull.example/new: the site asked to be left alone for another 90 seconds",
                "postponed: https://gull.example/quay: the site asked to be left alone for another 90 seconds",
            ])
        #expect(try desk.ledger.looks(at: 1).isEmpty && desk.ledger.pages().allSatisfy { $0.failures == 0 })
        #expect(try desk.ledger.openSightings(failedLessThan: 1).map(\.url) == [new])
        // It is put off as long as the host said.
        _ = world.asked
        #expect(try watcher.nextDue() == world.time.adding(90))
        world.wait(seconds: 89)
        #expect(try round(by: watcher).isEmpty && world.asked.isEmpty)
        world.put(Self.quay, "Quay\n\nInes Okoro: the quay will close\n")
        world.put(new, "New\n\nInes Okoro: this is new\n")
        world.wait(seconds: 1)
        #expect(try round(by: watcher) == ["added 3: The Gull: New"])
        #expect(try desk.ledger.looks(at: 1).map(\.outcome) == [.unchanged])
    }

    @Test func aSiteThatNeverAnswersIsAskedEverMoreSeldom() throws {
        try desk.follow(Self.feed)
        let watcher = Watcher(desk: desk, source: world.source, schedule: WatchSchedule(), threads: 1)
        var unread = WatchFailure(reason: "robots.txt cannot be read")
        (unread.isPostponed, unread.retryAfter) = (true, 600)
        world.failFeed(Self.feed, unread)
        var waits: [Int] = []
        for _ in 0..<4 {
            _ = try round(by: watcher)
            let wait = try #require(try watcher.nextDue()).seconds - world.time.seconds
            waits.append(wait)
            world.wait(seconds: wait)
        }
        #expect(waits == [600, 3600, 7200, 14_400])
        #expect(try desk.feeds().first?.outcome == nil)
    }

    @Test func theTimeOfALookIsThatOfTheRequest() throws {
        try start()
        world.letWait(seconds: 40)
        var failure = WatchFailure(status: 500, reason: "the server answered 500")
        world.wait(hours: 1)
        failure.time = world.time.adding(30).description
        world.fail(Self.fish, failure)
        world.put(Self.quay, "Quay\n\nInes Okoro: the quay may close\n")
        _ = try round()
        let requested = world.time.adding(40).description
        #expect(try desk.ledger.looks(at: 1).first?.time == requested)
        #expect(try desk.ledger.looks(at: 2).first?.time == failure.time)
        // So is that of the capture; the log has its own.
        let capture = try #require(try desk.ledger.capture(RevisionKey(article: 1, number: 2)))
        #expect(capture.captured == requested && capture.exchange?.requested == requested)
        #expect(try desk.ledger.latestEntries(limit: 1).first?.time == world.time.description)
    }

    @Test func aTeaserInAFileIsNotThePage() throws {
        // A file that says to come from there, such as a feed's entry.
        _ = try desk.add(ToyReader.item("Quay\n\nThe quay will close.\n", url: Self.quay, outlet: "The Gull"))
        world.put(Self.quay, "Quay\n\nInes Okoro: the quay will close\n")
        world.feed(Self.feed, [Self.quay])
        try desk.follow(Self.feed)
        #expect(try round() == ["feed: Gull feed: 1 new", "revised 1 (revision 2): The Gull: Quay"])
        #expect(try desk.ledger.pages().map(\.url) == [Self.quay])
    }

    @Test func aPageThatLeadsElsewhereIsNotTheArticle() throws {
        let url = "https://gull.example/story"
        try desk.follow(Self.feed)
        world.feed(Self.feed, [url])
        world.put(url, "Story\n\nInes Okoro: it is so\n")
        _ = try round()
        let elsewhere = WatchSource(
            page: { _, _ in
                .page(
                    InputItem(
                        origin: url, content: .text("Front page\n\nNews\n"),
                        facts: ArticleFacts(url: "https://gull.example/"),
                        retrieval: Retrieval(
                            requestedURL: url, url: "https://gull.example/", status: 200, headers: [])),
                    Validators())
            }, feed: { _, _ in .unchanged(at: nil) })
        world.wait(hours: 1)
        var events: [WatchEvent] = []
        try Watcher(desk: desk, source: elsewhere, schedule: WatchSchedule(), threads: 1).round { events.append($0) }
        #expect(
            events.compactMap(WatchText.line) == [
                "look failed 1: Story: another page stands there now: gull.example: Front page"
            ])
        #expect(try desk.articles(limit: 9, after: nil).count == 1)
    }

    @Test func whatCannotBeTakenIsTriedAgainAndGivenUp() throws {
        world.feed(Self.feed, [Self.quay])
        world.fail(Self.quay, WatchFailure(status: 500, reason: "the server answered 500"))
        try desk.follow(Self.feed)
        #expect(
            try round() == [
                "feed: Gull feed: 1 new", "not taken: https://gull.example/quay: the server answered 500",
            ])
        #expect(try round().isEmpty)
        var tries = 1
        for _ in 0..<200 {
            world.wait(hours: 1)
            tries += try round().count
        }
        #expect(tries == WatchSchedule().tries)
    }

    @Test func aFeedThatIsGoneIsPolledOnceADay() throws {
        try desk.follow(Self.feed)
        world.failFeed(Self.feed, WatchFailure(reason: "nobody answers there"))
        #expect(try round() == ["feed failed: https://gull.example/feed: nobody answers there"])
        world.failFeed(Self.feed, WatchFailure(isGone: true, status: 410, reason: "the server answered 410"))
        world.wait(hours: 1)
        #expect(try round() == ["feed gone: https://gull.example/feed: the server answered 410"])
        let watcher = Watcher(desk: desk, source: world.source, schedule: WatchSchedule(), threads: 1)
        #expect(try watcher.nextDue() == world.time.adding(86_400))
        _ = world.asked
        world.wait(hours: 23)
        #expect(try round().isEmpty && world.asked.isEmpty)
        // It was a fault of the server's.
        world.feed(Self.feed, [])
        world.wait(hours: 1)
        #expect(try round() == [] && world.asked == [Self.feed])
        #expect(try desk.feeds().first?.outcome == "read")
    }

    @Test func aFeedThatIsGoneIsPolledWhenItIsNamedAgain() throws {
        try desk.follow(Self.feed)
        #expect(try round() == ["feed gone: https://gull.example/feed: not found"])
        world.feed(Self.feed, [])
        #expect(try round(everything: true) == [] && world.asked == [Self.feed, Self.feed])
        world.failFeed(Self.feed, WatchFailure(isGone: true, status: 404, reason: "not found"))
        world.wait(hours: 1)
        #expect(try round() == ["feed gone: https://gull.example/feed: not found"])
        try desk.follow(Self.feed)
        world.wait(hours: 1)
        #expect(try round() == ["feed gone: https://gull.example/feed: not found"])
    }

    @Test func everyEventIsALineOfJSON() throws {
        let events: [WatchEvent] = [
            .polled(feed: "f", new: 1), .feedFailed(feed: "f", isGone: true, reason: "r"),
            .taken(AddedArticle(change: .added, article: 1, revision: 1, statements: 2), label: "l"),
            .notTaken(url: "u", reason: "r", isLast: false), .looked(article: 1, title: "t", .gone(status: 404)),
            .looked(article: 1, title: "t", .changed(revision: 2)),
            .looked(article: 1, title: "t", .failed(reason: "r")), .postponed(url: "u", reason: "r"),
        ]
        let names = try events.map { event in
            let value = try JSONReader.value(of: WatchText.json(event, at: "2031-03-22T09:00:00Z"))
            guard case .object(let fields) = value, case .string(let name)? = fields["event"] else { return "" }
            return name
        }
        #expect(names == ["polled", "feed-gone", "taken", "not-taken", "gone", "changed", "look-failed", "postponed"])
    }
}
