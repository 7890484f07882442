/// Words that name a stretch of the calendar, before they are resolved against a day.
indirect enum TimePhrase: Hashable, Sendable {
    /// A year that is given, counted from the present one, or left open.
    enum Year: Hashable, Sendable {
        case open
        case absolute(Int)
        case offset(Int)
    }

    /// A part of a longer stretch.
    enum Part: Hashable, Sendable {
        case early, middle, late, earlier, later, rest, firstHalf, secondHalf
    }

    /// From where a length is counted.
    enum Origin: Hashable, Sendable {
        case publication
        /// The last time that the text told.
        case text
        case phrase(TimePhrase)
    }

    /// A length of time in units; the count may be unknown ("several months").
    struct Length: Hashable, Sendable {
        var count: Double?
        var unit: CalendarUnit
        /// Further parts ("2 years 3 months").
        var more: [Part2] = []
        /// Whether the words mark it as not exact.
        var isApproximate = false

        /// A further part of a length.
        struct Part2: Hashable, Sendable {
            var count: Double
            var unit: CalendarUnit
        }

        /// Seconds; nil when the count is unknown.
        var seconds: Double? {
            count.map { $0 * unit.seconds + more.reduce(0) { $0 + $1.count * $1.unit.seconds } }
        }
    }

    /// A day (month and day), a month (no day), or a year (neither).
    case date(year: Year, month: Int?, day: Int?)
    /// A day of the week: nil the nearest by tense, else last, this or next.
    case weekday(Int, shift: Int?)
    /// A weekday of a named week ("Tuesday of next week").
    case weekdayOf(Int, TimePhrase)
    /// Days after the day of publication.
    case day(Int)
    /// "now".
    case present
    /// A unit of the calendar counted from the present one.
    case unit(CalendarUnit, Int)
    /// "the past three weeks" (forward false), "the next two days"; the count may be unknown.
    case run(Length, forward: Bool)
    /// "two years ago", "three days later", "a week after Easter".
    case shifted(Length, sign: Int, Origin)
    /// "the next day", "the following week", counted from the last time of the text.
    case following(CalendarUnit, Int)
    /// "the same day", "that week".
    case same(CalendarUnit)
    case within(Length)
    case season(month: Int, Year)
    case quarter(Int, Year)
    case decade(Int)
    case century(Int)
    case holiday(Holiday, Year)
    /// "the first week of", "the last two weeks of"; n counts from 1, or from the end when negative.
    case nth(Int, count: Int, CalendarUnit, of: TimePhrase)
    case part(Part, TimePhrase)
    /// A week of the year by its number.
    case weekNumber(Int, Year)
    /// The week, or the weekend, around a day.
    case weekOf(TimePhrase)
    case weekendOf(TimePhrase)
    /// "the first Monday of May"; n counts from 1, or is -1 for the last.
    case nthWeekday(Int, Int, of: TimePhrase)
    /// "the 21st of this month".
    case dayOf(Int, TimePhrase)
    /// "Monday 21": a weekday and the day of a month it falls on.
    case weekdayDay(Int, Int)
    /// The weekday nearest to a day.
    case near(Int, TimePhrase)
    /// "year to date".
    case toDate(CalendarUnit)
    /// "a week starting tomorrow".
    case starting(Length, TimePhrase)
    /// "that December".
    case monthOfText(Int)
    /// A date that the calendar does not have ("February 30").
    case impossible
}

/// A time of day.
struct Clock: Hashable, Sendable {
    /// Minutes after midnight.
    var from: Int
    /// The end of a stretch of the day; nil for a moment.
    var to: Int?
    /// Whether the words leave open which half of the day is meant.
    var isTwelveHour = false
    /// Whether it is a named part of the day ("morning").
    var isPart = false
    /// Whether it is an hour without any mark of a time, good only inside a range.
    var isBare = false
}

/// Words that tell a time, as the grammar found them.
struct TimeMatch: Hashable, Sendable {
    enum Content: Hashable, Sendable {
        case point(TimePhrase, Clock?)
        case range(TimePhrase, TimePhrase)
        case clock(Clock)
        case length(TimePhrase.Length)
        case set(CalendarUnit)
    }

    /// Tokens covered.
    var tokens: Range<Int>
    var content: Content
    /// How the words bound it, where they do.
    var bound: Bound?
    /// The bound between a day and its time of day ("on Tuesday after 1 p.m.").
    var clockBound = TimeBound.none

    /// A bound that the match carries itself ("before the year is out").
    enum Bound: Hashable, Sendable { case deadline }
}
