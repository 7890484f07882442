import Testing

@testable import HearsayTracing

@Suite struct AverageLinkageTests {
    @Test func twoPairsAndALoner() {
        let near: Set<[Int]> = [[0, 3], [1, 4]]
        let groups = AverageLinkage.groups(5, threshold: 0.5) { near.contains([$0, $1].sorted()) ? 0.9 : 0.1 }
        #expect(groups == [[0, 3], [1, 4], [2]])
        #expect(AverageLinkage.groups(0, threshold: 0.5) { _, _ in 1 }.isEmpty)
    }

    @Test func agreesWithTheGreedyWay() {
        for seed in 0..<60 as Range<UInt64> {
            var random = SeededGenerator(state: seed)
            let count = Int.random(in: 1...14, using: &random)
            var matrix = [[Float]](repeating: [Float](repeating: 0, count: count), count: count)
            for i in 0..<count {
                for j in 0..<i {
                    matrix[i][j] = Float.random(in: 0...1, using: &random)
                    matrix[j][i] = matrix[i][j]
                }
            }
            let threshold = Float.random(in: 0.3...0.7, using: &random)
            let found = AverageLinkage.groups(count, threshold: threshold) { matrix[$0][$1] }
            #expect(found == Self.greedy(matrix, threshold), "seed \(seed)")
        }
    }

    /// Joins the two nearest groups as long as their mean is high enough, by definition.
    private static func greedy(_ matrix: [[Float]], _ threshold: Float) -> [[Int]] {
        var groups = matrix.indices.map { [$0] }
        while true {
            var best: (a: Int, b: Int, mean: Double)?
            for a in groups.indices {
                for b in groups.indices where b > a {
                    let sum = groups[a].reduce(0.0) { sum, i in groups[b].reduce(sum) { $0 + Double(matrix[i][$1]) } }
                    let mean = sum / Double(groups[a].count * groups[b].count)
                    if mean > best?.mean ?? Double(threshold) { best = (a, b, mean) }
                }
            }
            guard let best else { return groups.map { $0.sorted() }.sorted { $0[0] < $1[0] } }
            groups[best.a] += groups.remove(at: best.b)
        }
    }
}
