/// How claims travelled through a set of articles.
public struct Trace: Hashable, Sendable {
    /// An article of the set.
    public struct Article: Hashable, Sendable {
        /// The id by which edges and members refer to it.
        public var id: String
        /// The outlet's name, else its domain.
        public var outlet: String?
        /// "YYYY-MM-DD" or RFC 3339.
        public var published: String?
        /// The article of which this is a later version.
        public var revisionOf: String?

        /// An article.
        public init(id: String, outlet: String?, published: String?, revisionOf: String? = nil) {
            (self.id, self.outlet, self.published, self.revisionOf) = (id, outlet, published, revisionOf)
        }
    }

    /// The articles, earliest first.
    public var articles: [Article]
    /// Who took from whom.
    public var edges: [Edge]
    /// Who took from outlets of which no article is at hand, by article, then by the outlet's name; one for each of both.
    public var outside: [OutsideEdge]
    /// What is claimed; claims with several articles first.
    public var claims: [Claim]
    /// Where an outlet cites others for what they have from itself.
    public var circles: [Circle]
    /// What was taken back in a later version of an article while others rest on it.
    public var withdrawn: [Withdrawal]

    /// A trace.
    public init(
        articles: [Article] = [], edges: [Edge] = [], outside: [OutsideEdge] = [], claims: [Claim] = [],
        circles: [Circle] = [], withdrawn: [Withdrawal] = []
    ) {
        (self.articles, self.edges, self.outside) = (articles, edges, outside)
        (self.claims, self.circles, self.withdrawn) = (claims, circles, withdrawn)
    }
}

/// An article took material from another, its direct parent, which may itself be derived.
public struct Edge: Hashable, Sendable {
    /// How the material was taken.
    public enum Kind: String, Sendable, CaseIterable {
        /// Says so, and re-tells it.
        case cites
        /// Mostly the same text.
        case copies
        /// Re-told in other words, credited or not.
        case rewrites
    }

    /// Words that prove an edge.
    public struct Evidence: Hashable, Sendable {
        /// Where in the article that took.
        public var from: TextSpan
        /// Where in the article that gave; nil for a citation that points at no certain place.
        public var to: TextSpan?

        /// Words in the one and perhaps in the other.
        public init(from: TextSpan, to: TextSpan?) { (self.from, self.to) = (from, to) }
    }

    /// The id of the article that took.
    public var from: String
    /// The id of the article that it took from; never a later one.
    public var to: String
    /// How.
    public var kind: Kind
    /// Whether the taking article says so.
    public var credited: Bool
    /// The chance that the edge is right, 0 to 1.
    public var confidence: Double
    /// The words that prove it.
    public var evidence: [Evidence]

    /// An edge.
    public init(from: String, to: String, kind: Kind, credited: Bool, confidence: Double, evidence: [Evidence]) {
        (self.from, self.to, self.kind, self.credited) = (from, to, kind, credited)
        (self.confidence, self.evidence) = (confidence, evidence)
    }
}
