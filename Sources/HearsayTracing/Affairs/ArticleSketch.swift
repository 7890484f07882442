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
    /// How many terms are kept.
    private static let kept = 128
    /// A name tells more than a common word.
    private static let nameWeight: Float = 1.7

    /// The entries, by their terms.
    public let entries: [Entry]

    /// The sketch with these entries.
    public init(entries: [Entry]) { self.entries = entries.sorted { $0.term < $1.term } }

    /// The heaviest terms of an article, weighed by their number and by their rarity among the counted articles.
    public init(_ terms: ArticleTerms, counts: TermCounts) {
        var weighed: [(term: UInt32, weight: Float)] = []
        for (number, times) in terms.terms where !counts.isCommon(number) {
            let weight = (1 + naturalLogarithm(Float(times))) * counts.rarity(number)
            weighed.append((number, ArticleTerms.isName(number) ? weight * Self.nameWeight : weight))
        }
        weighed.sort { ($1.weight, $0.term) < ($0.weight, $1.term) }
        let best = weighed.prefix(Self.kept)
        let length = best.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
        entries = best.sorted { $0.term < $1.term }
            .map { Entry(term: $0.term, weight: Int($0.weight / length * Float(Self.one))) }
    }

    /// The cosine of two sums of products of weights, in ten thousandths.
    public static func nearness(products: Int) -> Int { products / (one * one / 10_000) }
}

/// An article that is near to another, and how near, in ten thousandths.
public struct Neighbour: Hashable, Sendable {
    /// The article.
    public var article: Int
    /// The cosine of the two sketches times 10,000.
    public var nearness: Int

    /// How near versions of one article are.
    public static let same = 10_000

    /// A neighbour.
    public init(article: Int, nearness: Int) { (self.article, self.nearness) = (article, nearness) }
}

extension Neighbour {
    /// The neighbours of every article: those that are at least as near as the loosest affair asks. Cost is the sum of the
    /// squares of how many articles share each term, which rare terms keep small.
    static func all(among sketches: [ArticleSketch]) -> [[Neighbour]] {
        var neighbours = [[Neighbour]](repeating: [], count: sketches.count)
        var holders: [UInt32: [(article: Int, weight: Int)]] = [:]
        var products = [Int](repeating: 0, count: sketches.count)
        for (article, sketch) in sketches.enumerated() {
            var met: [Int] = []
            for entry in sketch.entries {
                for other in holders[entry.term] ?? [] {
                    if products[other.article] == 0 { met.append(other.article) }
                    products[other.article] += other.weight * entry.weight
                }
                holders[entry.term, default: []].append((article, entry.weight))
            }
            for other in met {
                let nearness = ArticleSketch.nearness(products: products[other])
                products[other] = 0
                guard nearness >= Affair.levels[0] else { continue }
                neighbours[article].append(Neighbour(article: other, nearness: nearness))
                neighbours[other].append(Neighbour(article: article, nearness: nearness))
            }
        }
        return neighbours
    }
}
