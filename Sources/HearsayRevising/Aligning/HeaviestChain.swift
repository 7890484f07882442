/// Picks from pairs of places those that keep their order on both sides, with the greatest sum of weights.
enum HeaviestChain {
    struct Link: Hashable {
        var old: Int
        var new: Int
        var weight: Double
    }

    /// The chain; `links` must be sorted by `old` and name each place of either side at most once. Time n log n.
    static func of(_ links: [Link]) -> [Link] {
        guard links.count > 1 else { return links }
        let places = links.map(\.new).sorted()
        let ranks = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0 + 1) })
        // A Fenwick tree over ranks holds the link that ends the heaviest chain so far.
        var tree = [Int](repeating: -1, count: links.count + 1)
        var sums = [Double](repeating: 0, count: links.count)
        var before = [Int](repeating: -1, count: links.count)
        for (number, link) in links.enumerated() {
            let rank = ranks[link.new] ?? 1
            var (best, i) = (-1, rank - 1)
            while i > 0 {
                if tree[i] >= 0, best < 0 || sums[tree[i]] > sums[best] { best = tree[i] }
                i -= i & -i
            }
            before[number] = best
            sums[number] = link.weight + (best >= 0 ? sums[best] : 0)
            i = rank
            while i < tree.count {
                if tree[i] < 0 || sums[number] > sums[tree[i]] { tree[i] = number }
                i += i & -i
            }
        }
        var (chain, last) = ([Link](), sums.indices.max { sums[$0] < sums[$1] } ?? -1)
        while last >= 0 {
            chain.append(links[last])
            last = before[last]
        }
        return chain.reversed()
    }
}
