internal import HearsayCore

/// Something read from tokens, and one past its last token.
struct Parsed<Value> {
    var value: Value
    var end: Int
}

/// The rules that find times in the tokens of one sentence. Every rule takes the index of its first token and
/// answers what it read, or nil.
struct TimeGrammar {
    let tokens: [TimeToken]
    let words: [Word]
    private let phrases: FoundPhrases

    init(_ words: [Word]) {
        self.words = words
        tokens = TimeLexer.tokens(words)
        phrases = FoundPhrases(count: tokens.count)
    }

    /// The longest time that starts at token `i`.
    func match(at i: Int) -> TimeMatch? {
        guard mayStart(i) else { return nil }
        let found = [set(at: i), range(at: i), point(at: i), length(at: i)]
        var best: TimeMatch?
        for case let match? in found where best.map({ match.tokens.upperBound > $0.tokens.upperBound }) ?? true {
            best = match
        }
        guard let best, !isRefused(best) else { return nil }
        return best
    }

    /// A quick look that spares most words the rules.
    private func mayStart(_ i: Int) -> Bool {
        let token = tokens[i]
        if token.isPunctuation { return false }
        if words[i].kind == .number || token.meaning != .none { return true }
        return Self.starters.contains(token.lower) || TimeLexicon.shared.holidayStarts.contains(token.lower)
            || token.spelled != nil
    }

    private static let starters: Set<String> = [
        "from", "between", "today", "yesterday", "tomorrow", "tonight", "now", "noon", "midday", "midnight", "the",
        "a", "an", "every", "each", "half", "several", "few", "couple", "many", "some", "daily", "weekly", "monthly",
        "annually", "yearly", "quarterly", "year", "week", "mondays", "tuesdays", "wednesdays", "thursdays",
        "fridays", "saturdays", "sundays", "same", "that", "nineties", "eighties", "seventies", "sixties", "another",
        "q1", "q2", "q3", "q4", "cy", "second", "w", "once", "twice", "times", "all", "any", "semiannual",
        "semiannually", "biannual", "biannually", "fortnightly", "hourly", "recent", "fiscal", "financial", "school",
        "academic", "tax", "fy", "sy",
    ]

    /// Words that show that what looks like a time is none.
    private func isRefused(_ match: TimeMatch) -> Bool {
        let (i, end) = (match.tokens.lowerBound, match.tokens.upperBound)
        if end < tokens.count, ["%", "percent"].contains(lower(end)) { return true }
        if i > 0, tokens[i].isGlued, ["$", "€", "£", "#", "@"].contains(lower(i - 1)) { return true }
        if isName(i, end) { return true }
        if case .length = match.content { return lower(end) == "old" || lower(end) == "-" && lower(end + 1) == "old" }
        return false
    }

    /// "the Sunday Courier", "March Street": part of a name.
    private func isName(_ i: Int, _ end: Int) -> Bool {
        guard end == i + 1, isCapitalised(i), isCapitalised(end), !tokens[end].isPunctuation, meaning(end) == .none
        else {
            return false
        }
        if case .month = meaning(i) { return Self.ways.contains(lower(end)) }
        guard case .weekday = meaning(i) else { return false }
        return lower(i - 1) == "the"
    }

    private static let ways: Set<String> = ["street", "road", "avenue", "square", "lane", "close", "drive", "gardens"]

    // MARK: - Looking

    /// The word at a token; empty outside the sentence.
    func lower(_ i: Int) -> String { i >= 0 && i < tokens.count ? tokens[i].lower : "" }

    func meaning(_ i: Int) -> TimeMeaning { i >= 0 && i < tokens.count ? tokens[i].meaning : .none }

    func integer(_ i: Int) -> Int? { i >= 0 && i < tokens.count ? tokens[i].integer : nil }

    /// The number below a hundred that is spelled in letters.
    func spelled(_ i: Int) -> Double? { i >= 0 && i < tokens.count ? tokens[i].spelled : nil }

    func numeral(_ i: Int) -> Numeral? { i >= 0 && i < tokens.count ? tokens[i].numeral : nil }

    func isGlued(_ i: Int) -> Bool { i >= 0 && i < tokens.count && tokens[i].isGlued }

    func isCapitalised(_ i: Int) -> Bool { i >= 0 && i < tokens.count && tokens[i].isCapitalised }

    /// The next token when the one at `i` is one of the words, else `i`.
    func skip(_ i: Int, _ options: [String]) -> Int { options.contains(lower(i)) ? i + 1 : i }

    /// The parse that reaches farthest, the first among equals.
    func longest<Value>(_ found: [Parsed<Value>?]) -> Parsed<Value>? {
        var best: Parsed<Value>?
        for case let parsed? in found where best.map({ parsed.end > $0.end }) ?? true { best = parsed }
        return best
    }

