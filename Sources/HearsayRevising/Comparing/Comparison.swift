internal import HearsayCore

/// What differs between two lines: the stretches of words, and what is left of them when all is taken away that says
/// the same on both sides.
struct Comparison {
    /// A unit that a change touched.
    struct Item {
        var unit: Unit
        /// The stretch that it stands in.
        var hunk: Int
        /// Whether the other side says the same.
        var isMet = false
    }

    /// The most pairs of units that are tried for synonyms.
    private static let mostPairs = 20_000

    let old: Line
    let new: Line
    private(set) var hunks: [WordDiff.Hunk]
    private(set) var removed: [Item] = []
    private(set) var added: [Item] = []
    /// Stretches in which a name is only spelled anew.
    private(set) var respelt: Set<Int> = []
    /// Stretches whose units changed places, so that the deed is another one.
    private(set) var swapped: Set<Int> = []
    /// Stretches in which one became several, or several one.
    private(set) var counted: Set<Int> = []
    /// Whether some words stand elsewhere in the line than before.
    private(set) var isReordered = false

    init(old: Line, new: Line) {
        (self.old, self.new) = (old, new)
        hunks = Self.hunks(old, new)
        for (number, hunk) in hunks.enumerated() {
            removed += Self.units(of: old, in: hunk.old).map { Item(unit: $0, hunk: number) }
            added += Self.units(of: new, in: hunk.new).map { Item(unit: $0, hunk: number) }
        }
        meet { $0.hunk == $1.hunk && Self.isSame($0.unit, $1.unit, old, new) }
        swapped = Swaps(self).hunks()
        meetElsewhere()
        if removed.count * added.count <= Self.mostPairs { meetOtherWords() }
    }

    /// What is left of a stretch on each side.
    func left(of hunk: Int) -> (removed: [Unit], added: [Unit]) {
        let open = { (items: [Item]) in items.filter { $0.hunk == hunk && !$0.isMet }.map(\.unit) }
        return (open(removed), open(added))
    }

    /// Takes units away that need no answer.
    mutating func settle(_ hunk: Int, where isSettled: (Unit) -> Bool) {
        for i in removed.indices where removed[i].hunk == hunk && isSettled(removed[i].unit) { removed[i].isMet = true }
        for i in added.indices where added[i].hunk == hunk && isSettled(added[i].unit) { added[i].isMet = true }
    }

    // MARK: Stretches

    /// The stretches that differ, made as wide as the units that they touch.
    private static func hunks(_ old: Line, _ new: Line) -> [WordDiff.Hunk] {
        var numbers: [[UInt8]: Int] = [:]
        func number(_ line: Line) -> [Int] {
            line.words.map { word in
                let bytes = Array(line.text.utf8[word.span.range])
                let number = numbers[bytes] ?? numbers.count
                numbers[bytes] = number
                return number
            }
        }
        let weights = old.words.indices.map { i in
            old.words[i].kind == .punctuation ? 0.2 : old.traits(i).contains(.function) ? 0.3 : 1
        }
        let (a, b) = (number(old), number(new))
        return joined(widened(WordDiff.hunks(a, b, weights: weights), old, new), old, new)
    }

    private static func units(of line: Line, in range: Range<Int>) -> [Unit] {
        guard !range.isEmpty else { return [] }
        return line.units[line.firstUnit(from: range.lowerBound)..<line.firstUnit(from: range.upperBound)].map(\.self)
    }

    /// Stretches with whole units: "3" of "March 3" takes the month with it, on both sides. What is between two stretches
    /// stays the same on both.
    private static func widened(_ hunks: [WordDiff.Hunk], _ old: Line, _ new: Line) -> [WordDiff.Hunk] {
        var wide = hunks
        for _ in 0..<4 {
            var next: [WordDiff.Hunk] = []
            for (k, hunk) in wide.enumerated() {
                let (a, b) = (old.whole(hunk.old), new.whole(hunk.new))
                let room = hunk.old.lowerBound - (next.last?.old.upperBound ?? 0)
                let space = (k + 1 < wide.count ? wide[k + 1].old.lowerBound : old.words.count) - hunk.old.upperBound
                let head = max(hunk.old.lowerBound - a.lowerBound, hunk.new.lowerBound - b.lowerBound)
                let tail = max(a.upperBound - hunk.old.upperBound, b.upperBound - hunk.new.upperBound)
                let (left, right) = (min(head, room), min(tail, space))
                let whole = WordDiff.Hunk(
                    old: hunk.old.lowerBound - left..<hunk.old.upperBound + right,
                    new: hunk.new.lowerBound - left..<hunk.new.upperBound + right)
                if let last = next.last, last.old.upperBound == whole.old.lowerBound {
                    next[next.count - 1] = WordDiff.Hunk(
                        old: last.old.lowerBound..<whole.old.upperBound, new: last.new.lowerBound..<whole.new.upperBound
                    )
                } else {
                    next.append(whole)
                }
            }
            if next == wide { break }
            wide = next
        }
        return wide
    }

    /// Stretches that only a word or two without much to say keep apart are one.
    private static func joined(_ hunks: [WordDiff.Hunk], _ old: Line, _ new: Line) -> [WordDiff.Hunk] {
        merged(hunks) { a, b in
            let between = a.old.upperBound..<max(a.old.upperBound, b.old.lowerBound)
            guard between.count <= 2, !a.old.isEmpty || !b.old.isEmpty, !a.new.isEmpty || !b.new.isEmpty else {
                return false
            }
            let isSubstitution = !a.old.isEmpty && !a.new.isEmpty && !b.old.isEmpty && !b.new.isEmpty
            return !isSubstitution
                && between.allSatisfy { i in
                    old.traits(i).contains(.function) && !old.starts.contains(i)
                }
        }
    }

