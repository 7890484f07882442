internal import HearsayCore

/// What a comparison comes to, stretch by stretch.
struct Verdict {
    /// One stretch with what it did.
    struct Change {
        var hunk: WordDiff.Hunk
        var kinds: Set<Edit.Kind> = []
        var certainty: Edit.Certainty?
    }

    var comparison: Comparison
    var changes: [Change]
    private let knowsOld: (Unit) -> Bool
    private let knowsNew: (Unit) -> Bool
    /// Names that are in the sources of both sides.
    let sharesSource: Bool

    /// Judges a comparison; `before` and `after` tell what else the versions hold.
    init(_ comparison: Comparison, before: Familiar, after: Familiar) {
        self.comparison = comparison
        changes = comparison.hunks.map { Change(hunk: $0) }
        let (old, new) = (comparison.old, comparison.new)
        knowsOld = { before.knows($0, outside: old) }
        knowsNew = { after.knows($0, outside: new) || before.knows($0, outside: old) }
        let isOther = { (items: [Comparison.Item]) in
            items.contains { !$0.isMet && $0.unit.kind == .name && $0.unit.zone == .source }
        }
        let isAnother = isOther(comparison.removed) && isOther(comparison.added)
        sharesSource = !isAnother && !Self.heads(of: old).isDisjoint(with: Self.heads(of: new))
        judge()
    }

    /// The names of the sources themselves, not of what they belong to ("Lang of Sund Bank", "a letter seen by the Gull").
    private static func heads(of line: Line) -> Set<String> {
        var (heads, isInside) = (Set<String>(), false)
        for unit in line.units {
            switch unit.kind {
            case _ where unit.zone != .source: isInside = false
            case .name: if !isInside { heads.insert(unit.key) }
            case .direction: isInside = true
            case .function where line.words[unit.words.lowerBound].lower == "of": isInside = true
            case .mark, .cue: isInside = false
            default: break
            }
        }
        return heads
    }

    /// The kinds of all stretches.
    var kinds: Set<Edit.Kind> { changes.reduce(into: []) { $0.formUnion($1.kinds) } }

    /// The way of the certainty, where all stretches that changed it agree.
    var certainty: Edit.Certainty? {
        let ways = Set(changes.compactMap(\.certainty))
        return ways.count == 1 ? ways.first : nil
    }

    private mutating func judge() {
        for h in changes.indices {
            settleKnown(h)
            if comparison.swapped.contains(h) { judgeSwap(h) }
            if comparison.respelt.contains(h) { changes[h].kinds.insert(.fact) }
            if comparison.counted.contains(h) { changes[h].kinds.insert(isSource(h) ? .attribution : .fact) }
        }
        judgeCues()
        judgeCertainty()
        judgeQuotationMarks()
        for h in changes.indices { judgeWords(h) }
    }

    private func isSource(_ h: Int) -> Bool {
        let isThere = { (unit: Unit) in unit.zone != .none }
        return comparison.removed.contains { $0.hunk == h && isThere($0.unit) }
            || comparison.added.contains { $0.hunk == h && isThere($0.unit) }
    }

    // MARK: Names and pronouns that the article explains elsewhere

    private mutating func settleKnown(_ h: Int) {
        let (removed, added) = comparison.left(of: h)
        let (gone, come) = (removed.filter(\.tells), added.filter(\.tells))
        let isPlain = { (unit: Unit) in !unit.isQuoted && (unit.kind == .name || unit.kind == .content) }
        let hasPronoun = { (units: [Unit]) in units.contains { $0.kind == .pronoun } }
        if !gone.isEmpty, come.isEmpty, hasPronoun(added), gone.allSatisfy({ isPlain($0) && knowsOld($0) }) {
            return settleNames(h, with: true)
        }
        if !come.isEmpty, gone.isEmpty, hasPronoun(removed), come.allSatisfy({ isPlain($0) && knowsNew($0) }) {
            return settleNames(h, with: true)
        }
        if settleRepeated(h, gone, come) { return }
        // Initials for a name, and a name by its last word.
        let isName = { (unit: Unit) in unit.kind == .name && !unit.isQuoted }
        let onlyTitles = gone.allSatisfy({ isTitle($0, comparison.old) })
        guard gone.allSatisfy({ isName($0) && knowsOld($0) || isTitle($0, comparison.old) }),
            come.allSatisfy({ isName($0) && knowsNew($0) || isTitle($0, comparison.new) }),
            come.isEmpty || onlyTitles || isInitials(gone, come), standsByName(h)
        else { return }
        settleNames(h, with: false)
    }