    // MARK: - Points

    /// A stretch of the calendar, perhaps with a time of day on either side.
    func point(at i: Int) -> TimeMatch? {
        if let clock = clock(at: i), let phrase = phrase(at: afterClock(clock.end)), isDay(phrase.value) {
            let merged = trailing(phrase, clock: clock.value)
            return TimeMatch(tokens: i..<merged.end, content: .point(phrase.value, merged.value))
        }
        guard let phrase = longest([phrase(at: i), weekdayNear(at: i), lengthFrom(at: i)]) else {
            return clock(at: i).flatMap { parsed in
                isFreeClock(i, parsed)
                    ? TimeMatch(tokens: i..<parsed.end, content: .clock(parsed.value)) : nil
            }
        }
        if case .present = phrase.value { return nil }
        let bound: TimeMatch.Bound? = isOver(phrase.end) ? .deadline : nil
        if isDay(phrase.value), let limited = limited(phrase, from: i) { return limited }
        if isDay(phrase.value), let clock = clock(at: beforeClock(phrase.end)), clock.end > phrase.end {
            let merged = trailing(Parsed(value: phrase.value, end: clock.end), clock: clock.value)
            return TimeMatch(tokens: i..<merged.end, content: .point(phrase.value, merged.value), bound: bound)
        }
        return TimeMatch(tokens: i..<phrase.end, content: .point(phrase.value, nil), bound: bound)
    }

    /// A day and a bounded time of day: "Tuesday after 1 p.m.", "today before 4pm".
    private func limited(_ phrase: Parsed<TimePhrase>, from i: Int) -> TimeMatch? {
        var at = phrase.end
        switch lower(at) {
        case "before", "after", "by", "until", "till", "since": at += 1
        case "no" where ["later", "earlier"].contains(lower(at + 1)) && lower(at + 2) == "than": at += 3
        case "later", "earlier": at += lower(at + 1) == "than" ? 2 : 1
        default: return nil
        }
        guard at > phrase.end, let clock = clock(at: at), !clock.value.isPart, clock.value.to == nil else { return nil }
        return TimeMatch(
            tokens: i..<clock.end, content: .point(phrase.value, clock.value), clockBound: .before(at, self))
    }

    /// A second time of day after the first: "Monday morning at 9", "9 a.m. on Monday morning".
    private func trailing(_ phrase: Parsed<TimePhrase>, clock first: Clock) -> Parsed<Clock> {
        guard let second = clock(at: beforeClock(phrase.end)), second.end > phrase.end else {
            return Parsed(value: first, end: phrase.end)
        }
        return Parsed(
            value: first.isPart ? second.value.moved(into: first) : first.moved(into: second.value), end: second.end)
    }

    /// Whether a phrase names a single day, so that a time of day can belong to it.
    func isDay(_ phrase: TimePhrase) -> Bool {
        switch phrase {
        case .date(_, _, let day): day != nil
        case .weekday, .weekdayOf, .day, .holiday, .weekdayDay, .dayOf, .nthWeekday, .near: true
        case .shifted(let length, _, _): length.unit == .day
        case .following(let unit, _), .same(let unit): unit == .day
        default: false
        }
    }

    private func afterClock(_ i: Int) -> Int { skip(skip(i, [","]), ["on", "of"]) }

    private func beforeClock(_ i: Int) -> Int {
        let at = skip(skip(i, [","]), ["at", "around", "about", "in", "from", "@"])
        return at == i ? i : skip(at, ["the"])
    }

    /// "…is out", "…ends" after a unit that began with "before".
    private func isOver(_ i: Int) -> Bool {
        ["is", "was"].contains(lower(i)) && ["out", "over"].contains(lower(i + 1))
    }

    // MARK: - Ranges

    private static let rangeWords: Set<String> = ["to", "through", "until", "till", "thru", "-", "–", "—", "~"]

    /// "from 26 to 28 June", "between May and July", "March 15-17", "2014-2016".
    func range(at i: Int) -> TimeMatch? {
        let opening = lower(i)
        let isOpened = opening == "from" || opening == "between"
        let start = isOpened ? skip(i + 1, ["the"]) : i
        for left in [phrase(at: start), bareDay(at: start)] {
            guard let left else { continue }
            let joins = Self.rangeWords.contains(lower(left.end)) || opening == "between" && lower(left.end) == "and"
            guard joins else { continue }
            let second = skip(left.end + 1, ["the"])
            guard let joined = join(left.value, to: second, isOpened: isOpened) else { continue }
            return TimeMatch(tokens: i..<joined.end, content: .range(joined.value.0, joined.value.1))
        }
        return nil
    }

