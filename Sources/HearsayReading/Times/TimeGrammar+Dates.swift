internal import HearsayCore

/// Dates of the calendar: days, months, years, in words and in digits.
extension TimeGrammar {
    /// A day of a month in digits ("22", "22nd") or as an ordinal ("twenty-second").
    func dayNumber(at i: Int) -> Parsed<Int>? {
        guard i < tokens.count else { return nil }
        if let numeral = self.numeral(i) {
            guard let value = numeral.value.asInteger, !numeral.hasFraction, !numeral.hasGroups, numeral.digits <= 2,
                (1...31).contains(value), ["", "st", "nd", "rd", "th"].contains(numeral.suffix)
            else { return nil }
            return Parsed(value: value, end: i + 1)
        }
        return ordinalDay(at: i)
    }

    private func ordinalDay(at i: Int) -> Parsed<Int>? {
        if case .ordinal(let value) = meaning(i) { return Parsed(value: value, end: i + 1) }
        if lower(i) == "second" { return Parsed(value: 2, end: i + 1) }
        if lower(i) == "twentieth" { return Parsed(value: 20, end: i + 1) }
        if lower(i) == "thirtieth" { return Parsed(value: 30, end: i + 1) }
        guard let tens = spelled(i), tens == 20 || tens == 30 else { return nil }
        let next = skip(i + 1, ["-"])
        if let value = ordinal(next), value < 10, Int(tens) + value <= 31 {
            return Parsed(value: Int(tens) + value, end: next + 1)
        }
        return spokenDay(at: i)
    }

    /// "twenty nine" beside a month; a number that counts something is none.
    private func spokenDay(at i: Int) -> Parsed<Int>? {
        guard let number = NumberWords.number(in: words, at: i), !number.hasDigits, let value = number.value.asInteger,
            (20...31).contains(value)
        else { return nil }
        if case .month = meaning(number.next) { return Parsed(value: value, end: number.next) }
        guard case .month = meaning(i - 1), isEnd(number.next) || spokenYear(at: number.next) != nil else { return nil }
        return Parsed(value: value, end: number.next)
    }

    /// A year in four digits, where nothing speaks against it being one.
    func yearNumber(at i: Int) -> Int? {
        guard let value = integer(i), numeral(i)?.digits == 4, (1000...2999).contains(value) else { return nil }
        return value
    }

    /// A year after a month or a day: ", 2024", "of 2024", "next year".
    func trailingYear(at i: Int) -> Parsed<TimePhrase.Year>? {
        var at = skip(i, [","])
        if at == i { at = skip(i, ["of", "in"]) }
        at = skip(at, ["the"])
        at = lower(at) == "year" ? at + 1 : at
        if let year = yearNumber(at: at), !isCounted(at) { return Parsed(value: .absolute(year), end: at + 1) }
        if let spoken = spokenYear(at: at), isEnd(spoken.end) {
            return Parsed(value: .absolute(spoken.value), end: spoken.end)
        }
        if case .shift(let offset) = meaning(at), lower(at + 1) == "year" {
            return Parsed(value: .offset(offset), end: at + 2)
        }
        if lower(i) == "-", isGlued(i), let year = yearNumber(at: i + 1) {
            return Parsed(value: .absolute(year), end: i + 2)
        }
        if lower(i) == "of", let short = integer(at), numeral(at)?.digits == 2 {
            return Parsed(value: .absolute(short < 40 ? 2000 + short : 1900 + short), end: at + 1)
        }
        return nil
    }

    /// "March 22, 2024", "22 March 2024", "Friday, March 22", "September 2022", "in May".
    func textDate(at i: Int) -> Parsed<TimePhrase>? {
        var at = i
        if case .weekday = meaning(i) {
            at = skip(skip(i + 1, ["."]), [",", "the", "(", "-"])
            at = skip(at, ["the"])
            guard at > i else { return nil }
        } else if case .shift = meaning(i), case .weekday = meaning(i + 1) {
            at = skip(skip(i + 2, [",", "(", "-"]), ["the"])
        }
        guard let date = longest([monthFirst(at: at), dayFirst(at: at), at > i ? numericDate(at: at) : nil]) else {
            return nil
        }
        if at > i {
            guard case .date(_, _, _?) = date.value else { return nil }
            return Parsed(value: date.value, end: lower(at - 1) == "(" ? skip(date.end, [")"]) : date.end)
        }
        return date
    }

    private func month(at i: Int) -> Parsed<Int>? {
        guard case .month(let month) = meaning(i) else { return nil }
        let isShort = tokens[i].lower.utf8.count <= 4 && month != 5 && !["june", "july"].contains(tokens[i].lower)
        return Parsed(value: month, end: isShort ? skip(i + 1, ["."]) : i + 1)
    }

