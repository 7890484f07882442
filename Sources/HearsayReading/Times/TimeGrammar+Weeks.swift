internal import HearsayCore

/// Weeks, weekdays and days counted inside a longer time, and lengths that start on a day.
extension TimeGrammar {
    /// An ordinal in words or digits; "second" is a unit of time as well.
    func ordinal(_ i: Int) -> Int? {
        if case .ordinal(let n) = meaning(i) { return n }
        if lower(i) == "second" { return 2 }
        guard let numeral = numeral(i), ["st", "nd", "rd", "th"].contains(numeral.suffix) else { return nil }
        return numeral.integer
    }

    /// "week 10", "week 27 of last year".
    func weekNumber(at i: Int) -> Parsed<TimePhrase>? {
        guard lower(i) == "week", let n = integer(i + 1), (1...53).contains(n), numeral(i + 1)?.digits ?? 9 <= 2 else {
            return nil
        }
        if let year = yearOf(i + 2) { return Parsed(value: .weekNumber(n, year.value), end: year.end) }
        return lower(i + 2) == "of" ? nil : Parsed(value: .weekNumber(n, .offset(0)), end: i + 2)
    }

    /// "the week of April 10th", "the week starting on February 4", "w/c Feb 4".
    func weekOf(at i: Int) -> Parsed<TimePhrase>? {
        var at = i
        if lower(i) == "w", lower(i + 1) == "/", lower(i + 2) == "c" {
            at = i + 3
        } else if lower(i) == "week", lower(i + 1) == "of" {
            at = i + 2
        } else if lower(i) == "week", Self.startings.contains(lower(i + 1)) {
            at = skip(i + 2, ["on"])
        } else {
            return nil
        }
        at = skip(at, ["the"])
        guard let day = longest([textDate(at: at), numericDate(at: at)]), isDay(day.value) else { return nil }
        return Parsed(value: .weekOf(day.value), end: day.end)
    }

    static let startings: Set<String> = ["starting", "beginning", "commencing"]

    /// "the first Monday of May", "last Friday in June".
    func nthWeekday(at i: Int) -> Parsed<TimePhrase>? {
        guard let n = ordinal(i) ?? (lower(i) == "last" ? -1 : nil), n <= 5, case .weekday(let day) = meaning(i + 1),
            ["of", "in"].contains(lower(i + 2)), let whole = wholeAfterOf(i + 3), isMonth(whole.value)
        else { return nil }
        return Parsed(value: .nthWeekday(n, day, of: whole.value), end: whole.end)
    }

    /// "the 21st of this month", "the thirty-first day of the month", "the 21st this month".
    func dayOf(at i: Int) -> Parsed<TimePhrase>? {
        guard let day = dayNumber(at: i) else { return nil }
        let at = skip(day.end, ["day"])
        let inside = skip(at, ["of", "in"])
        if inside == at {
            guard lower(i - 1) == "the", case .shift = meaning(at) else { return nil }
        }
        guard let whole = wholeAfterOf(inside), case .unit(.month, _) = whole.value else { return nil }
        return Parsed(value: .dayOf(day.value, whole.value), end: whole.end)
    }

    private func isMonth(_ phrase: TimePhrase) -> Bool {
        switch phrase {
        case .unit(.month, _), .unit(.year, _), .date(_, _, nil): true
        default: false
        }
    }

    /// "Monday 21", "Tuesday the eleventh": a weekday that must fall on that day of a month.
    func weekdayWithDay(at i: Int) -> Parsed<TimePhrase>? {
        guard case .weekday(let weekday) = meaning(i), isCapitalised(i) || lower(i + 1) == "the" else { return nil }
        let at = skip(skip(i + 1, ["."]), [",", "the"])
        let start = skip(at, ["the"])
        guard let day = dayNumber(at: start), !isClockNumber(start), !isUnit(day.end), !isCounted(start),
            ordinal(start) != nil || lower(i - 1) == "on" && isEnd(day.end) || isEnd(day.end) || lower(day.end) == "at",
            !(isGlued(day.end) && ["-", ":", "/", "."].contains(lower(day.end)) && isGlued(day.end + 1))
        else { return nil }
        if lower(start - 1) == ",", ordinal(start) == nil { return nil }
        return Parsed(value: .weekdayDay(weekday, day.value), end: day.end)
    }

    private func isUnit(_ i: Int) -> Bool {
        if case .unit = meaning(i) { return true }
        return false
    }

    /// "5 upcoming years", "the 10 previous weeks", "recent weeks".
    func numberedRun(at i: Int) -> Parsed<TimePhrase>? {
        let start = skip(i, ["the"])
        if lower(start) == "recent", case .unit(let unit) = meaning(start + 1), lower(start + 1).hasSuffix("s") {
            return Parsed(value: .run(.init(count: nil, unit: unit), forward: false), end: start + 2)
        }
        guard let number = NumberWords.number(in: words, at: start), number.value < 1000,
            case .shift(let offset) = meaning(number.next), offset != 0,
            case .unit(let unit) = meaning(number.next + 1),
            lower(number.next + 1).hasSuffix("s")
        else { return nil }
        return Parsed(value: .run(.init(count: number.value, unit: unit), forward: offset > 0), end: number.next + 2)
    }

