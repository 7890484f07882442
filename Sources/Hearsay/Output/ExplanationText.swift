public import HearsayCore

/// An explanation for the terminal: a line for each judgement, what decided it below.
public enum ExplanationText {
    private static let labels = 12

    /// The explanation as text; offsets are code points of the document's text.
    public static func bytes(
        of explanation: Explanation, in document: Document, style: OutputStyle = OutputStyle()
    ) -> [UInt8] {
        let painter = TextPainter(style: style)
        let offsets = CodePointMap(document.text)
        var lines = [painter.paint("statement \(explanation.statement.id)", .bold)]
        for reason in explanation.reasons {
            lines += self.lines(of: reason, document.text, offsets, painter)
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func lines(
        of reason: Explanation.Reason, _ text: SourceText, _ offsets: CodePointMap, _ painter: TextPainter
    ) -> [String] {
        let label = reason.judgement.rawValue
        let rule = [reason.value, reason.rule].filter { !$0.isEmpty }.joined(separator: ": ")
        let words = reason.words.map { span in
            "\"\(text.string(span))\" [\(offsets.codePoint(atByte: span.start)), \(offsets.codePoint(atByte: span.end)))"
        }
        let inputs = reason.inputs.map { "\($0.name) \(($0.value * 1000).rounded() / 1000)" }.joined(separator: ", ")
        let parts = ([rule] + words + [inputs]).filter { !$0.isEmpty }
        var lines = painter.wrapped(parts.first ?? "none", indent: labels)
        let padding = String(repeating: " ", count: max(1, labels - label.utf8.count))
        if let first = lines.first { lines[0] = label + padding + first.dropFirst(labels) }
        for part in parts.dropFirst() {
            lines += painter.wrapped(part, indent: labels, hanging: 2, .faint)
        }
        return lines
    }
}
