import HearsayCore

/// Reads dates and times of day from the tokens of a short line.
struct DateScanner {
    /// A time of day; `zone` is minutes east of Greenwich.
    struct Clock: Hashable {
        var hour: Int
        var minute: Int
        var second = 0
        var zone: Int?
    }

    let tokens: [DateToken]
    let order: DateOrder
    /// Whether "04 Mar 31" is a date, as in RFC 822.
    let shortYears: Bool
    var at = 0

    /// A scanner at the start of a line.
    init(_ line: ByteSlice, order: DateOrder = .monthFirst, shortYears: Bool = false) {
        tokens = DateToken.tokens(of: line)
        (self.order, self.shortYears) = (order, shortYears)
    }

    /// Whether all tokens are read.
    var isAtEnd: Bool { at >= tokens.count }

    private func number(_ offset: Int, digits: ClosedRange<Int>) -> Int? {
        guard at + offset < tokens.count, case .number(let value, let count) = tokens[at + offset] else { return nil }
        return digits.contains(count) ? value : nil
    }

    /// The word `offset` tokens ahead.
    func word(_ offset: Int = 0) -> String? {
        guard at + offset < tokens.count, case .word(let word) = tokens[at + offset] else { return nil }
        return word
    }

    private func mark(_ offset: Int) -> UInt8? {
        guard at + offset < tokens.count, case .mark(let byte) = tokens[at + offset] else { return nil }
        return byte
    }

    /// Reads a date that starts here.
    mutating func date() -> CivilDay? { numericDate() ?? monthFirst() ?? dayFirst() }

    private mutating func numericDate() -> CivilDay? {
        guard let separator = mark(1), separator == mark(3), [0x2D, 0x2F, 0x2E].contains(separator),
            let middle = number(2, digits: 1...2)
        else { return nil }
        if let year = number(0, digits: 4...4), let day = number(4, digits: 1...2) {
            return take(5, CivilDay(year, middle, day))
        }
        guard let first = number(0, digits: 1...2), let year = number(4, digits: 4...4) else { return nil }
        // With points the day comes first; with strokes that depends on the place, unless one cannot be a month.
        if separator == 0x2E || first > 12 { return take(5, CivilDay(year, middle, first)) }
        if order == .unknown, middle <= 12, middle != first { return nil }
        let dayFirst = order == .dayFirst && middle <= 12
        return take(5, dayFirst ? CivilDay(year, middle, first) : CivilDay(year, first, middle))
    }

    private mutating func monthFirst() -> CivilDay? {
        guard let month = word().flatMap(DateWords.month) else { return nil }
        var next = mark(1) == 0x2E ? 2 : 1
        guard let day = number(next, digits: 1...2) else { return nil }
        next += isOrdinal(next + 1) ? 2 : 1
        if mark(next) == 0x2C || mark(next) == 0x2E { next += 1 }
        guard let year = number(next, digits: 4...4) else { return nil }
        return take(next + 1, CivilDay(year, month, day))
    }

    private mutating func dayFirst() -> CivilDay? {
        guard let day = number(0, digits: 1...2) else { return nil }
        var next = isOrdinal(1) ? 2 : 1
        if isOf(next) || mark(next) == 0x2D || mark(next) == 0x2E { next += 1 }
        guard let month = word(next).flatMap(DateWords.month) else { return nil }
        next += 1
        while let byte = mark(next), [0x2C, 0x2E, 0x2D].contains(byte) { next += 1 }
        if isOf(next) { next += 1 }
        guard let year = number(next, digits: 4...4) ?? shortYear(next) else { return nil }
        return take(next + 1, CivilDay(year, month, day))
    }

    /// A year of two digits: up to 49 in this century, else in the last (RFC 5322, 4.3).
    private func shortYear(_ offset: Int) -> Int? {
        guard shortYears, let year = number(offset, digits: 2...2) else { return nil }
        return year < 50 ? 2000 + year : 1900 + year
    }

    private func isOrdinal(_ offset: Int) -> Bool {
        word(offset).map { ["st", "nd", "rd", "th", "er"].contains($0) } ?? false
    }

    /// "of", as in "3rd of March" and "3 de marzo de 2024".
    private func isOf(_ offset: Int) -> Bool { word(offset).map { ["of", "de", "del", "di"].contains($0) } ?? false }

    private mutating func take(_ count: Int, _ day: CivilDay?) -> CivilDay? {
        guard let day, (1600...2200).contains(day.year) else { return nil }
        at += count
        return day
    }

    /// Reads a time of day that starts here, with its zone.
    mutating func clock() -> Clock? {
        let start = at
        if word() == "t" { at += 1 }
        guard let hour = number(0, digits: 1...2), hour < 24 else { return restore(start) }
        var clock = Clock(hour: hour, minute: 0)
        if mark(1) == 0x3A || mark(1) == 0x2E, let minute = number(2, digits: 2...2), minute < 60 {
            clock.minute = minute
            at += 3
            if mark(0) == 0x3A, let second = number(1, digits: 2...2), second < 61 {
                clock.second = min(second, 59)
                at += 2
                if mark(0) == 0x2E, number(1, digits: 1...12) != nil { at += 2 }
            }
            _ = halfDay(&clock)
        } else {
            at += 1
            guard halfDay(&clock) else { return restore(start) }
        }
        clock.zone = zone()
        return clock
    }

    /// Goes over what looks like a time of day and is none ("24:00:00"), so that no part of it is taken for one.
    mutating func skipNumbers() {
        at += 1
        while mark(0) == 0x3A, number(1, digits: 1...12) != nil { at += 2 }
    }

    private mutating func restore(_ start: Int) -> Clock? {
        at = start
        return nil
    }

    /// Reads "am", "p.m." and the like.
    private mutating func halfDay(_ clock: inout Clock) -> Bool {
        var half = word()
        var length = 1
        if half == "a" || half == "p", mark(1) == 0x2E, word(2) == "m" {
            half = (half ?? "") + "m"
            length = mark(3) == 0x2E ? 4 : 3
        }
        guard half == "am" || half == "pm", clock.hour <= 12 else { return false }
        at += length
        clock.hour = clock.hour % 12 + (half == "pm" ? 12 : 0)
        return true
    }

    private mutating func zone() -> Int? {
        let parenthesis = mark(0) == 0x28
        if parenthesis { at += 1 }
        var minutes: Int?
        if let name = word(), let offset = DateWords.zone(name) {
            at += 1
            minutes = offset
        }
        if let sign = mark(0), sign == 0x2B || sign == 0x2D, let offset = offset() {
            minutes = sign == 0x2B ? offset : -offset
        }
        if parenthesis, mark(0) == 0x29 { at += 1 }
        return minutes
    }

    private mutating func offset() -> Int? {
        if let both = number(1, digits: 4...4), both < 1500 {
            at += 2
            return both / 100 * 60 + both % 100
        }
        guard let hours = number(1, digits: 1...2), hours < 15 else { return nil }
        at += 2
        guard mark(0) == 0x3A, let minutes = number(1, digits: 2...2), minutes < 60 else { return hours * 60 }
        at += 2
        return hours * 60 + minutes
    }
}
