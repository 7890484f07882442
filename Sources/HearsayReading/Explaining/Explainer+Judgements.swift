internal import HearsayCore

extension Explainer {
    /// What the voice does with the content: decided by the cue, or by the first words of the content that suffice.
    func stance(_ statement: Statement) -> Explanation.Reason {
        let (cue, content) = words(statement)
        let reader = StanceReader(lexicon: lexicon)
        let value = statement.stance
        if value == .asserts {
            return .init(.stance, value.rawValue, "neither cue nor content says otherwise", words: statement.cue)
        }
        if reader.stance(cue: cue, content: [], in: prose) == value {
            return .init(.stance, value.rawValue, "by the cue", words: statement.cue)
        }
        let enough = shortest(of: content) { reader.stance(cue: cue, content: $0, in: prose) == value }
        return .init(.stance, value.rawValue, "by the content, as far as here", words: enough)
    }

    /// Why the content is a forecast: the word with which it becomes one.
    func forecast(_ statement: Statement) -> Explanation.Reason? {
        guard let forecast = statement.forecast else { return nil }
        let (cue, content) = words(statement)
        let reader = ForecastReader(lexicon: lexicon)
        let isForecast = { (content: [Range<Int>]) in
            reader.certainty(
                cue: cue, content: content, stance: statement.stance, isDirect: statement.quotation != .indirect,
                in: prose) != nil
        }
        guard isForecast(content) else {
            let days = statement.times.map(\.span)
            return .init(.forecast, forecast.certainty.rawValue, "a day to come is told in it", words: days)
        }
        let enough = shortest(of: content, isForecast)
        let last = enough.last.flatMap { prose.words(touching: $0).last }
        let rule = last == nil ? "by the cue" : "the content is one from this word on"
        return .init(
            .forecast, forecast.certainty.rawValue, rule, words: last.map { [prose.words[$0].span] } ?? statement.cue)
    }

    private func words(_ statement: Statement) -> (cue: Range<Int>?, content: [Range<Int>]) {
        (statement.cue.first.map { prose.words(touching: $0) }, statement.content.map { prose.words(touching: $0) })
    }

    /// The shortest beginning of some ranges of words for which something holds; none when it holds without words.
    private func shortest(of ranges: [Range<Int>], _ holds: ([Range<Int>]) -> Bool) -> [TextSpan] {
        if holds([]) { return [] }
        var before: [Range<Int>] = []
        for range in ranges {
            for end in range {
                let part = before + [range.lowerBound..<end + 1]
                if holds(part) { return part.map(prose.span) }
            }
            before.append(range)
        }
        return ranges.filter { !$0.isEmpty }.map(prose.span)
    }

    /// What the content tells of days, times, numbers and places.
    func contents(_ statement: Statement) -> [Explanation.Reason] {
        var reasons: [Explanation.Reason] = []
        if let due = statement.forecast?.due {
            let times = statement.times.map(\.span)
            let rule = times.isEmpty ? "by a time near the statement" : "by the times of the content"
            reasons.append(.init(.due, "\(due.start) to \(due.end)", rule, words: times))
        }
        if let said = statement.said {
            reasons.append(
                .init(.said, "\(said.start) to \(said.end)", "by a time beside the cue", words: statement.cue))
        }
        reasons += statement.times.map { time in
            let anchor = time.anchor.map { ", counted from the \($0.rawValue)" } ?? ""
            return .init(
                .times, "\(time.kind.rawValue), \(time.modality.rawValue)", "\(time.grain.rawValue)\(anchor)",
                words: [time.span])
        }
        reasons += statement.quantities.map { quantity in
            .init(.quantities, "\(quantity.value) \(quantity.unit ?? "")", words: [quantity.span])
        }
        reasons += statement.places.map { place in
            .init(.places, place.name, "the likeliest of that name in the gazetteer", words: [place.span])
        }
        return reasons
    }
}
