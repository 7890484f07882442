internal import GRDB
public import HearsayCore

extension Ledger {
    /// The stored trace; nil when none was stored yet. What an affair has together comes together; there is no other order.
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
