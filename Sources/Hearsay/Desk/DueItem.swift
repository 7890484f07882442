/// A forecast on the due list.
public struct DueItem: Equatable, Sendable {
    /// Where a forecast stands today.
    public enum State: String, Sendable, CaseIterable {
        /// Its last day is past and nobody has settled it.
        case overdue
        /// Its days have begun.
        case running
        /// Its days are to come.
        case ahead
        /// It names no day.
        case undated
        /// Somebody has settled it.
        case settled
    }

    /// The claim.
    public var claim: ClaimSummary
    /// Where it stands.
    public var state: State
    /// Who forecasts it, the first voice of its members.
    public var voice: String?
    /// The number of that voice's source.
    public var source: Int?
    /// The earliest article that tells it.
    public var article: ArticleSummary

    /// A forecast.
    public init(claim: ClaimSummary, state: State, voice: String?, source: Int?, article: ArticleSummary) {
        (self.claim, self.state, self.voice, self.source, self.article) = (claim, state, voice, source, article)
    }
}
