public import HearsayCore

/// Readings as Markdown: a section for each article, its voices, and their statements as quotations.
public struct ReadingMarkdown: ReadingFormatter {
    private var articles = 0

    /// A view.
    public init() {}

    /// The section of one article.
    public mutating func article(_ reading: Reading, id: String?) -> [UInt8] {
        let document = reading.document
        var lines: [String] = articles > 0 ? [""] : []
        articles += 1
        lines.append("# " + Self.escape(document.title(id: id)))
        let facts = [document.outlet.name ?? document.outlet.domain, document.published.map { String($0.prefix(10)) }]
        let line = facts.compactMap(\.self).map(Self.escape).joined(separator: ", ")
        if !line.isEmpty { lines += ["", line] }
        for update in document.updates { lines += ["", "*\(Self.escape(update.labelled))*"] }
        for group in ChainGroup.groups(of: reading) { lines += section(group, in: reading) }
        lines += ["", "**\(ReadingSummary(reading).sentence)**"]
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private func section(_ group: ChainGroup, in reading: Reading) -> [String] {
        var lines = ["", "## " + Self.escape(VoiceLabel.chain(group.relay, group.voice, in: reading))]
        if let voice = reading.voice(group.voice) {
            if let detail = VoiceLabel.detail(voice) { lines += ["", Self.escape(detail)] }
            if voice.anonymous {
                lines += [
                    "",
                    voice.reason.map { "Reason for anonymity: \(Self.escape($0))" } ?? "No reason given for anonymity.",
                ]
            }
        }
        for statement in group.statements {
            let text = reading.document.text
            lines += ["", "> " + Self.escape(statement.contentText(in: text)), ""]
            var notes = [statement.quotationLabel, statement.stance.rawValue]
            if let said = statement.said { notes.append("said \(TimeLabel.days(said))") }
            if let forecast = statement.forecastLabel { notes.append(forecast) }
            notes += statement.resolutions(in: text)
            lines.append("— " + notes.map(Self.escape).joined(separator: "; "))
        }
        return lines
    }

    /// Foreign text in one line, with everything escaped that Markdown or the HTML in it would act upon.
    static func escape(_ text: String) -> String {
        var result = ""
        let line = PlainText.singleLine(text)
        for (i, character) in line.enumerated() {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!": result += "\\\(character)"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "-" where i == 0, "+" where i == 0, "=" where i == 0: result += "\\\(character)"
            case "." where isListNumber(result), ")" where isListNumber(result): result += "\\\(character)"
            case ":" where result.hasSuffix("http") || result.hasSuffix("https"): result += "\\:"
            case "@": result += "&#64;"
            default: result.append(character)
            }
        }
        return result
    }

    private static func isListNumber(_ start: String) -> Bool {
        !start.isEmpty && start.utf8.count < 10 && start.utf8.allSatisfy(\.isASCIIDigit)
    }
}
