internal import HearsayCore

/// Tells whether a unit looks ahead, and to which days.
struct FutureReader {
    /// What a unit says of the future.
    struct Outlook {
        /// The days by which it must have happened; nil where none is named.
        var due: DayInterval?
        var bound: Bound
        var certainty: Forecast.Certainty

        /// Whether both cannot come true, if they are about the same event.
        func clashes(with other: Outlook) -> Bool {
            guard let due, let theirs = other.due else { return false }
            switch (bound, other.bound) {
            case (.by, .by), (.notBefore, .notBefore): return false
            case (.on, .on): return due.end < theirs.start || theirs.end < due.start
            case (.on, .by), (.by, .notBefore), (.on, .notBefore):
                return other.bound == .by ? theirs.end < due.start : due.end < theirs.start
            case (.by, .on), (.notBefore, .by), (.notBefore, .on): return other.clashes(with: self)
            }
        }
    }

    /// What a day is to the event: the day itself, the last one, or the first one possible.
    enum Bound { case on, by, notBefore }

    private static let modals = Terms.words(
        "will won't shall would could may might expects expect expected plans hopes aims")
    private static let bound = Terms.words("set due likely scheduled expected bound certain meant holding planned")
    private static let reporting = Terms.words(
        "said told reported announced wrote added quoted speaking warned dismissed denied resumed adopted issued dated today yesterday"
    )
    private static let lastDays = Terms.words("by within later end")
    /// A day without a year that lies further ahead than this is a day of the past.
    private static let horizon = 300

    let corpus: Corpus

    /// The outlook of a unit; nil when it does not look ahead.
    func outlook(of unit: Int) -> Outlook? {
        let words = lower(unit)
        let forecast = corpus.statement(unit)?.forecast
        guard forecast != nil || looksAhead(words) || threatens(unit, words) else { return nil }
        let isConditional = forecast?.certainty == .conditional || words.contains(where: Terms.conditions.contains)
        let certainty = isConditional ? .conditional : forecast?.certainty ?? .certain
        let named = due(of: unit, words)
        let due = named?.days ?? readDue(of: unit, forecast)
        return Outlook(due: due, bound: named?.bound ?? .by, certainty: certainty)
    }

    /// What the reading made of the statement's times, unless it is a day of the past that was taken for the next one.
    private func readDue(of unit: Int, _ forecast: Forecast?) -> DayInterval? {
        guard let due = forecast?.due, let published = corpus.articles[corpus.units[unit].article].time?.day else {
            return forecast?.due
        }
        let hasYear = corpus.units[unit].days.allSatisfy { $0.year != nil }
        return hasYear || !isFar(due, published) ? due : nil
    }

    private func isFar(_ days: DayInterval, _ published: CivilDay) -> Bool {
        days.start.number - published.number > Self.horizon
    }

    /// The words in small letters, but for the month: "wheat for May delivery rose" looks at nothing that may be.
    private func lower(_ unit: Int) -> [String] {
        let article = corpus.articles[corpus.units[unit].article]
        return article.words[corpus.units[unit].words].map { $0.lower == "may" && $0.isCapitalised ? "May" : $0.lower }
    }

    /// "will", "is to", "set to", "would" without "have".
    private func looksAhead(_ words: [String]) -> Bool {
        for (i, word) in words.enumerated() {
            let next = i + 1 < words.count ? words[i + 1] : ""
            let later = i + 2 < words.count ? words[i + 2] : ""
            if Self.modals.contains(word), next != "have", later != "have" { return true }
            if word.hasSuffix("'ll") { return true }
            if ["is", "are"].contains(word), next == "to" || Self.bound.contains(next) { return true }
        }
        return false
    }

    /// "If it is not withdrawn, nothing goes in on Monday": a condition and a day.
    private func threatens(_ unit: Int, _ words: [String]) -> Bool {
        guard let first = words.first(where: { $0.utf8.contains { $0.isASCIILetter } }) else { return false }
        return Terms.conditions.contains(first) && !corpus.units[unit].days.isEmpty
    }

    /// The days that the unit's main clause names; of several the last, which a condition or a report comes before.
    private func due(of unit: Int, _ words: [String]) -> (days: DayInterval, bound: Bound)? {
        guard let published = corpus.articles[corpus.units[unit].article].time?.day else { return nil }
        let first = corpus.units[unit].words.lowerBound
        var days: [(days: DayInterval, bound: Bound)] = []
        for mention in corpus.units[unit].days {
            let at = mention.words.lowerBound - first
            guard !isCondition(words, at), !isReport(words, at, mention), let found = mention.days(from: published)
            else { continue }
            guard found.end >= published, mention.year != nil || !isFar(found, published) else { continue }
            days.append(bounded(found, words[..<at]))
        }
        return days.max { $0.days.end < $1.days.end }
    }

    /// "before September", "not before the 24th": due when that begins.
    private func bounded(_ days: DayInterval, _ before: ArraySlice<String>) -> (days: DayInterval, bound: Bound) {
        let near = before.suffix(4)
        guard near.contains("before") || near.contains("until") else {
            return (days, near.contains(where: Self.lastDays.contains) ? .by : .on)
        }
        let isNegated = before.contains(where: Terms.negations.contains)
        return (DayInterval(days.start, days.start), isNegated ? .notBefore : .by)
    }

    /// Whether a day stands in a clause that begins with "if" or "unless" and has not ended yet.
    private func isCondition(_ words: [String], _ at: Int) -> Bool {
        guard let start = words[..<at].lastIndex(where: Terms.conditions.contains) else { return false }
        return !words[start..<at].contains(",")
    }

    /// Whether a weekday tells when something was said or done: "said on Wednesday".
    private func isReport(_ words: [String], _ at: Int, _ mention: DayMention) -> Bool {
        guard mention.weekday != nil else { return at > 0 && words[at - 1] == "dated" }
        // "Wednesday's closing price" was that of a day gone by.
        if words[at].hasSuffix("'s") { return true }
        let near = words[max(0, at - 4)..<at]
        return near.contains(where: Self.reporting.contains) || near.contains("last")
    }
}
