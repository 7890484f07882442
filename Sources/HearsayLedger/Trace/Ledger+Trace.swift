internal import GRDB
public import HearsayCore

extension Ledger {
    /// Stores a trace in place of the one before, in one transaction.
    /// - Parameters:
    ///   - trace: a trace whose article ids are those of ``traceID(_:isLatest:)``.
    ///   - basis: the size of the log before the trace's readings were fetched, by which a later one tells whether
    ///     articles were added meanwhile.
    ///   - version: the version of what made it, by which a later program tells whether it would make another.
    public func replaceTrace(_ trace: Trace, basis: Int, version: String = "") throws(LedgerError) {
        try write { db in
            let erased = "SELECT EXISTS (SELECT 1 FROM entry WHERE number >= ? AND kind = 'erasure')"
            if try Bool.fetchOne(db, sql: erased, arguments: [basis]) ?? false {
                throw LedgerError(.failed, "something was erased since the trace was begun", path: path)
            }
            try TraceWriter(trace: trace, basis: basis, version: version, path: path).store(in: db)
        }
    }

    /// The stored trace; nil when none was stored yet.
    public func trace() throws(LedgerError) -> StoredTrace? {
        try read { db in
            guard let standing = try TraceStanding(db) else { return nil }
            let reader = TraceReader(db)
            let (articles, revisions) = try reader.articles()
            let trace = Trace(articles: articles, edges: try reader.edges(), claims: try reader.claims())
            return StoredTrace(trace: trace, standing: standing, revisions: revisions)
        }
    }

    /// How the stored trace stands, without reading it; nil when none was stored yet.
    public func traceStanding() throws(LedgerError) -> TraceStanding? { try read { db in try TraceStanding(db) } }

    /// A claim of the stored trace; nil when it holds none with this id.
    public func claim(_ id: String) throws(LedgerError) -> Claim? {
        try read { db in try TraceReader(db).claims("WHERE id = ?", [id.column]).first }
    }

    /// Whether there are more captured versions than a number, which a trace would have to go through.
    public func holds(moreRevisionsThan number: Int) throws(LedgerError) -> Bool {
        try read { db in
            let sql = "SELECT count(*) FROM (SELECT 1 FROM revision LIMIT ?)"
            return try Int.fetchOne(db, sql: sql, arguments: [number + 1]) ?? 0 > number
        }
    }
}
