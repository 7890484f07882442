internal import HearsayCore

/// Makes the time expression of a match.
struct TimeBuilder {
    let span: TextSpan
    let resolver: TimeResolver
    var bound: TimeBound
    /// The days that the text told here, for what counts from them later.
    private(set) var told: ResolvedDays?

    init(span: TextSpan, resolver: TimeResolver, bound: TimeBound) {
        (self.span, self.resolver, self.bound) = (span, resolver, bound)
    }

    /// The expression; nil when the words tell no time after all.
    mutating func build(_ content: TimeMatch.Content) -> TimeExpression? {
        switch content {
        case .set(let unit):
            return TimeExpression(span: span, kind: .set, value: .set, grain: unit.grain)
        case .length(let length): return duration(length)
        case .clock(let clock): return self.clock(clock)
        case .range(let first, let second): return range(first, second)
        case .point(let phrase, let clock):
            if let clock { return moment(phrase, clock) }
            return point(phrase)
        }
    }

    private func duration(_ length: TimePhrase.Length) -> TimeExpression {
        let isRough = length.isApproximate || bound == .about
        return TimeExpression(
            span: span, kind: .duration, value: length.seconds.map { .duration(seconds: $0) }, grain: length.unit.grain,
            modality: length.isApproximate ? .vague : isRough ? .approximate : .exact)
    }

    private func clock(_ clock: Clock) -> TimeExpression {
        TimeExpression(
            span: span, kind: .timeOfDay, value: .timeOfDay(from: clock.from, to: clock.to),
            grain: clock.from % 60 == 0 ? .hour : .minute, modality: modality(.exact))
    }

    // MARK: - Days

    private mutating func point(_ phrase: TimePhrase) -> TimeExpression? {
        // Before an end is up to it.
        if bound == .before, case .part(.late, _) = phrase { bound = .by }
        if case .shifted(let length, 1, .publication) = phrase, resolver.direction == .past || length.unit.isShort {
            return length.unit.isShort ? soon(length) : duration(length)
        }
        if case .within(let length) = phrase, length.unit.isShort, let published = resolver.published {
            let now = TimeExpression.Moment(published, minute: resolver.minute ?? 0)
            let end = resolver.moment(in: length)
            return TimeExpression(
                span: span, kind: .interval, value: end.map { .interval(start: now, end: $0) },
                grain: length.unit.grain, modality: .deadline, anchor: .publication)
        }
        guard let found = resolver.days(phrase) else { return unresolved(phrase) }
        if !found.isOpen { told = found }
        if found.isOpen { return window(phrase, found) }
        let isVague = found.isVague
        var modality =
            isVague ? TimeExpression.Modality.vague : found.isApproximate || bound == .about ? .approximate : .exact
        if case .within = phrase { modality = .deadline }
        return TimeExpression(
            span: span, kind: .interval, value: bounded(found.days), grain: found.grain,
            modality: self.modality(modality), anchor: found.anchor)
    }

    /// "in the coming weeks": open on the far side, with no invented end.
    private func window(_ phrase: TimePhrase, _ found: ResolvedDays) -> TimeExpression {
        let near = TimeExpression.Moment(found.days.start)
        var value = TimeExpression.Value.interval(start: near, end: nil)
        if case .run(_, forward: false) = phrase { value = .interval(start: nil, end: near) }
        return TimeExpression(
            span: span, kind: .interval, value: value, grain: found.grain, modality: .vague, anchor: found.anchor)
    }

    /// "in 20 minutes": nothing that days can tell.
    private func soon(_ length: TimePhrase.Length) -> TimeExpression {
        if let at = resolver.moment(in: length) {
            return TimeExpression(
                span: span, kind: .instant, value: .instant(at), grain: length.unit.grain, anchor: .publication)
        }
        return TimeExpression(span: span, kind: .instant, value: nil, grain: length.unit.grain, anchor: .publication)
    }

