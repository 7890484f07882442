internal import GRDB
public import HearsayCore

/// Parts of the stored trace, for what shows no more than them. What they tell holds even when the trace is stale, since
/// readings that came since are left out.
extension Ledger {
    /// The places of a revision that carry claims; nil when the trace knows no such revision, or another reading of it.
    public func claimPlaces(in key: RevisionKey) throws(LedgerError) -> [ClaimPlace]? {
        try read { db in
            guard let article = try db.tracedArticle(key) else { return nil }
            let sql = """
                SELECT c.id, m.statement, m.start, m."end" FROM claim_member m JOIN claim c ON c.ordinal = m.claim
                WHERE m.article = ? ORDER BY m.claim, m.ordinal
                """
            return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [article]).map { row in
                ClaimPlace(
                    claim: try row.value("id"), statement: try row.optional("statement"),
                    span: try row.span("start", "end"))
            }
        }
    }

    /// The revisions that ids of articles in the stored trace stand for; unknown ids are left out.
    public func tracedRevisions(_ names: [String]) throws(LedgerError) -> [String: RevisionKey] {
        try read { db in
            var revisions: [String: RevisionKey] = [:]
            for name in names { revisions[name] = try db.traced(name)?.key }
            return revisions
        }
    }

    /// From whom a revision took, and who took from it; nil when the trace knows no such revision, or another reading of it.
    /// - Parameter limit: how many edges of either kind at most.
    public func edges(of key: RevisionKey, limit: Int) throws(LedgerError) -> TracedEdges? {
        try read { db in
            guard let article = try db.tracedArticle(key) else { return nil }
            let reader = TraceReader(db)
            func edges(_ own: String, _ other: String) throws -> [Edge] {
                let condition = "WHERE \(own) = ? AND EXISTS (\(Self.isAsTraced("edge.\(other)")))"
                return try reader.edges(condition, [article], limit: limit)
            }
            var edges = TracedEdges(
                taken: try edges("taker", "giver"), given: try edges("giver", "taker"),
                outside: try reader.outside("WHERE taker = ?", [article], limit: limit))
            let count = "SELECT count(*) FROM edge WHERE giver = ?"
            edges.more = max(0, (try Int.fetchOne(db, sql: count, arguments: [article]) ?? 0) - edges.given.count)
            for name in Set((edges.taken + edges.given).flatMap { [$0.from, $0.to] }) {
                edges.revisions[name] = try db.traced(name)?.key
            }
            return edges
        }
    }

    /// The claims that most articles tell, and how many are told by more than one.
    public func sharedClaims(limit: Int) throws(LedgerError) -> (claims: TracedClaims, count: Int) {
        try read { db in
            // Every claim is looked at: a claim's articles are not counted beforehand.
            let sql = """
                SELECT c.ordinal FROM (
                    SELECT claim, count(DISTINCT article) AS articles FROM claim_member GROUP BY claim
                    HAVING count(*) > 1) m JOIN claim c ON c.ordinal = m.claim
                WHERE m.articles > 1 ORDER BY m.articles DESC, c.id
                """
            let shared = try Int.fetchAll(db, sql: sql)
            let reader = TraceReader(db)
            let claims = try shared.prefix(limit).flatMap { try reader.claims("WHERE ordinal = ?", [$0]) }
            return (try db.withArticles(claims), shared.count)
        }
    }

    /// The claims that say something about the future.
    public func forecastClaims() throws(LedgerError) -> TracedClaims {
        try read { db in try db.withArticles(TraceReader(db).claims("WHERE certainty IS NOT NULL")) }
    }

    /// How many claims about the future a source stands for, and those of them that may have been judged: of each of its
    /// statements the first claim that it carries counts, where it does not deny that.
    public func forecasts(of source: Int) throws(LedgerError) -> (count: Int, judged: TracedClaims) {
        try read { db in
            // From the source's voices to the few members that are forecasts, and only then to what is dear to look at.
            let own = """
                SELECT DISTINCT m.claim FROM voice v CROSS JOIN trace_article t ON t.revision = v.revision
                    CROSS JOIN claim_member m INDEXED BY claim_member_forecast ON m.article = t.ordinal AND m.forecast
                    CROSS JOIN statement s ON s.revision = v.revision AND s.statement = m.statement
                WHERE v.source = ? AND v.ordering IS NOT NULL AND s.voice = v.id AND m.stance <> 'denies'
                    AND m.claim = (
                        SELECT min(claim) FROM claim_member WHERE article = m.article AND statement = m.statement)
                    AND EXISTS (\(Self.isAsTraced("m.article")))
                """
            let claims = Set(try Int.fetchAll(db, sql: own, arguments: [source]))
            let judged = """
                SELECT DISTINCT m.claim FROM judgement_anchor a CROSS JOIN document d ON d.document = a.document
                    CROSS JOIN trace_article t ON t.revision = d.revision
                    CROSS JOIN claim_member m INDEXED BY claim_member_forecast ON m.article = t.ordinal AND m.forecast
                """
            let reader = TraceReader(db)
            let both = claims.isEmpty ? [] : try Int.fetchAll(db, sql: judged).filter(claims.contains)
            return (
                claims.count,
                try db.withArticles(both.flatMap { try reader.claims("WHERE ordinal = ?", [$0]) })
            )
        }
    }

    /// A query with a row where an article of the trace has the reading that was traced.
    fileprivate static func isAsTraced(_ ordinal: String) -> String {
        """
        SELECT 1 FROM trace x CROSS JOIN trace_article y ON y.ordinal = \(ordinal)
            CROSS JOIN document d ON d.revision = y.revision WHERE d.entry < x.basis
        """
    }
}

extension Database {
    /// The row of a revision in the trace, if that was made of the reading that the revision has now.
    fileprivate func tracedArticle(_ key: RevisionKey) throws -> Int? {
        let sql = """
            SELECT t.ordinal FROM revision r JOIN trace_article t ON t.revision = r.id
            WHERE r.article = ? AND r.number = ? AND EXISTS (\(Ledger.isAsTraced("t.ordinal")))
            """
        return try Int.fetchOne(cachedStatement(sql: sql), arguments: [key.article, key.number])
    }

    /// What an article's id in the trace stands for.
    fileprivate func traced(_ name: String) throws -> (key: RevisionKey, document: String)? {
        let sql = """
            SELECT r.article, r.number, d.document FROM trace_article t JOIN revision r ON r.id = t.revision
                JOIN document d ON d.revision = r.id WHERE t.name = ?
            """
        return try Row.fetchOne(cachedStatement(sql: sql), arguments: [name]).map { row in
            (try RevisionKey(row), try row.value("document"))
        }
    }

    fileprivate func withArticles(_ claims: [Claim]) throws -> TracedClaims {
        var traced = TracedClaims(claims: claims, revisions: [:], documents: [:])
        for name in Set(claims.flatMap { $0.members.map(\.article) }) {
            guard let article = try self.traced(name) else { continue }
            (traced.revisions[name], traced.documents[name]) = (article.key, article.document)
        }
        return traced
    }
}
