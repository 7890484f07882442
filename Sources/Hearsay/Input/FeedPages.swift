internal import HearsayCapture

/// The articles that a fetched feed or sitemap names, each fetched when its turn comes.
struct FeedPages: InputSource {
    private let input: WebInput
    private let facts: ArticleFacts
    private var waiting: ArraySlice<Result<FeedEntry, InputProblem>>

    /// The articles of a feed.
    /// - Throws: an ``InputProblem`` when it cannot be read or names none.
    init(_ page: FetchedPage, input: WebInput, facts: ArticleFacts) throws {
        (self.input, self.facts) = (input, facts)
        if SubscriptionList.isOPML(page.bytes) {
            throw InputProblem(
                origin: page.requestedURL, reason: "a list of feeds holds no article; `hearsay watch` polls them")
        }
        let feed: Feed
        do { feed = try FeedReader.feed(from: page.bytes, charset: page.charset, url: page.url) } catch {
            throw InputProblem(origin: page.requestedURL, reason: error.description)
        }
        let problems = feed.problems.map { InputProblem(origin: page.requestedURL, reason: $0) }
        if feed.entries.isEmpty { throw InputProblem(origin: page.requestedURL, reason: "the feed names no article") }
        waiting = (problems.map { .failure($0) } + feed.entries.map { .success($0) })[...]
    }

    mutating func next() -> Result<InputItem, InputProblem>? {
        guard let next = waiting.popFirst() else { return nil }
        return Result { () throws(InputProblem) in
            let entry = try next.get()
            guard let url = entry.url else {
                throw InputProblem(origin: entry.title ?? "an entry", reason: "the feed gives no address for it")
            }
            // The feed is a witness of the day, where nothing better is said.
            return WebInput.item(of: try input.page(FetchRequest(url: url), .crawl), facts)
        }
    }
}
