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
            guard let row = try Row.fetchOne(db, sql: "SELECT basis, version FROM trace") else { return nil }
            let basis: Int = try row.value("basis")
            let reader = try TraceReader(db)
            let sql =
                "SELECT EXISTS (SELECT 1 FROM entry WHERE number >= ? AND kind IN ('capture', 'reading', 'erasure'))"
            let isStale = try Bool.fetchOne(db, sql: sql, arguments: [basis]) ?? false
            let trace = Trace(articles: reader.articles, edges: try reader.edges(), claims: try reader.claims())
            return StoredTrace(
                trace: trace, basis: basis, version: try row.value("version"), isStale: isStale,
                revisions: reader.revisions)
        }
    }

    /// A claim of the stored trace; nil when it holds none with this id.
    public func claim(_ id: String) throws(LedgerError) -> Claim? {
        try read { db in try TraceReader(db).claims("WHERE id = ?", [id.column]).first }
    }

    /// Who took from an article and from whom it took, in any of its revisions.
    public func edges(of article: Int) throws(LedgerError) -> [Edge] {
        try read { db in
            let places = """
                SELECT t.ordinal FROM trace_article t JOIN revision r ON r.id = t.revision WHERE r.article = ?
                """
            return try TraceReader(db).edges(
                "WHERE taker IN (\(places)) OR giver IN (\(places))", [article, article])
        }
    }

    /// The ids of the claims that the statements of an article's latest revision carry, by the statement's id.
    public func claims(of article: Int) throws(LedgerError) -> [String: [String]] {
        try read { db in
            let sql = """
                SELECT DISTINCT m.statement, c.id, c.ordinal FROM claim_member m JOIN claim c ON c.ordinal = m.claim
                    JOIN trace_article t ON t.ordinal = m.article JOIN revision r ON r.id = t.revision
                WHERE r.article = ? AND r.latest AND m.statement IS NOT NULL ORDER BY c.ordinal
                """
            var claims: [String: [String]] = [:]
            for row in try Row.fetchAll(db, sql: sql, arguments: [article]) {
                claims[try row.value("statement"), default: []].append(try row.value("id"))
            }
            return claims
        }
    }
}
