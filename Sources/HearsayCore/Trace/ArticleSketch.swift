/// An article's most telling terms, weighed: what is compared to find articles of the same affair.
public struct ArticleSketch: Hashable, Sendable {
    /// A term and its share.
    public struct Entry: Hashable, Sendable {
        /// The term's number.
        public var term: UInt32
        /// Its weight; the squares of all weights sum to about ``ArticleSketch/one`` squared.
        public var weight: Int

        /// An entry.
        public init(term: UInt32, weight: Int) { (self.term, self.weight) = (term, weight) }
    }

    /// The weight of a term that stands alone. Weights are whole, so that sums do not depend on their order.
    public static let one = 65_535

    /// The entries, by their terms.
    public let entries: [Entry]

    /// The sketch with these entries.
    public init(entries: [Entry]) { self.entries = entries.sorted { $0.term < $1.term } }

    /// The cosine of two sketches in ten thousandths, of the sum of the products of their weights.
    public static func nearness(products: Int) -> Int { products / (one * one / Neighbour.same) }
}

/// An article that is near to another, and how near.
public struct Neighbour: Hashable, Sendable {
    /// How near versions of one article are, and articles of the same terms.
    public static let same = 10_000

    /// The article.
    public var article: Int
    /// The cosine of the two sketches in ten thousandths.
    public var nearness: Int

    /// A neighbour.
    public init(article: Int, nearness: Int) { (self.article, self.nearness) = (article, nearness) }
}
