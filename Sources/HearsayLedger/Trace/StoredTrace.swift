public import HearsayCore

/// The stored trace, with what it was made from.
public struct StoredTrace: Hashable, Sendable {
    /// The trace.
    public var trace: Trace
    /// The size of the log when it was made.
    public var basis: Int
    /// The version of what made it.
    public var version: String
    /// Whether articles were added or changed since.
    public var isStale: Bool
    /// The revision that each article id of the trace stands for.
    public var revisions: [String: RevisionKey]
}
