public import HearsayCore

/// A reading for the terminal: statements grouped by voice, the chain to each, and a line that sums up.
///
/// Nothing of the article reaches the terminal as a control character, whatever it holds.
public struct ReadingText: ReadingFormatter {
    private let painter: TextPainter
    private var articles = 0

    /// A view in a style.
    public init(style: OutputStyle = OutputStyle()) { painter = TextPainter(style: style) }

    /// The article's head, its statements by voice, and the sum.
    public mutating func article(_ reading: Reading, id: String?) -> [UInt8] {
        var lines: [String] = articles > 0 ? ["", painter.rule, ""] : []
        articles += 1
        lines += head(reading.document, id: id)
        for group in ChainGroup.groups(of: reading) {
            lines.append("")
            lines += heading(group, in: reading)
            for statement in group.statements { lines += block(statement, in: reading.document.text) }
        }
        lines += ["", painter.paint(ReadingSummary(reading).sentence, .bold)]
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    // MARK: Parts

    private func head(_ document: Document, id: String?) -> [String] {
        var lines: [String] = []
        let title = document.title(id: id)
        lines += painter.wrapped(title, indent: 0, .bold)
        var facts = [document.outlet.name ?? document.outlet.domain, document.published.map { String($0.prefix(10)) }]
        if !document.authors.isEmpty { facts.append("by " + document.authors.joined(separator: ", ")) }
        let line = facts.compactMap(\.self).joined(separator: " · ")
        if !line.isEmpty { lines += painter.wrapped(line, indent: 0, .faint) }
        for update in document.updates {
            lines += painter.wrapped(update.labelled, indent: 0, .faint)
        }
        return lines
    }

    private func heading(_ group: ChainGroup, in reading: Reading) -> [String] {
        let voice = reading.voice(group.voice)
        let colour: TextPainter.Paint = voice?.anonymous == true ? .unnamed : voice?.name == nil ? .other : .named
        var lines = painter.wrapped(VoiceLabel.chain(group.relay, group.voice, in: reading), indent: 0, colour)
        guard let voice else { return lines }
        if let detail = VoiceLabel.detail(voice) { lines += painter.wrapped(detail, indent: 2, .faint) }
        if voice.anonymous {
            let reason = voice.reason.map { "reason for anonymity: \($0)" } ?? "no reason given for anonymity"
            lines += painter.wrapped(reason, indent: 2, .faint)
        }
        return lines
    }

    private func block(_ statement: Statement, in text: SourceText) -> [String] {
        let content = PlainText.singleLine(statement.contentText(in: text))
        var lines = painter.wrapped("• " + (content.isEmpty ? "(no words)" : content), indent: 2, hanging: 2, .plain)
        var notes = [statement.quotationLabel, statement.stance.rawValue]
        if let said = statement.said { notes.append("said \(TimeLabel.days(said))") }
        if let forecast = statement.forecastLabel { notes.append(forecast) }
        lines += painter.wrapped(notes.joined(separator: " · "), indent: 4, .faint)
        for resolution in statement.resolutions(in: text) {
            lines += painter.wrapped("→ " + resolution, indent: 4, hanging: 2, .value)
        }
        return lines
    }
}