    private func bareDay(at i: Int) -> Parsed<TimePhrase>? {
        dayNumber(at: i).map { Parsed(value: .date(year: .open, month: nil, day: $0.value), end: $0.end) }
    }

    /// Reads the second end of a range and lets each end lend the other its month and year.
    private func join(_ left: TimePhrase, to i: Int, isOpened: Bool) -> Parsed<(TimePhrase, TimePhrase)>? {
        if case .date(let year, let month?, _?) = left, let day = dayNumber(at: i), phrase(at: i) == nil {
            let tail = trailingYear(at: day.end)
            let shared = tail?.value ?? year
            return Parsed(
                value: (Self.withYear(left, shared), .date(year: shared, month: month, day: day.value)),
                end: tail?.end ?? day.end)
        }
        if case .date(.absolute(let year), nil, nil) = left, let short = shortYear(at: i, after: year) {
            return Parsed(value: (left, .date(year: .absolute(short), month: nil, day: nil)), end: i + 1)
        }
        guard let right = phrase(at: i) else { return nil }
        if case .date(.open, nil, let day?) = left {
            if case .dayOf(_, let whole) = right.value {
                return Parsed(value: (.dayOf(day, whole), right.value), end: right.end)
            }
            guard case .date(let year, let month?, _?) = right.value else { return nil }
            return Parsed(value: (.date(year: year, month: month, day: day), right.value), end: right.end)
        }
        guard isOpened || Self.areAlike(left, right.value) else { return nil }
        return Parsed(value: (Self.lend(from: right.value, to: left), right.value), end: right.end)
    }

    /// "16" after "2014-".
    private func shortYear(at i: Int, after year: Int) -> Int? {
        guard isGlued(i), let value = integer(i), numeral(i)?.digits == 2, (1...20).contains(value - year % 100) else {
            return nil
        }
        return year / 100 * 100 + value
    }

    private static func withYear(_ phrase: TimePhrase, _ year: TimePhrase.Year) -> TimePhrase {
        guard case .date(.open, let month, let day) = phrase else { return phrase }
        return .date(year: year, month: month, day: day)
    }

    /// The left end with the year of the right one, or the year before when it comes later in the year.
    private static func lend(from right: TimePhrase, to left: TimePhrase) -> TimePhrase {
        guard case .date(.absolute(let year), let month?, _) = right, case .date(.open, let first?, let day) = left
        else { return left }
        return .date(year: .absolute(first > month ? year - 1 : year), month: first, day: day)
    }

    /// Whether both ends are of one kind, so that a hyphen or "to" between them makes a range.
    private static func areAlike(_ a: TimePhrase, _ b: TimePhrase) -> Bool {
        switch (a, b) {
        case (.date, .date), (.weekday, .weekday), (.day, .day), (.quarter, .quarter), (.decade, .decade): true
        case (.part, .part), (.day, .date), (.present, _): true
        default: false
        }
    }

    // MARK: - Phrases

    /// The longest stretch of the calendar that starts at `i`.
    func phrase(at i: Int) -> Parsed<TimePhrase>? {
        guard i < tokens.count else { return nil }
        if let known = phrases.found[i] { return known }
        let found = readPhrase(at: i)
        phrases.found[i] = .some(found)
        return found
    }

    private func readPhrase(at i: Int) -> Parsed<TimePhrase>? {
        let bare = skip(i, ["the"])
        var best: Parsed<TimePhrase>?
        func offer(_ found: Parsed<TimePhrase>?) {
            if let found, best.map({ found.end > $0.end }) ?? true { best = found }
        }
        offer(numericDate(at: i))
        offer(textDate(at: i))
        offer(bareYear(at: i))
        offer(relativeDay(at: i))
        offer(weekday(at: i))
        offer(shifted(at: i))
        offer(counted(at: i))
        offer(quarter(at: i))
        offer(era(at: i))
        offer(season(at: i))
        offer(holiday(at: i))
        offer(nth(at: bare))
        offer(part(at: i))
        offer(same(at: i))
        offer(bareUnit(at: i))
        offer(weekNumber(at: bare))
        offer(weekOf(at: bare))
        offer(nthWeekday(at: bare))
        offer(dayOf(at: bare))
        offer(weekdayWithDay(at: i))
        offer(numberedRun(at: i))
        offer(toDate(at: bare))
        offer(sameMonth(at: i))
        offer(institutionalYear(at: bare))
        offer(holidayWeekend(at: i))
        return best
    }
}

/// What the rules for phrases found at each token, since several others ask at the same one; nil where none has asked.
private final class FoundPhrases {
    var found: [Parsed<TimePhrase>??]

    init(count: Int) { found = Array(repeating: nil, count: count) }
}
