import HearsayCore

/// The voices of a page: number, colour, the ways on which each was heard, why it is unnamed, and its statements.
struct VoiceLegend {
    let reading: Reading
    let marked: MarkedText
    let prefix: String
    let links: ReadingLinks

    /// The list as HTML; empty when there are no voices.
    var html: String {
        if reading.voices.isEmpty { return "" }
        let groups = Dictionary(grouping: ChainGroup.groups(of: reading), by: \.voice)
        let items = reading.voices.map { item($0, groups[$0.id] ?? []) }
        return
            "<aside class=\"voices\" aria-label=\"Voices\"><h2>Voices</h2>\n<ol>\n\(items.joined(separator: "\n"))\n</ol></aside>"
    }

    private func item(_ voice: Voice, _ groups: [ChainGroup]) -> String {
        let number = marked.number(of: voice.id)
        var lines = ["<li class=\"voice c\(HTMLText.colour(number))\" id=\"\(prefix)voice\(number)\">"]
        for (i, group) in (groups.isEmpty ? [ChainGroup(voice: voice.id, relay: [], statements: [])] : groups)
            .enumerated()
        {
            lines.append(chain(group, voice, first: i == 0))
        }
        lines.append("<p class=\"meta\">\(HTMLText.escape(meta(voice)))</p>")
        if voice.anonymous {
            let reason = voice.reason.map { "unnamed because <q>\(HTMLText.escape(PlainText.singleLine($0)))</q>" }
            lines.append("<p class=\"reason\">\(reason ?? "no reason given for anonymity")</p>")
        }
        let statements = groups.flatMap(\.statements)
        if !statements.isEmpty { lines.append(details(statements)) }
        return (lines + ["</li>"]).joined(separator: "\n")
    }

    private func chain(_ group: ChainGroup, _ voice: Voice, first: Bool) -> String {
        let way = group.relay.map { HTMLText.escape(reading.voice($0).map(VoiceLabel.label) ?? $0) + " ← " }.joined()
        let reference = first ? marked.reference(voice.id) : ""
        let label = HTMLText.escape(VoiceLabel.label(voice))
        let name = links.voice(voice.id).map { "<a href=\"\(HTMLText.escape($0))\">\(label)</a>" } ?? label
        return "<p class=\"chain\">\(reference)<span class=\"via\">\(way)</span><b>\(name)</b></p>"
    }

    private func meta(_ voice: Voice) -> String {
        var parts = [voice.kind.rawValue]
        if let people = VoiceLabel.people(voice), voice.kind != .person { parts.append(people) }
        if let detail = VoiceLabel.detail(voice) { parts.append(detail) }
        let passed = reading.statements.count { $0.relay.contains(voice.id) }
        if passed > 0 { parts.append("passes on \(passed) statement\(passed == 1 ? "" : "s")") }
        return parts.joined(separator: " · ")
    }

    private func details(_ statements: [Statement]) -> String {
        let items = statements.map { statement in
            var notes = [statement.quotationLabel]
            if let said = statement.said { notes.append("said \(TimeLabel.days(said))") }
            if let forecast = statement.forecastLabel { notes.append(forecast) }
            notes += statement.resolutions(in: reading.document.text)
            let link = "<a href=\"#\(prefix)\(HTMLText.escape(statement.id))\">\(statement.stance.rawValue)</a>"
            let claim = links.statement(statement.id).map { " · <a href=\"\(HTMLText.escape($0))\">claim</a>" } ?? ""
            return "<li>\(link) · \(HTMLText.escape(notes.joined(separator: " · ")))\(claim)</li>"
        }
        let count = "\(statements.count) statement\(statements.count == 1 ? "" : "s")"
        return "<details><summary>\(count)</summary><ul>\n\(items.joined(separator: "\n"))\n</ul></details>"
    }
}
