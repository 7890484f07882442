public import HearsayCore

/// An article of the set that is traced, read.
public struct TracedArticle: Sendable {
    /// The id by which the trace refers to it.
    public var id: String
    /// Its reading.
    public var reading: Reading
    /// The id of the article of which it is a later version.
    public var revisionOf: String?
    /// Its units, as ``ClaimUnits`` gives them.
    public var units: [ClaimUnit]
    /// One sentence vector of length 1 for each unit, in their order.
    public var vectors: [[Float]]

    /// An article; there must be as many vectors as units.
    public init(id: String, reading: Reading, revisionOf: String?, units: [ClaimUnit], vectors: [[Float]]) {
        precondition(units.count == vectors.count, "one vector is needed for each unit")
        (self.id, self.reading, self.revisionOf) = (id, reading, revisionOf)
        (self.units, self.vectors) = (units, vectors)
    }
}
