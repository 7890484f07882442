internal import HearsayCore

/// Times of day.
extension TimeGrammar {
    /// "06:00", "9 a.m. EST", "9:30 pm", "noon", "midnight", "dawn", "10 to 11 a.m.", "in the morning".
    func clock(at i: Int) -> Parsed<Clock>? {
        guard i < tokens.count else { return nil }
        if let hours = hourRange(at: i) { return hours }
        guard let first = moment(at: i) ?? dayPart(at: i) ?? bareHour(at: i) else { return nil }
        guard !first.value.isPart, ["to", "-", "–", "until", "till", "and"].contains(lower(first.end)),
            lower(first.end) != "and" || lower(i - 1) == "between", let second = moment(at: first.end + 1)
        else {
            guard !first.value.isBare else { return nil }
            return withHalf(first)
        }
        var from = first.value
        if from.isTwelveHour, !second.value.isTwelveHour, second.value.from >= 720, from.from + 720 < second.value.from
        {
            from.from += 720
        }
        from.to = second.value.from
        return Parsed(value: from.settled, end: second.end)
    }

    /// "from 7 to 9", "between 2 and 4:30pm", "5 to seven in the morning": hours of which "from" or a part of the day
    /// tells that they are some; "3-1" alone is a score.
    private func hourRange(at i: Int) -> Parsed<Clock>? {
        let isOpened = ["from", "between"].contains(lower(i))
        let start = isOpened ? i + 1 : i
        let isFramed = isOpened || ["from", "between"].contains(lower(i - 1))
        guard let first = moment(at: start) ?? plainHour(at: start),
            ["to", "-", "–", "until", "till", "and"].contains(lower(first.end)),
            lower(first.end) != "and" || lower(start - 1) == "between",
            let second = moment(at: first.end + 1) ?? plainHour(at: first.end + 1)
        else { return nil }
        let parsed = withHalf(Parsed(value: second.value, end: second.end))
        let isPlain = first.value.isBare && second.value.isBare && parsed.end == second.end
        guard isFramed && isHourEnd(parsed.end) || !isPlain && !first.value.isBare || parsed.end > second.end else {
            return nil
        }
        var range = first.value
        let end = parsed.value
        range.to = end.from
        if first.value.isTwelveHour, !end.isTwelveHour, end.from >= 720, range.from + 720 < end.from {
            range.from += 720
        }
        if end.isTwelveHour, range.isTwelveHour, end.from < range.from { range.to = end.from + 720 }
        range.isBare = false
        return Parsed(value: range, end: parsed.end)
    }

    /// Whether bare hours end here: nothing is counted by them.
    private func isHourEnd(_ i: Int) -> Bool {
        if isEnd(i) { return !(isGlued(i) && ["%", "-", "."].contains(lower(i)) && i + 1 < tokens.count) }
        if case .none = meaning(i) { return ["on", "today", "tomorrow", "yesterday", "tonight"].contains(lower(i)) }
        if case .unit = meaning(i) { return false }
        if case .month = meaning(i) { return false }
        return true
    }

    /// An hour in digits or words, without any mark.
    private func plainHour(at i: Int) -> Parsed<Clock>? {
        guard let hour = integer(i) ?? spelled(i)?.asInteger, (1...12).contains(hour), (numeral(i)?.digits ?? 0) <= 2
        else {
            return nil
        }
        return Parsed(value: Clock(from: hour % 12 * 60, isTwelveHour: true, isBare: true), end: i + 1)
    }

    /// "20 minutes past eight", "ten past 9", "half past six", "quarter to nine".
    private func pastHour(at i: Int) -> Parsed<Clock>? {
        var (at, minutes) = (i, 0)
        if lower(i) == "half" {
            (at, minutes) = (i + 1, 30)
        } else if lower(skip(i, ["a"])) == "quarter" {
            (at, minutes) = (skip(i, ["a"]) + 1, 15)
        } else if let number = NumberWords.number(in: words, at: i), let value = number.value.asInteger,
            (1...29).contains(value)
        {
            (at, minutes) = (skip(number.next, ["minutes", "minute", "min", "mins"]), value)
        } else {
            return nil
        }
        guard lower(at) == "past" || lower(at) == "to" && (at > i + 1 || lower(i - 1) == "at" || minutes == 15),
            let hour = plainHour(at: at + 1), lower(at) != "to" || isHourEnd(hour.end) || lower(hour.end) == "in"
        else { return nil }
        let from = hour.value.from + (lower(at) == "past" ? minutes : -minutes)
        return Parsed(value: Clock(from: (from + 720) % 720, isTwelveHour: true), end: hour.end)
    }

