internal import HearsayCore

/// Lengths of time and recurring times.
extension TimeGrammar {
    /// "three weeks", "2 years 3 months", "a week", "several months", "half an hour", "two-day", "3h".
    func amount(at i: Int) -> Parsed<TimePhrase.Length>? {
        guard let first = firstAmount(at: i) else { return nil }
        var (length, end) = (first.value, first.end)
        if lower(end) == "and", lower(end + 1) == "half" || lower(end + 1) == "a" && lower(end + 2) == "half" {
            length.count? += 0.5
            end = lower(end + 1) == "half" ? end + 2 : end + 3
        }
        while let count = length.count, count >= 0 {
            let at = skip(skip(end, [","]), ["and"])
            guard let more = counted(number: at), let next = more.value.count,
                more.value.unit.seconds < length.unit.seconds,
                at == end || lower(at - 1) == "and" || lower(at - 1) == ","
            else { break }
            length.more.append(.init(count: next, unit: more.value.unit))
            end = more.end
        }
        return Parsed(value: length, end: end)
    }

    private func firstAmount(at i: Int) -> Parsed<TimePhrase.Length>? {
        switch lower(i) {
        case "a", "an", "another":
            return indefinite(at: i)
        case "half":
            let at = skip(i + 1, ["a", "an", "-"])
            guard at > i + 1, case .unit(let unit) = meaning(at), unit != .second, unit != .quarter else { return nil }
            return Parsed(value: .init(count: 0.5, unit: unit), end: at + 1)
        case "several", "few", "some", "many", "couple":
            return vague(at: i)
        default:
            return counted(number: i)
        }
    }

    private func vague(at i: Int) -> Parsed<TimePhrase.Length>? {
        let at = lower(i) == "couple" ? skip(i + 1, ["of", "more"]) : skip(i + 1, ["more"])
        guard case .unit(let unit) = meaning(at), lower(at).hasSuffix("s"), unit != .second else { return nil }
        let count: Double? = lower(i) == "couple" ? 2 : lower(i) == "many" ? nil : 3
        return Parsed(value: .init(count: count, unit: unit, isApproximate: true), end: at + 1)
    }

    private static let indefiniteBefore: Set<String> = [
        "for", "after", "within", "in", "than", "about", "over", "nearly", "almost", "lasted", "took", "takes", "take",
        "of", "around", "lasting", "under", "spend", "spent", "just", "least", "by", "roughly", "barely", "only",
    ]
    private static let indefiniteAfter: Set<String> = ["ago", "later", "earlier", "before", "after", "from", "hence"]

    /// "a week", "a few days", "a couple of hours", "an hour and a half".
    private func indefinite(at i: Int) -> Parsed<TimePhrase.Length>? {
        if ["few", "couple"].contains(lower(i + 1)) { return vague(at: i + 1) }
        if lower(i + 1) == "half", lower(i + 2) == "-", case .unit(let unit) = meaning(i + 3) {
            return Parsed(value: .init(count: 0.5, unit: unit), end: i + 4)
        }
        if let number = NumberWords.number(in: words, at: i), case .unit(let unit) = meaning(number.next), !unit.isShort
        {
            return Parsed(value: .init(count: number.value, unit: unit), end: number.next + 1)
        }
        guard case .unit(let unit) = meaning(i + 1), unit != .second,
            !lower(i + 1).hasSuffix("s") || lower(i) == "another"
        else { return nil }
        let end = i + 2
        if unit == .quarter, lower(end) == "of" { return nil }
        if lower(end) == "and", lower(end + 1) == "a", lower(end + 2) == "half" {
            return Parsed(value: .init(count: 1.5, unit: unit), end: end + 3)
        }
        let isGood =
            lower(i) == "another" || Self.indefiniteBefore.contains(lower(i - 1))
            || Self.indefiniteAfter.contains(lower(end))
        guard isGood, unit != .minute || lower(i - 1) != "in", lower(end) != "-" else { return nil }
        return Parsed(value: .init(count: 1, unit: unit), end: end)
    }

