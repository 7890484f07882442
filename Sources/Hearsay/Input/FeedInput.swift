internal import HearsayCapture

/// The articles of a feed that comes as a file: what the feed itself holds of them. Nothing is fetched.
enum FeedInput {
    static func source(_ bytes: [UInt8], name: String, facts: ArticleFacts) -> any InputSource {
        do throws(CaptureError) {
            if SubscriptionList.isOPML(bytes) {
                throw CaptureError(.noText, "a list of feeds holds no article; `hearsay watch` polls them")
            }
            let feed = try FeedReader.feed(from: bytes, charset: facts.charset, url: facts.url)
            let items = feed.entries.enumerated().compactMap { index, entry in
                item(of: entry, in: feed, origin: "\(name), entry \(index + 1)", facts)
            }
            let problems = feed.problems.map {
                Result<InputItem, InputProblem>.failure(.init(origin: name, reason: $0))
            }
            guard let reason = missing(feed, items.count) else { return ReadyInput(problems + items) }
            return ReadyInput(problems + items + [.failure(InputProblem(origin: name, reason: reason))])
        } catch {
            return ReadyInput([.failure(InputProblem(origin: name, reason: error.description))])
        }
    }

    /// What the feed does not hold; nil where every entry has its text.
    private static func missing(_ feed: Feed, _ items: Int) -> String? {
        if feed.entries.isEmpty { return "the feed names no article" }
        let missing = feed.entries.count - items
        if missing == 0 { return nil }
        let held = items == 0 ? "holds the text of none" : "does not hold the text of \(missing)"
        return "the feed names \(feed.entries.count) articles and \(held); `hearsay add` takes them from its address"
    }

    /// An entry with its text; nil where the feed holds none: what it says of an article that stands elsewhere is a teaser,
    /// and no article. What the caller states outranks what the feed says.
    private static func item(
        of entry: FeedEntry, in feed: Feed, origin: String, _ facts: ArticleFacts
    ) -> Result<InputItem, InputProblem>? {
        guard let content = entry.content ?? (entry.url == nil ? entry.summary : nil), !content.value.isEmpty else {
            return nil
        }
        var facts = facts
        facts.url = entry.url ?? facts.url
        facts.outlet = facts.outlet ?? entry.source?.name ?? feed.title
        facts.published = facts.published ?? entry.published
        facts.headline = facts.headline ?? entry.title
        if !entry.authors.isEmpty { facts.byline = facts.byline ?? entry.authors.joined(separator: ", ") }
        facts.charset = "utf-8"
        let format: InputItem.Format = content.isHTML ? .html : .text
        return .success(InputItem(origin: origin, content: .bytes(Array(content.value.utf8), format), facts: facts))
    }
}
