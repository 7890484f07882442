/// A day of the proleptic Gregorian calendar, without a time zone.
public struct CivilDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    public let number: Int

    /// The day `number` days after 1970-01-01.
    public init(number: Int) { self.number = number }

    /// A calendar date; nil when there is no such day.
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year),
            (-9999...9999).contains(year)
        else { return nil }
        // Counting from March puts the leap day last (H. Hinnant, "chrono-compatible low-level date algorithms").
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// The first ten characters of an ISO 8601 date or RFC 3339 time ("2024-03-22…"); nil for anything else.
    public init?(iso text: String) {
        let bytes = Array(text.utf8.prefix(10))
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        var fields = [0, 0, 0]
        for (i, byte) in bytes.enumerated() where i != 4 && i != 7 {
            guard byte.isASCIIDigit else { return nil }
            let field = i < 4 ? 0 : i < 7 ? 1 : 2
            fields[field] = fields[field] * 10 + Int(byte) - 0x30
        }
        self.init(fields[0], fields[1], fields[2])
    }

    /// Year, month (1 to 12) and day of the month.
    public var date: (year: Int, month: Int, day: Int) {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// The year.
    public var year: Int { date.year }
    /// The month, 1 to 12.
    public var month: Int { date.month }
    /// The day of the month.
    public var day: Int { date.day }
    /// 1 for Monday to 7 for Sunday.
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// The day `days` later.
    public func adding(days: Int) -> CivilDay { CivilDay(number: number + days) }

    /// The same day `months` later, or the last day of that month when it is shorter.
    public func adding(months: Int) -> CivilDay {
        let (year, month, day) = date
        let total = year * 12 + month - 1 + months
        let y = total >= 0 ? total / 12 : (total - 11) / 12
        let m = total - y * 12 + 1
        return CivilDay(y, m, min(day, Self.days(inMonth: m, of: y))) ?? self
    }

    /// Days in a month (1 to 12) of a year.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// "2024-03-22".
    public var description: String {
        let (year, month, day) = date
        let digits = String(abs(year))
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return "\(year < 0 ? "-" : "")\(padded)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// Order in time.
    public static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }
}

/// Days from `start` to `end`, both included.
public struct DayInterval: Hashable, Sendable {
    /// The first day.
    public var start: CivilDay
    /// The last day, included.
    public var end: CivilDay

    /// The days from `start` to `end`, both included.
    public init(_ start: CivilDay, _ end: CivilDay) {
        self.start = start
        self.end = end
    }
}
