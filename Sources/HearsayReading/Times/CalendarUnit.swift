internal import HearsayCore

/// A unit in which times are counted.
enum CalendarUnit: Hashable, Sendable {
    case second, minute, hour, day, weekend, week, fortnight, month, quarter, year, decade, century

    /// The grain of a time counted in it.
    var grain: TimeExpression.Grain {
        switch self {
        case .second, .minute: .minute
        case .hour: .hour
        case .day: .day
        case .weekend, .week, .fortnight: .week
        case .month: .month
        case .quarter: .quarter
        case .year: .year
        case .decade: .decade
        case .century: .century
        }
    }

    /// Its usual length.
    var seconds: Double {
        switch self {
        case .second: 1
        case .minute: 60
        case .hour: 3600
        case .day: 86_400
        case .weekend: 172_800
        case .week: 604_800
        case .fortnight: 1_209_600
        case .month: 2_592_000
        case .quarter: 7_776_000
        case .year: 31_536_000
        case .decade: 315_360_000
        case .century: 3_153_600_000
        }
    }

    /// Months in it, for units that are counted in months.
    private var months: Int? {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        case .decade: 120
        case .century: 1200
        default: nil
        }
    }

    /// Whether it is shorter than a day.
    var isShort: Bool { seconds < 86_400 }

    /// The day `count` units after a day; parts of a month count as thirtieths. Units below a day do not move it.
    func day(_ count: Double, after day: CivilDay) -> CivilDay {
        guard abs(count) < 100_000 else { return day }
        if let months {
            let total = Double(months) * count
            let whole = total.rounded(.towardZero)
            return day.adding(months: Int(whole)).adding(days: Int((total - whole) * 30))
        }
        return day.adding(days: Int((count * seconds / 86_400).rounded(.towardZero)))
    }

    /// The unit of the calendar, `offset` after the one that holds a day.
    func interval(around day: CivilDay, offset: Int) -> DayInterval {
        let (year, month, _) = day.date
        switch self {
        case .second, .minute, .hour, .day:
            return DayInterval(day.adding(days: offset), day.adding(days: offset))
        case .weekend:
            let saturday = day.adding(days: 6 - day.weekday + 7 * offset)
            return DayInterval(saturday, saturday.adding(days: 1))
        case .week, .fortnight:
            let length = self == .week ? 7 : 14
            let monday = day.adding(days: 1 - day.weekday + length * offset)
            return DayInterval(monday, monday.adding(days: length - 1))
        case .month: return Self.months(1, from: day, year: year, month: month, offset: offset)
        case .quarter:
            return Self.months(3, from: day, year: year, month: (month - 1) / 3 * 3 + 1, offset: offset)
        case .year: return Self.months(12, from: day, year: year, month: 1, offset: offset)
        case .decade:
            return Self.months(120, from: day, year: year - (year % 10 + 10) % 10, month: 1, offset: offset)
        case .century:
            return Self.months(1200, from: day, year: year - (year % 100 + 100) % 100, month: 1, offset: offset)
        }
    }

    private static func months(_ count: Int, from day: CivilDay, year: Int, month: Int, offset: Int) -> DayInterval {
        guard let base = CivilDay(year, month, 1) else { return DayInterval(day, day) }
        let start = base.adding(months: count * offset)
        return DayInterval(start, start.adding(months: count).adding(days: -1))
    }
}

extension DayInterval {
    /// A whole month; nil outside the years of the calendar.
    static func month(_ month: Int, of year: Int) -> DayInterval? {
        guard let start = CivilDay(year, month, 1) else { return nil }
        return DayInterval(start, start.adding(months: 1).adding(days: -1))
    }

    /// Whole years, both included; nil outside the years of the calendar.
    static func years(_ first: Int, _ last: Int) -> DayInterval? {
        guard let start = CivilDay(first, 1, 1), let end = CivilDay(last, 12, 31) else { return nil }
        return DayInterval(start, end)
    }
}
