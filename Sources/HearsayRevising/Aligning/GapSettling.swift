/// Settles a small gap: the pairings, splits and joins with the greatest sum of likenesses.
struct GapSettling {
    /// Sentences less alike than this are different ones.
    static let leastLikeness = 0.34
    /// What a pairing must be worth before it counts.
    private static let price = 0.3
    /// How alike a sentence and the several that it became must be.
    private static let leastSplit = 0.5
    /// How much of each part must be in the whole.
    private static let leastPart = 0.35
    private static let mostParts = 3

    let old: ArraySlice<Sentence>
    let new: ArraySlice<Sentence>
    private let shared: [Double]

    init(old: ArraySlice<Sentence>, new: ArraySlice<Sentence>) {
        (self.old, self.new) = (old, new)
        var shared: [Double] = []
        shared.reserveCapacity(old.count * new.count)
        for i in old.indices {
            for j in new.indices {
                let isSame = old[i].identity == new[j].identity
                shared.append(isSame ? max(old[i].weight, 0.01) : Sentence.shared(old[i].terms, new[j].terms))
            }
        }
        self.shared = shared
    }

    /// A step of the way through the gap: sentences of either side. Small, since there is one for each cell.
    private struct Step {
        var old: UInt8
        var new: UInt8
    }

    /// The pairings of all sentences of the gap, in order.
    func pairings() -> [Pairing] {
        let (m, n) = (old.count, new.count)
        var best = [Double](repeating: 0, count: (m + 1) * (n + 1))
        var steps = [Step](repeating: Step(old: 0, new: 0), count: best.count)
        for i in 0...m {
            for j in 0...n where i + j > 0 {
                var (chosen, most) = (Step(old: 0, new: 0), -1.0)
                func offer(_ di: Int, _ dj: Int, _ gain: Double) {
                    let sum = best[(i - di) * (n + 1) + j - dj] + gain
                    if sum > most { (chosen, most) = (Step(old: UInt8(di), new: UInt8(dj)), sum) }
                }
                if i > 0, j > 0 { offerPairings(i, j, offer) }
                if j > 0 { offer(0, 1, 0) }
                if i > 0 { offer(1, 0, 0) }
                best[i * (n + 1) + j] = most
                steps[i * (n + 1) + j] = chosen
            }
        }
        return way(back: steps, m, n)
    }

    /// The pairings that end with two sentences; those that share nothing are not looked at twice.
    private func offerPairings(_ i: Int, _ j: Int, _ offer: (Int, Int, Double) -> Void) {
        let cell = shared[(i - 1) * new.count + j - 1]
        guard cell > 0 else { return }
        if let gain = gain(i - 1..<i, j - 1..<j) { offer(1, 1, gain) }
        let isPartOfOld = cell >= Self.leastPart * new[new.startIndex + j - 1].weight
        let isPartOfNew = cell >= Self.leastPart * old[old.startIndex + i - 1].weight
        for parts in 2...Self.mostParts {
            if isPartOfOld, j >= parts, let gain = gain(i - 1..<i, j - parts..<j) { offer(1, parts, gain) }
            if isPartOfNew, i >= parts, let gain = gain(i - parts..<i, j - 1..<j) { offer(parts, 1, gain) }
        }
    }

    private func way(back steps: [Step], _ m: Int, _ n: Int) -> [Pairing] {
        var (i, j, found) = (m, n, [Pairing]())
        while i > 0 || j > 0 {
            let step = steps[i * (n + 1) + j]
            let (di, dj) = (Int(step.old), Int(step.new))
            guard di + dj > 0 else { break }
            let (a, b) = (old.startIndex + i, new.startIndex + j)
            found.append(Pairing(old: a - di..<a, new: b - dj..<b))
            (i, j) = (i - di, j - dj)
        }
        return found.reversed()
    }

    /// Whether nothing else, such as a note, stands between the sentences.
    private func stand(_ sentences: ArraySlice<Sentence>, _ range: Range<Int>) -> Bool {
        range.dropFirst().allSatisfy { i in
            let at = sentences.startIndex + i
            return sentences[at].stretch - sentences[at - 1].stretch <= 1
        }
    }

    /// What it is worth to pair ranges of sentences, one of which holds a single one; nil when they are too different.
    private func gain(_ a: Range<Int>, _ b: Range<Int>) -> Double? {
        func weight(_ sentences: ArraySlice<Sentence>, _ i: Int) -> Double {
            sentences[sentences.startIndex + i].weight
        }
        guard stand(old, a), stand(new, b) else { return nil }
        let whole = a.count == 1 ? weight(old, a.lowerBound) : weight(new, b.lowerBound)
        var (common, parts) = (0.0, 0.0)
        for i in a {
            for j in b {
                let cell = shared[i * new.count + j]
                let part = a.count == 1 ? weight(new, j) : weight(old, i)
                if a.count + b.count > 2, part < 0.5 || cell < Self.leastPart * part { return nil }
                (common, parts) = (common + cell, parts + part)
            }
        }
        guard whole + parts > 0 else { return common > 0 ? 1 - Self.price : nil }
        let likeness = 2 * min(common, whole) / (whole + parts)
        guard likeness >= (a.count + b.count > 2 ? Self.leastSplit : Self.leastLikeness) else { return nil }
        return (likeness - Self.price) * (1 + min(whole, 20) / 100)
    }
}
