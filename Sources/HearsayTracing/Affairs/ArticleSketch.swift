public import HearsayCore

extension ArticleSketch {
    /// How many terms are kept.
    private static var kept: Int { 128 }
    /// A name tells more than a common word.
    private static var nameWeight: Float { 1.7 }

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
        self.init(entries: best.map { Entry(term: $0.term, weight: max(1, Int($0.weight / length * Float(Self.one)))) })
    }
}

extension Neighbour {
    /// The neighbours of every article: those that are at least as near as the loosest affair asks. Cost is the sum of the
    /// squares of how many articles share each term, which rare terms keep small.
    public static func all(among sketches: [ArticleSketch]) -> [[Neighbour]] {
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
