/// One proposition, with every place in a set of articles that asserts, confirms or denies it.
public struct Claim: Hashable, Sendable {
    /// What a member does with the claim.
    public enum Stance: String, Sendable, CaseIterable { case asserts, confirms, denies }

    /// One place that carries the claim.
    public struct Member: Hashable, Sendable {
        /// The id of the article within the trace.
        public var article: String
        /// The id of the statement within the article's reading; nil when the article says it on its own account.
        public var statement: String?
        /// Where in the article's text.
        public var span: TextSpan
        /// What it does with the claim.
        public var stance: Stance
        /// Who says it: the name, else the article's description; nil when the article names no voice.
        public var voice: String?
        /// Whether the voice is a source without a name.
        public var anonymous: Bool
        /// The outlets through which the article says that it got this, nearest first; never its own outlet.
        public var relay: [String]

        /// A place that asserts the claim.
        public init(
            article: String, statement: String? = nil, span: TextSpan, stance: Stance = .asserts, voice: String? = nil,
            anonymous: Bool = false, relay: [String] = []
        ) {
            (self.article, self.statement, self.span, self.stance) = (article, statement, span, stance)
            (self.voice, self.anonymous, self.relay) = (voice, anonymous, relay)
        }
    }

    /// Why two claims cannot both be true.
    public enum Clash: String, Sendable, CaseIterable {
        /// Different numbers for the same thing.
        case number
        /// Different days for the same thing.
        case date
        /// Different agents or places.
        case name
        /// One says that it is so, the other that it is not.
        case negation
    }

    /// Another claim that cannot be true together with this one.
    public struct Contradiction: Hashable, Sendable {
        /// The other claim's id.
        public var claim: String
        /// Why.
        public var clash: Clash

        /// A contradiction.
        public init(claim: String, clash: Clash) { (self.claim, self.clash) = (claim, clash) }
    }

    /// What became of a forecast.
    public enum Outcome: String, Sendable, CaseIterable { case `true`, `false`, void, open }

    /// What the claim says about the future.
    public struct Prediction: Hashable, Sendable {
        /// The days by which it must have happened; nil where no time is given.
        public var due: DayInterval?
        /// How sure the surest voice is.
        public var certainty: Forecast.Certainty
        /// What became of it, as far as is known.
        public var outcome: Outcome
        /// The articles that tell what became of it.
        public var settledBy: [String]
        /// Whether a person judged the outcome; else it is what the articles tell, as far as the program can read it.
        public var isJudged: Bool

        /// The outcome that a person judged; open where nobody did, whatever articles tell. Records rest on it.
        public var judged: Outcome { isJudged ? outcome : .open }

        /// A prediction, open unless said otherwise.
        public init(
            due: DayInterval?, certainty: Forecast.Certainty, outcome: Outcome = .open, settledBy: [String] = [],
            isJudged: Bool = false
        ) {
            (self.due, self.certainty, self.outcome) = (due, certainty, outcome)
            (self.settledBy, self.isJudged) = (settledBy, isJudged)
        }
    }

    /// The id within the trace.
    public var id: String
    /// The words of the member that says it best.
    public var text: String
    /// The places that carry it, earliest first.
    public var members: [Member]
    /// How many distinct ultimate voices stand behind the asserting and confirming members.
    public var origins: OriginCount
    /// Those voices, one by one; the reasons of ``origins``.
    public var sources: [Origin]
    /// Claims that cannot be true together with this one.
    public var contradicts: [Contradiction]
    /// What it says about the future, if anything.
    public var forecast: Prediction?

    /// A claim that nothing contradicts.
    public init(
        id: String, text: String, members: [Member], origins: OriginCount, sources: [Origin],
        contradicts: [Contradiction] = [], forecast: Prediction? = nil
    ) {
        (self.id, self.text, self.members, self.origins, self.sources) = (id, text, members, origins, sources)
        (self.contradicts, self.forecast) = (contradicts, forecast)
    }
}
