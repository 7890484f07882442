internal import HearsayCore

/// Which articles are about the same affair.
///
/// Sentences of two affairs can be much alike ("the official asked not to be named"), so only those of related articles
/// may be one claim. Two articles are related when their rare words agree, or when both agree with a third: outlets re-tell
/// an affair in words of their own, but some report of it is near to each. Words are weighed by their rarity in the set,
/// as if a hundred other articles were in it too, so that a set about a single affair stays one.
struct Relatedness: Sendable {
    /// How near articles must be, directly or through a third.
    private static let threshold: Float = 0.09
    private static let otherArticles: Float = 100
    /// A name tells more than a common word.
    private static let nameWeight: Float = 1.7

    private let count: Int
    private var isRelated: [Bool]

    init(_ articles: [SetArticle]) {
        count = articles.count
        isRelated = [Bool](repeating: false, count: count * count)
        let nearness = Self.nearness(of: articles.map { Self.terms(of: $0) })
        // Neighbours at the threshold or above; two articles with a common one are related through it.
        let near = (0..<count).map { i in
            (0..<count).filter { $0 == i || nearness[i * count + $0] >= Self.threshold }
        }
        for neighbours in near {
            for a in neighbours { for b in neighbours { isRelated[a * count + b] = true } }
        }
    }

    /// Whether two articles, by their places in the set, are about the same affair.
    func callAsFunction(_ a: Int, _ b: Int) -> Bool { isRelated[a * count + b] }

    /// The articles that are about the same affair as one, itself among them.
    func articles(relatedTo a: Int) -> [Int] { (0..<count).filter { isRelated[a * count + $0] } }

    // MARK: Words

    private struct Term: Hashable {
        let stem: String
        let isName: Bool
    }

    private static func terms(of article: SetArticle) -> [Term: Int] {
        var counts: [Term: Int] = [:]
        let common = Terms.idle.union(Terms.calendar).union(Terms.someone)
        for word in article.words where word.kind != .punctuation && !common.contains(word.lower) {
            let isName = word.kind == .word && word.isCapitalised
            counts[Term(stem: Terms.stem(word.lower), isName: isName), default: 0] += 1
        }
        return counts
    }

    /// The cosine of each two articles' weighed terms.
    private static func nearness(of articles: [[Term: Int]]) -> [Float] {
        var holders: [Term: [(article: Int, times: Int)]] = [:]
        for (number, terms) in articles.enumerated() {
            for (term, times) in terms { holders[term, default: []].append((number, times)) }
        }
        let count = articles.count
        var products = [Float](repeating: 0, count: count * count)
        // In the order of the terms, since sums of floats depend on theirs.
        for (term, holding) in holders.sorted(by: {
            ($0.key.stem, $0.key.isName ? 1 : 0) < ($1.key.stem, $1.key.isName ? 1 : 0)
        }) {
            let rarity = naturalLogarithm((Float(count) + otherArticles) / Float(holding.count))
            let weights = holding.map {
                (1 + naturalLogarithm(Float($0.times))) * rarity * (term.isName ? nameWeight : 1)
            }
            for (a, x) in zip(holding, weights) {
                for (b, y) in zip(holding, weights) { products[a.article * count + b.article] += x * y }
            }
        }
        let lengths = (0..<count).map { products[$0 * count + $0].squareRoot() }
        for a in 0..<count {
            for b in 0..<count {
                let length = lengths[a] * lengths[b]
                products[a * count + b] = length > 0 ? products[a * count + b] / length : 0
            }
        }
        return products
    }
}
