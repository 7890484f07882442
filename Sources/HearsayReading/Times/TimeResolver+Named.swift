internal import HearsayCore

extension TimeResolver {
    /// Seasons, quarters, decades, centuries and holidays.
    func named(_ phrase: TimePhrase) -> ResolvedDays? {
        switch phrase {
        case .season(let month, let year):
            return open(year, grain: .quarter) { year in
                guard let start = CivilDay(year, month, 1) else { return nil }
                return DayInterval(start, start.adding(months: 3).adding(days: -1))
            }
        case .quarter(let n, let year):
            return open(year, grain: .quarter) { year in
                guard let start = CivilDay(year, 3 * n - 2, 1) else { return nil }
                return DayInterval(start, start.adding(months: 3).adding(days: -1))
            }
        case .decade(let year):
            return DayInterval.years(year, year + 9).map { .init(days: $0, grain: .decade) }
        case .century(let n):
            return DayInterval.years((n - 1) * 100, n * 100 - 1).map { .init(days: $0, grain: .century) }
        case .holiday(let holiday, let year):
            let side: TimePhrase.Year = if case .offset(let n) = year, n != 0 { .offset(n * 100) } else { year }
            return open(side, grain: .day) { holiday.day(in: $0).map { DayInterval($0, $0) } }
        default: return nil
        }
    }

    private func open(
        _ year: TimePhrase.Year, grain: TimeExpression.Grain, _ make: (Int) -> DayInterval?
    ) -> ResolvedDays? {
        nearest(year, make).map { .init(days: $0.0, grain: grain, anchor: $0.1) }
    }

    /// "the last week of July", "the first Monday…": counted inside another time. A week belongs to the month or year
    /// that holds its Thursday.
    func nth(_ n: Int, _ count: Int, _ unit: CalendarUnit, _ whole: TimePhrase) -> ResolvedDays? {
        guard let outer = days(whole) else { return nil }
        let first = firstUnit(unit, in: outer.days)
        let last = lastUnit(unit, in: outer.days)
        let start: DayInterval
        if n > 0 {
            start = unit.interval(around: first.start, offset: n - 1)
        } else {
            start = unit.interval(around: last.start, offset: 1 - count)
        }
        let end = count > 1 ? unit.interval(around: start.start, offset: count - 1) : start
        guard start.start <= outer.days.end else { return nil }
        return .init(days: DayInterval(start.start, end.end), grain: unit.grain, anchor: outer.anchor)
    }

    private func firstUnit(_ unit: CalendarUnit, in days: DayInterval) -> DayInterval {
        let unitDays = unit.interval(around: days.start, offset: 0)
        return unit == .week && unitDays.start.adding(days: 3) < days.start
            ? unit.interval(around: days.start, offset: 1) : unitDays
    }

    private func lastUnit(_ unit: CalendarUnit, in days: DayInterval) -> DayInterval {
        let unitDays = unit.interval(around: days.end, offset: 0)
        return unit == .week && unitDays.start.adding(days: 3) > days.end
            ? unit.interval(around: days.end, offset: -1) : unitDays
    }

    /// "early 2019", "the end of March", "later this month".
    func part(_ part: TimePhrase.Part, _ whole: TimePhrase) -> ResolvedDays? {
        guard var found = days(whole), !found.isOpen else { return nil }
        let days = found.days
        switch part {
        case .firstHalf, .secondHalf: found.days = half(days, first: part == .firstHalf)
        case .earlier:
            found.days = half(days, first: true)
            if let published, found.days.contains(published) {
                found.days.end = max(published.adding(days: -1), found.days.start)
            }
        case .later:
            found.days = half(days, first: false)
            if let published, days.contains(published) {
                found.days.start = found.grain == .year ? max(published, found.days.start) : published
            }
        case .rest:
            if let published, days.contains(published) { found.days.start = published }
        case .early, .middle, .late:
            found.days = third(part, days, found.grain)
            found.isApproximate = true
        }
        return found
    }

    private func half(_ days: DayInterval, first: Bool) -> DayInterval {
        let (a, b) = (days.start.date, days.end.date)
        let middle: CivilDay
        if a.month == 1, b.month == 12,
            let day = CivilDay((a.year + b.year) / 2, (b.year - a.year) % 2 == 0 ? 6 : 12, 30)
        {
            middle = day.adding(days: day.month == 12 ? 1 : 0)
        } else {
            middle = days.start.adding(days: (days.end.number - days.start.number) / 2)
        }
        return first ? DayInterval(days.start, middle) : DayInterval(middle.adding(days: 1), days.end)
    }

    /// A third of a longer time: four months of a year, ten days of a month.
    private func third(_ part: TimePhrase.Part, _ days: DayInterval, _ grain: TimeExpression.Grain) -> DayInterval {
        let (start, end) = (days.start, days.end)
        switch grain {
        case .year:
            let bounds = [start, start.adding(months: 4), start.adding(months: 8), end.adding(days: 1)]
            return slice(bounds, part)
        case .decade:
            let bounds = [start, start.adding(months: 48), start.adding(months: 84), end.adding(days: 1)]
            return slice(bounds, part)
        case .month:
            let bounds = [
                start, start.adding(days: part == .middle ? 9 : 10), start.adding(days: 20), end.adding(days: 1),
            ]
            return slice(bounds, part)
        default:
            let length = end.number - start.number + 1
            let bounds = [
                start, start.adding(days: length / 3), start.adding(days: 2 * length / 3), end.adding(days: 1),
            ]
            return length < 3 ? days : slice(bounds, part)
        }
    }

    private func slice(_ bounds: [CivilDay], _ part: TimePhrase.Part) -> DayInterval {
        let k = part == .early ? 0 : part == .middle ? 1 : 2
        return DayInterval(bounds[k], bounds[k + 1].adding(days: -1))
    }
}

extension DayInterval {
    /// Whether a day lies within.
    func contains(_ day: CivilDay) -> Bool { start <= day && day <= end }
}
