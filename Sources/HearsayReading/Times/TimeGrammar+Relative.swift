internal import HearsayCore

/// Times counted from the day of publication or from another time of the text.
extension TimeGrammar {
    /// "today", "last night" (the night is the clock's), "the day before yesterday", "now".
    func relativeDay(at i: Int) -> Parsed<TimePhrase>? {
        switch lower(i) {
        case "today" where i > 0 && isCapitalised(i) && isCapitalised(i - 1): return nil  // a newspaper's name
        case "today", "tonight": return Parsed(value: .day(0), end: i + 1)
        case "yesterday": return Parsed(value: .day(-1), end: i + 1)
        case "tomorrow": return Parsed(value: .day(1), end: i + 1)
        case "now":
            let isEnd = ["between", "until", "till", "and", "to", "from"].contains(lower(i - 1))
            return isEnd ? Parsed(value: .present, end: i + 1) : nil
        case "the":
            guard lower(i + 1) == "day" else { return nil }
            if lower(i + 2) == "before", lower(i + 3) == "yesterday" { return Parsed(value: .day(-2), end: i + 4) }
            if lower(i + 2) == "after", lower(i + 3) == "tomorrow" { return Parsed(value: .day(2), end: i + 4) }
            guard ["before", "after"].contains(lower(i + 2)), isEnd(i + 3) else { return nil }
            return Parsed(value: .following(.day, lower(i + 2) == "before" ? -1 : 1), end: i + 3)
        default: break
        }
        if case .shift(let offset) = meaning(i), case .daypart = meaning(i + 1) {
            // "this morning", "last night": the day only; the clock reads the part of the day.
            return Parsed(value: .day(lower(i + 1) == "night" && offset > 0 ? 1 : offset), end: i + 1)
        }
        return nil
    }

    /// Whether nothing goes on at `i`: the end of the sentence or a mark.
    func isEnd(_ i: Int) -> Bool { i >= tokens.count || tokens[i].isPunctuation }

    private static let shortTriggers: Set<String> = [
        "on", "this", "next", "last", "every", "until", "by", "(", "since", "from", "to", "-", "and", "or", "before",
    ]

    /// "Friday", "next Friday", "Friday last week", "Tuesday of next week", "next week on Tuesday".
    func weekday(at i: Int) -> Parsed<TimePhrase>? {
        var (at, shift) = (i, Int?.none)
        if case .shift(let offset) = meaning(i) {
            (at, shift) = (i + 1, offset)
            if case .shift(let second) = meaning(at), offset == 0 { (at, shift) = (at + 1, second * 2) }
            if ["past", "coming", "upcoming"].contains(lower(i)) { shift = offset * 2 }
            if lower(i) == "previous" { return previousWeekday(at) }
        }
        if case .unit(.week) = meaning(at), shift != nil {
            return weekThenDay(at, shift ?? 0)
        }
        guard case .weekday(let day) = meaning(at), isWeekdayWord(at, shifted: shift != nil) else { return nil }
        var end = at + 1
        if TimeLexicon.shortWeekdays.contains(lower(at)) { end = skip(end, ["."]) }
        if shift == nil, let week = weekAfterDay(end) {
            return Parsed(value: .weekdayOf(day, week.value), end: week.end)
        }
        if shift == 1, i > 0, lower(i) == "following", lower(i - 1) == "the" {
            return Parsed(value: .weekdayOf(day, .following(.week, 0)), end: end)
        }
        return Parsed(value: .weekday(day, shift: shift), end: end)
    }

    /// "previous Wednesday": the one of the week before.
    private func previousWeekday(_ i: Int) -> Parsed<TimePhrase>? {
        guard case .weekday(let day) = meaning(i) else { return nil }
        return Parsed(value: .weekdayOf(day, .unit(.week, -1)), end: i + 1)
    }

    private func weekThenDay(_ at: Int, _ shift: Int) -> Parsed<TimePhrase>? {
        let next = skip(skip(at + 1, [","]), ["on"])
        guard case .weekday(let day) = meaning(next), isWeekdayWord(next, shifted: true) else { return nil }
        return Parsed(value: .weekdayOf(day, .unit(.week, shift)), end: next + 1)
    }

