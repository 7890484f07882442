public import HearsayCore

/// A source with what it said and what came of it.
public struct SourceDetail: Equatable, Sendable {
    /// One statement of the source.
    public struct Utterance: Equatable, Sendable {
        /// The article.
        public var article: ArticleSummary
        /// The statement.
        public var statement: Statement
        /// Its words.
        public var words: String
        /// The names of those through whom it came, nearest to the reader first.
        public var relay: [String]
        /// The claim that it carries.
        public var claim: ClaimSummary?

        /// A statement.
        public init(
            article: ArticleSummary, statement: Statement, words: String, relay: [String], claim: ClaimSummary?
        ) {
            (self.article, self.statement, self.words) = (article, statement, words)
            (self.relay, self.claim) = (relay, claim)
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
    /// What it said, the latest first.
    public var utterances: [Utterance]
    /// How its forecasts ended.
    public var record: Record

    /// A source.
    public init(
        summary: SourceSummary, names: [String], roles: [String], reasons: [String], utterances: [Utterance],
        record: Record
    ) {
        (self.summary, self.names, self.roles, self.reasons) = (summary, names, roles, reasons)
        (self.utterances, self.record) = (utterances, record)
    }
}