    private func monthFirst(at i: Int) -> Parsed<TimePhrase>? {
        guard let month = month(at: i) else { return nil }
        let isJoined = isGlued(month.end) && isGlued(month.end + 1) && ["-", "/"].contains(lower(month.end))
        let dayAt = isJoined ? month.end + 1 : skip(skip(month.end, [","]), ["the"])
        if let day = dayNumber(at: dayAt), !isClockNumber(dayAt), !isCounted(dayAt),
            isGlued(day.end) ? lower(day.end) != ":" : true
        {
            let year = trailingYear(at: day.end)
            return Parsed(
                value: date(year?.value ?? .open, month.value, day.value), end: year?.end ?? day.end)
        }
        if let year = trailingYear(at: month.end) {
            return Parsed(value: .date(year: year.value, month: month.value, day: nil), end: year.end)
        }
        guard isPlainMonth(i, month.end) else { return nil }
        return Parsed(value: .date(year: .open, month: month.value, day: nil), end: month.end)
    }

    private func dayFirst(at i: Int) -> Parsed<TimePhrase>? {
        guard let day = dayNumber(at: i) else { return nil }
        var at = skip(day.end, ["day"])
        at = skip(skip(at, ["of"]), ["-", "/"])
        guard let month = month(at: at) else { return nil }
        if TimeLexicon.doubtfulMonths.contains(lower(at)), !isCapitalised(at),
            lower(at) != "may" || lower(at - 1) != "of",
            tokens[i].isCapitalised || ["march", "may"].contains(lower(at))
        {
            guard lower(at - 1) == "of" || trailingYear(at: month.end) != nil else { return nil }
        }
        let year = trailingYear(at: skip(month.end, ["-", "/"]))
        return Parsed(value: date(year?.value ?? .open, month.value, day.value), end: year?.end ?? month.end)
    }

    /// A date, or the impossible one when the month is too short.
    private func date(_ year: TimePhrase.Year, _ month: Int, _ day: Int) -> TimePhrase {
        var longest = CivilDay.days(inMonth: month, of: 2024)
        if case .absolute(let y) = year { longest = CivilDay.days(inMonth: month, of: y) }
        return day <= longest ? .date(year: year, month: month, day: day) : .impossible
    }

    private static let monthTriggers: Set<String> = [
        "in", "of", "since", "until", "till", "by", "from", "between", "to", "through", "early", "mid", "late",
        "during", "before", "after", "around", "for", "every", "and", "or", "-", "–", "/", "(", "last", "next", "this",
        "coming", "following", "previous", "end", "over", "throughout", "past", "on", "the",
    ]

    private static let rangeJoins: Set<String> = ["-", "–", "to", "through", "and", "until"]

    /// Whether a month without day or year is one, and not the verb, the adjective or the name.
    private func isPlainMonth(_ i: Int, _ end: Int) -> Bool {
        let word = lower(i)
        if !isCapitalised(i), word.utf8.count <= 4, word != "july", word != "june", word != "sept" {
            return ["in", "of", "since", "until", "last", "next", "mid", "between", "from", "through", "by"].contains(
                lower(i - 1))
        }
        guard TimeLexicon.doubtfulMonths.contains(word) || word.utf8.count <= 3 else { return true }
        if lower(i - 1) == "$" { return false }
        if isCapitalised(i), word == "may", ["to", "and", "the", "-", "or"].contains(lower(i - 1)) {
            return isMonthBefore(i - 2) || lower(i - 1) == "-"
        }
        if ["march", "august"].contains(word), !isCapitalised(i) {
            return ["in", "of", "since", "until", "last", "next", "mid", "between"].contains(lower(i - 1))
        }
        if Self.rangeJoins.contains(lower(end)), case .month = meaning(end + 1) { return true }
        if Self.monthTriggers.contains(lower(i - 1)) {
            // A surname after a capitalised word, or a march that goes on.
            return !(isCapitalised(end) && meaning(end) == .none && lower(i - 1) != "in" && lower(i - 1) != "since")
        }
        return i == 0 && end < tokens.count && (tokens[i].isPossessive || [",", "to"].contains(lower(end)))
            && word != "may"
    }

    private func isMonthBefore(_ i: Int) -> Bool {
        if case .month = meaning(i) { return true }
        return yearNumber(at: i) != nil || dayNumber(at: i) != nil
    }

    /// Whether a number before `i` is the hour of a time ("March 5 p.m." is no day).
    func isClockNumber(_ i: Int) -> Bool {
        ["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock"].contains(lower(i + 1))
    }

