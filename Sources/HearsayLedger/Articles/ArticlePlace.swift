/// Where an article stands in the list of articles, so that the next page goes on from there: also when the article was
/// erased meanwhile, or has moved.
public struct ArticlePlace: Hashable, Sendable {
    /// By what the list is ordered: when it was published, else seen.
    let ordering: String
    let article: Int

    init(ordering: String, article: Int) { (self.ordering, self.article) = (ordering, article) }

    /// The place as opaque text: digits, small letters and a hyphen.
    public var text: String { "\(Digest.hex(Array(ordering.utf8)))-\(article)" }

    /// The place that a text holds; nil when it holds none.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let ordering = Digest.bytes(hex: String(parts[0])), let article = Int(parts[1]) else {
            return nil
        }
        self.init(ordering: String(decoding: ordering, as: UTF8.self).column, article: article)
    }
}
