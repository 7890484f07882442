internal import GRDB
public import HearsayCore

extension Ledger {
    /// The stored trace; nil when none was stored yet. What an affair has together comes together; there is no other order.
    public func trace() throws(LedgerError) -> StoredTrace? {
        try read { db in
            guard let standing = try TraceStanding(db) else { return nil }
            let reader = TraceReader(db)
            let (articles, revisions) = try reader.articles()
            let trace = Trace(
                articles: articles, edges: try reader.edges(), outside: try reader.outside(),
                claims: try reader.claims())
            return StoredTrace(trace: trace, standing: standing, revisions: revisions)
        }
    }

    /// The stored trace of the affair that a claim is of; the beginning of the claim's id will do where it fits one only. Nil
    /// when there is no such claim. Costs what the affair costs to read, however large the trace is.
    public func trace(ofClaim id: String) throws(LedgerError) -> StoredTrace? {
        try read { db in
            let exact = "SELECT affair FROM claim WHERE id = ?"
            if let affair = try Int.fetchOne(db, sql: exact, arguments: [id.column]) {
                return try Self.affair(affair, db)
            }
            guard id.utf8.count >= 4 else { return nil }
            let sql = "SELECT affair FROM claim WHERE id >= ? AND id < ? LIMIT 2"
            let fitting = try Int.fetchAll(db, sql: sql, arguments: [id.column, (id + "\u{7F}").column])
            return fitting.count == 1 ? try Self.affair(fitting[0], db) : nil
        }
    }

    /// The stored trace of the affair that an article is of, by its id in the trace; nil when it holds none with this id.
    public func trace(ofArticle name: String) throws(LedgerError) -> StoredTrace? {
        try read { db in
            let sql = "SELECT affair FROM trace_article WHERE name = ?"
            return try Int.fetchOne(db, sql: sql, arguments: [name.column]).flatMap { try Self.affair($0, db) }
        }
    }

    private static func affair(_ affair: Int, _ db: Database) throws -> StoredTrace? {
        guard let standing = try TraceStanding(db) else { return nil }
        let reader = TraceReader(db)
        let (articles, revisions) = try reader.articles("WHERE t.affair = ?", [affair])
        let trace = Trace(
            articles: articles, edges: try reader.edges("WHERE affair = ?", [affair]),
            outside: try reader.outside("WHERE affair = ?", [affair]),
            claims: try reader.claims("WHERE affair = ?", [affair]))
        return StoredTrace(trace: trace, standing: standing, revisions: revisions)
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
