public import HearsayCore

/// What the article has told of time so far; hand the same one from paragraph to paragraph.
public struct TimeContext: Hashable, Sendable {
    /// The last days that a time of the text resolved to: "a month later" counts from there.
    public var last: DayInterval?
    /// The grain of ``last``.
    public var lastGrain: TimeExpression.Grain?

    /// The context at the start of an article.
    public init() {}
}
