/// Aligns the sentences of two versions.
///
/// Sentences that are equal and stand once on either side are anchors; between them the same is tried again, then a few
/// words in a row that stand once, and small gaps are settled by the best sum of likenesses. Gaps that are still large
/// are cut in pieces, so that the work grows with the length of the text and not with its square.
struct Aligner {
    /// The most cells of a gap that is settled as a whole.
    private static let largestGap = 22_500
    /// The side of a piece of a larger one.
    private static let pieceSide = 120
    private static let deepest = 8

    let old: [Sentence]
    let new: [Sentence]
    private(set) var pairings: [Pairing] = []
    /// Cells of gaps that were looked at; what the time grows with.
    private(set) var cells = 0

    /// Aligns the versions' sentences.
    init(old: [Sentence], new: [Sentence]) {
        (self.old, self.new) = (old, new)
        align(old.indices, new.indices, depth: 0)
        findMoves()
        pairings.sort { ($0.new.lowerBound, $0.old.lowerBound) < ($1.new.lowerBound, $1.old.lowerBound) }
    }

    private mutating func pair(_ i: Int, _ j: Int) { pairings.append(Pairing(old: i..<i + 1, new: j..<j + 1)) }

    private mutating func align(_ a: Range<Int>, _ b: Range<Int>, depth: Int) {
        var (a, b) = (a, b)
        while let i = a.first, let j = b.first, old[i].identity == new[j].identity {
            pair(i, j)
            (a, b) = (a.dropFirst(), b.dropFirst())
        }
        while let i = a.last, let j = b.last, old[i].identity == new[j].identity {
            pair(i, j)
            (a, b) = (a.dropLast(), b.dropLast())
        }
        guard !a.isEmpty, !b.isEmpty else { return leave(a, b) }
        let anchors = depth < Self.deepest ? HeaviestChain.of(equalOnce(a, b)) : []
        if !anchors.isEmpty { return descend(a, b, anchors, depth: depth + 1) }
        guard a.count * b.count > Self.largestGap else { return settle(a, b) }
        let rows = depth <= Self.deepest ? HeaviestChain.of(wordsOnce(a, b)) : []
        if !rows.isEmpty { return descend(a, b, rows, depth: Self.deepest + 1) }
        cut(a, b)
    }

    /// Aligns what is between anchors; those that are not equal are settled as gaps of their own.
    private mutating func descend(_ a: Range<Int>, _ b: Range<Int>, _ anchors: [HeaviestChain.Link], depth: Int) {
        var (i, j) = (a.lowerBound, b.lowerBound)
        for anchor in anchors {
            align(i..<anchor.old, j..<anchor.new, depth: depth)
            pair(anchor.old, anchor.new)
            (i, j) = (anchor.old + 1, anchor.new + 1)
        }
        align(i..<a.upperBound, j..<b.upperBound, depth: depth)
    }

    private mutating func leave(_ a: Range<Int>, _ b: Range<Int>) {
        let (i, j) = (a.lowerBound, b.lowerBound)
        pairings += a.map { Pairing(old: $0..<$0 + 1, new: j..<j) }
        pairings += b.map { Pairing(old: i..<i, new: $0..<$0 + 1) }
    }

    // MARK: Anchors

    /// Sentences that are equal and stand once on either side.
    private func equalOnce(_ a: Range<Int>, _ b: Range<Int>) -> [HeaviestChain.Link] {
        var places: [Int: (old: Int?, new: Int?, count: Int)] = [:]
        for i in a { places[old[i].identity, default: (nil, nil, 0)].count += 1 }
        for i in a where places[old[i].identity]?.count == 1 { places[old[i].identity]?.old = i }
        var seen: [Int: Int] = [:]
        for j in b { seen[new[j].identity, default: 0] += 1 }
        return b.compactMap { j in
            guard seen[new[j].identity] == 1, let i = places[new[j].identity]?.old else { return nil }
            return HeaviestChain.Link(old: i, new: j, weight: 1 + new[j].weight)
        }
        .sorted { $0.old < $1.old }
    }

    /// Sentences that share the most rows of three stems which stand once on either side.
    private func wordsOnce(_ a: Range<Int>, _ b: Range<Int>) -> [HeaviestChain.Link] {
        let (left, right) = (rows(old, a), rows(new, b))
        var votes: [Places: Double] = [:]
        for (row, i) in left {
            guard i >= 0, let j = right[row], j >= 0 else { continue }
            votes[Places(old: i, new: j), default: 0] += 1
        }
        let ranked = votes.sorted { ($1.value, $0.key.old, $0.key.new) < ($0.value, $1.key.old, $1.key.new) }
        var (usedOld, usedNew, links) = (Set<Int>(), Set<Int>(), [HeaviestChain.Link]())
        for (place, count) in ranked where old[place.old].likeness(to: new[place.new]) >= GapSettling.leastLikeness {
            guard !usedOld.contains(place.old), !usedNew.contains(place.new) else { continue }
            usedOld.insert(place.old)
            usedNew.insert(place.new)
            links.append(.init(old: place.old, new: place.new, weight: count))
        }
        return links.sorted { $0.old < $1.old }
    }

    /// A sentence of either side.
    private struct Places: Hashable {
        var old: Int
        var new: Int
    }

    /// Three stems in a row.
    private struct Row: Hashable {
        var first: Int
        var second: Int
        var third: Int
    }

    /// The sentence of every row of stems; -1 for a row that stands more than once.
    private func rows(_ sentences: [Sentence], _ range: Range<Int>) -> [Row: Int] {
        var rows: [Row: Int] = [:]
        rows.reserveCapacity(4 * range.count)
        for i in range {
            let stems = sentences[i].terms.lazy.filter { $0.weight >= 1 }.map(\.stem)
            var (first, second): (Int?, Int?) = (nil, nil)
            for third in stems {
                if let first, let second {
                    let row = Row(first: first, second: second, third: third)
                    let known = rows.updateValue(i, forKey: row)
                    if let known, known != i { rows[row] = -1 }
                }
                (first, second) = (second, third)
            }
        }
        return rows
    }

    // MARK: Gaps

    private mutating func settle(_ a: Range<Int>, _ b: Range<Int>) {
        cells += a.count * b.count
        pairings += GapSettling(old: old[a], new: new[b]).pairings()
    }

    /// Cuts a gap along its diagonal.
    private mutating func cut(_ a: Range<Int>, _ b: Range<Int>) {
        let pieces = (max(a.count, b.count) + Self.pieceSide - 1) / Self.pieceSide
        for piece in 0..<pieces {
            let part = { (range: Range<Int>) -> Range<Int> in
                let start = range.lowerBound
                return start + range.count * piece / pieces..<start + range.count * (piece + 1) / pieces
            }
            let (left, right) = (part(a), part(b))
            if left.isEmpty || right.isEmpty { leave(left, right) } else { settle(left, right) }
        }
    }

    // MARK: Moves

    private mutating func findMoves() {
        let finder = MoveFinder(old: old, new: new, pairings: pairings)
        let moves = finder.moves()
        cells += finder.cells
        guard !moves.isEmpty else { return }
        let (from, to) = (Set(moves.map(\.old)), Set(moves.map(\.new)))
        pairings.removeAll { pairing in
            pairing.new.isEmpty && from.contains(pairing.old) || pairing.old.isEmpty && to.contains(pairing.new)
        }
        pairings += moves
    }
}
