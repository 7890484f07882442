public import HearsayCore

/// A source with what it said and what came of it.
public struct SourceDetail: Equatable, Sendable {
    /// One statement of the source.
    public struct Utterance: Equatable, Sendable {
        /// The article.
        public var article: ArticleSummary
        /// The statement's id in its reading.
        public var statement: String
        /// What the source does with the words.
        public var stance: Statement.Stance
        /// What it says about the future.
        public var forecast: Forecast?
        /// Its words.
        public var words: String
        /// The names of those through whom it came, nearest to the reader first.
        public var relay: [String]
        /// The id of the claim that it carries; nil while the article is not traced.
        public var claim: String?

        /// A statement.
        public init(
            article: ArticleSummary, statement: String, stance: Statement.Stance, forecast: Forecast?, words: String,
            relay: [String], claim: String?
        ) {
            (self.article, self.statement, self.stance, self.forecast) = (article, statement, stance, forecast)
            (self.words, self.relay, self.claim) = (words, relay, claim)
        }
    }

    /// One voice of one article, as that calls it.
    public struct Voice: Equatable, Sendable {
        /// The article.
        public var article: ArticleSummary
        /// The voice's id in its reading.
        public var id: String
        /// The name.
        public var name: String?
        /// The description.
        public var role: String?
        /// What it belongs to.
        public var affiliation: String?

        /// A voice.
        public init(article: ArticleSummary, id: String, name: String?, role: String?, affiliation: String?) {
            (self.article, self.id, self.name) = (article, id, name)
            (self.role, self.affiliation) = (role, affiliation)
        }
    }

    /// The source.
    public var summary: SourceSummary
    /// The names and descriptions under which articles know it.
    public var names: [String]
    /// Offices and affiliations that articles give it.
    public var roles: [String]
    /// Reasons that articles give for withholding its name.
    public var reasons: [String]
    /// Some of what it said, the latest first.
    public var utterances: [Utterance]
    /// How its forecasts ended; nil while the ledger is not traced.
    public var record: Record?
    /// How many of its statements stand before those that are listed.
    public var offset = 0
    /// How far the ledger is traced, on which claims and the record rest.
    public var tracing = TraceState.current
    /// Its voices in the latest articles.
    public var voices: [Voice] = []
    /// With which other sources it may be one, which is for a person to say.
    public var possible: [PossibleSource] = []

    /// A source.
    public init(
        summary: SourceSummary, names: [String], roles: [String], reasons: [String], utterances: [Utterance],
        record: Record?
    ) {
        (self.summary, self.names, self.roles, self.reasons) = (summary, names, roles, reasons)
        (self.utterances, self.record) = (utterances, record)
    }
}
