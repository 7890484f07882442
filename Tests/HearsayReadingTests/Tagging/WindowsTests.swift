import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct WindowsTests {
    private func sequence(_ lengths: [Int]) throws -> WordSequence {
        try TinyVocabulary.sequence(lengths.map { String(repeating: "a", count: $0) }.joined(separator: " "))
    }

    private func check(_ lengths: [Int], _ label: String) throws {
        let sequence = try sequence(lengths)
        #expect(sequence.count == lengths.count, "\(label)")
        let windows = Windows.over(sequence)
        #expect(windows.flatMap { Array($0.decides) } == Array(lengths.indices), "\(label): \(lengths)")
        for window in windows {
            #expect(!window.words.isEmpty, "\(label)")
            #expect(window.words.lowerBound <= window.decides.lowerBound, "\(label)")
            #expect(window.decides.upperBound <= window.words.upperBound, "\(label)")
            let fits = sequence.pieceCount(window.words) + 2 <= Windows.length
            #expect(fits || window.words.count == 1, "\(label): \(lengths)")
        }
    }

    @Test func everyWordIsDecidedOnce() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var random = SeededGenerator(state: seed)
        for round in 0..<200 {
            let longest = [1, 5, 40, 100][round % 4]
            let lengths = (0..<Int.random(in: 1...300, using: &random)).map { _ in
                Int.random(in: 1...longest, using: &random)
            }
            try check(lengths, "seed \(seed), round \(round)")
        }
    }

    @Test(arguments: [[254], [100, 100, 54], [100, 100, 55], [100, 100, 100, 100], [], [1]])
    func edges(_ lengths: [Int]) throws {
        // Words of more than a hundred letters are one unknown piece.
        try check(lengths, "edge")
    }

    @Test func aShortTextIsOneWindow() throws {
        #expect(Windows.over(try sequence([100, 100, 54])).count == 1)
        #expect(Windows.over(try sequence([100, 100, 55])).count == 2)
    }

    @Test func aWindowCountsLeastAtItsCuts() {
        let window = Windows.Window(words: 10..<210, decides: 30..<190, isCutBefore: true, isCutAfter: false)
        #expect(window.weight(10) == 1)
        #expect(window.weight(12) == 9)
        #expect(window.weight(100) == window.weight(209))
    }

    @Test func windowsEndAndBeginWithParagraphs() throws {
        let paragraph = Array(repeating: "aa", count: 45).joined(separator: " ")
        let sequence = try TinyVocabulary.sequence(Array(repeating: paragraph, count: 8).joined(separator: "\n\n"))
        let windows = Windows.over(sequence)
        #expect(windows.count > 2)
        for (a, b) in zip(windows, windows.dropFirst()) {
            #expect(sequence.begins[a.words.upperBound])
            #expect(sequence.begins[b.words.lowerBound])
            #expect(sequence.pieceCount(b.words.lowerBound..<a.words.upperBound) >= Windows.overlap)
        }
    }

    @Test func neighboursShareTheOverlap() throws {
        let sequence = try sequence(Array(repeating: 2, count: 400))
        let windows = Windows.over(sequence)
        for (a, b) in zip(windows, windows.dropFirst()) {
            #expect(sequence.pieceCount(b.words.lowerBound..<a.words.upperBound) == Windows.overlap)
        }
    }
}
