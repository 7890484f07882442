/// Two sources that may be one, which is for a person to say.
public struct PossibleSource: Equatable, Sendable {
    /// The source that was there first.
    public var first: SourceSummary
    /// The other one.
    public var second: SourceSummary
    /// How alike their names are, 0 to 1.
    public var score: Double
    /// Why they may be one, and why nobody says so yet.
    public var reason: String

    /// A pair.
    public init(first: SourceSummary, second: SourceSummary, score: Double, reason: String) {
        (self.first, self.second, self.score, self.reason) = (first, second, score, reason)
    }
}

/// What a person decided about which sources are one.
public struct SourceDecision: Equatable, Sendable {
    /// Its number, by which it is taken back.
    public var id: Int
    /// "merge", "split", "apart" or "undo".
    public var action: String
    /// The sources that were merged or kept apart, or that of which something was split off.
    public var sources: [Int]
    /// The source that the others were merged into, or the new one of a split.
    public var into: Int?
    /// The decision that was taken back.
    public var decision: Int?
    /// Who decided, where somebody said.
    public var judge: String?
    /// When, RFC 3339.
    public var time: String
    /// The decision that took this one back; nil while it stands.
    public var undone: Int?
    /// Its entry in the log.
    public var entry: Int
    /// What its sources are called, by their numbers.
    public var labels: [Int: String]
    /// Those of its sources that there is something to show of.
    public var shown: Set<Int>

    /// A decision.
    public init(
        id: Int, action: String, sources: [Int], into: Int?, decision: Int?, judge: String?, time: String,
        undone: Int?, entry: Int, labels: [Int: String] = [:], shown: Set<Int> = []
    ) {
        (self.id, self.action, self.sources, self.into) = (id, action, sources, into)
        (self.decision, self.judge, self.time) = (decision, judge, time)
        (self.undone, self.entry, self.labels, self.shown) = (undone, entry, labels, shown)
    }

    /// "merged 4, 7 into 2".
    public var sentence: String {
        let list = sources.map(String.init).joined(separator: ", ")
        switch action {
        case "merge": return "merged \(list) into \(into ?? 0)"
        case "split": return "split \(into ?? 0) off"
        case "apart": return "kept \(list) apart"
        default: return "took decision \(decision ?? 0) back"
        }
    }
}
