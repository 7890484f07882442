internal import HearsayCore

/// Puts an edit together: its sides, its kinds and the line that tells it to people.
struct EditDraft {
    let old: Line
    let new: Line
    let place: Edit.Place
    let isMoved: Bool
    /// The statements of each side that have to do with its sentences.
    var statements: (old: [Statement], new: [Statement]) = ([], [])

    /// Sentences that tell nothing, by how they begin.
    private static let empty = [
        "read on", "read more", "read also", "more to follow", "more follows", "here is what", "here's what",
        "here are",
        "see below", "click here", "follow us", "sign up", "this is what we know", "scroll down",
    ]

    /// The first words of those.
    static let emptyFirst = Set(empty.compactMap { $0.split(separator: " ").first.map(String.init) })

    init(old: Line, new: Line, place: Edit.Place, isMoved: Bool) {
        (self.old, self.new, self.place, self.isMoved) = (old, new, place, isMoved)
    }

    // MARK: Kinds of edits

    /// An edit of sentences that both sides have.
    func changed(_ verdict: Verdict) -> Edit {
        let kinds = verdict.kinds
        let hunks = verdict.changes.map(\.hunk)
        var edit = Edit(
            kinds: kinds.isEmpty ? [.style] : kinds, place: place, old: side(old, hunks.map(\.old), statements.old),
            new: side(new, hunks.map(\.new), statements.new),
            reason: ReasonWriter(old: old, new: new, isMoved: isMoved).reason(of: verdict))
        edit.certainty = verdict.certainty
        return edit
    }

    /// An edit of sentences that only one side has.
    func whole() -> Edit {
        let isGone = new.words.isEmpty
        let line = isGone ? old : new
        let kinds = Self.kinds(of: line, statements: isGone ? statements.old : statements.new)
        var edit = Edit(
            kinds: kinds, place: place, old: isGone ? side(old, [old.words.indices], statements.old) : nil,
            new: isGone ? nil : side(new, [new.words.indices], statements.new),
            reason: ReasonWriter.whole(line, isGone: isGone))
        if kinds == [.hedge] { edit.certainty = isGone ? .up : .down }
        return edit
    }

    /// An edit of a note.
    func note() -> Edit {
        let writer = ReasonWriter(old: old, new: new, isMoved: false)
        guard !old.words.isEmpty, !new.words.isEmpty else {
            let isGone = new.words.isEmpty
            return Edit(
                kinds: [.note], place: .note, old: isGone ? side(old, [old.words.indices], []) : nil,
                new: isGone ? nil : side(new, [new.words.indices], []),
                reason: ReasonWriter.note(isGone ? old : new, isGone: isGone))
        }
        let hunks = Comparison(old: old, new: new).hunks
        return Edit(
            kinds: [.note], place: .note, old: side(old, hunks.map(\.old), []), new: side(new, hunks.map(\.new), []),
            reason: writer.note(hunks))
    }

    /// What a sentence that came or went holds.
    private static func kinds(of line: Line, statements: [Statement]) -> Set<Edit.Kind> {
        if line.traits.contains(.doubt), NoteWords.isDoubt(line.words.map(\.lower)) { return [.hedge] }
        if line.traits(0).contains(.empty) {
            let opening = line.words.prefix(4).map(\.lower).joined(separator: " ")
            if empty.contains(where: opening.hasPrefix) { return [.style] }
        }
        let isAttributed = line.units.contains { $0.isCue ? !$0.isQuoted : $0.kind == .quotationMark }
        let hasSource = statements.contains { statement in
            (statement.cue + statement.source).contains { span in line.sentences.contains { $0.span.overlaps(span) } }
        }
        let tells = line.units.contains { $0.tells && ($0.zone == .none || $0.isQuoted) && !$0.isCue }
        if isAttributed || hasSource { return tells ? [.attribution, .fact] : [.attribution] }
        return tells ? [.fact] : [.style]
    }

    // MARK: Sides

    private func side(_ line: Line, _ changed: [Range<Int>], _ statements: [Statement]) -> Edit.Side? {
        guard let first = line.sentences.first, let last = line.sentences.last else { return nil }
        let span = first.span.union(last.span)
        let words = changed.map(line.span)
        let touched = first.isInText ? statements.filter { Self.touches($0, words) }.map(\.id) : []
        return Edit.Side(
            span: first.isInText ? span : nil, text: line.text.string(first.isInText ? span : line.text.span),
            words: words, statements: touched)
    }

    private static func touches(_ statement: Statement, _ words: [TextSpan]) -> Bool {
        let spans = statement.source + statement.cue + statement.content
        return spans.contains { span in words.contains { $0.overlaps(span) } }
    }
}
