public import HearsayCore

/// A place of a revision that carries a claim of the stored trace.
public struct ClaimPlace: Hashable, Sendable {
    /// The claim's id.
    public var claim: String
    /// The id of the statement within the reading; nil when the article says it on its own account.
    public var statement: String?
    /// Where in the text.
    public var span: TextSpan

    /// A place.
    public init(claim: String, statement: String?, span: TextSpan) {
        (self.claim, self.statement, self.span) = (claim, statement, span)
    }
}

/// From whom a revision took, and who took from it, as the stored trace tells.
public struct TracedEdges: Hashable, Sendable {
    /// The edges from it.
    public var taken: [Edge]
    /// The edges to it.
    public var given: [Edge]
    /// How many of the edges to it are left out.
    public var more: Int
    /// The edges from it to outlets of which no article is at hand.
    public var outside: [OutsideEdge]
    /// The revisions that the ids in the edges stand for.
    public var revisions: [String: RevisionKey]

    /// Edges.
    public init(
        taken: [Edge] = [], given: [Edge] = [], more: Int = 0, outside: [OutsideEdge] = [],
        revisions: [String: RevisionKey] = [:]
    ) {
        (self.taken, self.given, self.more) = (taken, given, more)
        (self.outside, self.revisions) = (outside, revisions)
    }
}

/// Some claims of the stored trace, with what their members' article ids stand for.
public struct TracedClaims: Hashable, Sendable {
    /// The claims, with the outcomes that articles tell; what people judged is not in them.
    public var claims: [Claim]
    /// The revisions behind the ids.
    public var revisions: [String: RevisionKey]
    /// The documents' ids behind the ids.
    public var documents: [String: String]

    /// Claims.
    public init(claims: [Claim], revisions: [String: RevisionKey], documents: [String: String]) {
        (self.claims, self.revisions, self.documents) = (claims, revisions, documents)
    }
}
