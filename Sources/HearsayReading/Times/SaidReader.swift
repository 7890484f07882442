public import HearsayCore

/// Tells the day on which a statement was said, from the times around its cue.
public struct SaidReader: Sendable {
    /// Bytes between a cue and a time beyond which they do not belong together.
    private static let reach = 90

    /// Bytes before a time that opens its sentence: "On Thursday she said".
    private static let opening = 4

    /// A reader.
    public init() {}

    /// The day on which it was said; nil when the sentence does not tell.
    ///
    /// Only times of the sentence outside the content count, of the grain of a day or finer, that do not lie after
    /// the day of publication. A time right after the cue goes before one ahead of it.
    public func said(
        cue: TextSpan, content: [TextSpan], sentence: TextSpan, times: [TimeExpression], published: CivilDay?
    ) -> DayInterval? {
        var best: (distance: Int, days: DayInterval)?
        for time in times where sentence.contains(time.span) {
            guard !content.contains(where: { $0.overlaps(time.span) }), var days = Self.day(of: time) else { continue }
            let isAfter = time.span.start >= cue.end
            if let published, days.start > published {
                // "which is read on Monday, say": what is to come before the cue is no day of saying.
                guard isAfter || time.span.start - sentence.start <= Self.opening else { continue }
                // "said Thursday the tunnel would reopen": the day of saying is past, whatever the verb behind it.
                guard time.anchor == .publication, days.start.number - published.number < 8 else { continue }
                days = DayInterval(days.start.adding(days: -7), days.start.adding(days: -7))
                guard days.start <= published else { continue }
            }
            let gap = isAfter ? time.span.start - cue.end : max(0, cue.start - time.span.end)
            let between = isAfter ? TextSpan(cue.end, time.span.start) : nil
            let crosses = between.map { gap in content.contains { $0.overlaps(gap) } } ?? false
            let distance = gap + (isAfter ? 0 : 30) + (crosses ? 40 : 0)
            guard distance <= Self.reach, distance < best?.distance ?? Int.max else { continue }
            best = (distance, days)
        }
        return best?.days
    }

    /// The single day that a time tells.
    private static func day(of time: TimeExpression) -> DayInterval? {
        switch time.value {
        case .instant(let moment): return DayInterval(moment.day, moment.day)
        case .interval(let start?, let end?):
            let isFine = time.grain == .day || time.grain == .hour || time.grain == .minute
            guard isFine, time.modality == .exact || time.modality == .approximate else { return nil }
            guard start.minute != nil || start.day == end.day else { return nil }
            return DayInterval(start.day, start.day)
        default: return nil
        }
    }
}
