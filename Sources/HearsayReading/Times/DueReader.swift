public import HearsayCore

/// Tells the days by which a forecast must have happened.
public struct DueReader: Sendable {
    /// A reader.
    public init() {}

    /// The days of the unit named by which it must have happened: "by June" gives June, "until at least Sunday" that
    /// Sunday, "within 28 days" the last of them. Nil without a time, without a day of publication, or when every
    /// time lies in the past. The latest deadline counts, else the latest time; a condition's time ("if it rains on
    /// Friday") and a starting point ("since May") do not, unless nothing else is told.
    public func due(
        in text: SourceText, content: [TextSpan], times: [TimeExpression], published: CivilDay?
    ) -> DayInterval? {
        guard let published else { return nil }
        var best: (rank: Int, days: DayInterval)?
        for time in times where content.contains(where: { $0.contains(time.span) }) {
            guard let found = candidate(time, in: text, content: content, published: published) else { continue }
            if let old = best, (old.rank, old.days.end) >= (found.rank, found.days.end) { continue }
            best = found
        }
        return best?.days
    }

    private func candidate(
        _ time: TimeExpression, in text: SourceText, content: [TextSpan], published: CivilDay
    ) -> (rank: Int, days: DayInterval)? {
        guard var days = limit(of: time, published: published) else { return nil }
        let before = wordsBefore(time.span, in: text, content: content)
        // "Kolen said on Friday that": the day of a saying inside the content.
        if before.prefix(2).drop(while: { $0 == "on" }).first.map({ ["said", "told"].contains($0) }) == true {
            return nil
        }
        if days.end < published {
            guard let moved = ahead(days, time, text, published) else { return nil }
            days = moved
        }
        if time.grain != .hour, time.grain != .minute, time.modality == .exact || time.modality == .approximate,
            let clause = clauseBound(before),
            clause == "before"
        {
            let last = days.start.adding(days: -1)
            return (2, DayInterval(last, last))
        }
        if time.kind == .timeOfDay { return (-1, days) }
        let rank =
            before.contains("if") || before.contains("unless")
            ? 0 : time.modality == .deadline || time.modality == .before ? 2 : 1
        return (rank, days)
    }

    /// The last unit of a time: its own days, or the open side's neighbour.
    private func limit(of time: TimeExpression, published: CivilDay) -> DayInterval? {
        switch time.value {
        case .instant(let moment): return DayInterval(moment.day, moment.day)
        // A clock time without a day is one of the day of publication.
        case .timeOfDay: return DayInterval(published, published)
        // A part of a day ends with it ("tomorrow night").
        case .interval(let start?, _?) where start.minute != nil: return DayInterval(start.day, start.day)
        case .interval(let start, let end?):
            if time.modality == .deadline || time.modality == .before || start == nil {
                return unit(time.grain, end.day)
            }
            return DayInterval(start?.day ?? end.day, end.day)
        case .interval(let start?, nil):
            guard time.modality == .after, start.day > published else { return nil }
            return time.grain == .month
                ? CalendarUnit.month.interval(around: start.day, offset: 0)
                : time.grain == .year
                    ? CalendarUnit.year.interval(around: start.day, offset: 0) : DayInterval(start.day, start.day)
        default: return nil
        }
    }

    private func unit(_ grain: TimeExpression.Grain, _ end: CivilDay) -> DayInterval {
        switch grain {
        case .month: DayInterval(CalendarUnit.month.interval(around: end, offset: 0).start, end)
        case .year: DayInterval(CalendarUnit.year.interval(around: end, offset: 0).start, end)
        default: DayInterval(end, end)
        }
    }

    /// The next such time after publication, for a bare weekday, month or day that the tense put in the past.
    private func ahead(
        _ days: DayInterval, _ time: TimeExpression, _ text: SourceText, _ published: CivilDay
    ) -> DayInterval? {
        guard time.anchor == .publication else { return nil }
        let words = WordScanner.words(in: text, span: time.span)
        var isWeekday = false
        for word in words {
            switch TimeLexicon.shared.meaning(word.lower) {
            case .shift, .unit: return nil
            case .weekday: isWeekday = true
            default: break
            }
            if word.lower == "ago" || word.lower == "yesterday" { return nil }
            if let numeral = Numeral(word.lower), word.kind == .number, numeral.digits == 4 { return nil }
        }
        var moved = days
        if isWeekday, published.number - days.end.number < 7 {
            moved = DayInterval(days.start.adding(days: 7), days.end.adding(days: 7))
        } else if published.number - days.end.number < 366 {
            moved = DayInterval(days.start.adding(months: 12), days.end.adding(months: 12))
        }
        return moved.end >= published ? moved : nil
    }

    /// The words of the content before a time, back to a mark, at most eight.
    private func wordsBefore(_ span: TextSpan, in text: SourceText, content: [TextSpan]) -> [String] {
        guard let part = content.first(where: { $0.contains(span) }) else { return [] }
        var found: [String] = []
        for word in WordScanner.words(in: text, span: TextSpan(part.start, span.start)).reversed() {
            if word.kind == .punctuation || found.count == 8 { break }
            found.append(word.lower)
        }
        return found
    }

    /// "before" when a clause stands between it and the time ("before the season starts on 9 August").
    private func clauseBound(_ before: [String]) -> String? {
        guard let at = before.firstIndex(of: "before"), at >= 2, ["on", "in", "at"].contains(before[0]) else {
            return nil
        }
        return "before"
    }
}
