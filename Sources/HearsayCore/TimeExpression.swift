/// Words that tell a time, and what they resolve to.
public struct TimeExpression: Hashable, Sendable {
    /// The fineness of a time.
    public enum Grain: String, Sendable, CaseIterable {
        case minute, hour, day, week, month, quarter, year, decade, century
    }

    /// How the words bound the time.
    public enum Modality: String, Sendable, CaseIterable { case exact, approximate, before, after, deadline, vague }

    /// What the time was counted from.
    public enum Anchor: String, Sendable, CaseIterable { case publication, text }

    /// Minutes after midnight, 0 to 1440.
    public typealias MinuteOfDay = Int

    /// A day, perhaps with a time of day.
    public struct Moment: Hashable, Sendable {
        /// The day.
        public var day: CivilDay
        /// Minutes after midnight; nil for the whole day.
        public var minute: MinuteOfDay?

        /// A moment.
        public init(_ day: CivilDay, minute: MinuteOfDay? = nil) {
            self.day = day
            self.minute = minute
        }

        /// "2024-03-25" or "2024-03-25T14:30".
        public var iso: String { minute.map { "\(day)T\(TimeExpression.clock($0))" } ?? day.description }
    }

    /// What the words resolve to.
    public enum Value: Hashable, Sendable {
        /// Days, both included; with minutes, the end is excluded. Nil is an open side.
        case interval(start: Moment?, end: Moment?)
        /// One moment, with its minute.
        case instant(Moment)
        /// A time of any day.
        case timeOfDay(from: MinuteOfDay, to: MinuteOfDay?)
        /// A length of time.
        case duration(seconds: Double)
        /// A recurring time ("every Monday").
        case set
    }

    /// The kind of a value, given even when the value itself cannot be resolved.
    public enum Kind: String, Sendable, CaseIterable { case interval, instant, timeOfDay, duration, set }

    /// Where the words stand.
    public var span: TextSpan
    /// The kind of time.
    public var kind: Kind
    /// What they resolve to; nil when that cannot be told.
    public var value: Value?
    /// The fineness.
    public var grain: Grain
    /// How the words bound the time.
    public var modality: Modality
    /// What it was counted from; nil for a time that is complete in itself.
    public var anchor: Anchor?

    /// A time expression.
    public init(
        span: TextSpan, kind: Kind, value: Value?, grain: Grain, modality: Modality = .exact, anchor: Anchor? = nil
    ) {
        (self.span, self.kind, self.value) = (span, kind, value)
        (self.grain, self.modality, self.anchor) = (grain, modality, anchor)
    }

    /// "14:30" for minutes after midnight.
    public static func clock(_ minute: MinuteOfDay) -> String {
        let (hours, minutes) = (minute / 60, minute % 60)
        return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    }

    /// The days an interval or instant covers, when both sides are known.
    public var days: DayInterval? {
        switch value {
        case .interval(let start?, let end?): DayInterval(start.day, end.day)
        case .instant(let moment): DayInterval(moment.day, moment.day)
        default: nil
        }
    }
}

/// A number with its unit.
public struct Quantity: Hashable, Sendable {
    /// Where it stands.
    public var span: TextSpan
    /// The number, or the lower end of a range.
    public var value: Double
    /// The upper end of a range.
    public var upper: Double?
    /// What is counted or measured ("soldiers", "%", "km").
    public var unit: String?
    /// Whether the words mark it as not exact ("about", "nearly").
    public var approximate: Bool

    /// A quantity.
    public init(span: TextSpan, value: Double, upper: Double? = nil, unit: String? = nil, approximate: Bool = false) {
        (self.span, self.value, self.upper) = (span, value, upper)
        (self.unit, self.approximate) = (unit, approximate)
    }
}

/// A place with its position.
public struct Place: Hashable, Sendable {
    /// Where it stands.
    public var span: TextSpan
    /// The name in the gazetteer.
    public var name: String
    /// Degrees north.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double
    /// The GeoNames number; 0 for a region or sea whose number is not known.
    public var geonames: Int

    /// A place.
    public init(span: TextSpan, name: String, latitude: Double, longitude: Double, geonames: Int) {
        (self.span, self.name, self.geonames) = (span, name, geonames)
        (self.latitude, self.longitude) = (latitude, longitude)
    }
}
