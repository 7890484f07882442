public import HearsayCore

/// A claim with everything that it rests on.
public struct ClaimDetail: Equatable, Sendable {
    /// One place that carries the claim, with its words.
    public struct Place: Equatable, Sendable {
        /// The place in ``Claim/members``.
        public var member: Claim.Member
        /// The article.
        public var article: ArticleSummary
        /// The sentence that carries the claim, and in it the words of the claim: before, claim, after.
        public var before: String, words: String, after: String
        /// The number of the voice's source; nil when nobody is given.
        public var source: Int?
        /// The origin that it goes back to, by its place in ``Claim/sources``; nil for denials.
        public var origin: Int?

        /// A place.
        public init(
            member: Claim.Member, article: ArticleSummary, before: String, words: String, after: String, source: Int?,
            origin: Int?
        ) {
            (self.member, self.article, self.before) = (member, article, before)
            (self.words, self.after, self.source, self.origin) = (words, after, source, origin)
        }
    }

    /// A claim that cannot be true together with this one.
    public struct Against: Equatable, Sendable {
        /// The other claim.
        public var claim: ClaimSummary
        /// Why.
        public var clash: Claim.Clash

        /// A contradicting claim.
        public init(claim: ClaimSummary, clash: Claim.Clash) { (self.claim, self.clash) = (claim, clash) }
    }

    /// A circle in which the claim went round, with the sentences that make it.
    public struct Round: Equatable, Sendable {
        /// The circle. Its article ids are those of the trace.
        public var circle: Circle
        /// What the first article tells, then for each step what its article says.
        public var words: [String]

        /// A circle.
        public init(circle: Circle, words: [String]) { (self.circle, self.words) = (circle, words) }
    }

    /// What was taken back of the claim, with the sentence before and after.
    public struct TakenBack: Equatable, Sendable {
        /// What was taken back. Its article ids are those of the trace.
        public var withdrawal: Withdrawal
        /// The sentence before.
        public var old: String
        /// The sentence after; nil where it is gone.
        public var new: String?

        /// Words that were taken back.
        public init(withdrawal: Withdrawal, old: String, new: String?) {
            (self.withdrawal, self.old, self.new) = (withdrawal, old, new)
        }
    }

    /// The claim. Its article ids are those of the trace.
    public var claim: Claim
    /// Where it stands, earliest first.
    public var places: [Place]
    /// Who took from whom among its articles, and among those through which it came; ids of the trace.
    public var edges: [Edge]
    /// By which outlets it came of which no article is at hand; ids of the trace.
    public var outside: [OutsideEdge]
    /// The articles of ``edges``, ``places``, ``circles`` and ``withdrawn`` by their ids of the trace.
    public var articles: [String: ArticleSummary]
    /// What speaks against it.
    public var against: [Against]
    /// Where it came back to an outlet that had told it.
    public var circles: [Round]
    /// What was taken back of it while others rest on that.
    public var withdrawn: [TakenBack]
    /// What people decided, the latest first.
    public var judgements: [Judgement]

    /// A claim.
    public init(
        claim: Claim, places: [Place], edges: [Edge], outside: [OutsideEdge] = [], articles: [String: ArticleSummary],
        against: [Against], circles: [Round] = [], withdrawn: [TakenBack] = [], judgements: [Judgement]
    ) {
        (self.claim, self.places, self.edges, self.outside) = (claim, places, edges, outside)
        (self.articles, self.against, self.judgements) = (articles, against, judgements)
        (self.circles, self.withdrawn) = (circles, withdrawn)
    }
}
