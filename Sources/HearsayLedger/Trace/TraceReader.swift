internal import GRDB
internal import HearsayCore

/// Reads the stored trace, or parts of it.
struct TraceReader {
    private let db: Database
    private let names: TraceNames

    init(_ db: Database) {
        (self.db, names) = (db, TraceNames(db))
    }

    /// Articles of the trace, all unless a condition is given, and the revision that each stands for.
    func articles(
        _ condition: String = "", _ arguments: StatementArguments = []
    ) throws -> (articles: [Trace.Article], revisions: [String: RevisionKey]) {
        let sql = """
            SELECT t.*, r.article, r.number FROM trace_article t JOIN revision r ON r.id = t.revision \(condition)
            ORDER BY t.ordinal
            """
        var (articles, revisions) = ([Trace.Article](), [String: RevisionKey]())
        for row in try Row.fetchAll(db, sql: sql, arguments: arguments) {
            let name: String = try row.value("name")
            articles.append(
                Trace.Article(
                    id: name, outlet: try row.optional("outlet"), published: try row.optional("published"),
                    revisionOf: try row.optional("revision_of")))
            revisions[name] = try RevisionKey(row)
            names.keep(name, at: try row.value("ordinal"))
        }
        return (articles, revisions)
    }

    private func name(_ row: Row, _ column: String) throws -> String {
        guard let name = try names.name(at: row.value(column)) else { throw DamagedRow(column: column) }
        return name
    }

    // MARK: Edges

    func edges(
        _ condition: String = "", _ arguments: StatementArguments = [], limit: Int = .max
    ) throws -> [Edge] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM edge \(condition) ORDER BY ordinal LIMIT ?", arguments: arguments + [limit])
        let evidence = try db.cachedStatement(sql: "SELECT * FROM edge_evidence WHERE edge = ? ORDER BY ordinal")
        return try rows.map { row in
            let ordinal: Int = try row.value("ordinal")
            return Edge(
                from: try name(row, "taker"), to: try name(row, "giver"), kind: try row.word("kind"),
                credited: try row.value("credited"), confidence: try row.value("confidence"),
                evidence: try Row.fetchAll(evidence, arguments: [ordinal]).map(Edge.Evidence.init))
        }
    }

    func outside(
        _ condition: String = "", _ arguments: StatementArguments = [], limit: Int = .max
    ) throws -> [OutsideEdge] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM outside_edge \(condition) ORDER BY ordinal LIMIT ?", arguments: arguments + [limit])
        return try rows.map { row in
            OutsideEdge(
                from: try name(row, "taker"), outlet: try row.value("outlet"), confidence: try row.value("confidence"),
                evidence: try row.spans("evidence"))
        }
    }

    // MARK: Claims

    func claims(_ condition: String = "", _ arguments: StatementArguments = []) throws -> [Claim] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM claim \(condition) ORDER BY ordinal", arguments: arguments)
        let members = try db.cachedStatement(sql: "SELECT * FROM claim_member WHERE claim = ? ORDER BY ordinal")
        let origins = try db.cachedStatement(sql: "SELECT * FROM claim_origin WHERE claim = ? ORDER BY ordinal")
        let others = try db.cachedStatement(sql: "SELECT * FROM contradiction WHERE claim = ? ORDER BY ordinal")
        return try rows.map { row in
            let ordinal: Int = try row.value("ordinal")
            let sources = try Row.fetchAll(origins, arguments: [ordinal]).map(Origin.init)
            let members = try Row.fetchAll(members, arguments: [ordinal]).map(member)
            guard sources.allSatisfy({ $0.members.allSatisfy(members.indices.contains) }) else {
                throw DamagedRow(column: "members")
            }
            return Claim(
                id: try row.value("id"), text: try row.value("text"),
                members: members, origins: try Self.count(row), sources: sources,
                contradicts: try Row.fetchAll(others, arguments: [ordinal]).map(Claim.Contradiction.init),
                forecast: try Self.forecast(row))
        }
    }

    private func member(_ row: Row) throws -> Claim.Member {
        Claim.Member(
            article: try name(row, "article"), statement: try row.optional("statement"),
            span: try row.span("start", "end"), stance: try row.word("stance"), voice: try row.optional("voice"),
            anonymous: try row.value("anonymous"), relay: try row.words("relay"))
    }

    private static func count(_ row: Row) throws -> OriginCount {
        let (least, likely, most): (Int, Int, Int) = (
            try row.value("least"), try row.value("likely"), try row.value("most")
        )
        guard 0 <= least, least <= likely, likely <= most else { throw DamagedRow(column: "least") }
        return OriginCount(least: least, likely: likely, most: most)
    }

    private static func forecast(_ row: Row) throws -> Claim.Prediction? {
        guard let certainty: Forecast.Certainty = try row.optionalWord("certainty") else { return nil }
        let start: Int? = try row.optional("due_start")
        return Claim.Prediction(
            due: start == nil ? nil : DayInterval(try row.day("due_start"), try row.day("due_end")),
            certainty: certainty, outcome: try row.word("outcome"), settledBy: try row.words("settled_by"))
    }
}

/// The names of a trace's articles by their rows, each looked up once.
private final class TraceNames {
    private let db: Database
    private var names: [Int: String] = [:]

    init(_ db: Database) { self.db = db }

    func keep(_ name: String, at ordinal: Int) { names[ordinal] = name }

    func name(at ordinal: Int) throws -> String? {
        if let name = names[ordinal] { return name }
        let statement = try db.cachedStatement(sql: "SELECT name FROM trace_article WHERE ordinal = ?")
        let name = try String.fetchOne(statement, arguments: [ordinal])
        names[ordinal] = name
        return name
    }
}

extension Edge.Evidence {
    fileprivate init(_ row: Row) throws {
        let start: Int? = try row.optional("to_start")
        self.init(
            from: try row.span("from_start", "from_end"), to: start == nil ? nil : try row.span("to_start", "to_end"))
    }
}

extension Origin {
    fileprivate init(_ row: Row) throws {
        self.init(
            label: try row.value("label"), kind: try row.word("kind"), members: try row.numbers("members"),
            least: try row.value("least"), most: try row.value("most"), reason: try row.value("reason"))
    }
}

extension Claim.Contradiction {
    fileprivate init(_ row: Row) throws { self.init(claim: try row.value("other"), clash: try row.word("clash")) }
}

extension Row {
    /// The spans of a list of their starts and ends.
    fileprivate func spans(_ column: String) throws -> [TextSpan] {
        let bounds = try numbers(column)
        guard bounds.count.isMultiple(of: 2) else { throw DamagedRow(column: column) }
        return try stride(from: 0, to: bounds.count, by: 2).map { place in
            let (start, end) = (bounds[place], bounds[place + 1])
            guard 0 <= start, start <= end else { throw DamagedRow(column: column) }
            return TextSpan(start, end)
        }
    }
}
