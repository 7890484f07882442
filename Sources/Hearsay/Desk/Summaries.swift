public import HearsayCore

/// What a list shows of an article.
public struct ArticleSummary: Equatable, Sendable {
    /// The article's number in the ledger.
    public var id: Int
    /// The headline, else the first words.
    public var title: String
    /// The outlet's name, else its domain.
    public var outlet: String?
    /// The address.
    public var url: String?
    /// "YYYY-MM-DD" or RFC 3339.
    public var published: String?
    /// When it was first added, RFC 3339.
    public var added: String
    /// Statements in its latest revision.
    public var statements: Int
    /// Voices without a name in its latest revision.
    public var unnamed: Int
    /// Captured versions.
    public var revisions: Int
    /// Where it stands in the list of articles, as opaque text: the next page goes on from there.
    public var place = ""

    /// A summary.
    public init(
        id: Int, title: String, outlet: String?, url: String?, published: String?, added: String, statements: Int,
        unnamed: Int, revisions: Int
    ) {
        (self.id, self.title, self.outlet, self.url, self.published) = (id, title, outlet, url, published)
        (self.added, self.statements, self.unnamed, self.revisions) = (added, statements, unnamed, revisions)
    }
}

/// What a list shows of a claim.
public struct ClaimSummary: Equatable, Sendable {
    /// The claim's id, as `hearsay trace` prints it.
    public var id: String
    /// Its words.
    public var text: String
    /// Articles that carry it.
    public var articles: Int
    /// Distinct voices behind it.
    public var origins: OriginCount
    /// How many claims contradict it.
    public var contradictions: Int
    /// Members that deny it.
    public var denials: Int
    /// What it says about the future.
    public var forecast: Claim.Prediction?

    /// A summary.
    public init(_ claim: Claim) {
        (id, text, origins, forecast) = (claim.id, claim.text, claim.origins, claim.forecast)
        articles = Set(claim.members.map(\.article)).count
        contradictions = claim.contradicts.count
        denials = claim.members.count { $0.stance == .denies }
    }
}

/// What a list shows of a source.
public struct SourceSummary: Equatable, Sendable {
    /// The source's number in the ledger.
    public var id: Int
    /// The name, or the description of an unnamed one.
    public var label: String
    /// What it is.
    public var kind: Voice.Kind
    /// Whether it is a source without a name. Such a source stands for one voice of one article and is never merged.
    public var anonymous: Bool
    /// Statements of which it is the origin.
    public var statements: Int
    /// Articles in which it speaks.
    public var articles: Int

    /// A summary.
    public init(id: Int, label: String, kind: Voice.Kind, anonymous: Bool, statements: Int, articles: Int) {
        (self.id, self.label, self.kind, self.anonymous) = (id, label, kind, anonymous)
        (self.statements, self.articles) = (statements, articles)
    }
}

/// The ledger at a glance.
public struct LedgerOverview: Equatable, Sendable {
    /// How many articles, outlets, statements, voices without a name.
    public var articles = 0, outlets = 0, statements = 0, unnamed = 0
    /// How far the ledger is traced, on which all of the following rests.
    public var tracing = TraceState.absent
    /// Claims told by several articles, open forecasts, and those of them that are overdue; nil while it is not traced.
    public var sharedClaims: Int?, open: Int?, overdue: Int?
    /// The latest additions.
    public var recent: [ArticleSummary] = []
    /// The claims that most articles tell.
    public var claims: [ClaimSummary] = []
    /// What falls due next, and what is overdue.
    public var due: [DueItem] = []

    /// An empty ledger's overview.
    public init() {}
}