    /// Whether the number at `i` counts the noun after it ("2000 people", "2018 soldiers").
    func isCounted(_ i: Int) -> Bool {
        let next = lower(i + 1)
        if lower(i - 1) == "-", ["post", "pre"].contains(lower(i - 2)) { return false }
        guard i + 1 < tokens.count, !tokens[i + 1].isPunctuation, !tokens[i + 1].isCapitalised else {
            return ["%", "°"].contains(next)
        }
        if TimeLexicon.shared.meaning(next) != .none || TimeLexicon.yearNouns.contains(next) {
            return unitFollows(i + 1)
        }
        if Self.countedWords.contains(next) { return true }
        let plain = [
            "was", "is", "has", "its", "as", "this", "his", "does", "says", "across", "plus", "thus", "minus",
            "onwards", "afterwards", "towards", "besides", "always", "perhaps", "overseas", "unless", "whereas",
            "sometimes",
        ]
        return next.hasSuffix("s") && next.utf8.count > 3 && !plain.contains(next)
    }

    private func unitFollows(_ i: Int) -> Bool {
        if case .unit = meaning(i) { return true }
        return false
    }

    private static let countedWords: Set<String> = [
        "people", "men", "women", "children", "percent", "per", "km", "kilometres", "metres", "meters", "miles", "kg",
        "tonnes", "tons", "dollars", "euros", "million", "billion", "thousand", "hundred", "troops", "police", "acres",
        "dead", "hectares", "barrels", "and-a-half", "square", "cubic", "volts", "feet", "staff", "sheep", "cattle",
    ]

    private static let yearTriggers: Set<String> = [
        "in", "since", "by", "from", "until", "till", "before", "after", "during", "year", "early", "mid", "late",
        "through", "throughout", "of", "for", "around", "between", "circa", "the", "to", "and", "or", "(", "-", "–",
        "this", "than", "about", ",", "into", "as", "on", "back", "till", "spring", "autumn", "summer", "winter", "is",
        "sales", "not", "~", "beyond",
    ]

    /// "in 2016", "the 2018 election", "2014" between brackets: a year that stands alone.
    func bareYear(at i: Int) -> Parsed<TimePhrase>? {
        var at = lower(i) == "year" ? i + 1 : i
        if at == i, ["calendar", "cy"].contains(lower(i)) { at = skip(i + 1, ["year"]) }
        if let month = yearThenMonth(at: at) { return month }
        if let spoken = spokenYear(at: at), isEnd(spoken.end), ["in", "since", "until", "by"].contains(lower(i - 1)) {
            return Parsed(value: .date(year: .absolute(spoken.value), month: nil, day: nil), end: spoken.end)
        }
        guard let year = yearNumber(at: at), !isCounted(at), !isGluedToNumber(at) else { return nil }
        let isNamed = at > i
        let isTriggered =
            isNamed || Self.yearTriggers.contains(lower(at - 1)) || TimeLexicon.yearNouns.contains(lower(at + 1))
            || tokens[at].isPossessive || i == 0
        guard isTriggered, isNamed || (1500...2100).contains(year) else { return nil }
        guard at + 1 >= tokens.count || isNamed || followsYear(at + 1) else { return nil }
        return Parsed(value: .date(year: .absolute(year), month: nil, day: nil), end: at + 1)
    }

    /// "2017 April".
    private func yearThenMonth(at i: Int) -> Parsed<TimePhrase>? {
        guard let year = yearNumber(at: i), case .month(let month) = meaning(i + 1), (1500...2100).contains(year),
            lower(i + 1).utf8.count > 3, !isGlued(i + 1), dayNumber(at: i + 2) == nil
        else { return nil }
        return Parsed(value: .date(year: .absolute(year), month: month, day: nil), end: i + 2)
    }

    private func followsYear(_ i: Int) -> Bool { !(isGlued(i) && [":", "/", "'", "°", "%"].contains(lower(i))) }

    /// Whether a hyphen, stop or slash sticks more digits to the number ("138-2010-2015").
    private func isGluedToNumber(_ i: Int) -> Bool {
        let before = isGlued(i) && i >= 2 && ["/", ".", ":", "+", "#", "$", "£", "€"].contains(lower(i - 1))
        let hyphen =
            isGlued(i) && i >= 2 && lower(i - 1) == "-" && numeral(i - 2) != nil && yearNumber(at: i - 2) == nil
        let chain = isGlued(i) && lower(i - 1) == "-" && isGlued(i - 2) && ["-", "/"].contains(lower(i - 3))
        let after =
            isGlued(i + 1) && lower(i + 1) == "-" && i + 2 < tokens.count && isGlued(i + 2)
            && (numeral(i + 2).map { $0.digits != 4 && $0.digits != 2 } ?? false)
        return before || hyphen || after || chain
    }

