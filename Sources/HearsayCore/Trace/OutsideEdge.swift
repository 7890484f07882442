/// An article took from an outlet, and the report that it names is not at hand: "as the Courier reported", and no Courier.
///
/// No ``Edge``, which always leads to an article. Of outlets between which something came ("the Courier, citing the Wire")
/// only the nearest counts, as with edges: what that one took is for its own article to say.
public struct OutsideEdge: Hashable, Sendable {
    /// The id of the article that took.
    public var from: String
    /// The outlet that it names, of which no article about the same affair is at hand.
    public var outlet: String
    /// The chance that the edge is right, 0 to 1.
    public var confidence: Double
    /// Where the article names the outlet for what it took.
    public var evidence: [TextSpan]

    /// An edge to an outlet.
    public init(from: String, outlet: String, confidence: Double, evidence: [TextSpan]) {
        (self.from, self.outlet, self.confidence, self.evidence) = (from, outlet, confidence, evidence)
    }

    /// Whether a place of a claim came by it: its sentence names the outlet, or the article says so elsewhere.
    public func brings(_ member: Claim.Member) -> Bool {
        guard member.article == from else { return false }
        return evidence.contains { $0.overlaps(member.span) }
            || member.relay.first.map(Self.plain) == Self.plain(outlet)
    }

    /// A name without what articles of one affair may write it with.
    private static func plain(_ name: String) -> String {
        let lower = name.lowercased()
        return lower.hasPrefix("the ") ? String(lower.dropFirst(4)) : lower
    }
}

extension Trace {
    /// The edges to outlets by which places of a claim came.
    public func outside(of claim: Claim) -> [OutsideEdge] {
        outside.filter { edge in claim.members.contains(where: edge.brings) }
    }
}
