import GRDB
import HearsayCore
import Testing

@testable import HearsayLedger

@Suite struct WatchingTests {
    private static let fetched = CaptureRecord.Exchange(
        requested: "2031-03-22T08:59:58Z", status: 200, address: "192.0.2.7",
        request: [.init(name: "Accept", value: "text/html")],
        redirects: [.init(status: 301, url: "http://gull.example/quay")])

    @Test func whatPassedOverTheNetworkComesBack() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        var article = SampleArticle(exchange: Self.fetched)
        #expect(try ledger.capture(ledger.add(article).revision)?.exchange == Self.fetched)
        article.url = "https://gull.example/old"
        article.archive = .init(file: "a.warc.gz", offset: 812, record: "urn:uuid:1", date: "2029-01-01T00:00:00Z")
        let added = try ledger.add(article)
        let capture = try #require(try ledger.capture(added.revision))
        #expect(capture.archive == article.archive && capture.seen == "2029-01-01T00:00:00Z")
        #expect(try ledger.verify().findings.isEmpty)
        // Only what this machine fetched is looked at again.
        #expect(try ledger.pages().map(\.article) == [1])
    }

    @Test func aFeedNamesAnArticleOnce() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        #expect(try ledger.follow("https://gull.example/feed", title: "The Gull", at: "2031-03-22T08:00:00Z"))
        #expect(try !ledger.follow("https://gull.example/feed", at: "2031-03-22T08:00:01Z"))
        let entries = [FeedPoll.Entry(url: "https://gull.example/quay", title: "Quay", published: "2031-03-22")]
        var poll = FeedPoll(
            time: "2031-03-22T09:00:00Z", outcome: .read, validators: .init(etag: "\"1\"", lastModified: nil),
            entries: entries)
        #expect(try ledger.note(poll, ofFeed: 1) == 1)
        poll.entries.append(.init(url: "https://gull.example/fish"))
        poll.validators = nil
        #expect(try ledger.note(poll, ofFeed: 1) == 1)
        let feed = try #require(try ledger.feeds().first)
        #expect(feed.title == "The Gull" && feed.validators.etag == "\"1\"" && feed.open == 2 && feed.taken == 0)
        #expect(
            try ledger.openSightings(failedLessThan: 3).map(\.url) == entries.map(\.url) + ["https://gull.example/fish"]
        )
        try ledger.add(SampleArticle())
        try ledger.noteTaken("https://gull.example/quay", as: 1, at: "2031-03-22T09:01:00Z")
        for _ in 0..<3 { try ledger.noteFailed("https://gull.example/fish", reason: "no", at: "2031-03-22T09:02:00Z") }
        #expect(try ledger.openSightings(failedLessThan: 3).isEmpty)
        #expect(try ledger.openSightings(failedLessThan: 4).first?.failures == 3)
        #expect(try ledger.feeds().first?.taken == 1)
        #expect(try ledger.unfollow("https://gull.example/feed") && ledger.feeds().isEmpty)
        #expect(try !ledger.unfollow("https://gull.example/feed") && ledger.counts().articles == 1)
    }

    @Test func aFeedThatIsNamedAgainIsAskedAsIfNothingHadBeen() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.follow("https://gull.example/feed", at: "2031-03-22T08:00:00Z")
        try ledger.note(FeedPoll(time: "2031-03-22T09:00:00Z", outcome: .gone, reason: "no such page"), ofFeed: 1)
        let gone = try #require(try ledger.feeds().first)
        #expect(gone.outcome == .gone && gone.failures == 1)
        #expect(try !ledger.follow("https://gull.example/feed", at: "2031-03-22T10:00:00Z"))
        let feed = try #require(try ledger.feeds().first)
        #expect(feed.outcome == nil && feed.failures == 0 && feed.reason == nil)
        #expect(feed.polled == "2031-03-22T09:00:00Z")
    }

    @Test func onlyWhatWasFetchedIsTakenForFetched() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        var article = SampleArticle()
        let added = try ledger.add(article)
        #expect(try ledger.article(fetchedFrom: "https://gull.example/quay") == nil)
        // The same bytes from the web: no revision, but a page to look at.
        article.exchange = Self.fetched
        try ledger.noteFetched(article.capture, as: added.revision)
        #expect(try ledger.article(fetchedFrom: "https://gull.example/quay") == 1)
        #expect(try ledger.pages().map(\.url) == ["https://gull.example/quay"])
        article.url = "https://gull.example/old"
        try ledger.noteFetched(article.capture, as: added.revision)
        #expect(try ledger.pages().map(\.url) == ["https://gull.example/quay"])
    }

    @Test func whatAPageShowedIsKept() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(SampleArticle(exchange: Self.fetched))
        let page = try #require(try ledger.pages().first)
        let digest = try ledger.revisions(of: 1).first?.digest
        #expect(page.shown == 1 && page.seen == digest)
        #expect(page.validators.url == "https://gull.example/quay")
        let sight = Sight(
            validators: .init(etag: "\"2\"", url: "https://gull.example/new"), digest: "sha256:07", revision: 3)
        try ledger.note(Look(article: 1, time: "2031-03-23T00:00:00Z", outcome: .changed), sight: sight)
        try ledger.note(Look(article: 1, time: "2031-03-23T01:00:00Z", outcome: .failed))
        let later = try #require(try ledger.pages().first)
        #expect(later.seen == "sha256:07" && later.shown == 3 && later.validators == sight.validators)
    }

    @Test func aPageIsNotExchangedForOneOnAnotherHost() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        var article = SampleArticle(exchange: Self.fetched)
        try ledger.add(article)
        article.said[0].content = "the quay may close"
        var capture = article.capture
        capture.url = "https://mobile.gull.example/quay"
        let added = try ledger.add(capture, reading: article.reading, at: "2031-03-23T10:00:00Z")
        #expect(added.revision == RevisionKey(article: 1, number: 2))
        let page = try #require(try ledger.pages().first)
        #expect(page.url == "https://gull.example/quay" && page.shown == 1)
    }

    @Test func aFailedPollKeepsWhatIsKnown() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.follow("https://gull.example/feed", at: "2031-03-22T08:00:00Z")
        for failures in 1...2 {
            try ledger.note(
                FeedPoll(time: "2031-03-22T09:00:00Z", outcome: .failed, reason: "nobody answers"), ofFeed: 1)
            let feed = try #require(try ledger.feeds().first)
            #expect(feed.failures == failures && feed.reason == "nobody answers" && feed.outcome == .failed)
        }
        try ledger.note(FeedPoll(time: "2031-03-22T10:00:00Z", outcome: .unchanged), ofFeed: 1)
        #expect(try ledger.feeds().first?.failures == 0)
    }

    @Test func onlyGoingAndComingBackIsLogged() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(SampleArticle(exchange: Self.fetched))
        let outcomes: [Look.Outcome] = [.unchanged, .failed, .gone, .failed, .gone, .unchanged, .unchanged]
        for (hour, outcome) in outcomes.enumerated() {
            try ledger.note(Look(article: 1, time: "2031-03-23T0\(hour):00:00Z", outcome: outcome))
            let page = try #require(try ledger.pages().first)
            #expect(page.isGone == (2...4).contains(hour) && page.failures == (outcome == .failed ? 1 : 0))
        }
        let looks = try ledger.looks(at: 1)
        #expect(looks.map(\.outcome) == outcomes.reversed())
        #expect(looks.filter { $0.entry != nil }.map(\.time) == ["2031-03-23T05:00:00Z", "2031-03-23T02:00:00Z"])
        #expect(try ledger.logSize() == 4 && ledger.latestEntries(limit: 1).first?.revision?.article == 1)
        #expect(try ledger.pages().first?.changed == "2031-03-23T05:00:00Z")
        #expect(try ledger.verify().findings.isEmpty)
    }

    @Test func anAlteredLookIsFound() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(SampleArticle(exchange: Self.fetched))
        try ledger.note(Look(article: 1, time: "2031-03-23T00:00:00Z", outcome: .gone, status: 410))
        try ledger.write { db in
            try db.execute(sql: "UPDATE look SET record = CAST(replace(CAST(record AS TEXT), '410', '404') AS BLOB)")
        }
        #expect(try ledger.verify().findings.map(\.code) == [.contentAltered])
    }

    @Test func aPageThatIsFetchedAgainIsBack() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        var article = SampleArticle(exchange: Self.fetched)
        try ledger.add(article)
        try ledger.note(Look(article: 1, time: "2031-03-23T00:00:00Z", outcome: .gone))
        article.said[0].content = "the quay may close"
        try ledger.add(article)
        #expect(try ledger.pages().first?.isGone == false)
    }
}
