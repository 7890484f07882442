internal import GRDB
internal import HearsayCore

/// Writes a trace over the tables of the one before.
struct TraceWriter {
    let trace: Trace
    /// The size of the log when the traced readings were fetched.
    let basis: Int
    let version: String
    let path: String

    func store(in db: Database) throws {
        try db.dropTrace()
        try db.execute(
            sql: "INSERT INTO trace (only, basis, version) VALUES (1, ?, ?)", arguments: [basis, version.column])
        let places = try insertArticles(db)
        for (ordinal, edge) in trace.edges.enumerated() { try insert(edge, ordinal, places, db) }
        for (ordinal, claim) in trace.claims.enumerated() {
            try insert(claim, ordinal, db)
            let row = (claim: ordinal, isForecast: claim.forecast != nil)
            for (place, member) in claim.members.enumerated() { try insert(member, place, row, places, db) }
            for (place, origin) in claim.sources.enumerated() { try insert(origin, place, ordinal, db) }
            for (place, other) in claim.contradicts.enumerated() {
                try db.cachedStatement(
                    sql: "INSERT INTO contradiction (claim, ordinal, other, clash) VALUES (?, ?, ?, ?)"
                )
                .execute(arguments: [ordinal, place, other.claim.column, other.clash.rawValue])
            }
        }
    }

    /// - Returns: the row of each article by its id.
    private func insertArticles(_ db: Database) throws -> [String: Int] {
        var places: [String: Int] = [:]
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO trace_article (ordinal, name, revision, outlet, published, revision_of)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        for (ordinal, article) in trace.articles.enumerated() {
            guard let revision = try revision(article.id, db) else { throw unknown(article.id) }
            try insert.execute(arguments: [
                ordinal, article.id, revision, article.outlet?.column, article.published?.column, article.revisionOf,
            ])
            places[article.id] = ordinal
        }
        return places
    }

    /// The row of the revision that an id meant when the trace was made; a later one may be there by now.
    private func revision(_ id: String, _ db: Database) throws -> Int? {
        guard let (article, number) = Ledger.parse(traceID: id) else { return nil }
        if let number { return try db.revision(RevisionKey(article: article, number: number)) }
        let sql = """
            SELECT r.id FROM revision r JOIN capture c ON c.id = r.capture JOIN document d ON d.revision = r.id
            WHERE r.article = ? AND c.entry < ? ORDER BY r.seen DESC, r.number DESC LIMIT 1
            """
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [article, basis])
    }

    private func unknown(_ id: String) -> LedgerError {
        LedgerError(.notFound, "the trace names \(id), which the ledger does not hold", path: path)
    }

    private func place(_ id: String, _ places: [String: Int]) throws -> Int {
        guard let place = places[id] else { throw unknown(id) }
        return place
    }

    private func insert(_ edge: Edge, _ ordinal: Int, _ places: [String: Int], _ db: Database) throws {
        try db.cachedStatement(
            sql: "INSERT INTO edge (ordinal, taker, giver, kind, credited, confidence) VALUES (?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            ordinal, place(edge.from, places), place(edge.to, places), edge.kind.rawValue, edge.credited,
            edge.confidence,
        ])
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO edge_evidence (edge, ordinal, from_start, from_end, to_start, to_end)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        for (place, evidence) in edge.evidence.enumerated() {
            try insert.execute(arguments: [
                ordinal, place, evidence.from.start, evidence.from.end, evidence.to?.start, evidence.to?.end,
            ])
        }
    }

    private func insert(_ claim: Claim, _ ordinal: Int, _ db: Database) throws {
        let forecast = claim.forecast
        try db.cachedStatement(
            sql: """
                INSERT INTO claim (ordinal, id, text, least, likely, most, certainty, due_start, due_end, outcome,
                    settled_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            ordinal, claim.id, claim.text.column, claim.origins.least, claim.origins.likely, claim.origins.most,
            forecast?.certainty.rawValue, forecast?.due?.start.number, forecast?.due?.end.number,
            forecast?.outcome.rawValue, forecast.map { ListColumn.text($0.settledBy) },
        ])
    }

    private func insert(
        _ member: Claim.Member, _ ordinal: Int, _ row: (claim: Int, isForecast: Bool), _ places: [String: Int],
        _ db: Database
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO claim_member (claim, ordinal, article, statement, start, "end", stance, voice, anonymous,
                    relay, forecast) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            row.claim, ordinal, place(member.article, places), member.statement?.column, member.span.start,
            member.span.end, member.stance.rawValue, member.voice?.column, member.anonymous,
            ListColumn.text(member.relay), row.isForecast,
        ])
    }

    private func insert(_ origin: Origin, _ ordinal: Int, _ claim: Int, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO claim_origin (claim, ordinal, label, kind, members, least, most, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            claim, ordinal, origin.label.column, origin.kind.rawValue, ListColumn.text(origin.members), origin.least,
            origin.most, origin.reason.column,
        ])
    }
}

extension Database {
    /// Takes the stored trace out; it follows from the readings.
    func dropTrace() throws {
        for table in [
            "contradiction", "claim_origin", "claim_member", "claim", "edge_evidence", "edge", "trace_article", "trace",
        ] { try execute(sql: "DELETE FROM \(table)") }
    }
}
