/// One attribution: a voice, what it said or thought, and the way on which that came.
public struct Statement: Hashable, Sendable {
    /// How the content is given.
    public enum Quotation: String, Sendable, CaseIterable { case direct, indirect, mixed }

    /// What the voice does with the content.
    public enum Stance: String, Sendable, CaseIterable {
        case asserts, confirms, denies, asks, urges, intends, believes
    }

    /// "s1", "s2", … within the reading.
    public var id: String
    /// The words that name the source; may be empty.
    public var source: [TextSpan]
    /// The words that attribute ("said", "according to").
    public var cue: [TextSpan]
    /// What was said or thought.
    public var content: [TextSpan]
    /// How the content is given.
    public var quotation: Quotation
    /// The id of the origin: the voice that said or thought it.
    public var voice: String
    /// The ids of the voices through which it came, nearest to the reader first.
    public var relay: [String]
    /// What the voice does with the content.
    public var stance: Stance
    /// What it says about the future, if anything.
    public var forecast: Forecast?
    /// When it was said, where the article tells.
    public var said: DayInterval?
    /// Times in the content.
    public var times: [TimeExpression]
    /// Numbers in the content.
    public var quantities: [Quantity]
    /// Places in the content.
    public var places: [Place]
    /// The chance that voice, cue and content are right, 0 to 1, calibrated.
    public var confidence: Double

    /// A statement with nothing read of its content yet.
    public init(id: String, source: [TextSpan], cue: [TextSpan], content: [TextSpan], voice: String) {
        (self.id, self.source, self.cue, self.content, self.voice) = (id, source, cue, content, voice)
        (quotation, stance, relay) = (.indirect, .asserts, [])
        (times, quantities, places, confidence) = ([], [], [], 0.5)
    }
}

/// What a statement says about the future, in a way that can later be checked.
public struct Forecast: Hashable, Sendable {
    /// How sure the voice is.
    public enum Certainty: String, Sendable, CaseIterable { case certain, likely, possible, conditional }
    /// The days by which it must have happened, where a time is given.
    public var due: DayInterval?
    /// How sure the voice is.
    public var certainty: Certainty

    /// A forecast.
    public init(due: DayInterval?, certainty: Certainty) {
        self.due = due
        self.certainty = certainty
    }
}
