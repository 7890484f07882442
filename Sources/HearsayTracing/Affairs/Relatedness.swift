/// Which articles of an affair may take from each other and tell the same: those that are near, or both near to a third.
/// Outlets re-tell an affair in words of their own, but some report of it is near to each.
struct Relatedness: Sendable {
    private let count: Int
    private var rows: [UInt64]
    private let related: [[Int]]

    /// - Parameter neighbours: for each article those that are near, by their places.
    init(_ neighbours: [[Int]]) {
        count = neighbours.count
        let words = (count + 63) / 64
        rows = [UInt64](repeating: 0, count: count * words)
        var near = neighbours
        for article in near.indices { near[article].append(article) }
        for common in near {
            for a in common { for b in common { rows[a * words + b / 64] |= 1 << UInt64(b % 64) } }
        }
        let rows = rows
        let count = count
        related = (0..<count).map { a in
            (0..<count).filter { rows[a * words + $0 / 64] >> UInt64($0 % 64) & 1 == 1 }
        }
    }

    /// Whether two articles, by their places in the affair, are related.
    func callAsFunction(_ a: Int, _ b: Int) -> Bool {
        rows[a * ((count + 63) / 64) + b / 64] >> UInt64(b % 64) & 1 == 1
    }

    /// The articles related to one, itself among them.
    func articles(relatedTo a: Int) -> [Int] { related[a] }
}
