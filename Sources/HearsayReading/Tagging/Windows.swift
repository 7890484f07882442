/// Overlapping windows of words that fit the encoder, each with the words that it decides.
///
/// Windows begin and end with paragraphs where they can, as those of the training did: a window that breaks off in the
/// middle of an attribution misreads it.
enum Windows {
    /// Pieces in a window, the opening and closing piece included; the length the tagger was trained on.
    static let length = 256
    /// Pieces that neighbouring windows share at least.
    static let overlap = 64
    /// Pieces that they share at most, so that every window brings something new.
    private static let most = 190
    /// Words that a window holds at least before a paragraph may end it.
    private static let least = 40

    struct Window: Equatable, Sendable {
        /// The words that the encoder sees.
        var words: Range<Int>
        /// The words whose links this window decides: up to the middle of each overlap.
        var decides: Range<Int>
        /// Whether the text goes on before and after the words.
        var isCutBefore, isCutAfter: Bool

        /// How much this window's view of a word counts beside that of others: little near a cut, where the encoder
        /// does not see what comes next.
        func weight(_ word: Int) -> Float {
            let before = isCutBefore ? word - words.lowerBound + 1 : Windows.least
            let after = isCutAfter ? words.upperBound - word : Windows.least
            let distance = Float(min(before, after, Windows.least))
            return distance * distance
        }
    }

    /// The windows over a sequence; every word is decided exactly once.
    static func over(_ sequence: WordSequence) -> [Window] {
        var cuts: [Range<Int>] = []
        var first = 0
        while first < sequence.count {
            let end = end(sequence, from: first, beyond: cuts.last?.upperBound ?? 0)
            cuts.append(first..<end)
            if end == sequence.count { break }
            first = max(start(sequence, before: end), first + 1)
        }
        return cuts.indices.map { i in
            let start = i == 0 ? cuts[i].lowerBound : (cuts[i].lowerBound + cuts[i - 1].upperBound) / 2
            let end = i + 1 == cuts.count ? cuts[i].upperBound : (cuts[i + 1].lowerBound + cuts[i].upperBound) / 2
            return Window(
                words: cuts[i], decides: start..<end, isCutBefore: i > 0, isCutAfter: i + 1 < cuts.count)
        }
    }

    /// Where a window ends: with the last whole paragraph that brings new words, else where it is full.
    private static func end(_ sequence: WordSequence, from first: Int, beyond last: Int) -> Int {
        var full = first + 1
        while full < sequence.count, sequence.pieceCount(first..<full + 1) <= length - 2 { full += 1 }
        if full == sequence.count { return full }
        let earliest = max(first + least, last + 1)
        return (earliest..<max(earliest, full)).last { sequence.begins[$0] } ?? full
    }

    /// Where the window after one that ends at `end` begins.
    private static func start(_ sequence: WordSequence, before end: Int) -> Int {
        var back = end - 1
        while back > 0, sequence.pieceCount(back..<end) < overlap { back -= 1 }
        var paragraph = back
        while paragraph > 0, sequence.pieceCount(paragraph..<end) <= most {
            if sequence.begins[paragraph] { return paragraph }
            paragraph -= 1
        }
        return back
    }
}
