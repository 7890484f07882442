public import HearsayCore

/// What can be asked of a ledger and done to it: the one surface under the command line and the pages.
///
/// Calls block and may be made from many threads at once. Everything that they throw is a ``DeskError`` or an
/// ``InputProblem``, of one line each.
public protocol Desk: Sendable {
    /// Counts, latest articles, most told claims, what falls due.
    func overview() throws -> LedgerOverview

    /// Articles, the latest published first; `after` is the last ``ArticleSummary/place`` of the page before.
    func articles(limit: Int, after: String?) throws -> [ArticleSummary]
    /// An article by its number; the latest revision, or the one asked for. Nil when there is none.
    func article(_ id: Int, revision: Int?) throws -> ArticleDetail?
    /// The captured bytes of a revision. Nil when there is none.
    func capture(_ id: Int, revision: Int?) throws -> [UInt8]?
    /// What changed between two captured versions of an article; the last two, or those that are named.
    func changes(_ article: Int, from: Int?, to: Int?) throws -> ArticleChanges

    /// Claims, those that most articles tell first; `shared` leaves out those of a single article.
    func claims(limit: Int, shared: Bool) throws -> [ClaimSummary]
    /// A claim by its id. Nil when there is none.
    func claim(_ id: String) throws -> ClaimDetail?
    /// The whole trace of the ledger, with the ids that ``claim(_:)`` takes. Traces the ledger where that was not done.
    func trace() throws -> Trace

    /// The trace of the affair that a claim is of; nil when there is no such claim.
    func trace(ofClaim id: String) throws -> Trace?

    /// Sources, those with most statements first; `offset` of them are left out before.
    func sources(limit: Int, offset: Int) throws -> [SourceSummary]
    /// A source by its number, with at most `limit` of its statements, of which `offset` are left out before. Nil when there
    /// is none.
    func source(_ id: Int, limit: Int, offset: Int) throws -> SourceDetail?
    /// The number of the one source with a number or name.
    func sourceNumber(named name: String) throws -> Int

    /// Pairs of sources that may be one, the likeliest first; `offset` of them are left out before.
    func possibleSources(limit: Int, offset: Int) throws -> [PossibleSource]
    /// Makes sources one with the first of them, and returns the number of the decision.
    func mergeSources(_ sources: [Int], judge: String?) throws -> Int
    /// Makes voices of latest revisions a source of their own, and returns the decision and that source.
    func splitSource(_ voices: [(article: Int, voice: String)], judge: String?) throws -> (decision: Int, source: Int)
    /// Makes the voices of a source with one of its names a source of their own, and returns the decision and that source.
    func splitSource(_ source: Int, named name: String, judge: String?) throws -> (decision: Int, source: Int)
    /// Says that two sources are not one, and returns the number of the decision.
    func keepSourcesApart(_ first: Int, _ second: Int, judge: String?) throws -> Int
    /// Takes a decision about sources back, and returns the number of this one.
    func undoSourceDecision(_ decision: Int, judge: String?) throws -> Int
    /// What people decided about sources, the latest first; `offset` decisions are left out before.
    func sourceDecisions(limit: Int, offset: Int) throws -> [SourceDecision]
    /// A decision about sources by its number. Nil when there is none.
    func sourceDecision(_ id: Int) throws -> SourceDecision?

    /// Forecasts in the order in which they fall due: overdue, running, ahead, undated, then settled ones.
    func due() throws -> [DueItem]
    /// Logs what became of a forecast; `open` takes an earlier judgement back.
    func settle(_ claim: String, outcome: Claim.Outcome, evidence: [String], judge: String?) throws

    /// Full text, or meanings, over statements, articles and voices, best first; `after` is ``SearchResult/next`` of the
    /// page before.
    func search(_ request: SearchRequest, limit: Int, after: String?) throws -> SearchResult

    /// Captures, reads and stores one article, in one transaction.
    func add(_ item: InputItem) throws -> AddedArticle
    /// Fetches an address as an article to add. Refuses private addresses and what is no article.
    func fetch(_ url: String) throws -> InputItem

    /// The transparency log with its latest entries.
    func log(limit: Int) throws -> LogDetail
    /// Signs the log as it stands, and returns the signed note.
    func checkpoint() throws -> String
    /// Recomputes the log from the stored captures, readings and judgements.
    func verify() throws -> LogVerification
}

/// What adding an article did.
public struct AddedArticle: Equatable, Sendable {
    /// What changed in the ledger.
    public enum Change: String, Sendable, CaseIterable {
        /// A new article.
        case added
        /// A new revision of a known article.
        case revised
        /// Nothing: the same bytes were there.
        case unchanged
    }
    /// What changed.
    public var change: Change
    /// The article's number.
    public var article: Int
    /// The revision's number.
    public var revision: Int
    /// Statements in it.
    public var statements: Int

    /// A result.
    public init(change: Change, article: Int, revision: Int, statements: Int) {
        (self.change, self.article, self.revision, self.statements) = (change, article, revision, statements)
    }
}

/// Why a ledger cannot do what was asked.
public struct DeskError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The kinds of reasons that callers tell apart.
    public enum Code: String, Sendable, CaseIterable {
        /// There is no ledger at the path.
        case noLedger
        /// Another program holds the ledger.
        case locked
        /// The ledger cannot be written to.
        case readOnly
        /// The ledger was made by a later version.
        case newer
        /// The file is no ledger, or is damaged.
        case damaged
        /// The log contradicts what was signed.
        case unverified
        /// What was asked for is not there.
        case notFound
        /// What was asked for makes no sense.
        case invalid
        /// Anything else.
        case failed
    }
    /// What kind of reason.
    public let code: Code
    /// The reason, one line, with the place.
    public let reason: String

    /// An error; the reason is kept to one line.
    public init(_ code: Code, _ reason: String) {
        self.code = code
        self.reason = PlainText.singleLine(reason)
    }

    /// The reason.
    public var description: String { reason }
}
