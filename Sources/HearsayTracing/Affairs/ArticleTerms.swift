public import HearsayCore

/// The words by which articles of one affair know each other, with how often an article has each: no function words, no
/// days and months, nobody in general ("official", "people").
public struct ArticleTerms: Sendable {
    /// A word's stem as a number, and how often it occurs. The lowest bit is set for names: words in capitals.
    typealias Term = (number: UInt32, times: Int)

    /// In the order of their numbers.
    let terms: [Term]

    /// The numbers of the terms, ascending.
    public var numbers: [UInt32] { terms.map(\.number) }

    /// The terms of a document's paragraphs and notes. Cost is linear in its words.
    public init(_ document: Document) {
        var counts: [UInt32: Int] = [:]
        for block in document.blocks where [.paragraph, .note].contains(block.kind) {
            for word in WordScanner.words(in: document.text, span: block.span) where word.kind != .punctuation {
                if Terms.idle.contains(word.lower) || Terms.calendar.contains(word.lower)
                    || Terms.someone.contains(word.lower)
                {
                    continue
                }
                counts[Self.number(word), default: 0] += 1
            }
        }
        terms = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    static func isName(_ number: UInt32) -> Bool { number & 1 == 1 }

    /// FNV-1a over the stem, folded to 31 bits, and one for names. Two words of one number only look a little less rare.
    private static func number(_ word: Word) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in Terms.stem(word.lower).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let folded = UInt32(truncatingIfNeeded: hash ^ hash >> 32) & ~1
        return word.kind == .word && word.isCapitalised ? folded | 1 : folded
    }
}

/// In how many articles each term occurs, by which rare ones are told from common ones.
public struct TermCounts: Sendable {
    /// So many other articles are thought to be there too, so that a set about a single affair stays one.
    private static let otherArticles = 100

    /// How many articles were counted.
    public private(set) var articles: Int
    /// How many of them have each term; a term that is not there counts once.
    public private(set) var holders: [UInt32: Int]

    /// Counts; none to begin with.
    public init(articles: Int = 0, holders: [UInt32: Int] = [:]) {
        (self.articles, self.holders) = (articles, holders)
    }

    /// Counts one more article.
    public mutating func count(_ terms: ArticleTerms) {
        articles += 1
        for term in terms.terms { holders[term.number, default: 0] += 1 }
    }

    /// How rare a term is: the logarithm of the share of articles without it.
    func rarity(_ term: UInt32) -> Float {
        naturalLogarithm(Float(articles + Self.otherArticles) / Float(max(1, holders[term] ?? 1)))
    }

    /// Whether so many articles have a term that it tells no affair from another. It bounds, too, what it costs to look for an
    /// article's neighbours.
    func isCommon(_ term: UInt32) -> Bool { (holders[term] ?? 1) > max(200, articles / 256) }
}
