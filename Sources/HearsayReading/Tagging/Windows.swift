/// Overlapping windows of words that fit the encoder, each with the words that it decides.
enum Windows {
    /// Pieces in a window, the opening and closing piece included; the length the tagger was trained on.
    static let length = 256
    /// Pieces that neighbouring windows share.
    static let overlap = 64

    struct Window: Equatable, Sendable {
        /// The words that the encoder sees.
        var words: Range<Int>
        /// The words for which this window's rows are taken: up to the middle of each overlap.
        var decides: Range<Int>
    }

    /// The windows over a sequence; every word is decided exactly once.
    static func over(_ sequence: WordSequence) -> [Window] {
        var cuts: [Range<Int>] = []
        var first = 0
        while first < sequence.count {
            let end = end(sequence, from: first)
            cuts.append(first..<end)
            if end == sequence.count { break }
            var back = end
            while back > first + 1, sequence.pieceCount(back..<end) < overlap { back -= 1 }
            first = back
        }
        return cuts.indices.map { i in
            let start = i == 0 ? cuts[i].lowerBound : (cuts[i].lowerBound + cuts[i - 1].upperBound) / 2
            let end = i + 1 == cuts.count ? cuts[i].upperBound : (cuts[i + 1].lowerBound + cuts[i].upperBound) / 2
            return Window(words: cuts[i], decides: start..<end)
        }
    }

    private static func end(_ sequence: WordSequence, from first: Int) -> Int {
        var end = first + 1
        while end < sequence.count, sequence.pieceCount(first..<end + 1) <= length - 2 { end += 1 }
        return end
    }
}
