public import HearsayCore

/// Finds the judgement that counts for a claim.
///
/// Claims are grouped anew whenever articles are added, so a judgement holds on to places in documents: it is about
/// every claim that has a member there. Of several, the latest counts. One that says "open" takes the earlier ones
/// back, and leaves what the articles themselves tell.
public struct Settlement: Sendable {
    private let judgements: [Judgement]
    /// Where each document was judged, with the judgement's place in the log.
    private let places: [String: [(span: TextSpan, judgement: Int)]]

    /// A settlement by judgements, earliest first, as the log has them.
    public init(judgements: [Judgement]) {
        var places: [String: [(span: TextSpan, judgement: Int)]] = [:]
        for (index, judgement) in judgements.enumerated() {
            for anchor in judgement.anchors { places[anchor.document, default: []].append((anchor.span, index)) }
        }
        (self.judgements, self.places) = (judgements, places)
    }

    /// The places that carry a claim, for a new judgement to hold on to.
    ///
    /// - Parameter document: the document's id for an article's id in the trace; nil where it is not known.
    public static func anchors(of claim: Claim, document: (String) -> String?) -> [Judgement.Anchor] {
        claim.members.compactMap { member in
            document(member.article).map { Judgement.Anchor(document: $0, span: member.span) }
        }
    }

    /// The judgement that counts for a claim with these places; nil when there is none, or when it was taken back.
    public func judgement(at anchors: [Judgement.Anchor]) -> Judgement? {
        let latest = anchors.flatMap { anchor in
            (places[anchor.document] ?? []).filter { $0.span.overlaps(anchor.span) }.map(\.judgement)
        }.max()
        guard let latest, judgements[latest].outcome != .open else { return nil }
        return judgements[latest]
    }

    /// The claims with the outcomes that were judged. What articles tell gives way to a judgement that differs.
    ///
    /// - Parameter document: the document's id for an article's id in the trace; nil where it is not known.
    public func settled(_ claims: [Claim], document: (String) -> String?) -> [Claim] {
        claims.map { claim in
            guard var forecast = claim.forecast,
                let judgement = judgement(at: Self.anchors(of: claim, document: document))
            else { return claim }
            if forecast.outcome != judgement.outcome { forecast.settledBy = [] }
            forecast.outcome = judgement.outcome
            forecast.isJudged = true
            var claim = claim
            claim.forecast = forecast
            return claim
        }
    }
}
