import Testing

@testable import HearsayReading

/// The chain against an enumeration of all paths.
@Suite struct LinearChainTests {
    /// Every path with its score.
    private func paths(_ chain: LinearChain, _ scores: [Float]) -> [(labels: [Int], score: Double)] {
        let count = scores.count / chain.labels
        var out: [(labels: [Int], score: Double)] = [([], 0)]
        for word in 0..<count {
            out = out.flatMap { path in
                (0..<chain.labels).map { label in
                    let step = chain.transitions[(path.labels.last ?? 0) * chain.labels + label]
                    let score = path.score + Double(step) + Double(scores[word * chain.labels + label])
                    return (path.labels + [label], score)
                }
            }
        }
        return out
    }

    @Test func agreesWithAllPaths() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var random = SeededGenerator(state: seed)
        for round in 0..<60 {
            let labels = Int.random(in: 2...4, using: &random)
            let count = Int.random(in: 1...6, using: &random)
            let chain = LinearChain(
                transitions: (0..<labels * labels).map { _ in Float.random(in: -3...3, using: &random) },
                labels: labels)
            let scores = (0..<labels * count).map { _ in Float.random(in: -3...3, using: &random) }
            let all = paths(chain, scores)
            let best = try #require(all.max { $0.score < $1.score })
            let found = try #require(all.first { $0.labels == chain.best(scores) })
            #expect(abs(found.score - best.score) < 1e-4, "seed \(seed), round \(round)")
            let marginals = chain.marginals(scores)
            let total = all.reduce(0) { $0 + Self.power($1.score) }
            for word in 0..<count {
                let row = marginals[word * labels..<(word + 1) * labels]
                #expect(abs(row.reduce(0, +) - 1) < 1e-3, "seed \(seed), round \(round)")
                for label in 0..<labels {
                    let share = all.filter { $0.labels[word] == label }.reduce(0) { $0 + Self.power($1.score) } / total
                    #expect(
                        abs(Double(marginals[word * labels + label]) - share) < 1e-3, "seed \(seed), round \(round)")
                }
            }
        }
    }

    private static func power(_ x: Double) -> Double { Math.exp(x) }

    @Test func noWordsGiveNothing() {
        let chain = LinearChain(transitions: [0, 0, 0, 0], labels: 2)
        #expect(chain.best([]).isEmpty)
        #expect(chain.marginals([]).isEmpty)
    }

    @Test func aForbiddenStepIsNotTaken() {
        // Label 2 may only follow label 1, and nothing begins with it.
        let never: Float = -10_000
        let chain = LinearChain(transitions: [0, 0, never, 0, 0, 0, 0, 0, 0], labels: 3)
        #expect(chain.best([0, 1, 9, 0, 1, 9]) == [1, 2])
        #expect(chain.marginals([0, 1, 9, 0, 1, 9])[2] == 0)
    }

    @Test func farApartScoresStayFinite() {
        let chain = LinearChain(transitions: [0, 0, 0, 0], labels: 2)
        let marginals = chain.marginals([500, -500, -500, 500, 0, 0])
        #expect(marginals == [1, 0, 0, 1, 0.5, 0.5])
    }

    @Test func sharesAddUpToOne() {
        let shares = Math.softmax([1, 2, -.infinity, 3])
        #expect(abs(shares.reduce(0, +) - 1) < 1e-6)
        #expect(shares[2] == 0)
    }
}
