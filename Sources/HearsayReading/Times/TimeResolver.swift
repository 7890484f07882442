internal import HearsayCore

/// Days that a phrase resolved to.
struct ResolvedDays: Hashable {
    var days: DayInterval
    var grain: TimeExpression.Grain
    var anchor: TimeExpression.Anchor?
    var isVague = false
    var isApproximate = false
    /// Whether the words leave the end open ("in the coming weeks").
    var isOpen = false
}

/// Resolves phrases against the day of publication, the tense and the times told before.
struct TimeResolver {
    let published: CivilDay?
    /// The time of day of publication.
    let minute: TimeExpression.MinuteOfDay?
    let direction: Direction?
    /// A year told earlier in the same sentence.
    let sentenceYear: Int?
    /// A day told before in the sentence, from which "would" looks ahead.
    let seenFrom: DayInterval?
    let context: TimeContext

    /// The days a phrase names; nil when they cannot be told.
    func days(_ phrase: TimePhrase) -> ResolvedDays? {
        switch phrase {
        case .date(let year, let month, let day): return date(year, month, day)
        case .weekday(let weekday, let shift): return self.weekday(weekday, shift)
        case .weekdayOf(let weekday, let week):
            guard let found = days(week) else { return nil }
            let monday = found.days.start.adding(days: 1 - found.days.start.weekday)
            return single(monday.adding(days: weekday - 1), found.anchor)
        case .day(let offset): return published.map { single($0.adding(days: offset), .publication) }
        case .present: return published.map { single($0, .publication) }
        case .unit(let unit, let offset):
            return published.map {
                .init(days: unit.interval(around: $0, offset: offset), grain: unit.grain, anchor: .publication)
            }
        case .run(let length, let forward): return run(length, forward: forward)
        case .shifted(let length, let sign, let origin): return shifted(length, sign, origin)
        case .following(let unit, let offset):
            return context.last.map {
                let from = offset > 0 ? $0.end : $0.start
                return .init(days: unit.interval(around: from, offset: offset), grain: unit.grain, anchor: .text)
            }
        case .same(let unit):
            return context.last.map {
                .init(days: unit.interval(around: $0.start, offset: 0), grain: unit.grain, anchor: .text)
            }
        case .within(let length):
            if direction == .past, context.sentencesSince <= 1, let last = context.last,
                let end = moved(last.end, length, 1)
            {
                return .init(days: DayInterval(last.start, end), grain: .day, anchor: .text)
            }
            guard let published, let end = moved(published, length, 1) else { return nil }
            return .init(days: DayInterval(published, end), grain: .day, anchor: .publication)
        case .nth(let n, let count, let unit, let whole): return nth(n, count, unit, whole)
        case .part(let part, let whole): return self.part(part, whole)
        case .season, .quarter, .decade, .century, .holiday: return named(phrase)
        case .weekNumber, .weekOf, .weekendOf, .nthWeekday, .dayOf, .weekdayDay, .near, .toDate, .starting,
            .monthOfText:
            return counted(phrase)
        case .impossible: return nil
        }
    }

    func single(_ day: CivilDay, _ anchor: TimeExpression.Anchor?) -> ResolvedDays {
        ResolvedDays(days: DayInterval(day, day), grain: .day, anchor: anchor)
    }

    // MARK: - Years left open

    /// Picks the year in which `make` gives the time that the tense asks for.
    func nearest(_ year: TimePhrase.Year, _ make: (Int) -> DayInterval?) -> (DayInterval, TimeExpression.Anchor?)? {
        switch year {
        case .absolute(let value): return make(value).map { ($0, nil) }
        case .offset(let offset):
            guard let published else { return nil }
            if abs(offset) >= 100 { return side(offset > 0, published, make).map { ($0, .publication) } }
            return make(published.year + offset).map { ($0, .publication) }
        case .open:
            if let sentenceYear { return make(sentenceYear).map { ($0, .text) } }
            if direction != .future, context.yearIsFresh, let found = afterTold(make) { return (found, .text) }
            guard let published else { return nil }
            if let seenFrom,
                let found = (0...1).compactMap({ make(seenFrom.start.year + $0) })
                    .first(where: { $0.end > seenFrom.end })
            {
                return (found, .text)
            }
            return chosen(published, make).map { ($0, .publication) }
        }
    }

    /// The nearest one wholly before (or after) the day of publication.
    private func side(_ after: Bool, _ day: CivilDay, _ make: (Int) -> DayInterval?) -> DayInterval? {
        let years = after ? [day.year, day.year + 1] : [day.year, day.year - 1]
        return years.compactMap(make).first { after ? $0.start > day : $0.end < day }
    }

    /// The first one that ends after what the text told just before ("In April 2016 … In June …"), unless it lies
    /// ahead of publication or within the year before it, which needs no help.
    private func afterTold(_ make: (Int) -> DayInterval?) -> DayInterval? {
        guard let last = context.last, let published, published.number - last.end.number > 180 else { return nil }
        let found = (0...1).compactMap { make(last.start.year + $0) }.first { $0.end > last.start }
        return found.flatMap { $0.start <= published ? $0 : nil }
    }

