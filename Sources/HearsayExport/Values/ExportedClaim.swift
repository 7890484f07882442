public import HearsayCore

/// A claim with the revisions that carry it and the claims that speak against it.
public struct ExportedClaim: Hashable, Sendable {
    /// The claim.
    public var claim: Claim
    /// The revisions that its members lie in, by the members' article ids. A member without one is left out.
    public var revisions: [String: ExportedRevision]
    /// The claims that it contradicts, by their ids; for their words. One that is missing is named by its id only.
    public var opponents: [String: Claim]
    /// Who took from whom among those articles.
    public var edges: [Edge]

    /// A claim.
    public init(
        claim: Claim, revisions: [String: ExportedRevision], opponents: [String: Claim] = [:], edges: [Edge] = []
    ) {
        (self.claim, self.revisions, self.opponents, self.edges) = (claim, revisions, opponents, edges)
    }

    /// Hands over the claims of a trace one by one, each with its own revisions, opponents and edges.
    ///
    /// `revision` is asked for the revision behind an article's id in the trace; nil leaves the article out.
    public static func each(
        in trace: Trace, revision: (_ article: String) throws -> ExportedRevision?,
        _ body: (ExportedClaim) throws -> Void
    ) rethrows {
        let claims = Dictionary(trace.claims.map { ($0.id, $0) }) { first, _ in first }
        let edges = Dictionary(grouping: trace.edges, by: \.from)
        for claim in trace.claims {
            var revisions: [String: ExportedRevision] = [:]
            for id in Set(claim.members.map(\.article)) { revisions[id] = try revision(id) }
            let others = claim.contradicts.compactMap { claims[$0.claim] }
            try body(
                ExportedClaim(
                    claim: claim, revisions: revisions,
                    opponents: Dictionary(others.map { ($0.id, $0) }) { first, _ in first },
                    edges: revisions.keys.sorted().flatMap { edges[$0] ?? [] }.filter { revisions[$0.to] != nil }))
        }
    }
}
