internal import GRDB

extension Ledger {
    /// Sources that have a voice in the latest revision of an article, those with most statements first.
    public func sources(limit: Int) throws(LedgerError) -> [StoredSource] {
        try read { db in
            let sql =
                StoredSource.query + """
                     GROUP BY o.id ORDER BY statements DESC, articles DESC, shown, o.id LIMIT ?
                    """
            return try Row.fetchAll(db, sql: sql, arguments: [max(0, limit)]).map(StoredSource.init)
        }
    }

    /// A source by its number, with its voices and statements, those of the latest articles first; nil when no latest
    /// revision has a voice of it.
    /// - Parameters:
    ///   - limit: how many voices and statements at most.
    ///   - offset: how many statements of the list are left out before.
    public func source(_ id: Int, limit: Int = .max, offset: Int = 0) throws(LedgerError) -> SourceRows? {
        let (limit, offset) = (max(0, limit), max(0, offset))
        return try read { db in
            guard let source = try db.storedSource(id) else { return nil }
            // Ordered by what the index holds; other rows are read for those that are shown only.
            let order = """
                SELECT v.id, r.article, r.number, r.ordering FROM voice v JOIN revision r ON r.id = v.revision AND r.latest
                WHERE v.source = ?1
                """
            let voices = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT p.article, p.number, v.* FROM (
                            \(order) ORDER BY r.ordering DESC, r.article DESC, v.id LIMIT ?2) p JOIN voice v ON v.id = p.id
                        ORDER BY p.ordering DESC, p.article DESC, v.id
                        """), arguments: [id, limit])
            // Each of these voices has a statement at least, so no more of them can be on the page.
            let statements = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT p.article, p.number, s.statement, s.words, v.voice, v.source FROM (
                            \(order) AND v.statements > 0 ORDER BY r.ordering DESC, r.article DESC, v.id LIMIT ?2) p
                            JOIN voice v ON v.id = p.id JOIN statement s ON s.voice = v.id
                        ORDER BY p.ordering DESC, p.article DESC, s.id LIMIT ?3 OFFSET ?4
                        """), arguments: [id, limit &+ offset < 0 ? Int.max : limit + offset, limit, offset])
            return SourceRows(
                source: source, voices: try voices.map(StoredVoice.init),
                statements: try statements.map(StoredStatement.init))
        }
    }
}

extension Database {
    /// A source by its number; nil when no latest revision has a voice of it.
    func storedSource(_ id: Int) throws -> StoredSource? {
        let statement = try cachedStatement(sql: StoredSource.query + " WHERE o.id = ? GROUP BY o.id")
        return try Row.fetchOne(statement, arguments: [id]).map(StoredSource.init)
    }
}

extension StoredSource {
    /// Sources, `o`, by their voices in latest revisions; a condition and the grouping follow. One whose own voices were all
    /// erased is called what those are called that were merged into it.
    fileprivate static let query = """
        SELECT o.id, o.kind, o.anonymous, sum(v.statements) AS statements,
            count(DISTINCT v.revision) AS articles,
            coalesce(nullif(o.label, ''), (SELECT coalesce(m.name, m.role, m.affiliation) FROM voice m
                WHERE m.source = o.id ORDER BY m.id LIMIT 1), '') AS shown
        FROM source o JOIN voice v ON v.source = o.id JOIN revision r ON r.id = v.revision AND r.latest
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
            voice: try row.value("voice"), source: try row.optional("source"))
    }
}
