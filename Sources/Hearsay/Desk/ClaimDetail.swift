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

    /// The claim. Its article ids are those of the trace.
    public var claim: Claim
    /// Where it stands, earliest first.
    public var places: [Place]
    /// Who took from whom among its articles, and among those through which it came; ids of the trace.
    public var edges: [Edge]
    /// The articles of ``edges`` and ``places`` by their ids of the trace.
    public var articles: [String: ArticleSummary]
    /// What speaks against it.
    public var against: [Against]
    /// What people decided, the latest first.
    public var judgements: [Judgement]

    /// A claim.
    public init(
        claim: Claim, places: [Place], edges: [Edge], articles: [String: ArticleSummary], against: [Against],
        judgements: [Judgement]
    ) {
        (self.claim, self.places, self.edges) = (claim, places, edges)
        (self.articles, self.against, self.judgements) = (articles, against, judgements)
    }
}
