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
            guard !items.isEmpty else {
                let reason =
                    feed.entries.isEmpty
                    ? "the feed names no article"
                    : "the feed names \(feed.entries.count) articles and holds the text of none; "
                        + "`hearsay add` takes them from its address"
                return ReadyInput(problems + [.failure(InputProblem(origin: name, reason: reason))])
            }
            return ReadyInput(problems + items)
        } catch {
            return ReadyInput([.failure(InputProblem(origin: name, reason: error.description))])
        }
    }

    /// An entry with its text; nil where the feed holds none. What the caller states outranks what the feed says.
    private static func item(
        of entry: FeedEntry, in feed: Feed, origin: String, _ facts: ArticleFacts
    ) -> Result<InputItem, InputProblem>? {
        guard let content = entry.content ?? entry.summary, !content.value.isEmpty else { return nil }
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
