internal import HearsayCore

extension Verdict {
    /// Words of certainty and roughness.
    mutating func judgeCertainty() {
        func grade(_ unit: Unit) -> CertaintyWords.Grade? {
            if case .certainty(let grade) = unit.kind { grade } else { nil }
        }
        let (gone, come) = left { grade($0) != nil }
        for (a, b) in zip(gone, come) {
            guard let before = grade(a.unit), let after = grade(b.unit) else { continue }
            if before.level != after.level {
                hedge(b.hunk, before.level < after.level ? .up : .down)
            } else if before.key != after.key {
                judgeSameLevel(before.key, after.key, b.hunk)
            }
        }
        for item in gone.dropFirst(come.count) { grade(item.unit).map { judgeLone($0, item.hunk, isGone: true) } }
        for item in come.dropFirst(gone.count) { grade(item.unit).map { judgeLone($0, item.hunk, isGone: false) } }
        let rough = left { $0.kind == .rough }
        for item in rough.removed.dropFirst(rough.added.count) { hedge(item.hunk, .up) }
        for item in rough.added.dropFirst(rough.removed.count) { hedge(item.hunk, .down) }
        for h in changes.indices {
            comparison.settle(h) { ($0.kind == .rough || grade($0) != nil) && !$0.isQuoted }
        }
    }

    /// "Will" to "would" with "says" to "said" is the tense alone; "must" for "will" is another thing.
    private mutating func judgeSameLevel(_ before: String, _ after: String, _ h: Int) {
        let pair: Set = [before, after]
        if pair == ["will", "would"] {
            if !hasCue { hedge(h, before == "will" ? .down : .up) }
        } else if pair.contains("must") {
            changes[h].kinds.insert(.fact)
        } else if !Self.alike.contains(pair) {
            changes[h].kinds.insert(.hedge)
        }
    }

    private static let alike: Set<Set<String>> = [["expected", "likely"], ["will", "certain"], ["may", "should"]]

    private var hasCue: Bool {
        comparison.old.units.contains { unit in if case .cue = unit.kind { true } else { false } }
            || isTenseShifted
    }

    /// Whether some verb went from one tense to the other.
    private var isTenseShifted: Bool {
        let past = { (items: [Comparison.Item], line: Line) in
            items.contains { $0.unit.words.contains { Stem.isPast(line.words[$0].lower) } }
        }
        return past(comparison.removed, comparison.old) != past(comparison.added, comparison.new)
    }

    /// A word of certainty that has no answer on the other side.
    private mutating func judgeLone(_ grade: CertaintyWords.Grade, _ h: Int, isGone: Bool) {
        if grade.level < 3 {
            if Self.open.contains(grade.key), hasPast(isGone: isGone), !hasPast(isGone: !isGone) {
                changes[h].kinds.insert(.fact)
            }
            return hedge(h, isGone ? .up : .down)
        }
        if grade.key == "certain" { return hedge(h, isGone ? .down : .up) }
        if grade.key == "must" {
            changes[h].kinds.insert(.fact)
            return
        }
        // "Will open" and "opened": what was to come has come.
        if hasPast(isGone: isGone) { changes[h].kinds.insert(.fact) }
    }

    /// Keys of what may or will be, and not of what is said to have been.
    private static let open: Set = ["expected", "likely", "may", "should", "unlikely"]

    /// Whether the side that has no word of certainty tells of the past.
    private func hasPast(isGone: Bool) -> Bool {
        let (items, line) = isGone ? (comparison.added, comparison.new) : (comparison.removed, comparison.old)
        return items.contains { item in
            if case .certainty = item.unit.kind { return false }
            return item.unit.words.contains { i in
                Stem.isPast(line.words[i].lower) || Self.past.contains(line.words[i].lower)
            }
        }
    }

    private static let past = WordLists.words("was were had has have did been")

    /// Quotation marks that were put around words which stay, or taken off them.
    mutating func judgeQuotationMarks() {
        let (gone, come) = left { $0.kind == .quotationMark }
        guard gone.count != come.count, let item = (gone.count > come.count ? gone : come).first else { return }
        let isGone = gone.count > come.count
        let (line, other) = isGone ? (comparison.old, comparison.new) : (comparison.new, comparison.old)
        let stays = Set(other.words.map { Stem.comparable($0) })
        let quoted = line.units.filter { $0.isQuoted && $0.kind != .mark }.flatMap { line.words[$0.words] }
        let kept = quoted.count { stays.contains(Stem.comparable($0)) }
        if !quoted.isEmpty, kept * 2 >= quoted.count { changes[item.hunk].kinds.insert(.attribution) }
    }

    /// What is left of a stretch when cues and certainty are judged.
    mutating func judgeWords(_ h: Int) {
        var (removed, added) = comparison.left(of: h)
        if let isGone = isDoubt(h) {
            hedge(h, isGone ? .up : .down)
            (removed, added) = ([], [])
        }
        let telling = (removed + added).filter(\.tells)
        for unit in telling {
            if unit.isQuoted {
                changes[h].kinds.insert(.fact)
                continue
            }
            switch (unit.zone, unit.kind) {
            case (.relay, _), (.withholding, _): changes[h].kinds.insert(.attribution)
            case (.source, .time): changes[h].kinds.insert(.fact)
            case (.source, _): changes[h].kinds.insert(sharesSource ? .fact : .attribution)
            case (.none, _): changes[h].kinds.insert(.fact)
            }
        }
        guard telling.isEmpty, changes[h].kinds.isEmpty else { return }
        if isTurned(removed, added) { changes[h].kinds.insert(.fact) }
        if isSomebodyElse(removed, added) {
            changes[h].kinds.insert((removed + added).contains { $0.zone != .none } ? .attribution : .fact)
        }
    }

    /// Whether a clause that says only that something could not be checked went (true) or came (false).
    private func isDoubt(_ h: Int) -> Bool? {
        let hunk = changes[h].hunk
        if hunk.new.isEmpty, NoteWords.isDoubt(comparison.old.words[hunk.old].map(\.lower)) { return true }
        if hunk.old.isEmpty, NoteWords.isDoubt(comparison.new.words[hunk.new].map(\.lower)) { return false }
        return nil
    }

    /// "From Brask" for "to Brask".
    private func isTurned(_ removed: [Unit], _ added: [Unit]) -> Bool {
        let directions = { (units: [Unit]) in units.filter { $0.kind == .direction }.map { String($0.key.dropFirst(2)) }
        }
        let (a, b) = (directions(removed), directions(added))
        return a.count == 1 && b.count == 1 && WordLists.clash(a[0], b[0])
    }

    /// "She" for "he"; a body may be "it" and "they".
    private func isSomebodyElse(_ removed: [Unit], _ added: [Unit]) -> Bool {
        let groups = { (units: [Unit], line: Line) in
            Set(
                units.filter { $0.kind == .pronoun }.compactMap {
                    WordLists.pronouns[line.words[$0.words.lowerBound].lower]
                })
        }
        let (a, b) = (groups(removed, comparison.old), groups(added, comparison.new))
        guard !a.isEmpty, !b.isEmpty, a.isDisjoint(with: b) else { return false }
        return !(a.union(b)).isSubset(of: [2, 3])
    }
}