    /// "(of) next week" after a weekday.
    private func weekAfterDay(_ i: Int) -> Parsed<TimePhrase>? {
        let at = skip(i, ["of"])
        guard case .shift(let offset) = meaning(at), case .unit(.week) = meaning(at + 1) else { return nil }
        return Parsed(value: .unit(.week, offset), end: at + 2)
    }

    private func isWeekdayWord(_ i: Int, shifted: Bool) -> Bool {
        let word = lower(i)
        guard TimeLexicon.shortWeekdays.contains(word) else { return true }
        if shifted { return true }
        if ["sat", "sun", "wed", "mon"].contains(word) {
            guard isCapitalised(i) else { return false }
            return Self.shortTriggers.contains(lower(i - 1)) && lower(i - 1) != "to" || lower(i + 1) == "," && i == 0
        }
        return isCapitalised(i) || Self.shortTriggers.contains(lower(i - 1))
    }

    // MARK: - Units

    private static let rollingPrepositions: Set<String> = ["over", "in", "within", "during", "for", "throughout"]

    /// "last week", "this year", "the past three months", "the coming weeks", "next March".
    func counted(at i: Int) -> Parsed<TimePhrase>? {
        let hasArticle = lower(i) == "the"
        let at = hasArticle ? i + 1 : i
        if lower(i) == "this", case .shift(let offset) = meaning(i + 1), offset != 0,
            let found = run(i + 1, offset, false, i)
        {
            return found
        }
        guard case .shift(let offset) = meaning(at) else { return weekAfterNext(at) }
        return longest([run(at, offset, hasArticle, i), named(at, offset)])
    }

    private func run(_ at: Int, _ offset: Int, _ hasArticle: Bool, _ start: Int) -> Parsed<TimePhrase>? {
        if offset != 0, let length = amount(at: at + 1), isWhole(length.value.unit) {
            return Parsed(value: .run(length.value, forward: offset > 0), end: length.end)
        }
        let unitAt = skip(at + 1, ["calendar", "full", "working", "whole"])
        guard case .unit(let unit) = meaning(unitAt), isWhole(unit) else { return nil }
        if ["weeks", "months", "days", "years", "decades", "weekends", "quarters"].contains(lower(unitAt)) {
            guard offset != 0 else { return nil }
            return Parsed(value: .run(.init(count: nil, unit: unit), forward: offset > 0), end: unitAt + 1)
        }
        if unit == .day && (offset == 0 || lower(at) == "last") { return nil }
        let end = unitAt + 1
        if lower(unitAt) == "year", lower(end) == "-" { return nil }
        guard hasArticle, offset != 0 else { return Parsed(value: .unit(unit, offset), end: end) }
        let isRolling = Self.rollingPrepositions.contains(lower(start - 1)) || lower(at) == "past"
        let isFixed = [.quarter, .decade, .century, .weekend].contains(unit)
        if isRolling, !isFixed, lower(at) != "following", lower(at) != "previous" {
            return Parsed(value: .run(.init(count: 1, unit: unit), forward: offset > 0), end: end)
        }
        if ["next", "following", "previous"].contains(lower(at)), !isFixed {
            return Parsed(value: .following(unit, offset), end: end)
        }
        return Parsed(value: .unit(unit, offset), end: end)
    }

    /// Whether a unit is a day or longer, so that the calendar can tell it.
    private func isWhole(_ unit: CalendarUnit) -> Bool { !unit.isShort }

    /// "last March", "this summer", "next Easter", "last quarter" with a month, season or holiday.
    private func named(_ at: Int, _ offset: Int) -> Parsed<TimePhrase>? {
        if case .month(let month) = meaning(at + 1), dayNumber(at: at + 2) == nil {
            if offset == 0, !isCapitalised(at + 1), ["may", "march"].contains(lower(at + 1)) { return nil }
            // "this September" is the one of this year, "last" and "next" the nearest on that side.
            let year = TimePhrase.Year.offset(offset * Self.nearestSide)
            return Parsed(value: .date(year: year, month: month, day: nil), end: at + 2)
        }
        if case .season(let month) = meaning(at + 1) {
            return Parsed(value: .season(month: month, .offset(offset)), end: at + 2)
        }
        if let holiday = holiday(at: at + 1), case .holiday(let day, .open) = holiday.value {
            return Parsed(value: .holiday(day, .offset(offset)), end: holiday.end)
        }
        return nil
    }