    /// A sentence that was split says again of whom it speaks.
    private mutating func settleRepeated(_ h: Int, _ gone: [Unit], _ come: [Unit]) -> Bool {
        let (a, b) = (comparison.old, comparison.new)
        let isPlain = { (unit: Unit) in !unit.isQuoted && (unit.kind == .name || unit.kind == .content) }
        let isSplit = a.sentences.count < b.sentences.count && gone.isEmpty && !come.isEmpty
        let isJoined = a.sentences.count > b.sentences.count && come.isEmpty && !gone.isEmpty
        guard isSplit || isJoined else { return false }
        let (units, other) = isSplit ? (come, a) : (gone, b)
        guard units.count <= 3, units.allSatisfy({ isPlain($0) && other.counts[$0.key, default: 0] > 0 }) else {
            return false
        }
        settleNames(h, with: false)
        return true
    }

    private mutating func settleNames(_ h: Int, with pronouns: Bool) {
        comparison.settle(h) { unit in
            unit.kind == .name || unit.kind == .content && !unit.isQuoted || pronouns && unit.kind == .pronoun
        }
    }

    private func isTitle(_ unit: Unit, _ line: Line) -> Bool {
        unit.words.count == 1 && WordLists.plainTitles.contains(line.words[unit.words.lowerBound].lower)
    }

    /// Whether one side is the initials of the other.
    private func isInitials(_ gone: [Unit], _ come: [Unit]) -> Bool {
        func letters(_ units: [Unit]) -> String {
            String(String.UnicodeScalarView(units.compactMap { $0.key.dropFirst(2).unicodeScalars.first }))
        }
        func spelled(_ units: [Unit]) -> String { units.count == 1 ? String(units[0].key.dropFirst(2)) : "" }
        return spelled(come) == letters(gone) || spelled(gone) == letters(come)
    }

    /// Whether a name goes on beside a stretch, so that it only became shorter or longer.
    private func standsByName(_ h: Int) -> Bool {
        let (removed, added) = comparison.left(of: h)
        let hunk = changes[h].hunk
        if !removed.filter(\.tells).isEmpty, !added.filter(\.tells).isEmpty { return true }
        func isName(_ line: Line, _ i: Int) -> Bool {
            guard line.words.indices.contains(i) else { return false }
            return line.words[i].isCapitalised || ["(", ")"].contains(line.words[i].lower)
        }
        return isName(comparison.old, hunk.old.upperBound) || isName(comparison.old, hunk.old.lowerBound - 1)
            || hunk.new.contains { comparison.new.words[$0].lower == "(" }
    }

    private mutating func judgeSwap(_ h: Int) {
        let items = (comparison.removed + comparison.added).filter { $0.hunk == h && $0.unit.tells }
        for item in items {
            if case .certainty = item.unit.kind {
                changes[h].kinds.insert(.hedge)
            } else {
                changes[h].kinds.insert(.fact)
            }
        }
        comparison.settle(h) { $0.tells }
    }

    // MARK: Cues

    /// A unit that has no answer, with its stretch.
    struct Left {
        var unit: Unit
        var hunk: Int
    }

    func left(where isWanted: (Unit) -> Bool) -> (removed: [Left], added: [Left]) {
        func pick(_ items: [Comparison.Item]) -> [Left] {
            items.filter { !$0.isMet && isWanted($0.unit) }.map { Left(unit: $0.unit, hunk: $0.hunk) }
        }
        return (pick(comparison.removed), pick(comparison.added))
    }

    private mutating func judgeCues() {
        func force(_ unit: Unit) -> CueWords.Force? {
            if case .cue(let force) = unit.kind, !unit.isQuoted { force } else { nil }
        }
        let (gone, come) = left { force($0) != nil }
        for (a, b) in zip(gone, come) {
            guard let before = force(a.unit), let after = force(b.unit) else { continue }
            switch (before, after) {
            case (.says(let x), .says(let y)) where x != y: hedge(b.hunk, x < y ? .up : .down)
            case _ where before != after: changes[b.hunk].kinds.insert(.attribution)
            default: break
            }
        }
        let rest = gone.dropFirst(come.count) + come.dropFirst(gone.count)
        let isAttributed = { (line: Line) in line.units.contains { force($0) != nil } }
        for item in rest {
            // One "she said" less, where another is left, says nothing new.
            let isLast = !isAttributed(comparison.old) || !isAttributed(comparison.new)
            if isLast { changes[item.hunk].kinds.insert(.attribution) }
        }
        for item in gone + come { comparison.settle(item.hunk) { force($0) != nil } }
    }

    mutating func hedge(_ h: Int, _ way: Edit.Certainty) {
        changes[h].kinds.insert(.hedge)
        changes[h].certainty = way
    }
}
