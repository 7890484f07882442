import HearsayCore

@testable import HearsayLedger

extension LedgerModel {
    /// The page of an article that was fetched.
    struct Page {
        var url: String
        var changed: String
        var looked: String
        var isGone = false
        var failures = 0
        var seen: String?
        var shown: Int?
    }

    struct LookRow {
        var id: Int
        var article: Int
        var look: Look
        var entry: Int?
    }

    struct Feed {
        var id: Int
        var url: String
        var title: String?
        var polled: String?
        var outcome: StoredFeed.Outcome?
        var reason: String?
        var failures = 0
    }

    struct Sighting {
        var id: Int
        var feed: Int
        var url: String
        var title: String?
        var article: Int?
        var tried: String?
        var failures = 0
    }

    // MARK: Pages

    mutating func watch(_ key: RevisionKey, _ capture: CaptureRecord) {
        guard capture.exchange != nil, capture.archive == nil, let url = capture.url else { return }
        articles[key.article - 1].page = Page(
            url: url, changed: capture.captured, looked: capture.captured, seen: Digest.name(of: capture.bytes),
            shown: key.number)
    }

    mutating func noteFetched(_ capture: CaptureRecord, _ key: RevisionKey) {
        if revision(key) != nil, articles[key.article - 1].page == nil { watch(key, capture) }
    }

    mutating func note(_ look: Look) {
        guard articles.indices.contains(look.article - 1), var page = articles[look.article - 1].page else { return }
        let isGone = look.outcome == .failed ? page.isGone : look.outcome == .gone
        let entry = isGone == page.isGone ? nil : append(.look)
        looks.append(
            LookRow(id: (looks.map(\.id).max() ?? 0) + 1, article: look.article, look: look, entry: entry))
        if look.outcome == .changed || isGone != page.isGone { page.changed = look.time }
        (page.looked, page.isGone) = (look.time, isGone)
        page.failures = look.outcome == .failed ? page.failures + 1 : 0
        articles[look.article - 1].page = page
    }

    func looks(at article: Int) -> [Look] {
        looks.filter { $0.article == article }.reversed().map { row in
            var look = row.look
            look.entry = row.entry
            return look
        }
    }

    /// What is known of the watched pages, but for validators and keys.
    var pages: [WatchedPage] {
        articles.indices.compactMap { place -> WatchedPage? in
            guard let page = articles[place].page, let latest = latest(of: articles[place]),
                let capture = latest.capture
            else { return nil }
            return WatchedPage(
                article: place + 1, url: page.url, validators: Validators(url: page.url), changed: page.changed,
                looked: page.looked, isGone: page.isGone, failures: page.failures, title: stored(latest)?.title ?? "",
                seen: page.seen ?? Digest.name(of: capture.bytes), shown: page.shown ?? latest.key.number,
                key: articles[place].key ?? "")
        }.sorted { ($0.looked, $0.article) < ($1.looked, $1.article) }
    }

    // MARK: Feeds

    mutating func follow(_ url: String) -> Bool {
        if let place = feeds.firstIndex(where: { $0.url == url }) {
            if [.failed, .gone].contains(feeds[place].outcome) {
                (feeds[place].outcome, feeds[place].reason, feeds[place].failures) = (nil, nil, 0)
            }
            return false
        }
        feeds.append(Feed(id: (feeds.map(\.id).max() ?? 0) + 1, url: url))
        return true
    }

    mutating func unfollow(_ url: String) -> Bool {
        guard let place = feeds.firstIndex(where: { $0.url == url }) else { return false }
        sightings.removeAll { $0.feed == feeds[place].id }
        feeds.remove(at: place)
        return true
    }

    mutating func note(_ poll: FeedPoll, ofFeed id: Int) -> Int {
        guard let place = feeds.firstIndex(where: { $0.id == id }) else { return 0 }
        (feeds[place].polled, feeds[place].outcome, feeds[place].reason) = (poll.time, poll.outcome, poll.reason)
        feeds[place].title = poll.title ?? feeds[place].title
        feeds[place].failures = [.failed, .gone].contains(poll.outcome) ? feeds[place].failures + 1 : 0
        var new = 0
        for entry in poll.entries where !sightings.contains(where: { $0.feed == id && $0.url == entry.url }) {
            sightings.append(
                Sighting(id: (sightings.map(\.id).max() ?? 0) + 1, feed: id, url: entry.url, title: entry.title))
            new += 1
        }
        return new
    }

    mutating func noteTaken(_ url: String, as article: Int, time: String) {
        for place in sightings.indices where sightings[place].url == url && sightings[place].article == nil {
            (sightings[place].article, sightings[place].tried) = (article, time)
        }
    }

    mutating func noteFailed(_ url: String, time: String) {
        for place in sightings.indices where sightings[place].url == url && sightings[place].article == nil {
            sightings[place].failures += 1
            sightings[place].tried = time
        }
    }

    var storedFeeds: [StoredFeed] {
        feeds.map { feed in
            let own = sightings.filter { $0.feed == feed.id }
            return StoredFeed(
                id: feed.id, url: feed.url, title: feed.title, validators: Validators(), polled: feed.polled,
                outcome: feed.outcome, reason: feed.reason, failures: feed.failures,
                taken: own.count { $0.article != nil }, open: own.count { $0.article == nil })
        }
    }

    var openSightings: [HearsayLedger.Sighting] {
        sightings.filter { $0.article == nil && $0.failures < 2 }.map {
            HearsayLedger.Sighting(
                id: $0.id, feed: $0.feed, url: $0.url, title: $0.title, published: nil, tried: $0.tried,
                failures: $0.failures)
        }
    }
}
