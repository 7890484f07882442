internal import GRDB
internal import HearsayCore

extension Ledger {
    /// Sources that have a voice in the latest revision of an article, those with most statements first.
    /// - Parameter offset: how many of the list are left out before.
    public func sources(limit: Int, offset: Int = 0) throws(LedgerError) -> [StoredSource] {
        try read { db in
            let sql =
                StoredSource.query
                + " ORDER BY n.statements DESC, n.articles DESC, n.source LIMIT ? OFFSET ?"
            return try Row.fetchAll(db, sql: sql, arguments: [max(0, limit), max(0, offset)]).map(StoredSource.init)
        }
    }

    /// A source by its number, with its voices and statements, those of the latest published articles first; nil when no
    /// latest revision has a voice of it. Costs what it gives, whatever the source has beside that, and a little for each
    /// statement that is left out before.
    /// - Parameters:
    ///   - voices: how many voices at most.
    ///   - limit: how many statements at most.
    ///   - offset: how many statements of the list are left out before.
    public func source(
        _ id: Int, voices: Int = .max, limit: Int = .max, offset: Int = 0
    ) throws(LedgerError) -> SourceRows? {
        try read { db in
            guard let source = try db.storedSource(id) else { return nil }
            // What is left out is passed over in the indexes alone.
            let said = try Row.fetchAll(
                db,
                sql: """
                    SELECT r.article, r.number, s.*, v.voice AS speaker, v.source
                    FROM (
                        SELECT v.id AS voice, s.id AS statement FROM voice v CROSS JOIN statement s ON s.voice = v.id
                        WHERE v.source = ? AND v.ordering IS NOT NULL
                        ORDER BY v.ordering DESC, v.revision DESC, s.id LIMIT ? OFFSET ?) o
                        CROSS JOIN statement s ON s.id = o.statement CROSS JOIN voice v ON v.id = o.voice
                        CROSS JOIN revision r ON r.id = v.revision
                    ORDER BY v.ordering DESC, v.revision DESC, s.id
                    """, arguments: [id, max(0, limit), max(0, offset)])
            return SourceRows(
                source: source, voices: try db.voices("v.source = ?", [id], limit: voices),
                statements: try said.map(StoredStatement.init))
        }
    }

    /// The voices of a source in latest revisions that have a name, as it is spelt, those of the latest published articles
    /// first.
    public func voices(of source: Int, named name: String) throws(LedgerError) -> [StoredVoice] {
        try read { db in try db.voices("v.source = ? AND v.name = ?", [source, name.column], limit: .max) }
    }

    /// The number of the source of a statement; nil when nobody is given, when no latest revision has a voice of it, or when
    /// there is no such statement.
    public func source(of statement: String, in key: RevisionKey) throws(LedgerError) -> Int? {
        try read { db in
            let sql = """
                SELECT v.source FROM revision r JOIN statement s ON s.revision = r.id JOIN voice v ON v.id = s.voice
                    JOIN source_count n ON n.source = v.source AND n.articles > 0
                WHERE r.article = ? AND r.number = ? AND s.statement = ?
                """
            return try Int.fetchOne(db, sql: sql, arguments: [key.article, key.number, statement.column])
        }
    }

    /// The source into which a source was merged, over all steps; itself when it was not, and nil when there is no such
    /// source.
    public func root(ofSource source: Int) throws(LedgerError) -> Int? {
        try read { db in
            guard try Int.fetchOne(db, sql: "SELECT 1 FROM source WHERE id = ?", arguments: [source]) != nil else {
                return nil
            }
            return try db.root(ofSource: source)
        }
    }

    /// Those of some sources that lead to one with a voice in a latest revision: itself, or the one into which it was merged.
    public func shownSources(_ ids: Set<Int>) throws(LedgerError) -> Set<Int> {
        try read { db in
            let sql = "SELECT 1 FROM source_count WHERE source = ? AND articles > 0"
            let statement = try db.cachedStatement(sql: sql)
            return try ids.filter { id in
                try Int.fetchOne(statement, arguments: [db.root(ofSource: id)]) != nil
            }
        }
    }

    /// What sources are called, by their numbers, merged ones too; unknown numbers are left out, and sources that were left
    /// without a voice, and so without a name.
    public func labels(ofSources ids: Set<Int>) throws(LedgerError) -> [Int: String] {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT label FROM source WHERE id = ? AND label != ''")
            var labels: [Int: String] = [:]
            for id in ids { labels[id] = try String.fetchOne(statement, arguments: [id]) }
            return labels
        }
    }
}

extension Database {
    /// A source by its number; nil when no latest revision has a voice of it.
    func storedSource(_ id: Int) throws -> StoredSource? {
        let statement = try cachedStatement(sql: StoredSource.query + " AND n.source = ?")
        return try Row.fetchOne(statement, arguments: [id]).map(StoredSource.init)
    }

    fileprivate func voices(
        _ condition: String, _ arguments: StatementArguments, limit: Int
    ) throws -> [StoredVoice] {
        let sql = """
            SELECT r.article, r.number, v.* FROM voice v CROSS JOIN revision r ON r.id = v.revision
            WHERE \(condition) AND v.ordering IS NOT NULL
            ORDER BY v.ordering DESC, v.revision DESC, v.id LIMIT ?
            """
        return try Row.fetchAll(self, sql: sql, arguments: arguments + [max(0, limit)]).map(StoredVoice.init)
    }
}

extension StoredSource {
    /// Sources, `o`, with the counts, `n`, of those that have a voice in a latest revision; more conditions may follow. One
    /// whose own voices were all erased is called what those are called that were merged into it.
    fileprivate static let query = """
        SELECT o.id, o.kind, o.anonymous, n.statements, n.articles,
            coalesce(nullif(o.label, ''), (SELECT coalesce(m.name, m.role, m.affiliation) FROM voice m
                WHERE m.source = o.id ORDER BY m.id LIMIT 1), '') AS shown
        FROM source_count n CROSS JOIN source o ON o.id = n.source WHERE n.articles > 0
        """

    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.value("id"), label: try row.value("shown"), kind: try row.word("kind"),
            anonymous: try row.value("anonymous"), statements: try row.value("statements"),
            articles: try row.value("articles"))
    }
}

extension StoredVoice {
    fileprivate init(_ row: Row) throws {
        self.init(
            revision: try RevisionKey(row), id: try row.value("voice"), source: try row.optional("source"),
            name: try row.optional("name"), role: try row.optional("role"),
            affiliation: try row.optional("affiliation"), reason: try row.optional("reason"))
    }
}

extension StoredStatement {
    fileprivate init(_ row: Row) throws {
        self.init(
            revision: try RevisionKey(row), id: try row.value("statement"), words: try row.value("words"),
            voice: try row.value("speaker"), source: try row.optional("source"), stance: try row.word("stance"),
            forecast: try Self.forecast(row), isRelayed: try row.value("relayed"))
    }

    private static func forecast(_ row: Row) throws -> Forecast? {
        guard let certainty: Forecast.Certainty = try row.optionalWord("certainty") else { return nil }
        // Days outside of the years 0 to 9999 are not written as ISO 8601 has them; a list does without.
        let (first, last): (String?, String?) = (try row.optional("due_start"), try row.optional("due_end"))
        guard let start = first.flatMap(CivilDay.init(iso:)), let end = last.flatMap(CivilDay.init(iso:)) else {
            return Forecast(due: nil, certainty: certainty)
        }
        return Forecast(due: DayInterval(start, end), certainty: certainty)
    }
}