    /// Years so far away that they stand for "the nearest one on that side".
    private static let nearestSide = 100

    private func weekAfterNext(_ i: Int) -> Parsed<TimePhrase>? {
        guard case .unit(let unit) = meaning(i), isWhole(unit), lower(i + 1) == "after", lower(i + 2) == "next" else {
            return nil
        }
        return Parsed(value: .unit(unit, 2), end: i + 3)
    }

    // MARK: - Shifts

    /// "two years ago", "three days later", "in two weeks", "within 28 days", "a week after Easter".
    func shifted(at i: Int) -> Parsed<TimePhrase>? {
        guard let length = amount(at: i) else { return nil }
        let next = lower(length.end)
        let value = length.value
        switch next {
        case "ago": return Parsed(value: .shifted(value, sign: -1, .publication), end: length.end + 1)
        case "hence": return Parsed(value: .shifted(value, sign: 1, .publication), end: length.end + 1)
        case "later", "afterward", "afterwards":
            return Parsed(value: .shifted(value, sign: 1, .text), end: length.end + 1)
        case "earlier": return Parsed(value: .shifted(value, sign: -1, .text), end: length.end + 1)
        case "before", "after", "from", "prior":
            let sign = next == "before" || next == "prior" ? -1 : 1
            if next == "from", lower(length.end + 1) == "now" {
                return Parsed(value: .shifted(value, sign: 1, .publication), end: length.end + 2)
            }
            if next != "from" || value.unit != .day || !value.isApproximate,
                let origin = phrase(at: next == "prior" ? skip(length.end + 1, ["to"]) : length.end + 1)
            {
                return Parsed(value: .shifted(value, sign: sign, .phrase(origin.value)), end: origin.end)
            }
            return next == "before" && isEnd(length.end + 1)
                ? Parsed(value: .shifted(value, sign: -1, .text), end: length.end + 1) : nil
        default: break
        }
        if lower(i - 1) == "within" { return Parsed(value: .within(value), end: length.end) }
        let isTime = ["'", "’"].contains(lower(length.end)) && lower(length.end + 1) == "time"
        if lower(i - 1) == "in", !isHyphenated(i, length.end) {
            return Parsed(value: .shifted(value, sign: 1, .publication), end: isTime ? length.end + 2 : length.end)
        }
        return nil
    }

    /// Whether the length is an adjective ("a three-week strike").
    private func isHyphenated(_ i: Int, _ end: Int) -> Bool {
        (i..<end).contains { lower($0) == "-" && isGlued($0) && meaning($0 + 1) != .none }
    }

    /// "the same day", "that week", "that morning".
    func same(at i: Int) -> Parsed<TimePhrase>? {
        let at = skip(i, ["the"])
        guard lower(at) == "same" || lower(i) == "that" else { return nil }
        guard case .unit(let unit) = meaning(at + 1), unit == .day || unit == .week || unit == .month || unit == .year,
            ["day", "week", "month", "year"].contains(lower(at + 1))
        else { return nil }
        return Parsed(value: .same(unit), end: at + 2)
    }

    /// "the week", "the month", "the year" after a preposition: the present one.
    func bareUnit(at i: Int) -> Parsed<TimePhrase>? {
        guard lower(i) == "the", ["week", "month", "year", "weekend", "decade"].contains(lower(i + 1)),
            case .unit(let unit) = meaning(i + 1)
        else { return nil }
        let before = lower(i - 1)
        let isOver = ["is", "was"].contains(lower(i + 2)) && ["out", "over"].contains(lower(i + 2 + 1))
        let isBounded =
            ["within", "in", "during", "over"].contains(before) || before == "of" || before == "for" && unit != .year
        guard isOver || isBounded || unit == .weekend else { return nil }
        guard yearNumber(at: i + 2) == nil, lower(i + 2) != "of" || unit == .weekend, lower(i + 2) != "before",
            lower(i + 2) != "since"
        else { return nil }
        return Parsed(value: .unit(unit, 0), end: i + 2)
    }
}
