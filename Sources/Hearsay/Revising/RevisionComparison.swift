public import HearsayCore
public import HearsayRevising

/// Two versions of one article and what changed between them.
public struct RevisionComparison: Sendable {
    /// The earlier version.
    public let old: Reading
    /// The later version.
    public let new: Reading
    /// The edits, in the order of the later version.
    public let edits: [Edit]

    /// Compares two readings; pure.
    public init(old: Reading, new: Reading) {
        (self.old, self.new) = (old, new)
        edits = RevisionDiff.edits(from: old, to: new)
    }

    /// Reads and compares two inputs; may be called from many threads at once.
    /// - Throws: ``InputProblem`` when one of them cannot be read.
    public init(old: InputItem, new: InputItem, engine: ReadingEngine) throws {
        self.init(old: try engine.reading(old), new: try engine.reading(new))
    }

    /// The edits as JSON and a line end; `id` is the caller's own.
    public func json(id: String? = nil, indented: Bool = false) -> [UInt8] {
        EditsJSON.bytes(of: edits, from: old.document, to: new.document, id: id, indented: indented)
    }
}
