internal import HearsayCore

extension TimeResolver {
    /// The moment after a length below a day, where the time of day of publication is known.
    func moment(in length: TimePhrase.Length) -> TimeExpression.Moment? {
        guard let published, let minute, let seconds = length.seconds, abs(seconds) < 1e9 else { return nil }
        let total = minute + Int(seconds / 60)
        let days = total >= 0 ? total / 1440 : (total - 1439) / 1440
        return TimeExpression.Moment(published.adding(days: days), minute: total - days * 1440)
    }

    /// Weeks, weekdays and days counted inside a longer time, and lengths that start on a day.
    func counted(_ phrase: TimePhrase) -> ResolvedDays? {
        switch phrase {
        case .weekNumber(let n, let year):
            // Week 1 is the one that holds 4 January.
            guard let found = nearest(year, { DayInterval.years($0, $0) }) else { return nil }
            let first = CalendarUnit.week.interval(around: found.0.start.adding(days: 3), offset: n - 1)
            return .init(days: first, grain: .week, anchor: found.1)
        case .weekOf(let day):
            return days(day).map {
                .init(
                    days: CalendarUnit.week.interval(around: $0.days.start, offset: 0), grain: .week, anchor: $0.anchor)
            }
        case .weekendOf(let day):
            guard let found = days(day) else { return nil }
            // The weekend nearest to the day, which may fall in the middle of the week.
            let near = found.days.start.adding(days: found.days.start.weekday < 3 ? -3 : 0)
            return .init(
                days: CalendarUnit.weekend.interval(around: near, offset: 0), grain: .week, anchor: found.anchor)
        case .nthWeekday(let n, let weekday, let whole): return nthWeekday(n, weekday, whole)
        case .dayOf(let n, let whole):
            guard let found = days(whole), n <= found.days.end.date.day else { return nil }
            return single(found.days.start.adding(days: n - 1), found.anchor)
        case .weekdayDay(let weekday, let day): return weekdayDay(weekday, day)
        case .near(let weekday, let phrase):
            guard let found = days(phrase) else { return nil }
            let ahead = (weekday - found.days.start.weekday + 7) % 7
            return single(found.days.start.adding(days: ahead > 3 ? ahead - 7 : ahead), found.anchor)
        case .toDate(let unit):
            return published.map {
                let whole = unit.interval(around: $0, offset: 0)
                return .init(days: DayInterval(whole.start, $0), grain: .day, anchor: .publication)
            }
        case .starting(let length, let day):
            guard let found = days(day), let end = moved(found.days.start, length, 1), end > found.days.start else {
                return nil
            }
            return .init(
                days: DayInterval(found.days.start, end.adding(days: -1)), grain: length.unit.grain,
                anchor: found.anchor)
        case .monthOfText(let month):
            guard let last = context.last else { return nil }
            let year =
                last.start.date.month <= month || last.end.year > last.start.year
                ? last.start.year : last.start.year + 1
            return DayInterval.month(month, of: year).map { .init(days: $0, grain: .month, anchor: .text) }
        default: return nil
        }
    }

    private func nthWeekday(_ n: Int, _ weekday: Int, _ whole: TimePhrase) -> ResolvedDays? {
        guard let found = days(whole) else { return nil }
        let outer = found.days
        let day =
            n > 0
            ? outer.start.adding(days: (weekday - outer.start.weekday + 7) % 7 + 7 * (n - 1))
            : outer.end.adding(days: -((outer.end.weekday - weekday + 7) % 7))
        return outer.contains(day) ? single(day, found.anchor) : nil
    }

    /// The nearest day of publication on which that day of a month is that weekday.
    private func weekdayDay(_ weekday: Int, _ day: Int) -> ResolvedDays? {
        guard let published, let first = CivilDay(published.year, published.date.month, 1) else { return nil }
        let found = (-12...12).compactMap { offset -> CivilDay? in
            let month = first.adding(months: offset).date
            guard let at = CivilDay(month.year, month.month, day), at.weekday == weekday else { return nil }
            return at
        }
        let past = found.last { $0 <= published }
        let future = found.first { $0 >= published }
        switch (direction, past, future) {
        case (.past?, let past?, _): return single(past, .publication)
        case (.future?, _, let future?): return single(future, .publication)
        default:
            let near = found.min { abs($0.number - published.number) < abs($1.number - published.number) }
            return near.map { single($0, .publication) }
        }
    }
}
