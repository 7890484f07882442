internal import HearsayCore

/// Quarters, decades, centuries, seasons, holidays and parts of longer times.
extension TimeGrammar {
    /// "Q3 2019", "the third quarter", "the first quarter of 2020", "2017 Q1", "the first half of 2033".
    func quarter(at i: Int) -> Parsed<TimePhrase>? {
        if let year = yearNumber(at: i), let quarter = quarterNumber(skip(i + 1, ["-"])) {
            return Parsed(value: .quarter(quarter.value, .absolute(year)), end: quarter.end)
        }
        if let quarter = quarterNumber(i) {
            let year = trailingYear(at: quarter.end) ?? trailingYear(at: skip(quarter.end, ["-"]))
            let plain = yearNumber(at: skip(quarter.end, ["-", ","]))
            if let plain {
                return Parsed(value: .quarter(quarter.value, .absolute(plain)), end: skip(quarter.end, ["-", ","]) + 1)
            }
            return Parsed(value: .quarter(quarter.value, year?.value ?? .open), end: year?.end ?? quarter.end)
        }
        let at = skip(i, ["the"])
        if case .shift(let offset) = meaning(i), lower(i + 1) == "year", tokens[i + 1].isPossessive,
            let n = ordinal(i + 2), n <= 4, lower(i + 3) == "quarter"
        {
            return Parsed(value: .quarter(n, .offset(offset)), end: i + 4)
        }
        guard let n = ordinal(at) else { return nil }
        if lower(at + 1) == "quarter", n <= 4 {
            let year = yearOf(at + 2)
            return Parsed(value: .quarter(n, year?.value ?? .open), end: year?.end ?? at + 2)
        }
        guard lower(at + 1) == "half", n <= 2, let year = yearOf(at + 2) else { return nil }
        let whole = TimePhrase.date(year: year.value, month: nil, day: nil)
        return Parsed(value: .part(n == 1 ? .firstHalf : .secondHalf, whole), end: year.end)
    }

    private func quarterNumber(_ i: Int) -> Parsed<Int>? {
        let quarters = ["q1": 1, "q2": 2, "q3": 3, "q4": 4]
        return quarters[lower(i)].map { Parsed(value: $0, end: i + 1) }
    }

    /// "of 2020", "2020", "of the year", "of next year".
    func yearOf(_ i: Int) -> Parsed<TimePhrase.Year>? {
        if let year = trailingYear(at: i) { return year }
        let at = skip(skip(i, ["of"]), ["the"])
        return lower(at) == "year" && at > i ? Parsed(value: .offset(0), end: at + 1) : nil
    }

    private static let decades = [
        "twenties": 1920, "thirties": 1930, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990,
    ]

    /// "the 1990s", "the nineties", "the 21st century".
    func era(at i: Int) -> Parsed<TimePhrase>? {
        guard i < tokens.count else { return nil }
        if let numeral = self.numeral(i), numeral.suffix == "s" || numeral.suffix == "'s", let value = numeral.integer {
            if numeral.digits == 4, value % 10 == 0, (1000...2100).contains(value) {
                return Parsed(value: .decade(value), end: i + 1)
            }
            if numeral.digits == 2, value % 10 == 0, value >= 20,
                ["the", "'", "’", "‘", "early", "late", "mid"].contains(lower(i - 1)),
                lower(i - 2) != "in" || lower(i - 1) != "his"
            {
                return Parsed(value: .decade(1900 + value), end: i + 1)
            }
            return nil
        }
        if let decade = Self.decades[lower(i)], ["the", "in", "early", "late", "mid"].contains(lower(i - 1)) {
            return Parsed(value: .decade(decade), end: i + 1)
        }
        guard lower(i + 1) == "century" || lower(i + 1) == "-" && lower(i + 2) == "century" else { return nil }
        let end = lower(i + 1) == "century" ? i + 2 : i + 3
        if case .ordinal(let n) = meaning(i) { return Parsed(value: .century(n), end: end) }
        guard let numeral = self.numeral(i), ["st", "nd", "rd", "th"].contains(numeral.suffix), let n = numeral.integer,
            (1...30).contains(n)
        else { return nil }
        return Parsed(value: .century(n), end: end)
    }

    /// "the summer of 2019", "spring 2024", "in the autumn"; never the verbs "spring" and "fall".
    func season(at i: Int) -> Parsed<TimePhrase>? {
        guard case .season(let month) = meaning(i) else { return nil }
        let before = lower(i - 1)
        let isVerb = ["spring", "fall"].contains(lower(i)) && !["the", "last", "this", "next", "in"].contains(before)
        if let year = trailingYear(at: i + 1) {
            if isVerb, case .offset = year.value { return nil }
            return Parsed(value: .season(month: month, year.value), end: year.end)
        }
        if ["spring", "fall"].contains(lower(i)) {
            guard before == "the" && ["in", "by", "since", "until", "during", "this", "from"].contains(lower(i - 2)),
                lower(i + 1) != "of",
                !["to", "in"].contains(lower(i + 1))
            else {
                return lower(i) == "spring" && ["by", "since", "until", "this"].contains(before)
                    ? Parsed(value: .season(month: month, .open), end: i + 1) : nil
            }
            return Parsed(value: .season(month: month, .open), end: i + 1)
        }
        guard
            ["in", "by", "since", "until", "during", "early", "late", "mid", "the", "of", "before", "after"].contains(
                before)
        else { return nil }
        return Parsed(value: .season(month: month, .open), end: i + 1)
    }

