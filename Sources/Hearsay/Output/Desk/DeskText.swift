public import HearsayCore

/// What a ledger holds, for the terminal. Nothing of an article reaches it as a control character.
public struct DeskText: Sendable {
    let painter: TextPainter

    /// A view in a style.
    public init(style: OutputStyle = OutputStyle()) { painter = TextPainter(style: style) }

    /// A list of articles.
    public func list(_ articles: [ArticleSummary]) -> String {
        if articles.isEmpty { return "no articles; `hearsay add FILE` adds one\n" }
        return joined(articles.flatMap(article))
    }

    /// What a search found, its words marked.
    public func hits(_ hits: [SearchHit]) -> String {
        if hits.isEmpty { return "nothing found\n" }
        return joined(hits.flatMap(hit))
    }

    /// The due list, one state after the other.
    public func due(_ items: [DueItem]) -> String {
        if items.isEmpty { return "no forecasts\n" }
        let groups = DueItem.State.allCases.map { state in (state, items.filter { $0.state == state }) }
        return joined(
            groups.filter { !$0.1.isEmpty }.flatMap { state, items in
                [painter.paint("\(state.title) (\(items.count))", .bold)] + items.flatMap(forecast) + [""]
            }.dropLast())
    }

    /// A source's record and what it said.
    public func source(_ source: SourceDetail) -> String {
        let summary = source.summary
        var lines = painter.wrapped(summary.label, summary.anonymous ? .unnamed : .named)
        let facts = [summary.kind.rawValue] + source.roles
        lines += painter.wrapped("source \(summary.id) · " + facts.joined(separator: " · "), indent: 2, .faint)
        if let record = source.record { lines += painter.wrapped(record.sentence, indent: 2, .bold) }
        for utterance in source.utterances {
            lines += painter.wrapped("• " + utterance.words, indent: 2, hanging: 2)
            let way = utterance.relay.isEmpty ? "" : " · through " + utterance.relay.joined(separator: ", ")
            let label = utterance.article.label + way + (utterance.claim.map { " · claim \($0)" } ?? "")
            lines += painter.wrapped(label, indent: 4, .faint)
        }
        return joined(lines)
    }

    /// An article's surroundings, below its reading: revisions, edges, and those of the claims of its statements that others
    /// tell or contradict too.
    public func surroundings(_ article: ArticleDetail, claims: [ClaimSummary]) -> String {
        var lines: [String] = [""]
        lines += painter.wrapped(
            "article \(article.summary.id), revision \(article.revision.number) of \(article.revisions.count), captured "
                + "\(article.revision.captured), log entry \(article.revision.entry)", .faint)
        if let sentence = article.looks.sentence { lines += painter.wrapped(PlainText.singleLine(sentence), .faint) }
        for link in article.takenFrom { lines += edge(link, verb: link.edge.kind.rawValue) }
        for outside in article.outside {
            lines += painter.wrapped("cites \(outside.edge.outlet), not at hand", hanging: 4, .other)
        }
        for link in article.givenTo { lines += edge(link, verb: "taken up by") }
        for claim in claims where claim.articles > 1 || claim.contradictions > 0 { lines += self.claim(claim) }
        return joined(lines)
    }

    // MARK: Entries

    private func article(_ article: ArticleSummary) -> [String] {
        let facts = [
            article.outlet, article.published.map { String($0.prefix(10)) }, "\(article.statements) statements",
            article.unnamed > 0 ? "\(article.unnamed) unnamed" : nil,
            article.revisions > 1 ? "\(article.revisions) revisions" : nil,
        ].compactMap(\.self).joined(separator: " · ")
        return painter.wrapped("\(article.id)  \(article.title)", hanging: 4, .bold)
            + painter.wrapped(facts, indent: 4, .faint)
    }

    private func hit(_ hit: SearchHit) -> [String] {
        let words = hit.pieces.map { $0.isMatch ? "«\($0.words)»" : $0.words }.joined()
        let facts = [hit.article.label, hit.voice, hit.statement].compactMap(\.self).joined(separator: " · ")
        return painter.wrapped("\(hit.article.id)  \(words)", hanging: 4) + painter.wrapped(facts, indent: 4, .faint)
    }

    private func forecast(_ item: DueItem) -> [String] {
        let facts = [
            item.claim.forecast?.due.map(TimeLabel.days), item.voice, item.article.label,
            item.claim.forecast?.outcomeSentence,
        ].compactMap(\.self).joined(separator: " · ")
        return painter.wrapped("\(item.claim.id)  \(item.claim.text)", indent: 2, hanging: 4)
            + painter.wrapped(facts, indent: 6, item.state == .overdue ? .alarm : .faint)
    }

    private func edge(_ link: ArticleDetail.Link, verb: String) -> [String] {
        let credit = link.edge.credited ? "" : ", without credit"
        return painter.wrapped("\(verb) \(link.other.id)  \(link.other.label)\(credit)", hanging: 4, .other)
    }

    private func claim(_ claim: ClaimSummary) -> [String] {
        painter.wrapped("claim \(claim.id)  \(claim.text)", hanging: 4)
            + painter.wrapped(
                "\(claim.origins.sentence), told by \(claim.articles) article\(claim.articles == 1 ? "" : "s")"
                    + (claim.contradictions > 0 ? ", contradicted" : ""), indent: 4, .value)
    }

    func joined(_ lines: some Sequence<String>) -> String { lines.joined(separator: "\n") + "\n" }
}

extension ArticleSummary {
    /// "The Gull, 2026-03-01: Fish vanish".
    var label: String {
        let place = [outlet, published.map { String($0.prefix(10)) }].compactMap(\.self).joined(separator: ", ")
        return place.isEmpty ? title : "\(place): \(title)"
    }
}

extension Claim.Prediction {
    /// "came out false", or "the articles tell that it came out false" where nobody has judged; nil while it is open.
    package var outcomeSentence: String? {
        if outcome == .open { return nil }
        let result = outcome == .void ? "cannot be settled" : "came out \(outcome.rawValue)"
        return isJudged ? result : "the articles tell that it \(result)"
    }
}

extension OriginCount {
    /// "1 origin", "1 to 2 origins, likely 1".
    public var sentence: String {
        if least == most { return "\(least) origin\(least == 1 ? "" : "s")" }
        return "\(least) to \(most) origins, likely \(likely)"
    }
}

extension Record {
    /// "3 of 4 came true (95 % interval 30 to 96 %), 1 void, 2 open".
    public var sentence: String {
        let settled = isTrue + isFalse
        var parts = [settled == 0 ? "no settled forecasts" : "\(isTrue) of \(settled) came true"]
        if let interval {
            let percent = [interval.lowerBound, interval.upperBound].map { Int(($0 * 100).rounded()) }
            parts[0] += " (95 % interval \(percent[0]) to \(percent[1]) %)"
        }
        if void > 0 { parts.append("\(void) void") }
        if open > 0 { parts.append("\(open) open") }
        return parts.joined(separator: ", ")
    }
}

extension DueItem.State {
    /// The heading over forecasts in this state.
    public var title: String {
        switch self {
        case .overdue: "Overdue"
        case .running: "Running"
        case .ahead: "Ahead"
        case .undated: "No day given"
        case .settled: "Settled"
        }
    }
}
