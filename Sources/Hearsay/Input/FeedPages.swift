internal import HearsayCapture

/// The articles that a fetched feed or sitemap names, each fetched when its turn comes; of a list of sitemaps, those of all.
struct FeedPages: InputSource {
    /// What is to be done next.
    private enum Step {
        case tell(InputProblem)
        case fetch(FeedEntry)
        case open(String, depth: Int)
    }

    /// Lists within lists, and feeds that one address may lead to in all.
    private static let most = (depth: 3, feeds: 1000)

    private let input: WebInput
    private let facts: ArticleFacts
    private var steps: ArraySlice<Step> = []
    private var opened: Set<String> = []

    /// The articles of a feed.
    /// - Throws: an ``InputProblem`` when it cannot be read or names none.
    init(_ page: FetchedPage, input: WebInput, facts: ArticleFacts) throws {
        (self.input, self.facts) = (input, facts)
        opened = [page.requestedURL, page.url]
        steps = try Self.steps(page, depth: 0)[...]
    }

    private static func steps(_ page: FetchedPage, depth: Int) throws(InputProblem) -> [Step] {
        if SubscriptionList.isOPML(page.bytes) {
            throw InputProblem(
                origin: page.requestedURL, reason: "a list of feeds holds no article; `hearsay watch` polls them")
        }
        let feed: Feed
        do { feed = try FeedReader.feed(from: page.bytes, charset: page.charset, url: page.url) } catch {
            throw InputProblem(origin: page.requestedURL, reason: error.description)
        }
        if feed.entries.isEmpty { throw InputProblem(origin: page.requestedURL, reason: "the feed names no article") }
        let problems = feed.problems.map { Step.tell(InputProblem(origin: page.requestedURL, reason: $0)) }
        guard feed.kind == .sitemapIndex else { return problems + feed.entries.map { .fetch($0) } }
        return problems + feed.entries.compactMap(\.url).map { .open($0, depth: depth + 1) }
    }

    mutating func next() -> Result<InputItem, InputProblem>? {
        while let step = steps.popFirst() {
            do throws(InputProblem) {
                switch step {
                case .tell(let problem): throw problem
                case .fetch(let entry): return .success(try article(entry))
                case .open(let url, let depth): steps = try (open(url, depth) + steps)[...]
                }
            } catch {
                return .failure(error)
            }
        }
        return nil
    }

    private func article(_ entry: FeedEntry) throws(InputProblem) -> InputItem {
        guard let url = entry.url else {
            throw InputProblem(origin: entry.title ?? "an entry", reason: "the feed gives no address for it")
        }
        return WebInput.item(of: try input.article(url, .crawl), facts)
    }

    private mutating func open(_ url: String, _ depth: Int) throws(InputProblem) -> [Step] {
        guard opened.insert(url).inserted else { throw InputProblem(origin: url, reason: "the sitemap is named twice") }
        guard depth <= Self.most.depth, opened.count <= Self.most.feeds else {
            throw InputProblem(
                origin: url,
                reason: "not read; at most \(Self.most.feeds) sitemaps are, in \(Self.most.depth) lists at most"
                    + " that stand in each other")
        }
        return try Self.steps(try input.page(FetchRequest(url: url, accepts: .anything), .crawl), depth: depth)
    }
}
