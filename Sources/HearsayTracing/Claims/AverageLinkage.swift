/// Agglomerative clustering by average similarity: two groups join while the mean over all their pairs is high enough.
///
/// Follows chains of nearest neighbours, which for average linkage gives exactly the greedy result in O(n²) steps. Memory
/// is one Float for each pair of elements.
struct AverageLinkage {
    private let count: Int
    private let threshold: Float
    private var similarity: [Float]
    private var sizes: [Float]
    private var groups: [[Int]]
    private var isOpen: [Bool]

    /// The groups of `count` elements, each sorted, by their first elements.
    static func groups(_ count: Int, threshold: Float, similarity: (Int, Int) -> Float) -> [[Int]] {
        var linkage = AverageLinkage(count, threshold, similarity)
        linkage.run()
        return linkage.groups.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    private init(_ count: Int, _ threshold: Float, _ similarity: (Int, Int) -> Float) {
        (self.count, self.threshold) = (count, threshold)
        self.similarity = [Float](repeating: 0, count: count * count)
        for i in 0..<count {
            for j in 0..<i {
                let value = similarity(j, i)
                self.similarity[i * count + j] = value
                self.similarity[j * count + i] = value
            }
        }
        sizes = [Float](repeating: 1, count: count)
        groups = (0..<count).map { [$0] }
        isOpen = [Bool](repeating: true, count: count)
    }

    private mutating func run() {
        var (chain, next) = ([Int](), 0)
        while true {
            while next < count, !isOpen[next] { next += 1 }
            if chain.isEmpty {
                guard next < count else { return }
                chain.append(next)
            }
            let top = chain[chain.count - 1]
            let before = chain.count > 1 ? chain[chain.count - 2] : nil
            guard let nearest = nearest(to: top, preferring: before) else {
                // Nothing is near enough now, and merging others cannot bring anything nearer.
                isOpen[top] = false
                chain.removeLast()
                continue
            }
            if nearest == before {
                chain.removeLast(2)
                merge(min(top, nearest), max(top, nearest))
            } else {
                chain.append(nearest)
            }
        }
    }

    private func nearest(to i: Int, preferring before: Int?) -> Int? {
        var (best, value) = (before, before.map { similarity[i * count + $0] } ?? -.infinity)
        for j in 0..<count where isOpen[j] && j != i && similarity[i * count + j] > value {
            (best, value) = (j, similarity[i * count + j])
        }
        return value >= threshold ? best : nil
    }

    private mutating func merge(_ a: Int, _ b: Int) {
        let total = sizes[a] + sizes[b]
        for k in 0..<count where isOpen[k] && k != a && k != b {
            let mean = (similarity[a * count + k] * sizes[a] + similarity[b * count + k] * sizes[b]) / total
            similarity[a * count + k] = mean
            similarity[k * count + a] = mean
        }
        sizes[a] = total
        groups[a] += groups[b]
        (groups[b], isOpen[b]) = ([], false)
    }
}