    private static func merged(
        _ hunks: [WordDiff.Hunk], where belong: (WordDiff.Hunk, WordDiff.Hunk) -> Bool
    ) -> [WordDiff.Hunk] {
        var merged: [WordDiff.Hunk] = []
        for hunk in hunks {
            guard let last = merged.last, belong(last, hunk) else {
                merged.append(hunk)
                continue
            }
            merged[merged.count - 1] = WordDiff.Hunk(
                old: last.old.lowerBound..<hunk.old.upperBound, new: last.new.lowerBound..<hunk.new.upperBound)
        }
        return merged
    }

    // MARK: The same on both sides

    private static func isSame(_ a: Unit, _ b: Unit, _ old: Line, _ new: Line) -> Bool {
        guard a.key == b.key else { return false }
        // An ending that a verb may lose is a letter of a name.
        guard a.kind == .name, b.kind == .name, a.words.count == 1, b.words.count == 1 else { return true }
        return Stem.plain(old.words[a.words.lowerBound].lower) == Stem.plain(new.words[b.words.lowerBound].lower)
    }

    /// Meets units, each with the first that answers it.
    private mutating func meet(_ answers: (Item, Item) -> Bool) {
        var open: [String: [Int]] = [:]
        for j in added.indices.reversed() where !added[j].isMet { open[added[j].unit.key, default: []].append(j) }
        for i in removed.indices where !removed[i].isMet {
            guard let places = open[removed[i].unit.key],
                let at = places.lastIndex(where: { answers(removed[i], added[$0]) })
            else { continue }
            meet(i, places[at])
            open[removed[i].unit.key]?.remove(at: at)
        }
    }

    private mutating func meet(_ i: Int, _ j: Int) {
        let (a, b) = (removed[i].unit, added[j].unit)
        (removed[i].isMet, added[j].isMet) = (true, true)
        guard a.kind == .content, b.kind == .content, removed[i].hunk == added[j].hunk else { return }
        let (x, y) = (old.words[a.words.lowerBound].lower, new.words[b.words.lowerBound].lower)
        guard Stem.isPlural(x, of: y) || Stem.isPlural(y, of: x) else { return }
        if a.zone != .none || b.zone != .none || hasArticle(hunks[removed[i].hunk]) { counted.insert(removed[i].hunk) }
    }

    /// Whether only one side of a stretch has "a" or "an".
    private func hasArticle(_ hunk: WordDiff.Hunk) -> Bool {
        func has(_ line: Line, _ range: Range<Int>) -> Bool {
            range.contains { ["a", "an"].contains(line.words[$0].lower) }
        }
        return has(old, hunk.old) != has(new, hunk.new)
    }

    /// Words that went from one stretch to another. A "not", a number or a "may" must take a word along.
    private mutating func meetElsewhere() {
        var companions: Set<[Int]> = []
        for item in removed where !item.isMet && (item.unit.kind == .content || item.unit.kind == .name) {
            for other in added where !other.isMet && other.unit.key == item.unit.key {
                companions.insert([item.hunk, other.hunk])
            }
            if companions.count > 1000 { break }
        }
        let before = removed.count(where: \.isMet)
        let swapped = swapped
        let (old, new) = (old, new)
        meet { a, b in
            if swapped.contains(a.hunk) || swapped.contains(b.hunk) { return false }
            guard Self.isSame(a.unit, b.unit, old, new) else { return false }
            switch a.unit.kind {
            case .negation, .number, .certainty: return companions.contains([a.hunk, b.hunk])
            default: return true
            }
        }
        isReordered = removed.count(where: \.isMet) > before
    }

    /// Synonyms, slips of the pen, and names spelled anew.
    private mutating func meetOtherWords() {
        for isNear in [true, false] {
            for i in removed.indices where !removed[i].isMet {
                for j in added.indices where !added[j].isMet && (removed[i].hunk == added[j].hunk) == isNear {
                    guard let isName = answer(removed[i].unit, added[j].unit) else { continue }
                    if isName, !isNear { continue }
                    if isName { respelt.insert(removed[i].hunk) }
                    meet(i, j)
                    break
                }
            }
        }
    }

    /// Whether one word is said for another; true for a name in another spelling, nil when they say something else.
    private func answer(_ a: Unit, _ b: Unit) -> Bool? {
        guard a.words.count == 1, b.words.count == 1 else { return nil }
        let (x, y) = (old.words[a.words.lowerBound], new.words[b.words.lowerBound])
        let (before, after) = (Stem.plain(x.lower), Stem.plain(y.lower))
        if a.kind == .name, b.kind == .name || y.isCapitalised {
            return Spelling.isSameName(before, after) ? true : nil
        }
        if x.isCapitalised, b.kind == .name { return Spelling.isSameName(before, after) ? true : nil }
        guard a.kind == .content, b.kind == .content else { return nil }
        if Spelling.isSlip(before, after) { return false }
        guard !a.isQuoted, !b.isQuoted, a.zone == .none, b.zone == .none else { return nil }
        return Synonyms.same(before, after) ? false : nil
    }
}
