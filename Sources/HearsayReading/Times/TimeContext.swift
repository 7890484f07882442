public import HearsayCore

/// What the article has told of time so far; hand the same one from paragraph to paragraph.
public struct TimeContext: Hashable, Sendable {
    /// The last days that a time of the text resolved to: "a month later" counts from there.
    public var last: DayInterval?
    /// The grain of ``last``.
    public var lastGrain: TimeExpression.Grain?
    /// Whether ``last`` tells its year by itself and stands in this sentence or the one before: "in June" is then its June.
    var yearIsFresh: Bool { lastIsDated && sentencesSince <= 1 }
    var lastIsDated = false
    var sentencesSince = 0

    /// The context at the start of an article.
    public init() {}
}