    /// "seven twenty-seven", "three thirty" where a time of day is due.
    private func spokenTime(at i: Int) -> Parsed<Clock>? {
        guard let hour = plainHour(at: i), numeral(i) == nil, let rest = NumberWords.number(in: words, at: i + 1),
            !rest.hasDigits, let minute = rest.value.asInteger, (10...59).contains(minute),
            ["at", "from", "to", "until", "till", "by", "around"].contains(lower(i - 1)) || ordinal(i - 1) != nil
        else { return nil }
        let end = skip(rest.next, ["minutes"])
        let half = half(at: end)
        guard half != nil || isEnd(end) || Self.afterTime.contains(lower(end)) else { return nil }
        let clock = Clock(from: hour.value.from + minute, isTwelveHour: true)
        guard let half else { return Parsed(value: clock, end: end) }
        return Parsed(value: Clock(from: clock.from + half.value * 60), end: half.end)
    }

    private static let afterTime: Set<String> = ["in", "on", "to", "until", "tomorrow", "today", "and"]

    /// "9 in the morning", "half past six in the evening".
    private func withHalf(_ parsed: Parsed<Clock>) -> Parsed<Clock> {
        let end = zone(parsed.end)
        guard parsed.value.isTwelveHour, !parsed.value.isPart else { return Parsed(value: parsed.value, end: end) }
        let at = skip(skip(end, ["in", "at"]), ["the"])
        guard at > end, case .daypart = meaning(at), let part = dayPart(at: at) else {
            return Parsed(value: parsed.value, end: end)
        }
        return Parsed(value: parsed.value.moved(into: part.value), end: part.end)
    }

    private static let zones: Set<String> = [
        "gmt", "utc", "est", "edt", "et", "pst", "pdt", "pt", "cet", "cest", "bst", "msk", "ist", "jst", "eet", "eest",
    ]

    private func zone(_ i: Int) -> Int {
        if Self.zones.contains(lower(i)), isCapitalised(i) { return i + 1 }
        if lower(i) == "local", lower(i + 1) == "time" { return i + 2 }
        return i
    }

    private static let namedHours = ["noon": 720, "midday": 720, "midnight": 0]

    /// A moment of the day.
    private func moment(at i: Int) -> Parsed<Clock>? {
        if let named = Self.namedHours[lower(i)] {
            return Parsed(value: Clock(from: named), end: i + 1)
        }
        if lower(i) == "12", ["noon", "midnight"].contains(lower(i + 1)) {
            return Parsed(value: Clock(from: lower(i + 1) == "noon" ? 720 : 0), end: i + 2)
        }
        if lower(i) == "noonish" { return Parsed(value: Clock(from: 720), end: i + 1) }
        return digital(at: i) ?? hourWithHalf(at: i) ?? pastHour(at: i) ?? spokenTime(at: i)
    }

    /// "06:00", "9:30 pm", "7:56:30 p.m.".
    private func digital(at i: Int) -> Parsed<Clock>? {
        guard let hour = integer(i), (0...24).contains(hour), lower(i + 1) == ":", isGlued(i + 1), isGlued(i + 2),
            i + 2 < tokens.count, let minutes = numeral(i + 2), minutes.digits == 2, !minutes.hasFraction,
            minutes.value < 60, (numeral(i)?.digits ?? 0) <= 2
        else { return nil }
        var end = i + 3
        if lower(end) == ":", isGlued(end), isGlued(end + 1), numeral(end + 1)?.digits == 2 { end += 2 }
        let minute = Int(minutes.value)
        let half = Self.halves[numeral(end - 1)?.suffix ?? ""].map { Parsed(value: $0, end: end) } ?? self.half(at: end)
        guard let half else {
            guard hour < 24 else { return nil }
            let written = numeral(i)?.digits == 2 && words[i].lower.hasPrefix("0")
            return Parsed(
                value: Clock(from: hour * 60 + minute, isTwelveHour: hour > 0 && hour <= 12 && !written), end: end)
        }
        return Clock.of(hour, minute, half.value).map { Parsed(value: $0, end: half.end) }
    }

    private static let halves = ["am": 0, "pm": 12, "a": 0, "p": 12, "a.m.": 0, "p.m.": 12, "a.m": 0, "p.m": 12]

    /// "a.m." or "pm" after an hour; a lone "a" counts only when stuck to it.
    private func half(at i: Int) -> Parsed<Int>? {
        guard lower(i) != "a", lower(i) != "p", let half = Self.halves[lower(i)] else { return nil }
        return Parsed(value: half, end: lower(i).hasSuffix(".") ? i + 1 : skip(i + 1, []))
    }

