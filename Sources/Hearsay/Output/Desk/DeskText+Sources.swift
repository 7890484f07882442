internal import HearsayCore

extension DeskText {
    /// A list of sources.
    public func sources(_ sources: [SourceSummary]) -> String {
        if sources.isEmpty { return "no sources\n" }
        return joined(
            sources.flatMap { source in
                painter.wrapped("\(source.id)  \(source.label)", hanging: 4, source.anonymous ? .unnamed : .named)
                    + painter.wrapped(facts(source), indent: 4, .faint)
            })
    }

    /// Pairs of sources that may be one.
    public func possible(_ pairs: [PossibleSource]) -> String {
        if pairs.isEmpty { return "no sources that may be one\n" }
        return joined(
            pairs.flatMap { pair in
                painter.wrapped("\(pair.first.id)  \(pair.first.label)", hanging: 4, .named)
                    + painter.wrapped("\(pair.second.id)  \(pair.second.label)", hanging: 4, .named)
                    + painter.wrapped(pair.reason, indent: 4, .faint)
            })
    }

    /// What was decided about sources.
    public func decisions(_ decisions: [SourceDecision]) -> String {
        if decisions.isEmpty { return "nothing was decided about sources\n" }
        return joined(
            decisions.flatMap { decision in
                let facts = [
                    decision.time, decision.judge.map { "by \($0)" }, "log entry \(decision.entry)",
                    decision.undone.map { "taken back by decision \($0)" },
                ].compactMap(\.self).joined(separator: " · ")
                return painter.wrapped("\(decision.id)  \(decision.sentence)", hanging: 4)
                    + painter.wrapped(facts, indent: 4, .faint)
            })
    }

    private func facts(_ source: SourceSummary) -> String {
        "\(source.kind.rawValue) · \(source.statements) statement\(source.statements == 1 ? "" : "s") · "
            + "\(source.articles) article\(source.articles == 1 ? "" : "s")"
    }
}
