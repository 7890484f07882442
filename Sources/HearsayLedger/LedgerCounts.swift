/// How much is in a ledger, by the latest revisions.
public struct LedgerCounts: Hashable, Sendable {
    /// Articles.
    public var articles: Int
    /// Revisions of them, earlier ones included.
    public var revisions: Int
    /// Outlets, by name, else by domain.
    public var outlets: Int
    /// Statements.
    public var statements: Int
    /// Voices without a name that speak as sources.
    public var unnamed: Int
    /// Statements that forecast.
    public var forecasts: Int
    /// Judgements.
    public var judgements: Int
    /// Entries of the log.
    public var entries: Int
}
