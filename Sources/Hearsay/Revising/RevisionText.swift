internal import HearsayCore
internal import HearsayRevising

/// What changed between two versions, for the terminal: by paragraph, each edit's kind first, old words as [-old-] and new
/// ones as {+new+}, so that no colour is needed to tell them apart.
///
/// Nothing of the articles reaches the terminal as a control character, whatever they hold.
public struct RevisionText: Sendable {
    private let painter: TextPainter

    /// A view in a style.
    public init(style: OutputStyle = OutputStyle()) { painter = TextPainter(style: style) }

    /// The edits as text.
    public func bytes(of comparison: RevisionComparison) -> [UInt8] {
        let places = EditPlaces(comparison)
        var (lines, last) = ([String](), "")
        for edit in comparison.edits {
            let label = places.label(of: edit)
            if label != last {
                if !lines.isEmpty { lines.append("") }
                lines.append(painter.paint(label, .bold))
                last = label
            }
            lines += block(edit, comparison)
        }
        if !lines.isEmpty { lines.append("") }
        lines.append(painter.paint(Self.summary(comparison.edits), .bold))
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// "3 edits: 1 attribution, 2 style."
    static func summary(_ edits: [Edit]) -> String {
        if edits.isEmpty { return "No edits." }
        let counts = Edit.Kind.allCases.compactMap { kind -> String? in
            let count = edits.count { $0.kind == kind }
            return count > 0 ? "\(count) \(kind.rawValue)" : nil
        }
        return "\(edits.count) edit\(edits.count == 1 ? "" : "s"): " + counts.joined(separator: ", ") + "."
    }

    private func block(_ edit: Edit, _ comparison: RevisionComparison) -> [String] {
        let certainty = edit.certainty.map { $0 == .up ? " (more certain)" : " (less certain)" } ?? ""
        let kinds = edit.kinds.map(\.rawValue).joined(separator: ", ") + certainty + (edit.isMoved ? ", moved" : "")
        var lines = painter.wrapped(kinds, indent: 2, Self.paint(edit.kind))
        lines += painter.wrapped(Self.marked(edit, comparison), indent: 4)
        let isShown = edit.old == nil || edit.new == nil
        if !isShown { lines += painter.wrapped(edit.reason, indent: 4, hanging: 2, .faint) }
        return lines
    }

    private static func paint(_ kind: Edit.Kind) -> TextPainter.Paint {
        switch kind {
        case .attribution: .alarm
        case .fact: .unnamed
        case .hedge: .other
        case .note: .named
        case .style: .faint
        }
    }

    // MARK: Marked words

    /// The sentence with its old and new words.
    static func marked(_ edit: Edit, _ comparison: RevisionComparison) -> String {
        guard let new = edit.new else { return edit.old.map { "[-\($0.text)-]" } ?? "" }
        guard let old = edit.old else { return "{+\(new.text)+}" }
        let before = old.span == nil ? SourceText(old.text) : comparison.old.document.text
        let after = new.span == nil ? SourceText(new.text) : comparison.new.document.text
        let whole = new.span ?? after.span
        var (text, at) = ("", whole.start)
        for (gone, come) in zip(old.words, new.words) where come.start >= at && come.end <= whole.end {
            text += after.string(TextSpan(at, come.start))
            if !gone.isEmpty { text += (come.isEmpty ? spaced(text) : "") + "[-\(before.string(gone))-]" }
            if !gone.isEmpty, !come.isEmpty { text += " " }
            if !come.isEmpty { text += "{+\(after.string(come))+}" }
            at = come.end
        }
        return text + after.string(TextSpan(at, whole.end))
    }

    private static func spaced(_ text: String) -> String {
        text.utf8.last.map { $0 == 0x20 || $0 == 0x0A } ?? true ? "" : " "
    }
}
