/// Finds which words of two lines are not the same.
enum WordDiff {
    /// A stretch that differs; one of its ranges may be empty.
    struct Hunk: Hashable {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// The most cells that are compared as a whole.
    private static let largest = 1 << 16
    private static let deepest = 8

    /// The stretches that differ, in order. `weights` tell how much each word of the old line says, so that words that say
    /// much are held together.
    static func hunks(_ old: [Int], _ new: [Int], weights: [Double]) -> [Hunk] {
        var matches: [(Int, Int)] = []
        match(old, new, weights, old.indices, new.indices, &matches)
        matches.sort { $0 < $1 }
        var (hunks, i, j) = ([Hunk](), 0, 0)
        for (a, b) in matches + [(old.count, new.count)] {
            if a > i || b > j { hunks.append(Hunk(old: i..<a, new: j..<b)) }
            (i, j) = (a + 1, b + 1)
        }
        return hunks
    }

    private static func match(
        _ old: [Int], _ new: [Int], _ weights: [Double], _ a: Range<Int>, _ b: Range<Int>, depth: Int = 0,
        _ found: inout [(Int, Int)]
    ) {
        var (a, b) = (a, b)
        while let i = a.first, let j = b.first, old[i] == new[j] {
            found.append((i, j))
            (a, b) = (a.dropFirst(), b.dropFirst())
        }
        while let i = a.last, let j = b.last, old[i] == new[j] {
            found.append((i, j))
            (a, b) = (a.dropLast(), b.dropLast())
        }
        guard !a.isEmpty, !b.isEmpty else { return }
        if a.count * b.count <= largest {
            found += longest(old, new, weights, a, b)
            return
        }
        let anchors = depth < deepest ? HeaviestChain.of(once(old, new, a, b)) : []
        var (i, j) = (a.lowerBound, b.lowerBound)
        guard !anchors.isEmpty else { return }
        for anchor in anchors {
            match(old, new, weights, i..<anchor.old, j..<anchor.new, depth: depth + 1, &found)
            found.append((anchor.old, anchor.new))
            (i, j) = (anchor.old + 1, anchor.new + 1)
        }
        match(old, new, weights, i..<a.upperBound, j..<b.upperBound, depth: depth + 1, &found)
    }

    /// Words that stand once on either side.
    private static func once(_ old: [Int], _ new: [Int], _ a: Range<Int>, _ b: Range<Int>) -> [HeaviestChain.Link] {
        var places: [Int: Int] = [:]
        for i in a { places[old[i]] = places[old[i]] == nil ? i : -1 }
        var seen: [Int: Int] = [:]
        for j in b { seen[new[j], default: 0] += 1 }
        return b.compactMap { j in
            guard seen[new[j]] == 1, let i = places[new[j]], i >= 0 else { return nil }
            return HeaviestChain.Link(old: i, new: j, weight: 1)
        }
        .sorted { $0.old < $1.old }
    }

    /// The heaviest common subsequence of two ranges.
    private static func longest(
        _ old: [Int], _ new: [Int], _ weights: [Double], _ a: Range<Int>, _ b: Range<Int>
    ) -> [(Int, Int)] {
        let (m, n) = (a.count, b.count)
        var best = [Double](repeating: 0, count: (m + 1) * (n + 1))
        for i in stride(from: m - 1, through: 0, by: -1) {
            for j in stride(from: n - 1, through: 0, by: -1) {
                let skip = max(best[(i + 1) * (n + 1) + j], best[i * (n + 1) + j + 1])
                let isSame = old[a.lowerBound + i] == new[b.lowerBound + j]
                let take = isSame ? best[(i + 1) * (n + 1) + j + 1] + weights[a.lowerBound + i] : -1
                best[i * (n + 1) + j] = max(skip, take)
            }
        }
        var (i, j, found) = (0, 0, [(Int, Int)]())
        while i < m, j < n {
            let here = best[i * (n + 1) + j]
            if old[a.lowerBound + i] == new[b.lowerBound + j],
                here == best[(i + 1) * (n + 1) + j + 1] + weights[a.lowerBound + i]
            {
                found.append((a.lowerBound + i, b.lowerBound + j))
                (i, j) = (i + 1, j + 1)
            } else if here == best[(i + 1) * (n + 1) + j] {
                i += 1
            } else {
                j += 1
            }
        }
        return found
    }
}