    /// "to date", "till date" and, with a unit before it, "year to date".
    func toDate(at i: Int) -> Parsed<TimePhrase>? {
        if case .unit(let unit) = meaning(i), lower(i + 1) == "to", lower(i + 2) == "date", !unit.isShort {
            return Parsed(value: .toDate(unit), end: i + 3)
        }
        return nil
    }

    /// "a week starting tomorrow", "for 3 days from today", "1 week, from 20 December".
    func lengthFrom(at i: Int) -> Parsed<TimePhrase>? {
        guard let length = amount(at: i), length.value.count != nil, !length.value.unit.isShort else { return nil }
        var at = skip(length.end, [","])
        if Self.startings.contains(lower(at)) {
            at = skip(at + 1, ["on", "from"])
        } else if lower(at) == "from", lower(i - 1) == "for" || at > length.end {
            at += 1
        } else {
            return nil
        }
        guard let day = phrase(at: at), isDay(day.value) else { return nil }
        return Parsed(value: .starting(length.value, day.value), end: day.end)
    }

    /// "two weeks from today on Tuesday", "Thursday, two years from now": the nearest such weekday to a day counted.
    func weekdayNear(at i: Int) -> Parsed<TimePhrase>? {
        if case .weekday(let weekday) = meaning(i), let day = shifted(at: skip(i + 1, [","])) {
            return isCountedDay(day.value) ? Parsed(value: .near(weekday, day.value), end: day.end) : nil
        }
        guard let day = shifted(at: i), isCountedDay(day.value) else { return nil }
        let at = skip(day.end, ["on"])
        guard at > day.end, case .weekday(let weekday) = meaning(at) else { return nil }
        return Parsed(value: .near(weekday, day.value), end: at + 1)
    }

    private func isCountedDay(_ phrase: TimePhrase) -> Bool {
        if case .shifted(let length, 1, let origin) = phrase { return origin != .text && !length.unit.isShort }
        return false
    }

    /// "that December": the month of the time told before.
    func sameMonth(at i: Int) -> Parsed<TimePhrase>? {
        guard lower(i) == "that", case .month(let month) = meaning(i + 1), isCapitalised(i + 1), month != 5 else {
            return nil
        }
        return Parsed(value: .monthOfText(month), end: i + 2)
    }

    /// "fiscal 2024", "the school year": a year whose days the text does not tell.
    func institutionalYear(at i: Int) -> Parsed<TimePhrase>? {
        if ["fy", "sy"].contains(lower(i)), let year = integer(i + 1), yearNumber(at: i + 1) != nil || year < 100 {
            return Parsed(value: .impossible, end: i + 2)
        }
        let at: Int
        if case .shift = meaning(i) { at = i + 1 } else { at = i }
        guard ["fiscal", "financial", "school", "academic", "tax"].contains(lower(at)) else { return nil }
        if lower(at + 1) == "year", lower(at + 2) != "-" {
            let year = trailingYear(at: at + 2)
            return Parsed(value: .impossible, end: year?.end ?? at + 2)
        }
        guard lower(at) == "fiscal", yearNumber(at: at + 1) != nil else { return nil }
        return Parsed(value: .impossible, end: at + 2)
    }

    /// "halloween weekend 2021", "Easter weekend".
    func holidayWeekend(at i: Int) -> Parsed<TimePhrase>? {
        guard let holiday = holiday(at: i), case .holiday(let day, let year) = holiday.value,
            lower(holiday.end) == "weekend"
        else { return nil }
        if let plain = yearNumber(at: holiday.end + 1) {
            return Parsed(value: .weekendOf(.holiday(day, .absolute(plain))), end: holiday.end + 2)
        }
        return Parsed(value: .weekendOf(.holiday(day, year)), end: holiday.end + 1)
    }

    /// A year in words: "nineteen eighty six", "two thousand and five", "seventeen hundred thirty three".
    func spokenYear(at i: Int) -> Parsed<Int>? {
        guard let first = spelled(i)?.asInteger else { return nil }
        if lower(i + 1) == "thousand" || lower(i + 1) == "hundred" {
            guard let number = NumberWords.number(in: words, at: i), let year = number.value.asInteger,
                (1100...2100).contains(year), !number.hasDigits
            else { return nil }
            return Parsed(value: year, end: number.next)
        }
        guard (11...20).contains(first), let rest = NumberWords.number(in: words, at: i + 1), !rest.hasDigits,
            let tail = rest.value.asInteger, (10...99).contains(tail)
        else { return nil }
        return Parsed(value: first * 100 + tail, end: rest.next)
    }
}
