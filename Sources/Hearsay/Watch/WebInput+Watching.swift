internal import HearsayCapture
internal import HearsayLedger

extension WebInput {
    /// Pages and feeds from the web, for the watch. A person named the feeds; where they lead, robots.txt is obeyed.
    var watchSource: WatchSource {
        WatchSource(
            page: { url, validators in
                switch try answer(url, validators, accepts: .articles, .crawl) {
                case .notModified(_, let time): return .unchanged(at: time)
                case .page(let page):
                    if FeedReader.isFeed(page.bytes) {
                        var failure = WatchFailure(status: page.status, reason: "it is a feed, and no article")
                        failure.time = page.requested
                        throw failure
                    }
                    return .page(Self.item(of: page), Validators(page))
                }
            },
            feed: { url, validators in
                switch try answer(url, validators, accepts: .anything, .named) {
                case .notModified(_, let time): return .unchanged(at: time)
                case .page(let page): return .feed(try feed(in: page))
                }
            })
    }

    private func feed(in page: FetchedPage) throws(WatchFailure) -> ReadFeed {
        let feed = try Self.read(page)
        if feed.kind == .sitemapIndex { return try sitemaps(of: feed, page) }
        return ReadFeed(
            title: feed.title, entries: feed.entries.compactMap(FeedPoll.Entry.init), validators: Validators(page),
            time: page.requested)
    }

    /// Sitemaps of an index that are read at one poll, and pages that are taken from them.
    private static let most = (sitemaps: 20, pages: 50_000)

    /// The pages of the sitemaps that an index names, of those that changed last. The index is read each time: often it
    /// stays as it is when they change.
    private func sitemaps(of index: Feed, _ page: FetchedPage) throws(WatchFailure) -> ReadFeed {
        let dated = index.entries.filter { $0.modified != nil }.sorted { ($0.modified ?? "") > ($1.modified ?? "") }
        let chosen = (dated + index.entries.filter { $0.modified == nil }).compactMap(\.url).prefix(Self.most.sitemaps)
        var read = ReadFeed(title: index.title, entries: [], time: page.requested)
        var (count, failures) = (0, [WatchFailure]())
        for url in chosen where read.entries.count < Self.most.pages {
            do throws(WatchFailure) {
                guard case .page(let page) = try answer(url, nil, accepts: .anything, .crawl) else { continue }
                let sitemap = try Self.read(page)
                if sitemap.kind == .sitemapIndex {
                    throw WatchFailure(reason: "a list of sitemaps within a list of sitemaps is not read")
                }
                read.entries += sitemap.entries.compactMap(FeedPoll.Entry.init)
                count += 1
            } catch {
                failures.append(error)
                read.problem = "\(url): \(error.reason)"
            }
        }
        read.entries = Array(read.entries.prefix(Self.most.pages))
        if count == 0 {
            var failure = failures.first ?? WatchFailure(status: page.status, reason: "it names no sitemap")
            // The list itself is there.
            failure.isGone = false
            throw failure
        }
        return read
    }

    private static func read(_ page: FetchedPage) throws(WatchFailure) -> Feed {
        do { return try FeedReader.feed(from: page.bytes, charset: page.charset, url: page.url) } catch {
            var failure = WatchFailure(status: page.status, reason: error.description)
            failure.time = page.requested
            throw failure
        }
    }

    private func answer(
        _ url: String, _ validators: Validators?, accepts: FetchRequest.Accepts, _ purpose: FetchPurpose
    ) throws(WatchFailure) -> FetchAnswer {
        // Without the address that gave them, validators might be asked about another.
        let known = validators.flatMap { known in
            known.url.map { FetchValidators(etag: known.etag, lastModified: known.lastModified, url: $0) }
        }
        do {
            return try fetcher.fetch(FetchRequest(url: url, validators: known, accepts: accepts), purpose: purpose)
        } catch {
            throw WatchFailure(error)
        }
    }
}

extension WatchFailure {
    /// The failure of a fetch.
    fileprivate init(_ error: FetchError) {
        self.init(isGone: error.kind == .gone, status: error.status, reason: error.reason)
        (isPostponed, time, retryAfter) = (error.isPostponement, error.requested, error.retryAfter)
    }
}

extension FeedPoll.Entry {
    /// What a feed says of an article; nil where it gives no address.
    fileprivate init?(_ entry: FeedEntry) {
        guard let url = entry.url else { return nil }
        self.init(url: url, title: entry.title, published: entry.published)
    }
}

extension Validators {
    /// What an answer gives for asking again.
    fileprivate init(_ page: FetchedPage) {
        func value(_ name: String) -> String? { page.headers.last { $0.name.lowercased() == name }?.value }
        self.init(etag: value("etag"), lastModified: value("last-modified"), url: page.url)
    }
}
