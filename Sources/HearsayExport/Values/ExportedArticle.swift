public import HearsayCore

/// One revision of an article with what was read in it.
public struct ExportedArticle: Hashable, Sendable {
    /// The captured version.
    public var revision: ExportedRevision
    /// What was read in it.
    public var reading: Reading
    /// The version before this one; nil for the first.
    public var previous: ExportedRevision?
    /// The ledger's numbers of the sources that the voices belong to, by the voices' ids.
    public var sources: [String: Int]

    /// An article.
    public init(
        revision: ExportedRevision, reading: Reading, previous: ExportedRevision? = nil, sources: [String: Int] = [:]
    ) {
        (self.revision, self.reading, self.previous, self.sources) = (revision, reading, previous, sources)
    }
}
