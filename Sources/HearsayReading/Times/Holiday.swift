internal import HearsayCore

/// A holiday whose day can be computed.
enum Holiday: Hashable, Sendable {
    /// The same day of the year every year.
    case fixed(month: Int, day: Int)
    /// Days after Easter Sunday.
    case easter(Int)
    /// A day of the tabular Islamic calendar; what is proclaimed may differ by a day.
    case islamic(month: Int, day: Int)
    /// The n-th weekday of a month (-1 the last), and days after it.
    case nth(Int, weekday: Int, month: Int, plus: Int)

    /// Its day in a year; nil outside the years of the calendar.
    func day(in year: Int) -> CivilDay? {
        switch self {
        case .fixed(let month, let day): return CivilDay(year, month, day)
        case .islamic(let month, let day): return Self.islamic(month, day, in: year)
        case .easter(let offset): return Self.easterSunday(year)?.adding(days: offset)
        case .nth(let n, let weekday, let month, let plus):
            guard let span = DayInterval.month(month, of: year) else { return nil }
            if n < 0 {
                return span.end.adding(days: -((span.end.weekday - weekday + 7) % 7) + plus)
            }
            return span.start.adding(days: (weekday - span.start.weekday + 7) % 7 + 7 * (n - 1) + plus)
        }
    }

    /// The first such day in a year of the Gregorian calendar, in the civil tables of 30 years with 11 leap years.
    private static func islamic(_ month: Int, _ day: Int, in year: Int) -> CivilDay? {
        guard year > 622, let newYear = CivilDay(year, 1, 1) else { return nil }
        let near = (year - 622) * 33 / 32
        return (near - 1...near + 2).lazy.map { lunar in
            let months = (59 * (month - 1) + 1) / 2
            return CivilDay(
                number: day + months + (lunar - 1) * 354 + (3 + 11 * lunar) / 30 - 492_149)
        }.first { $0 >= newYear }
    }

    /// Easter Sunday of the Gregorian calendar (the anonymous computus of "Nature", 1876).
    static func easterSunday(_ year: Int) -> CivilDay? {
        guard year > 0 else { return nil }
        let a = year % 19
        let b = year / 100
        let c = year % 100
        let g = (8 * b + 13) / 25
        let h = (19 * a + b - b / 4 - g + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let total = h + l - 7 * m + 114
        return CivilDay(year, total / 31, total % 31 + 1)
    }
}
