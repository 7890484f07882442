internal import HearsayCore

/// Finds the words of a line that say who says it and through whom, and marks the units that they belong to.
///
/// By the words around a cue alone, so that it works without a reading; what a reading found is added.
struct SourceZones {
    private let line: LineWords
    private let statements: [Statement]
    /// The traits of all words.
    private let traits: WordTraits

    private static let longestSource = 16
    private static let farthest = 40
    /// Sources of the reading that are less sure than this are left aside.
    private static let leastConfidence = 0.5
    static let clauseEnds = WordLists.words("that who which if whether but because while when after before as")
    static let speechMarks: Set<String> = ["\"", "“", "”", "„", "«", "»", ";", ":", "(", ")", "."]
    static let dashes: Set<String> = ["–", "—"]
    /// Behind a comma these go on with another clause and not with a description.
    static let goOn = WordLists.words(
        "and but so yet or while as after before when because although he she it they")

    init(_ line: LineWords, traits: WordTraits, statements: [Statement]) {
        (self.line, self.traits, self.statements) = (line, traits, statements)
    }

    private var words: [Word] { line.words }
    private var starts: Set<Int> { line.starts }

    /// Marks the units.
    func mark(_ units: inout [Unit]) {
        // Most sentences say nothing of a source.
        let isTold = !statements.isEmpty || !traits.isDisjoint(with: [.withholding, .obtaining, .interview])
        guard isTold || units.contains(where: \.isCue) else { return }
        var zones = [Unit.Zone](repeating: .none, count: words.count)
        func set(_ range: Range<Int>, _ zone: Unit.Zone) {
            for i in range.clamped(to: 0..<words.count) where zones[i] == .none || zone == .withholding {
                zones[i] = zone
            }
        }
        for unit in units where unit.isCue && !unit.isQuoted {
            for (range, zone) in ranges(of: unit) { set(range, zone) }
        }
        for range in withholding(units) { set(range, .withholding) }
        for range in interviews() + obtained() { set(range, .relay) }
        let cues = statements.isEmpty ? [] : Set(units.lazy.filter(\.isCue).flatMap(\.words))
        for statement in statements where isSaid(statement, cues) {
            for span in statement.source { set(places(in: span), .source) }
        }
        for k in units.indices where !units[k].isQuoted {
            units[k].zone = units[k].words.lazy.map { zones[$0] }.first { $0 != .none } ?? .none
        }
    }

    private func lower(_ i: Int) -> String { line.lower(i) }

    /// Whether a statement of the reading is one of saying: surely enough, and not by a verb that says nothing here
    /// ("claimed responsibility", "signed the petition").
    private func isSaid(_ statement: Statement, _ cues: Set<Int>) -> Bool {
        let words = statement.cue.flatMap { Array(places(in: $0)) }
        if words.contains(where: cues.contains) { return true }
        return statement.confidence >= Self.leastConfidence && !words.contains { CueWords.force(lower($0)) != nil }
    }

    private func places(in span: TextSpan) -> Range<Int> {
        let first = words.firstIndex { $0.span.end > span.start } ?? words.count
        let end = words.firstIndex { $0.span.start >= span.end } ?? words.count
        return first..<max(first, end)
    }

    // MARK: Cues

    /// The parts of the attribution around a cue.
    private func ranges(of cue: Unit) -> [(Range<Int>, Unit.Zone)] {
        let (at, next) = (cue.words.lowerBound, cue.words.upperBound)
        var ranges: [(Range<Int>, Unit.Zone)] = [(cue.words, .source)]
        switch lower(at) {
        case "according", "citing", "quoting", "cited", "quoted", "cites", "quotes":
            ranges.append((next..<end(from: next), .source))
            if lower(at) != "according" { ranges.append((subject(before: at), .relay)) }
        case "told", "tells", "tell", "informed":
            ranges.append((subject(before: at), .source))
            let listener = next..<end(from: next)
            if isRelay(listener) { ranges.append((listener, .relay)) }
        default:
            if isInverted(at, next) {
                ranges.append((next..<description(end: end(from: next)), .source))
            } else {
                ranges.append((subject(before: at), .source))
            }
        }
        return ranges
    }

    /// Whether the source stands behind the verb: "…," said Veld.
    private func isInverted(_ at: Int, _ next: Int) -> Bool {
        guard next < words.count, at > 0, line.traits(at).contains(.strongCue) else { return false }
        let before = line.traits(at - 1)
        guard !before.isDisjoint(with: [.comma, .speechMark]) else { return false }
        let isNoun =
            words[next].isCapitalised
            || ["the", "a", "an", "one", "two", "three", "his", "her", "its", "their"]
                .contains(lower(next))
            || words[next].kind == .word && !line.traits(next).contains(.function)
        // "Karl Heddon, a former minister, said the files had been burned" has its source before it.
        let opens = opening(before: at)
        return isNoun && (at == opens + 1 || !(before.contains(.comma) && isDescription(endingAt: at - 1, from: opens)))
    }