    /// A holiday, with a year where one follows.
    func holiday(at i: Int) -> Parsed<TimePhrase>? {
        let lexicon = TimeLexicon.shared
        guard i < tokens.count,
            lexicon.holidayStarts.contains(words[i].lower) || lexicon.holidayStarts.contains(lower(i))
        else { return nil }
        var (key, best) = ("", Parsed<Holiday>?.none)
        for at in i..<min(i + 5, tokens.count) {
            if ["'", "’", "."].contains(lower(at)) { continue }
            key += (key.isEmpty ? "" : " ") + words[at].lower
            if let holiday = lexicon.holidays[key] {
                best = Parsed(value: holiday, end: at + 1)
            }
        }
        guard let best, isCapitalised(i) || !lowerCaseIsDoubtful(i), lower(best.end) != "island" else { return nil }
        if let year = trailingYear(at: best.end) {
            return Parsed(value: .holiday(best.value, year.value), end: year.end)
        }
        if let year = yearNumber(at: best.end) {
            return Parsed(value: .holiday(best.value, .absolute(year)), end: best.end + 1)
        }
        return Parsed(value: .holiday(best.value, .open), end: best.end)
    }

    private func lowerCaseIsDoubtful(_ i: Int) -> Bool {
        ["may", "new", "epiphany"].contains(lower(i)) && lower(i + 1) != "year"
    }

    /// "the first week of 2021", "the last two days of March", "first Monday of next month".
    func nth(at i: Int) -> Parsed<TimePhrase>? {
        var (at, n) = (i + 1, 0)
        if lower(i - 1) == "-", isGlued(i) { return nil }
        if let value = ordinal(i) {
            n = value
        } else if lower(i) == "last" {
            n = -1
        } else {
            return nil
        }
        var count = 1
        if let number = NumberWords.number(in: words, at: at), let value = number.value.asInteger, value <= 100 {
            (count, at) = (value, number.next)
        }
        guard case .unit(let unit) = meaning(at), [.day, .week, .month, .year, .decade, .weekend].contains(unit),
            lower(at + 1) == "of"
        else { return nil }
        guard let whole = wholeAfterOf(at + 2) else { return nil }
        return Parsed(value: .nth(n, count: count, unit, of: whole.value), end: whole.end)
    }

    /// What stands after "of": a phrase, or "the year" alone.
    func wholeAfterOf(_ i: Int) -> Parsed<TimePhrase>? {
        if lower(i) == "the", case .unit(let unit) = meaning(i + 1),
            ["day", "week", "month", "year", "decade", "century", "quarter", "weekend"].contains(lower(i + 1))
        {
            return Parsed(value: .unit(unit, 0), end: i + 2)
        }
        return phrase(at: i)
    }

    /// "the end of the year", "early 2019", "mid-November", "later this month", "the rest of the week".
    func part(at i: Int) -> Parsed<TimePhrase>? {
        let start = skip(i, ["the"])
        if lower(start) == "year", lower(start + 1) == "-", lower(start + 2) == "end" {
            return Parsed(value: .part(.late, .unit(.year, 0)), end: start + 3)
        }
        if ["month", "year"].contains(lower(start)), lower(start + 1) == "end", case .unit(let unit) = meaning(start) {
            return Parsed(value: .part(.late, .unit(unit, 0)), end: start + 2)
        }
        guard let part = partWord(start) else { return nil }
        if part.needsOf {
            guard lower(part.end) == "of" || part.value == .late && lower(start) == "end" else { return nil }
            let at = skip(part.end, ["of"])
            guard !startsWithPart(at), let whole = wholeAfterOf(at), part.value != .middle || lower(start) == "middle"
            else { return nil }
            return lower(start) == "end" && isSingleDay(whole.value)
                ? nil : Parsed(value: .part(part.value, whole.value), end: whole.end)
        }
        let at = skip(part.end, ["-", "in"])
        guard !startsWithPart(at),
            let whole = phrase(at: at) ?? (at < tokens.count && lower(at) == "the" ? wholeAfterOf(at) : nil)
        else {
            return nil
        }
        if isSingleDay(whole.value) { return nil }
        return Parsed(value: .part(part.value, whole.value), end: whole.end)
    }

    /// A part of a part is no time; to look for one would take forever in "early early early …".
    private func startsWithPart(_ i: Int) -> Bool { partWord(skip(i, ["the"])) != nil }

    private struct PartWord {
        var value: TimePhrase.Part
        var end: Int
        var needsOf: Bool
    }

    private func partWord(_ i: Int) -> PartWord? {
        if lower(i) == "middle" { return PartWord(value: .middle, end: i + 1, needsOf: true) }
        guard case .part(let part) = meaning(i) else { return nil }
        let nouns = ["beginning", "start", "end", "close", "rest", "remainder"]
        return PartWord(value: part, end: i + 1, needsOf: nouns.contains(lower(i)))
    }

    private func isSingleDay(_ phrase: TimePhrase) -> Bool {
        switch phrase {
        case .date(_, _, .some), .weekday, .weekdayOf, .day, .present, .within, .shifted: true
        case .part, .holiday: true
        default: false
        }
    }
}