    /// "9 a.m.", "9pm", "9.30pm", "four o'clock".
    private func hourWithHalf(at i: Int) -> Parsed<Clock>? {
        var (hour, minute) = (0, 0)
        if let numeral = self.numeral(i) {
            guard numeral.value < 25, numeral.digits <= 2, !numeral.hasGroups else { return nil }
            hour = Int(numeral.value)
            if numeral.hasFraction { minute = Int(((numeral.value - Double(hour)) * 100).rounded()) }
            guard minute < 60 else { return nil }
            if let half = Self.halves[numeral.suffix], numeral.suffix.utf8.count > 1 || lower(i - 1) == "at" {
                return Clock.of(hour, minute, half).map { Parsed(value: $0, end: i + 1) }
            }
            guard numeral.suffix.isEmpty else { return nil }
        } else {
            guard let small = spelled(i), small >= 1, small <= 12 else { return nil }
            hour = Int(small)
        }
        if let half = half(at: i + 1) {
            return Clock.of(hour, minute, half.value).map { Parsed(value: $0, end: half.end) }
        }
        if ["p", "a"].contains(lower(i + 1)), lower(i + 2) == "." || lower(i + 2) == "m" {
            let at = skip(i + 2, ["."])
            if lower(at) == "m" {
                let half = lower(i + 1) == "p" ? 12 : 0
                return Clock.of(hour, minute, half).map { Parsed(value: $0, end: skip(at + 1, ["."])) }
            }
        }
        if ["o'clock", "oclock"].contains(lower(i + 1)), hour <= 12 {
            return Parsed(value: Clock(from: hour % 12 * 60, isTwelveHour: true), end: i + 2)
        }
        return nil
    }

    /// An hour without a mark of its own, good only as the start of a range ("10 to 11 a.m.") or before a part of day.
    private func bareHour(at i: Int) -> Parsed<Clock>? {
        guard let hour = integer(i) ?? spelled(i)?.asInteger, (1...12).contains(hour), (numeral(i)?.digits ?? 0) <= 2
        else {
            return nil
        }
        let at = skip(skip(i + 1, ["in", "at"]), ["the"])
        if at == i + 3, let part = dayPart(at: at) {
            return Parsed(value: Clock(from: hour % 12 * 60, isTwelveHour: true).moved(into: part.value), end: part.end)
        }
        return Parsed(value: Clock(from: hour % 12 * 60, isTwelveHour: true, isBare: true), end: i + 1)
    }

    /// "morning", "early afternoon", "dawn".
    private func dayPart(at i: Int) -> Parsed<Clock>? {
        var at = i
        if ["early", "late", "later"].contains(lower(i)) { at = i + 1 }
        if at > i, lower(at) == "in", lower(at + 1) == "the" { at += 2 }
        if at > i, lower(at) == "this" { at += 1 }
        guard case .daypart(let from, let to) = meaning(at), !lower(at).hasSuffix("s") else { return nil }
        var clock = Clock(from: from, to: to, isPart: true)
        if at > i, lower(i) == "early" { clock.to = (from + to) / 2 }
        if at > i, lower(i) == "late" || lower(i) == "later" { clock.from = (from + to) / 2 }
        return Parsed(value: clock, end: at + 1)
    }

    /// Whether a time of day may stand without a day: a part of the day needs a preposition ("in the morning").
    func isFreeClock(_ i: Int, _ parsed: Parsed<Clock>) -> Bool {
        guard parsed.value.isPart else { return true }
        if parsed.end < tokens.count, !tokens[parsed.end].isPunctuation, lower(i) == "night" || lower(i) == "dawn" {
            return ["before", "at", "until", "after"].contains(lower(i - 1))
        }
        if parsed.end > i + 1 { return lower(parsed.end - 2) == "the" || ["in", "the"].contains(lower(i - 1)) }
        let before = lower(i - 1) == "the" ? lower(i - 2) : lower(i - 1)
        return ["in", "at", "before", "after", "until", "by", "since", "during", "around"].contains(before)
    }
}

extension Clock {
    /// The moment of an hour of the twelve-hour day (`half` 0 or 12); nil when there is none.
    static func of(_ hour: Int, _ minute: Int, _ half: Int) -> Clock? {
        guard (0...23).contains(hour) else { return nil }
        if hour > 12 { return Clock(from: hour * 60 + minute) }
        return Clock(from: (hour % 12 + half) * 60 + minute)
    }

    /// The moment in the half of the day that a part of the day names.
    func moved(into part: Clock) -> Clock {
        guard isTwelveHour, part.isPart, part.from >= 720 else { return self }
        var moved = self
        if moved.from < 720 { moved.from += 720 }
        if let to = moved.to, to < 720 { moved.to = to + 720 }
        moved.isTwelveHour = false
        return moved
    }

    /// A stretch whose start was a bare hour, now that its end is known.
    var settled: Clock {
        var clock = self
        clock.isBare = false
        if let to, clock.from < 720, to > 720, clock.isTwelveHour, clock.from + 720 < to { clock.from += 720 }
        return clock
    }
}