    private func chosen(_ day: CivilDay, _ make: (Int) -> DayInterval?) -> DayInterval? {
        let candidates = (-5...8).compactMap { make(day.year + $0) }
        let near = candidates.min { distance($0, day) < distance($1, day) }
        let asked: DayInterval? =
            switch direction {
            case .past: candidates.last { $0.start <= day }
            case .future: candidates.first { $0.end >= day }
            case nil: near
            }
        guard let asked, let near else { return near }
        // A verb is a weak hint against a day that lies eleven months nearer.
        let reach = direction == .past ? 60 : 21
        let isWeak = distance(asked, day) > 270 && distance(near, day) < reach && asked.start == asked.end
        return isWeak ? near : asked
    }

    private func distance(_ span: DayInterval, _ day: CivilDay) -> Int {
        if span.start <= day, day <= span.end { return 0 }
        return span.end < day ? day.number - span.end.number : span.start.number - day.number
    }

    private func date(_ year: TimePhrase.Year, _ month: Int?, _ day: Int?) -> ResolvedDays? {
        guard let month else {
            guard day == nil, let found = nearest(year, { DayInterval.years($0, $0) }) else { return nil }
            return .init(days: found.0, grain: .year, anchor: found.1)
        }
        let found = nearest(year) { year in
            guard let day else { return DayInterval.month(month, of: year) }
            return CivilDay(year, month, day).map { DayInterval($0, $0) }
        }
        return found.map { .init(days: $0.0, grain: day == nil ? .month : .day, anchor: $0.1) }
    }

    private func weekday(_ weekday: Int, _ shift: Int?) -> ResolvedDays? {
        guard let published else { return nil }
        let monday = published.adding(days: 1 - published.weekday)
        let back = (published.weekday - weekday + 7) % 7
        let ahead = (weekday - published.weekday + 7) % 7
        let day: CivilDay
        switch shift {
        case 0: day = monday.adding(days: weekday - 1)
        case 1: day = monday.adding(days: weekday + 6)
        case 2: day = published.adding(days: ahead == 0 ? 7 : ahead)
        case let shift? where shift < 0: day = published.adding(days: back == 0 ? -7 : -back)
        default: day = direction == .future ? published.adding(days: ahead) : published.adding(days: -back)
        }
        return single(day, .publication)
    }

    // MARK: - Lengths

    func moved(_ day: CivilDay, _ length: TimePhrase.Length, _ sign: Int) -> CivilDay? {
        guard let count = length.count else { return nil }
        var day = length.unit.day(count * Double(sign), after: day)
        for part in length.more { day = part.unit.day(part.count * Double(sign), after: day) }
        return day
    }

    private func run(_ length: TimePhrase.Length, forward: Bool) -> ResolvedDays? {
        guard let published else { return nil }
        let isWindow = length.count == nil || length.isApproximate && length.count != 2
        if isWindow {
            return .init(
                days: DayInterval(published, published), grain: length.unit.grain, anchor: .publication, isVague: true,
                isOpen: true)
        }
        if [.quarter, .decade, .century].contains(length.unit), let count = length.count?.asInteger, count > 0 {
            let first = length.unit.interval(around: published, offset: forward ? 1 : -count)
            let last = length.unit.interval(around: published, offset: forward ? count : -1)
            return .init(days: DayInterval(first.start, last.end), grain: length.unit.grain, anchor: .publication)
        }
        guard let end = moved(published, length, forward ? 1 : -1) else { return nil }
        let days =
            forward
            ? DayInterval(published.adding(days: 1), max(end, published.adding(days: 1)))
            : DayInterval(min(end, published.adding(days: -1)), published.adding(days: -1))
        return .init(days: days, grain: length.unit.grain, anchor: .publication)
    }

    private func shifted(_ length: TimePhrase.Length, _ sign: Int, _ origin: TimePhrase.Origin) -> ResolvedDays? {
        let from: DayInterval
        let anchor: TimeExpression.Anchor?
        switch origin {
        case .publication:
            guard let published else { return nil }
            (from, anchor) = (DayInterval(published, published), .publication)
        case .text:
            guard let last = context.last else { return nil }
            (from, anchor) = (last, .text)
        case .phrase(let phrase):
            guard let found = days(phrase) else { return nil }
            (from, anchor) = (found.days, found.anchor)
        }
        let isLong = from.start != from.end
        guard !length.unit.isShort else { return nil }
        guard let day = moved(sign > 0 && !isLong ? from.end : from.start, length, sign) else { return nil }
        // A day counted from a month is no better known than the month.
        let coarse: CalendarUnit? =
            isLong && context.lastGrain == .month ? .month : isLong && context.lastGrain == .year ? .year : nil
        if anchor == .text, let coarse, length.unit.seconds >= coarse.seconds {
            return .init(days: coarse.interval(around: day, offset: 0), grain: coarse.grain, anchor: anchor)
        }
        let isRough = length.unit.seconds > 86_400 || length.isApproximate
        return .init(days: DayInterval(day, day), grain: length.unit.grain, anchor: anchor, isApproximate: isRough)
    }
}
