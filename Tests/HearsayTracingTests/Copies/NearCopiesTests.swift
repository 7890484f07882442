import Testing

@testable import HearsayTracing

@Suite struct NearCopiesTests {
    private static let words = (0..<400).map { "word\($0)" }

    private static func text(_ count: Int, _ random: inout SeededGenerator) -> [String] {
        (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
    }

    private static func bytes(_ words: [String], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        for word in words {
            bytes += Array((Bool.random(using: &random) ? word.uppercased() : word).utf8)
            bytes += Array([" ", ", ", "\n", " — ", ". "][Int.random(in: 0..<5, using: &random)].utf8)
        }
        return bytes
    }

    /// The pairs that sets of runs give, counted one by one.
    private static func naive(_ texts: [[String]], containment: Double, shared: Int) -> [[Int]] {
        let runs = texts.map { words in
            words.count < 5
                ? [] : (0...(words.count - 5)).map { words[$0..<$0 + 5].joined(separator: " ").lowercased() }
        }
        var pairs: [[Int]] = []
        for b in texts.indices {
            for a in 0..<b {
                let common = Set(runs[a]).intersection(runs[b]).count
                let least = Double(max(1, min(runs[a].count, runs[b].count)))
                if common >= shared, Double(common) / least >= containment { pairs.append([a, b, common]) }
            }
        }
        return pairs
    }

    @Test func pairsAreThoseOfANaiveCount() {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededGenerator(state: seed)
        for _ in 0..<30 {
            var texts: [[String]] = []
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                var own = Self.text(Int.random(in: 0...120, using: &random), &random)
                if let other = texts.randomElement(using: &random), !other.isEmpty, Bool.random(using: &random) {
                    let start = Int.random(in: 0..<other.count, using: &random)
                    own.insert(contentsOf: other[start...], at: Int.random(in: 0...own.count, using: &random))
                }
                texts.append(own)
            }
            let found = NearCopies(containment: 0.25, shared: 4).pairs(of: texts.map { Self.bytes($0, &random) })
            let expected = Self.naive(texts, containment: 0.25, shared: 4)
            #expect(found.map { [$0.first, $0.second, $0.shared] } == expected, "seed \(seed)")
        }
    }

    /// What stands under every article links it to the first ones only, and is no copy beside what is its own.
    @Test func whatEverybodyPrintsIsNoCopy() {
        var random = SeededGenerator(state: 7)
        let foot = Self.text(20, &random)
        let texts = (0..<300).map { _ in Self.bytes(Self.text(200, &random) + foot, &random) }
        #expect(NearCopies().pairs(of: texts).isEmpty)
    }

    @Test func anyBytesWillDo() {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededGenerator(state: seed)
        let texts = (0..<40).map { _ in
            (0..<Int.random(in: 0...400, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        for pair in NearCopies(containment: 0, shared: 1).pairs(of: texts + texts) {
            #expect(pair.first < pair.second && (0...1).contains(pair.containment), "seed \(seed)")
        }
        #expect(NearCopies().pairs(of: []).isEmpty && NearCopies().pairs(of: [[], []]).isEmpty)
    }
}
