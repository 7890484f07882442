internal import GRDB
public import HearsayCore

/// A revision as the trace goes through it.
public struct TraceNode: Hashable, Sendable {
    /// Its number within the trace.
    public var id: Int
    /// The revision.
    public var key: RevisionKey
    /// Whether it is its article's latest.
    public var isLatest: Bool
    /// The id of its document.
    public var document: String
    /// The name of the revision before it in the trace; nil for the first.
    public var revisionOf: String?

    /// By what edges and members refer to it.
    public var name: String { Ledger.traceID(key, isLatest: isLatest) }

    static let columns = """
        r.id, r.article, r.number, r.latest, d.document,
        (SELECT e.number FROM revision e WHERE e.article = r.article AND (e.seen, e.number) < (r.seen, r.number)
            ORDER BY e.seen DESC, e.number DESC LIMIT 1) AS before,
        (SELECT e.latest FROM revision e WHERE e.article = r.article AND (e.seen, e.number) < (r.seen, r.number)
            ORDER BY e.seen DESC, e.number DESC LIMIT 1) AS before_latest
        """

    init(_ row: Row) throws {
        let article: Int = try row.value("article")
        (id, key) = (try row.value("id"), RevisionKey(article: article, number: try row.value("number")))
        (isLatest, document) = (try row.value("latest"), try row.value("document"))
        let before: Int? = try row.optional("before")
        revisionOf = try before.map { number in
            Ledger.traceID(RevisionKey(article: article, number: number), isLatest: try row.value("before_latest"))
        }
    }
}

/// A revision's sketch, with who is near to it.
public struct TraceSketch: Sendable {
    /// The revision's number within the trace.
    public var node: Int
    /// Its telling terms.
    public var sketch: ArticleSketch
    /// The nodes that are near.
    public var neighbours: [Neighbour]

    /// A sketch.
    public init(node: Int, sketch: ArticleSketch, neighbours: [Neighbour] = []) {
        (self.node, self.sketch, self.neighbours) = (node, sketch, neighbours)
    }
}

/// The trace of one affair on its way into the ledger.
public struct TracedNodes: Sendable {
    /// How near neighbours must be to be of this affair.
    public var level: Int
    /// The revisions in it.
    public var nodes: [TraceNode]
    /// Its trace, in which articles go by the nodes' names and claims by their lasting ids.
    public var trace: Trace

    /// An affair.
    public init(level: Int, nodes: [TraceNode], trace: Trace) {
        (self.level, self.nodes, self.trace) = (level, nodes, trace)
    }
}

extension ArticleSketch {
    /// Terms in four bytes and weights in two, little-endian.
    var column: [UInt8] {
        entries.flatMap { entry in
            [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: entry.term >> $0) }
                + [0, 8].map { UInt8(truncatingIfNeeded: entry.weight >> $0) }
        }
    }

    init(column bytes: [UInt8]) throws {
        guard bytes.count.isMultiple(of: 6) else { throw DamagedRow(column: "sketch") }
        self.init(
            entries: stride(from: 0, to: bytes.count, by: 6).map { at in
                Entry(
                    term: (0..<4).reduce(0) { $0 | UInt32(bytes[at + $1]) << (8 * UInt32($1)) },
                    weight: Int(bytes[at + 4]) | Int(bytes[at + 5]) << 8)
            })
    }
}