    /// A number and a unit: "three weeks", "28 days", "3.5years", "two-day".
    private func counted(number i: Int) -> Parsed<TimePhrase.Length>? {
        guard i < tokens.count else { return nil }
        if let numeral = self.numeral(i), !numeral.suffix.isEmpty {
            guard let unit = Self.suffixUnits[numeral.suffix] else { return nil }
            return Parsed(value: .init(count: numeral.value, unit: unit), end: i + 1)
        }
        guard let number = NumberWords.number(in: words, at: i), number.value <= 100_000 else { return nil }
        var at = number.next
        let isHyphenated = lower(at) == "-" && isGlued(at)
        at = isHyphenated ? at + 1 : skip(at, ["more", "full", "straight", "consecutive", "long", "whole", "business"])
        if ["night", "nights"].contains(lower(at)), number.value < 100, lower(at).hasSuffix("s") || number.value == 1 {
            return Parsed(value: .init(count: number.value, unit: .day), end: at + 1)
        }
        guard case .unit(let unit) = meaning(at), number.value < 1000 || unit != .day || number.value < 20_000 else {
            return nil
        }
        if unit == .quarter, !lower(at).hasSuffix("s") { return nil }
        if unit == .second, number.value == 1, lower(at + 1) != "time" { return nil }
        if yearNumber(at: i) != nil, number.value < 2100, !lower(at).hasSuffix("s") { return nil }
        if isHyphenated, lower(at).hasSuffix("s") { return nil }
        return Parsed(value: .init(count: number.value, unit: unit), end: at + 1)
    }

    private static let suffixUnits: [String: CalendarUnit] = [
        "h": .hour, "hr": .hour, "hrs": .hour, "hours": .hour, "min": .minute, "mins": .minute, "years": .year,
        "days": .day, "y": .year, "w": .week,
        "months": .month, "weeks": .week, "yr": .year, "yrs": .year, "sec": .second, "s": .second, "d": .day,
    ]

    /// A length that stands alone.
    func length(at i: Int) -> TimeMatch? {
        guard let amount = amount(at: i) else { return nil }
        // "three quarters" alone is a share.
        if amount.value.unit == .quarter { return nil }
        if let numeral = self.numeral(i), ["s", "d"].contains(numeral.suffix) { return nil }
        // "one day" is mostly some day.
        if lower(i) == "one", lower(i + 1) == "day", amount.end == i + 2, !Self.indefiniteBefore.contains(lower(i - 1))
        {
            return nil
        }
        return TimeMatch(tokens: i..<amount.end, content: .length(amount.value))
    }

    // MARK: - Sets

    private static let adverbs: [String: CalendarUnit] = [
        "daily": .day, "weekly": .week, "monthly": .month, "quarterly": .quarter, "annually": .year, "yearly": .year,
        "everyday": .day, "semiannual": .year, "semiannually": .year, "biannual": .year, "biannually": .year,
        "fortnightly": .fortnight, "hourly": .hour, "mornings": .day, "afternoons": .day, "evenings": .day,
    ]
    private static let plurals: [String: CalendarUnit] = [
        "mondays": .day, "tuesdays": .day, "wednesdays": .day, "thursdays": .day, "fridays": .day, "saturdays": .day,
        "sundays": .day,
    ]

    /// "every Monday", "each year", "weekly", "on Thursdays".
    func set(at i: Int) -> TimeMatch? {
        if let unit = Self.adverbs[lower(i)], lower(i) != "daily" || !isCapitalised(i) || i == 0 {
            return TimeMatch(tokens: i..<i + 1, content: .set(unit))
        }
        if let unit = Self.plurals[lower(i)] { return TimeMatch(tokens: i..<i + 1, content: .set(unit)) }
        if ["once", "twice", "one", "times"].contains(lower(i)), ["a", "an", "per"].contains(lower(i + 1)),
            case .unit(let unit) = meaning(i + 2), !unit.isShort
        {
            return TimeMatch(tokens: i..<i + 3, content: .set(unit))
        }
        if ["any", "all"].contains(lower(i)), ["weekend", "weekends"].contains(lower(i + 1)) {
            return TimeMatch(tokens: i..<i + 2, content: .set(.week))
        }
        guard ["every", "each"].contains(lower(i)) else { return nil }
        if ["weekday", "weekdays"].contains(lower(i + 1)) { return TimeMatch(tokens: i..<i + 2, content: .set(.day)) }
        var at = skip(i + 1, ["other", "single", "second"])
        if let number = NumberWords.number(in: words, at: at) { at = number.next }
        let unit: CalendarUnit
        switch meaning(at) {
        case .unit(let named): unit = named
        case .weekday, .daypart: unit = .day
        case .month, .season: unit = .year
        default: return nil
        }
        var end = at + 1
        let clockAt = skip(end, ["at"])
        if clockAt > end, let clock = clock(at: clockAt) { end = clock.end }
        return TimeMatch(tokens: i..<end, content: .set(unit))
    }
}
