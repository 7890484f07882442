internal import HearsayCore

/// A day or month that a sentence names, as far as it names it.
struct DayMention: Hashable {
    /// 1 to 12; nil for "the 24th" and for weekdays.
    var month: Int?
    /// 1 to 31; nil for a month alone.
    var day: Int?
    var year: Int?
    /// 1 for Monday to 7 for Sunday, where only that is said.
    var weekday: Int?
    /// Where it stands among the words.
    var words: Range<Int>

    /// Whether both may mean the same day, one of them less precisely. Weekdays alone tell too little.
    func agrees(with other: DayMention) -> Bool {
        guard weekday == nil, other.weekday == nil else { return false }
        if let month, let theirs = other.month {
            return month == theirs && (day == nil || other.day == nil || day == other.day)
        }
        return day != nil && day == other.day
    }

    /// The days that are meant, when the sentence looks ahead from the day of publication; nil for no such day.
    func days(from published: CivilDay) -> DayInterval? {
        if let weekday {
            let ahead = (weekday - published.weekday + 7) % 7
            let day = published.adding(days: ahead)
            return DayInterval(day, day)
        }
        let first = month ?? published.month
        for step in 0..<2 {
            let year = year ?? published.year + (month == nil ? 0 : step)
            let start =
                month == nil ? CivilDay(published.year, first, 1)?.adding(months: step) : CivilDay(year, first, 1)
            guard let start else { continue }
            let last = start.adding(months: 1).adding(days: -1)
            guard let day else {
                if last >= published || self.year != nil { return DayInterval(start, last) }
                continue
            }
            guard let exact = CivilDay(start.year, start.month, day) else { continue }
            if exact >= published || self.year != nil { return DayInterval(exact, exact) }
        }
        return nil
    }
}

/// Reads the days and months that a sentence names: "31 March", "March 31", "the thirty-first of March", "Sept. 20".
enum DayReader {
    private static let months = table(
        """
        january february march april may june july august september october november december
        """, 1)
    private static let weekdays = table("monday tuesday wednesday thursday friday saturday sunday", 1)
    private static let ordinals = table(
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        """, 1)

    private static func table(_ list: String, _ first: Int) -> [String: Int] {
        let words = list.split(whereSeparator: \.isWhitespace).map(String.init)
        return Dictionary(words.enumerated().map { ($1, first + $0) }) { first, _ in first }
    }

    /// The days among the words of a sentence, in order.
    static func days(in words: [Word], _ range: Range<Int>) -> [DayMention] {
        var (days, i) = ([DayMention](), range.lowerBound)
        while i < range.upperBound {
            if let mention = mention(in: words, at: i, range) {
                days.append(mention)
                i = mention.words.upperBound
            } else {
                i += 1
            }
        }
        return days
    }

    private static func mention(in words: [Word], at i: Int, _ range: Range<Int>) -> DayMention? {
        if let month = month(words[i]) { return afterMonth(month, in: words, at: i, range) }
        if let (day, next) = dayNumber(in: words, at: i, range) {
            var at = next
            if at < range.upperBound, words[at].lower == "of" { at += 1 }
            if at < range.upperBound, let month = month(words[at]) {
                return withYear(DayMention(month: month, day: day, words: i..<at + 1), in: words, range)
            }
            let before = i > range.lowerBound ? words[i - 1].lower : ""
            let isOrdinal = words[i].kind == .word || Numeral(words[i].lower)?.suffix.isEmpty == false
            let compound = next > i + 1 || words[i].kind == .number || day > 3
            let ends =
                next >= range.upperBound || words[next].kind == .punctuation || Terms.idle.contains(words[next].lower)
            if before == "the", isOrdinal, compound, ends { return DayMention(day: day, words: i..<next) }
            return nil
        }
        guard words[i].isCapitalised, let weekday = weekdays[Terms.unpossessed(words[i].lower)] else { return nil }
        return DayMention(weekday: weekday, words: i..<i + 1)
    }

    private static func month(_ word: Word) -> Int? {
        guard word.isCapitalised else { return nil }
        let lower = Terms.unpossessed(word.lower)
        if let month = months[lower] { return month }
        guard lower == "sept" || lower.utf8.count == 3 else { return nil }
        return months.first { $0.key.hasPrefix(lower) && lower != "may" }?.value
    }

    /// "March 31, 2032", "Sept. 20", "March 2032", "March".
    private static func afterMonth(_ month: Int, in words: [Word], at i: Int, _ range: Range<Int>) -> DayMention? {
        var at = i + 1
        if at < range.upperBound, words[at].lower == ".", words[at].isGlued { at += 1 }
        if at < range.upperBound, let (day, next) = dayNumber(in: words, at: at, range), words[at].kind == .number {
            return withYear(DayMention(month: month, day: day, words: i..<next), in: words, range)
        }
        // "May" and "March" alone are months only where a preposition says so.
        let before = i > range.lowerBound ? words[i - 1].lower : ""
        let isSure =
            !["may", "march"].contains(words[i].lower)
            || ["in", "of", "until", "by", "since", "before", "from", "to"].contains(before)
        return isSure ? withYear(DayMention(month: month, words: i..<i + 1), in: words, range) : nil
    }

    private static func withYear(_ mention: DayMention, in words: [Word], _ range: Range<Int>) -> DayMention {
        var (mention, at) = (mention, mention.words.upperBound)
        if at < range.upperBound, words[at].lower == "," { at += 1 }
        if at < range.upperBound, words[at].kind == .number, let year = Numeral(words[at].lower)?.integer,
            (1900...2199).contains(year)
        {
            mention.year = year
            mention.words = mention.words.lowerBound..<at + 1
        }
        return mention
    }

    /// "31", "31st", "thirty-first"; and one past it.
    private static func dayNumber(in words: [Word], at i: Int, _ range: Range<Int>) -> (Int, Int)? {
        let word = words[i]
        if word.kind == .number, let numeral = Numeral(word.lower), !numeral.hasFraction, !numeral.hasGroups,
            ["", "st", "nd", "rd", "th"].contains(numeral.suffix), (1...31).contains(numeral.value)
        {
            return (Int(numeral.value), i + 1)
        }
        if let day = ordinals[word.lower] { return (day, i + 1) }
        if word.lower == "thirtieth" { return (30, i + 1) }
        guard word.lower == "twenty" || word.lower == "thirty", i + 2 < range.upperBound, words[i + 1].lower == "-",
            let unit = ordinals[words[i + 2].lower], unit < 10
        else { return nil }
        return ((word.lower == "twenty" ? 20 : 30) + unit, i + 3)
    }
}
