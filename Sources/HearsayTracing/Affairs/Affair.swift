public import HearsayCore

/// Articles about the same affair, which are traced together and without the rest.
///
/// Sentences of two affairs can be much alike ("the official asked not to be named"), so only those of related articles
/// may be one claim, and only related articles take from each other. Articles near to each other, or both near to a third,
/// are of one affair. In a large set everything is connected somehow; an affair that would have too many articles is one
/// only among those that are nearer. So what an article's affair is depends on its neighbourhood, not on the whole set.
public struct Affair: Hashable, Sendable {
    /// How near articles must be, in ten thousandths, from loose to tight; the first at which an affair is small enough is
    /// taken, or else the last.
    public static let levels = [900, 1200, 1600, 2200, 3000]
    /// The most articles of an affair, but at the last level.
    private static let most = 250

    /// The articles, ascending.
    public var articles: [Int]
    /// How near neighbours must be to count in it.
    public var level: Int

    /// The affair of an article. Cost is that of its neighbourhood.
    /// - Parameter neighbours: gives the neighbours of an article, and is asked again at each level.
    public init(of article: Int, neighbours: (Int) throws -> [Neighbour]) rethrows {
        for level in Self.levels.dropLast() {
            if let articles = try Self.reach(article, level, most: Self.most, neighbours) {
                (self.articles, self.level) = (articles, level)
                return
            }
        }
        level = Self.levels[Self.levels.count - 1]
        articles = try Self.reach(article, level, most: .max, neighbours) ?? []
    }

    /// All that is connected with an article; nil when that is more than `most`.
    private static func reach(
        _ article: Int, _ level: Int, most: Int, _ neighbours: (Int) throws -> [Neighbour]
    ) rethrows -> [Int]? {
        var (seen, open) = (Set([article]), [article])
        while let next = open.popLast() {
            for neighbour in try neighbours(next)
            where neighbour.nearness >= level && seen.insert(neighbour.article).inserted {
                if seen.count > most { return nil }
                open.append(neighbour.article)
            }
        }
        return seen.sorted()
    }

    /// For each article of the affair those that are near to it, by their places in it.
    public func near(_ neighbours: (Int) throws -> [Neighbour]) rethrows -> [[Int]] {
        let places = Dictionary(uniqueKeysWithValues: articles.enumerated().map { ($1, $0) })
        return try articles.map { article in
            try neighbours(article).filter { $0.nearness >= level }.compactMap { places[$0.article] }
        }
    }

    /// The affairs of a whole set, by their first articles; every article is in exactly one.
    static func all(_ neighbours: [[Neighbour]]) -> [Affair] {
        var (affairs, isPlaced) = ([Affair](), [Bool](repeating: false, count: neighbours.count))
        for article in neighbours.indices where !isPlaced[article] {
            let affair = Affair(of: article) { neighbours[$0] }
            for member in affair.articles { isPlaced[member] = true }
            affairs.append(affair)
        }
        return affairs
    }
}
