import HearsayCore
import Testing

@testable import HearsayRevising

@Suite struct AlignerTests {
    private func aligner(_ old: String, _ new: String) -> Aligner {
        let (a, b) = Versions.sentences(old, new)
        return Aligner(old: a, new: b)
    }

    @Test func everySentenceIsInOnePairing() {
        let aligner = aligner(
            "A cat sat down. The dog ran off at noon. Birds sang. It rained.",
            "It rained. A cat sat down. Birds sang loudly. The dog ran off at noon.")
        #expect(aligner.pairings.flatMap { Array($0.old) }.sorted() == [0, 1, 2, 3])
        #expect(aligner.pairings.flatMap { Array($0.new) }.sorted() == [0, 1, 2, 3])
        #expect(aligner.pairings.contains { $0.isMoved })
    }

    @Test func theHeaviestChainKeepsOrder() {
        let links = [(0, 2, 1.0), (1, 0, 3.0), (2, 1, 1.0), (3, 3, 1.0)].map {
            HeaviestChain.Link(old: $0.0, new: $0.1, weight: $0.2)
        }
        #expect(HeaviestChain.of(links).map(\.old) == [1, 2, 3])
        #expect(HeaviestChain.of([]).isEmpty)
    }

    /// The work is counted, not timed: it grows with the length of the text and not with its square.
    @Test(arguments: [400, 1600, 6400]) func workGrowsWithLength(_ count: Int) {
        var dice = Dice(state: UInt64(count))
        func text() -> String {
            (0..<count).map { _ in
                (0..<6).map { _ in "w\(Character(UnicodeScalar(97 + UInt8(dice.next(26)))))\(dice.next(5000))" }
                    .joined(separator: " ")
            }
            .map { "A \($0)." }.joined(separator: " ")
        }
        let aligner = aligner(text(), text())
        #expect(aligner.cells <= 250_000 + count * 150, "\(aligner.cells) cells for \(count) sentences")
    }

    @Test func repeatedSentencesAreNoTrouble() {
        let many = String(repeating: "Nothing happened. ", count: 3000)
        let aligner = aligner(
            "It began. " + many + "It ended.", "It began well. " + many + "Nothing happened. It ended.")
        #expect(aligner.cells <= 3000 * 300)
        #expect(aligner.pairings.count { $0.old.isEmpty || $0.new.isEmpty } <= 3)
    }

    @Test func onlyWordsThatDifferAreInHunks() {
        let hunks = WordDiff.hunks([1, 2, 3, 4], [1, 9, 3, 5, 4], weights: [1, 1, 1, 1])
        #expect(hunks == [.init(old: 1..<2, new: 1..<2), .init(old: 3..<3, new: 3..<4)])
        #expect(WordDiff.hunks([], [], weights: []).isEmpty)
    }

    /// A sentence without a stop may be as long as the text.
    @Test func oneEndlessSentenceIsCompared() {
        let words = (0..<30_000).map { "w\($0 % 700)" }
        var other = words
        for i in stride(from: 5, to: other.count, by: 90) { other[i] = "x\(i)" }
        let edits = Versions.edits(words.joined(separator: " "), other.joined(separator: " "))
        #expect(edits.count == 1 && edits.first?.kind == .fact)
    }
}