    // MARK: - Digits

    /// "2024-03-22", "3/14/2016", "22.03.2024", "2015-3".
    func numericDate(at i: Int) -> Parsed<TimePhrase>? {
        if let dotted = dottedDate(at: i) { return dotted }
        guard i < tokens.count, let first = integer(i), let mark = separator(i + 1), tokens.count > i + 2,
            isGlued(i + 2)
        else { return nil }
        if i > 1, isGlued(i), ["-", "/", ".", "+"].contains(lower(i - 1)), integer(i - 2) != nil, isGlued(i - 1) {
            return nil
        }
        if separator(i + 3) == mark, let second = integer(i + 2), isGlued(i + 4), let third = integer(i + 4) {
            return fullDate(i, first, second, third).map { Parsed(value: $0, end: i + 5) }
        }
        if case .month(let month) = meaning(i + 2), separator(i + 3) == mark, let year = yearNumber(at: i + 4) {
            return Parsed(value: date(.absolute(year), month, first), end: i + 5)
        }
        guard separator(i + 3) == nil || !isGlued(i + 4), let second = integer(i + 2) else { return nil }
        return shortDate(i, first, second, mark)
    }

    private func separator(_ i: Int) -> String? { isGlued(i) && ["/", "-"].contains(lower(i)) ? lower(i) : nil }

    private func fullDate(_ i: Int, _ a: Int, _ b: Int, _ c: Int) -> TimePhrase? {
        let digits = [i, i + 2, i + 4].map { numeral($0)?.digits ?? 0 }
        if digits[0] == 4, digits[1] <= 2, digits[2] <= 2, (1...12).contains(b), (1...31).contains(c) {
            return date(.absolute(a), b, c)
        }
        guard digits[0] <= 2, digits[1] <= 2, digits[2] == 4 || digits[2] == 2 && lower(i + 1) == "/" else {
            return nil
        }
        let year = digits[2] == 4 ? c : c < 50 ? 2000 + c : 1900 + c
        if (1...12).contains(a), (1...31).contains(b) { return date(.absolute(year), a, b) }
        if (1...12).contains(b), (1...31).contains(a) { return date(.absolute(year), b, a) }
        return nil
    }

    /// "2015-3", "12-2015", and "4/22" where a word before it asks for a date.
    private func shortDate(_ i: Int, _ a: Int, _ b: Int, _ mark: String) -> Parsed<TimePhrase>? {
        let digits = [i, i + 2].map { numeral($0)?.digits ?? 0 }
        if digits[0] == 4, digits[1] <= 2, (1...12).contains(b), (1500...2100).contains(a),
            b > a % 100 || b < 10 || mark == "-"
        {
            if digits[1] == 2, lower(i - 1) == "season" || b > a % 100 && b == (a + 1) % 100 { return nil }
            return Parsed(value: .date(year: .absolute(a), month: b, day: nil), end: i + 3)
        }
        if digits[0] <= 2, digits[1] == 4, (1...12).contains(a), (1500...2100).contains(b), !isGlued(i) {
            return Parsed(value: .date(year: .absolute(b), month: a, day: nil), end: i + 3)
        }
        guard mark == "/",
            ["on", "by", "until", "from", "this", "next", "back"].contains(lower(i - 1)) || isWeekday(i - 1)
        else { return nil }
        if (1...12).contains(a), (1...31).contains(b) { return Parsed(value: date(.open, a, b), end: i + 3) }
        if (1...12).contains(b), (1...31).contains(a) { return Parsed(value: date(.open, b, a), end: i + 3) }
        return nil
    }

    private func isWeekday(_ i: Int) -> Bool {
        if case .weekday = meaning(i) { return true }
        return false
    }

    /// "22.03.2024", which the scanner keeps in one word.
    private func dottedDate(at i: Int) -> Parsed<TimePhrase>? {
        guard i < tokens.count, words[i].kind == .number, numeral(i) == nil else { return nil }
        let fields = words[i].lower.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard fields.count == 3, fields[2].count == 4, fields[0].count <= 2, fields[1].count <= 2,
            let day = Int(Substring(fields[0])), let month = Int(Substring(fields[1])),
            let year = Int(Substring(fields[2])), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        return Parsed(value: date(.absolute(year), month, day), end: i + 1)
    }
}

extension Double {
    /// The number when it is whole and small enough.
    var asInteger: Int? { self == self.rounded() && abs(self) < 1e9 ? Int(self) : nil }
}
