/// What a person decided about a forecast, with the evidence. Judgements are never changed; a later one counts.
public struct Judgement: Hashable, Sendable {
    /// A place that carried the judged claim when it was judged. By these the judgement finds its claim again,
    /// however claims are grouped later.
    public struct Anchor: Hashable, Sendable {
        /// The document's id ("sha256:…").
        public var document: String
        /// Where in its text.
        public var span: TextSpan

        /// An anchor.
        public init(document: String, span: TextSpan) { (self.document, self.span) = (document, span) }
    }

    /// What became of the forecast; never open, except to take back an earlier judgement.
    public var outcome: Claim.Outcome
    /// What shows it: an address, an article of the ledger, or words.
    public var evidence: [String]
    /// Who judged, where that is said.
    public var judge: String?
    /// RFC 3339.
    public var time: String
    /// The claim's words when it was judged.
    public var claim: String
    /// The places that carried it, at least one.
    public var anchors: [Anchor]

    /// A judgement.
    public init(
        outcome: Claim.Outcome, evidence: [String], judge: String? = nil, time: String, claim: String,
        anchors: [Anchor]
    ) {
        (self.outcome, self.evidence, self.judge) = (outcome, evidence, judge)
        (self.time, self.claim, self.anchors) = (time, claim, anchors)
    }
}
