internal import HearsayCapture
internal import HearsayLedger

extension WebInput {
    /// Pages and feeds from the web, for the watch. A person named the feeds; where they lead, robots.txt is obeyed.
    var watchSource: WatchSource {
        WatchSource(
            page: { url, validators in
                guard let page = try answer(url, validators, accepts: .articles, .crawl) else { return .unchanged }
                return .page(Self.item(of: page), Validators(page.headers))
            },
            feed: { url, validators in
                guard let page = try answer(url, validators, accepts: .anything, .named) else { return .unchanged }
                return try Self.feed(in: page)
            })
    }

    private static func feed(in page: FetchedPage) throws(WatchFailure) -> FeedAnswer {
        let feed: Feed
        do { feed = try FeedReader.feed(from: page.bytes, charset: page.charset, url: page.url) } catch {
            throw WatchFailure(status: page.status, reason: error.description)
        }
        let entries = feed.entries.compactMap { entry in
            entry.url.map { FeedPoll.Entry(url: $0, title: entry.title, published: entry.published) }
        }
        return .feed(title: feed.title, entries: entries, Validators(page.headers))
    }

    /// The page; nil when the server says that it has not changed.
    private func answer(
        _ url: String, _ validators: Validators?, accepts: FetchRequest.Accepts, _ purpose: FetchPurpose
    ) throws -> FetchedPage? {
        let known = validators.map { FetchValidators(etag: $0.etag, lastModified: $0.lastModified) }
        do {
            switch try fetcher.fetch(FetchRequest(url: url, validators: known, accepts: accepts), purpose: purpose) {
            case .page(let page): return page
            case .notModified: return nil
            }
        } catch {
            throw WatchFailure(isGone: error.kind == .gone, status: error.status, reason: error.reason)
        }
    }
}

extension Validators {
    /// What an answer gives for asking again.
    init(_ headers: [HTTPHeader]) {
        func value(_ name: String) -> String? { headers.last { $0.name.lowercased() == name }?.value }
        self.init(etag: value("etag"), lastModified: value("last-modified"))
    }
}