    private func unresolved(_ phrase: TimePhrase) -> TimeExpression {
        var grain = TimeExpression.Grain.day
        var anchor: TimeExpression.Anchor?
        switch phrase {
        case .shifted(let length, _, let origin):
            grain = length.unit.grain
            anchor = origin == .text ? .text : .publication
        case .following(let unit, _), .same(let unit): (grain, anchor) = (unit.grain, .text)
        default: break
        }
        return TimeExpression(
            span: span, kind: .interval, value: nil, grain: grain, modality: modality(.exact), anchor: anchor)
    }

    private func bounded(_ days: DayInterval) -> TimeExpression.Value {
        let (start, end) = (TimeExpression.Moment(days.start), TimeExpression.Moment(days.end))
        switch bound {
        case .none, .about: return .interval(start: start, end: end)
        case .since, .starting: return .interval(start: start, end: nil)
        case .after: return .interval(start: .init(days.end.adding(days: 1)), end: nil)
        case .until, .by: return .interval(start: nil, end: end)
        case .before: return .interval(start: nil, end: .init(days.start.adding(days: -1)))
        }
    }

    private func modality(_ plain: TimeExpression.Modality) -> TimeExpression.Modality {
        switch bound {
        case .none: plain
        case .about: plain == .exact ? .approximate : plain
        case .since, .starting, .after: .after
        case .until, .by: .deadline
        case .before: .before
        }
    }

    private mutating func range(_ first: TimePhrase, _ second: TimePhrase) -> TimeExpression? {
        guard var a = resolver.days(first), var b = resolver.days(second) else { return unresolved(first) }
        if b.days.end < a.days.start {
            let back = DayInterval(a.days.start.adding(months: -12), a.days.end.adding(months: -12))
            if resolver.direction != .future, Self.hasOpenYear(first), back.start <= b.days.end {
                a.days = back
            } else if Self.hasOpenYear(second) {
                b.days = DayInterval(b.days.start.adding(months: 12), b.days.end.adding(months: 12))
            } else if case .weekday = second {
                b.days = DayInterval(b.days.start.adding(days: 7), b.days.end.adding(days: 7))
            } else {
                return unresolved(first)
            }
        }
        let days = DayInterval(a.days.start, b.days.end)
        told = ResolvedDays(days: days, grain: b.grain, anchor: b.anchor)
        return TimeExpression(
            span: span, kind: .interval, value: .interval(start: .init(days.start), end: .init(days.end)),
            grain: b.grain, modality: modality(.exact), anchor: a.anchor ?? b.anchor)
    }

    private static func hasOpenYear(_ phrase: TimePhrase) -> Bool {
        switch phrase {
        case .date(.open, _?, _): true
        case .part(_, let whole): hasOpenYear(whole)
        default: false
        }
    }

    // MARK: - Moments

    private mutating func moment(_ phrase: TimePhrase, _ clock: Clock) -> TimeExpression? {
        let grain: TimeExpression.Grain = clock.from % 60 == 0 ? .hour : .minute
        guard let found = resolver.days(phrase) else {
            return TimeExpression(span: span, kind: .instant, value: nil, grain: grain)
        }
        told = found
        let day = found.days.start
        guard let to = clock.to else {
            let at = TimeExpression.Moment(day, minute: clock.from)
            let value: TimeExpression.Value =
                switch bound {
                case .since, .after, .starting: .interval(start: at, end: nil)
                case .before, .by, .until: .interval(start: nil, end: at)
                default: .instant(at)
                }
            let kind: TimeExpression.Kind = if case .instant = value { .instant } else { .interval }
            return TimeExpression(
                span: span, kind: kind, value: value, grain: grain, modality: modality(.exact), anchor: found.anchor)
        }
        // The end of the night belongs to the same day in the contract's terms: 24:00 is the next day's start.
        let until = to >= 1440 ? TimeExpression.Moment(day.adding(days: 1), minute: 0) : .init(day, minute: to)
        let wraps = to < clock.from
        let end = wraps ? TimeExpression.Moment(day.adding(days: 1), minute: to) : until
        return TimeExpression(
            span: span, kind: .interval, value: .interval(start: .init(day, minute: clock.from), end: end),
            grain: grain,
            modality: modality(.exact), anchor: found.anchor)
    }
}
