internal import HearsayCore

/// Finds units that took each other's places, so that another one did the deed: "Karsund beat Ostrey" and "Ostrey beat
/// Karsund". Lists in another order, passives and attributions put behind are none.
struct Swaps {
    private static let longest = 40

    private let comparison: Comparison

    init(_ comparison: Comparison) { self.comparison = comparison }

    /// The stretches whose units were swapped.
    func hunks() -> Set<Int> {
        let pairs = substitutions()
        return pairs.isEmpty && isTurnedRound ? Set(comparison.hunks.indices) : pairs
    }

    /// Two stretches, each of which puts the other's unit in the place of its own.
    private func substitutions() -> Set<Int> {
        var found: Set<Int> = []
        let alone = comparison.hunks.indices.filter { h in
            let (a, b) = comparison.left(of: h)
            return a.count(where: \.tells) == 1 && b.count(where: \.tells) == 1
        }
        for (h, g) in zip(alone, alone.dropFirst()) where !found.contains(h) {
            let (first, second) = (comparison.left(of: h), comparison.left(of: g))
            guard let a = first.removed.first(where: \.tells), let b = first.added.first(where: \.tells),
                let c = second.removed.first(where: \.tells), let d = second.added.first(where: \.tells),
                a.key == d.key, b.key == c.key,
                !isList(comparison.hunks[h].old.upperBound..<comparison.hunks[g].old.lowerBound), !isPassive
            else { continue }
            found.formUnion([h, g])
        }
        return found
    }

    private func isList(_ between: Range<Int>) -> Bool {
        between.allSatisfy { [",", "and", "or", "the", "a", "an", "&"].contains(comparison.old.words[$0].lower) }
    }

    /// Whether only one side says by whom something was done.
    private var isPassive: Bool {
        let count = { (line: Line) in line.words.count { $0.lower == "by" } }
        return count(comparison.old) != count(comparison.new)
    }

    /// Whether what stood before a deed stands behind it, and the other way round, with nothing else changed.
    private var isTurnedRound: Bool {
        let (old, new) = (units(comparison.old), units(comparison.new))
        guard old.count == new.count, (3...Self.longest).contains(old.count), old.map(\.key) != new.map(\.key),
            !isPassive
        else { return false }
        let same = zip(old, new).prefix { $0.key == $1.key }.count
        let tail = zip(old.reversed(), new.reversed()).prefix { $0.key == $1.key }.count
        let (a, b) = (old.dropFirst(same).dropLast(tail), new.dropFirst(same).dropLast(tail))
        guard a.count >= 3 else { return false }
        for head in 1...(a.count - 2) where a.prefix(head).elementsEqual(b.suffix(head), by: { $0.key == $1.key }) {
            for end in 1...(a.count - head - 1)
            where a.suffix(end).elementsEqual(b.prefix(end), by: { $0.key == $1.key }) {
                let (pivot, other) = (a.dropFirst(head).dropLast(end), b.dropFirst(end).dropLast(head))
                guard pivot.elementsEqual(other, by: { $0.key == $1.key }) else { continue }
                let carried =
                    isCarried(a.first, b.dropLast(head - 1).last) && isCarried(a.dropLast(end - 1).last, b.first)
                return !pivot.contains(where: Self.isCue) && !isEnumeration(Array(a)) && !carried
            }
        }
        return false
    }

    /// Whether a unit took its "from" or "to" along.
    private func isCarried(_ a: Unit?, _ b: Unit?) -> Bool {
        guard let a, let b else { return false }
        let (before, after) = (a.words.lowerBound - 1, b.words.lowerBound - 1)
        guard before >= 0, after >= 0 else { return false }
        let (x, y) = (comparison.old.words[before].lower, comparison.new.words[after].lower)
        return x == y && WordLists.directions.contains(x)
    }

    /// Whether commas and "and" part the units.
    private func isEnumeration(_ units: [Unit]) -> Bool {
        zip(units, units.dropFirst()).allSatisfy { first, second in
            let between = first.words.upperBound..<max(first.words.upperBound, second.words.lowerBound)
            return isList(between)
                && between.contains { [",", "and", "or", "&"].contains(comparison.old.words[$0].lower) }
        }
    }

    private func units(_ line: Line) -> [Unit] {
        line.units.filter { unit in
            switch unit.kind {
            case .name, .content, .number, .cue: true
            default: false
            }
        }
    }

    private static func isCue(_ unit: Unit) -> Bool { if case .cue = unit.kind { true } else { false } }
}