    /// Where the sentence of a word begins, or as far back as is looked.
    private func opening(before at: Int) -> Int {
        var i = at - 1
        while i > 0, at - i < Self.farthest, !starts.contains(i) { i -= 1 }
        return max(0, i)
    }

    /// Whether the words before a comma describe the name before another comma that opens the sentence.
    private func isDescription(endingAt comma: Int, from start: Int) -> Bool {
        guard let first = (start..<comma).last(where: { lower($0) == "," }), comma - first <= 14 else { return false }
        return first - start <= 6 && first > start && words[start].isCapitalised
            && ["a", "an", "the", "who", "his", "her", "one"].contains(lower(first + 1))
    }

    /// The words before a verb that name who says it.
    private func subject(before at: Int) -> Range<Int> {
        var (i, commas) = (at, 0)
        while i > 0, at - i < Self.longestSource, !starts.contains(i) {
            let before = line.traits(i - 1)
            if !before.isDisjoint(with: [.speechMark, .dash]) { break }
            if before.contains(.comma) {
                // Behind the verb's own comma a description may stand: "Ilves, the director, said".
                let opens = opening(before: i)
                guard i == at || commas == 1 else { break }
                guard i != at || isDescription(endingAt: i - 1, from: opens) else { break }
                commas += 1
            } else if commas == 0, i < at, lower(i - 1) == "that" {
                break
            }
            i -= 1
        }
        return i..<at
    }

    /// Where a phrase that names a source ends.
    private func end(from start: Int) -> Int {
        var i = start
        while i < words.count, i - start < Self.longestSource, !starts.contains(i) || i == start {
            if !line.traits(i).isDisjoint(with: [.comma, .speechMark, .clauseEnd, .dash]) { break }
            i += 1
        }
        return i
    }

    /// The end of the description behind a name: "said Ilves, the plant's deputy director".
    private func description(end: Int) -> Int {
        guard line.traits(end).contains(.comma), end + 1 < words.count,
            line.traits(end + 1).isDisjoint(with: [.goOn, .speechMark]), !lower(end + 1).hasSuffix("ing")
        else { return end }
        let close = self.end(from: end + 1)
        return close
    }

    /// Whether who was told is an outlet, and not just those who stood there.
    private func isRelay(_ range: Range<Int>) -> Bool {
        range.contains { words[$0].isCapitalised } && !CueWords.listeners.contains(lower(range.lowerBound))
    }

    // MARK: Phrases

    /// "On condition of anonymity", "who asked not to be named because …".
    private func withholding(_ units: [Unit]) -> [Range<Int>] {
        guard traits.contains(.withholding) else { return [] }
        return words.indices.compactMap { i -> Range<Int>? in
            guard line.traits(i).contains(.withholding) else { return nil }
            let isAsked =
                ["condition", "requested", "requesting", "granted"].contains {
                    lower(i - 1) == $0 || lower(i - 2) == $0
                }
                || (max(0, i - 5)..<i).contains { ["not", "declined", "refused", "anonymity"].contains(lower($0)) }
            guard isAsked || lower(i) == "anonymous" else { return nil }
            var start = i
            while start > 0, i - start < 6, ![",", ".", "said", "say", "told"].contains(lower(start - 1)) { start -= 1 }
            var end = i + 1
            while end < words.count, end - i < Self.farthest, !starts.contains(end), lower(end) != ".",
                !line.traits(end).contains(.speechMark)
            {
                end += 1
            }
            return start..<end
        }
    }

    /// "Leaked by an official", "seen by the Gull".
    private func obtained() -> [Range<Int>] {
        guard traits.contains(.obtaining) else { return [] }
        return words.indices.compactMap { i -> Range<Int>? in
            guard line.traits(i).contains(.obtaining), lower(i + 1) == "by", i + 2 < words.count else { return nil }
            return i..<end(from: i + 2)
        }
    }

    static let obtaining = WordLists.words(
        "obtained seen reviewed leaked reported published verified viewed heard")

    static let interviews: Set<String> = ["interview", "comments", "statement"]

    /// "In an interview with Channel Six", "in a statement to the Gull".
    private func interviews() -> [Range<Int>] {
        guard traits.contains(.interview) else { return [] }
        return words.indices.compactMap { i -> Range<Int>? in
            guard line.traits(i).contains(.interview),
                ["with", "to", "for"].contains(lower(i + 1)), i + 2 < words.count
            else { return nil }
            let end = end(from: i + 2)
            guard (i + 2..<max(i + 2, end)).contains(where: { words[$0].isCapitalised }) else { return nil }
            return max(0, i - 2)..<end
        }
    }
}
