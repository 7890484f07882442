internal import GRDB
internal import HearsayCore

/// Writes the trace of an affair in place of what is there of its revisions.
struct TraceWriter {
    let affair: TracedNodes
    let path: String
    private var trace: Trace { affair.trace }
    /// An affair goes by the first of its revisions.
    private var number: Int { affair.nodes.map(\.id).min() ?? 0 }

    init(affair: TracedNodes, path: String) { (self.affair, self.path) = (affair, path) }

    func store(in db: Database) throws {
        try dropEarlier(db)
        let places = try insertArticles(db)
        let firstEdge = try next("edge", db)
        for (place, edge) in trace.edges.enumerated() { try insert(edge, firstEdge + place, places, db) }
        let firstOutside = try next("outside_edge", db)
        for (place, edge) in trace.outside.enumerated() { try insert(edge, firstOutside + place, places, db) }
        let firstClaim = try next("claim", db)
        for (place, claim) in trace.claims.enumerated() {
            let ordinal = firstClaim + place
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

    /// Whatever there is of the same revisions goes.
    private func dropEarlier(_ db: Database) throws {
        let affair = try db.cachedStatement(sql: "SELECT affair FROM trace_article WHERE revision = ?")
        let waiting = try db.cachedStatement(sql: "SELECT 1 FROM trace_node WHERE revision = ?")
        for node in self.affair.nodes {
            guard try Int.fetchOne(waiting, arguments: [node.id]) != nil else { throw unknown(node.name) }
            if let earlier = try Int.fetchOne(affair, arguments: [node.id]) { try db.dropAffair(earlier) }
        }
    }

    private func next(_ table: String, _ db: Database) throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT max(ordinal) + 1 FROM \(table)")) ?? 0
    }

    /// - Returns: the row of each article by its id.
    private func insertArticles(_ db: Database) throws -> [String: Int] {
        var (places, ordinal) = ([String: Int](), try next("trace_article", db))
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO trace_article (ordinal, name, revision, outlet, published, revision_of, affair, level)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let nodes = Dictionary(affair.nodes.map { ($0.name, $0) }) { first, _ in first }
        for article in trace.articles {
            guard let node = nodes[article.id] else { throw unknown(article.id) }
            try insert.execute(arguments: [
                ordinal, article.id, node.id, article.outlet?.column, article.published?.column, article.revisionOf,
                number, affair.level,
            ])
            places[article.id] = ordinal
            ordinal += 1
        }
        return places
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
            sql: """
                INSERT INTO edge (ordinal, taker, giver, kind, credited, confidence, affair) VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            ordinal, place(edge.from, places), place(edge.to, places), edge.kind.rawValue, edge.credited,
            edge.confidence, number,
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

    private func insert(_ edge: OutsideEdge, _ ordinal: Int, _ places: [String: Int], _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO outside_edge (ordinal, taker, outlet, confidence, evidence, affair) VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            ordinal, place(edge.from, places), edge.outlet.column, edge.confidence,
            ListColumn.text(edge.evidence.flatMap { [$0.start, $0.end] }), number,
        ])
    }

    private func insert(_ claim: Claim, _ ordinal: Int, _ db: Database) throws {
        let forecast = claim.forecast
        try db.cachedStatement(
            sql: """
                INSERT INTO claim (ordinal, id, text, least, likely, most, certainty, due_start, due_end, outcome,
                    settled_by, affair) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            ordinal, claim.id, claim.text.column, claim.origins.least, claim.origins.likely, claim.origins.most,
            forecast?.certainty.rawValue, forecast?.due?.start.number, forecast?.due?.end.number,
            forecast?.outcome.rawValue, forecast.map { ListColumn.text($0.settledBy) },
            number,
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
    /// The tables of the trace itself, those that refer to others first.
    private static let tracedTables = ["outside_edge"] + Schema.traceTables
    private static let nodeTables = ["trace_near", "trace_term", "trace_word", "trace_node"]

    /// Takes the stored trace out; it follows from the readings.
    func dropTrace() throws {
        for table in Self.tracedTables + Self.nodeTables { try execute(sql: "DELETE FROM \(table)") }
    }

    /// Takes an affair out of the stored trace; its revisions wait to be traced again.
    func dropAffair(_ affair: Int) throws {
        for table in ["contradiction", "claim_origin", "claim_member"] {
            try drop("\(table) WHERE claim IN (SELECT ordinal FROM claim WHERE affair = ?)", affair)
        }
        try drop("claim WHERE affair = ?", affair)
        try drop("edge_evidence WHERE edge IN (SELECT ordinal FROM edge WHERE affair = ?)", affair)
        try drop("edge WHERE affair = ?", affair)
        try drop("outside_edge WHERE affair = ?", affair)
        try drop("trace_article WHERE affair = ?", affair)
    }

    private func drop(_ rows: String, _ affair: Int) throws {
        try cachedStatement(sql: "DELETE FROM " + rows).execute(arguments: [affair])
    }
}
