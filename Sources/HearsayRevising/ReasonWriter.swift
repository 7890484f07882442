internal import HearsayCore

/// Writes the line that tells people what an edit did: "300,000 became 200,000".
struct ReasonWriter {
    let old: Line
    let new: Line
    let isMoved: Bool

    private static let mostPhrases = 3
    private static let longest = 60

    /// The reason of an edit that both sides have.
    func reason(of verdict: Verdict) -> String {
        let ranked = shown(verdict.changes.filter { !$0.kinds.isEmpty })
            .enumerated()
            .sorted { a, b in
                let (x, y) = (a.element.kinds.min() ?? .style, b.element.kinds.min() ?? .style)
                return x == y ? a.offset < b.offset : x < y
            }
            .map(\.element)
        var phrases = ranked.prefix(Self.mostPhrases).map(phrase)
        if ranked.count > Self.mostPhrases { phrases.append("and more") }
        if ranked.isEmpty { phrases = style(verdict) }
        if isMoved { phrases.append("moved to another place") }
        return phrases.isEmpty ? "other words for the same" : phrases.joined(separator: "; ")
    }

    /// Changes of a source as the whole source before and after, several of one source as one.
    private func shown(_ changes: [Verdict.Change]) -> [Verdict.Change] {
        var shown: [Verdict.Change] = []
        for var change in changes {
            if change.kinds.contains(.attribution), !change.hunk.old.isEmpty, !change.hunk.new.isEmpty {
                let (a, b) = (old.source(around: change.hunk.old), new.source(around: change.hunk.new))
                if let a, let b { change.hunk = WordDiff.Hunk(old: a, new: b) }
            }
            if let last = shown.last, last.hunk.old.overlaps(change.hunk.old), last.hunk.new.overlaps(change.hunk.new) {
                shown[shown.count - 1].kinds.formUnion(change.kinds)
            } else {
                shown.append(change)
            }
        }
        return shown
    }

    private func phrase(_ change: Verdict.Change) -> String {
        let words = phrase(change.hunk) ?? "the punctuation changed"
        switch change.certainty {
        case .up where change.kinds.contains(.hedge): return words + ": more certain"
        case .down where change.kinds.contains(.hedge): return words + ": less certain"
        default: return words
        }
    }

    /// "“will” became “may”"; nil where only marks changed.
    private func phrase(_ hunk: WordDiff.Hunk) -> String? {
        let (a, b) = (trimmed(old, hunk.old), trimmed(new, hunk.new))
        let (before, after) = (old.string(a), new.string(b))
        if a.isEmpty, b.isEmpty { return nil }
        if before == after { return marks(hunk) }
        if a.isEmpty { return "\(Self.quoted(after)) was added" }
        if b.isEmpty { return "\(Self.quoted(before)) was left out" }
        return "\(Self.quoted(before)) became \(Self.quoted(after))"
    }

    /// Words of which only the marks around them changed.
    private func marks(_ hunk: WordDiff.Hunk) -> String? {
        let (before, after) = (old.string(hunk.old), new.string(hunk.new))
        return before == after ? nil : "\(Self.short(before)) became \(Self.short(after))"
    }

    /// The range without marks at either end, unless it has nothing else.
    private func trimmed(_ line: Line, _ range: Range<Int>) -> Range<Int> {
        let isWord = { (i: Int) in
            line.words[i].kind != .punctuation || ["%", "$", "€", "£"].contains(line.words[i].lower)
        }
        guard let first = range.first(where: isWord), let last = range.last(where: isWord) else {
            return range.lowerBound..<range.lowerBound
        }
        return first..<last + 1
    }

    private func style(_ verdict: Verdict) -> [String] {
        let (a, b) = (old.sentences.count, new.sentences.count)
        if a == 1, b > 1 { return ["one sentence became \(b)"] }
        if b == 1, a > 1 { return ["\(a) sentences became one"] }
        if isMoved, verdict.changes.isEmpty { return [] }
        if verdict.comparison.isReordered { return ["the same in another order"] }
        let phrases = verdict.changes.compactMap { phrase($0.hunk) }
        if phrases.isEmpty { return ["only punctuation changed"] }
        return phrases.prefix(Self.mostPhrases) + (phrases.count > Self.mostPhrases ? ["and more"] : [])
    }

    // MARK: Whole sentences and notes

    /// The reason of a sentence that came or went.
    static func whole(_ line: Line, isGone: Bool) -> String {
        "\(quoted(line.string(line.words.indices))) was \(isGone ? "taken out" : "added")"
    }

    /// The reason of a note that came or went.
    static func note(_ line: Line, isGone: Bool) -> String {
        "the note \(quoted(line.string(line.words.indices))) was \(isGone ? "taken out" : "added")"
    }

    /// The reason of a note that changed.
    func note(_ hunks: [WordDiff.Hunk]) -> String {
        let phrases = hunks.compactMap { phrase($0) }.prefix(Self.mostPhrases)
        return "the note changed" + (phrases.isEmpty ? "" : ": " + phrases.joined(separator: "; "))
    }

    // MARK: Words

    /// Words in quotation marks, numbers bare; what is long is cut in the middle.
    private static func quoted(_ words: String) -> String {
        let isNumber = words.utf8.first.map { $0.isASCIIDigit || $0 == 0x24 } == true && !words.utf8.contains(0x20)
        return isNumber ? words : "“\(short(words))”"
    }

    private static func short(_ words: String) -> String {
        let scalars = words.unicodeScalars
        guard words.utf8.count > longest, scalars.count > longest else { return words }
        // Cut between words where there are any.
        let (head, tail) = (scalars.prefix(longest / 2), scalars.suffix(longest / 3))
        let end = head.lastIndex(of: " ") ?? head.endIndex
        let start = tail.firstIndex(of: " ") ?? tail.startIndex
        return String(head[..<end]) + " …" + (start == tail.startIndex ? " " : "") + String(tail[start...])
    }
}
