internal import GRDB

extension Ledger {
    /// Full text over the statements, articles and voices of the latest revisions, best first.
    ///
    /// No words are an error: what is no word is passed over. Words that are together in thousands of places are not ranked;
    /// their places come newest first. Without any word, statements that the filters let through
    /// are found, those of the latest published articles first; without filters too, nothing is.
    /// - Parameter after: ``SearchMatches/next`` of the page before.
    /// - Throws: ``LedgerError/Code/notFound`` for an `after` of another query, or that is none.
    public func search(
        _ query: SearchQuery, limit: Int, after: String? = nil
    ) throws(LedgerError) -> SearchMatches {
        let (fingerprint, cursor) = (query.fingerprint, after.flatMap(SearchCursor.init))
        if after != nil, cursor?.query != fingerprint {
            throw LedgerError(.notFound, "the place to go on from belongs to another search", path: path)
        }
        return try read { db in
            let limit = min(limit, 10_000)
            guard limit > 0 else { return SearchMatches(matches: [], next: nil) }
            let row = "SELECT 1 FROM statement WHERE id = ?"
            if let cursor, query.words.isEmpty, try Int.fetchOne(db, sql: row, arguments: [cursor.row]) == nil {
                throw LedgerError(.notFound, "the place to go on from is no longer there; search again", path: path)
            }
            let search = try SearchRun(db: db, query: query, cursor: cursor, limit: limit)
            let hits = try search.hits()
            let shown = hits.prefix(limit)
            let articles = try db.articles(Set(shown.map(\.article)))
            let next = hits.count > limit ? shown.last : nil
            return SearchMatches(
                matches: try shown.map { try search.match($0, in: articles) },
                next: next.map {
                    SearchCursor(score: $0.score, scope: $0.scope, row: $0.row, query: fingerprint).text
                })
        }
    }
}

/// One place, before its words are fetched.
struct SearchPlace {
    var scope: SearchQuery.Scope
    /// Less is better.
    var score: Double
    /// The row of the statement, the document or the voice.
    var row: Int
    var article: Int
}

/// One run of a query on one state of the ledger.
struct SearchRun {
    /// Where words are together in more places than this, the places are not ranked.
    static let tooCommon = 2000

    let db: Database
    let query: SearchQuery
    let cursor: SearchCursor?
    let limit: Int
    let terms: [SearchTerm]
    let marker: WordMarker

    init(db: Database, query: SearchQuery, cursor: SearchCursor?, limit: Int) throws {
        (self.db, self.query, self.cursor, self.limit) = (db, query, cursor, limit)
        terms = try SearchTerm.terms(of: query.words, in: query.scopes, db)
        marker = try WordMarker(db, terms: terms)
    }

    /// The best places behind the cursor, one more than asked for where there are more.
    func hits() throws -> [SearchPlace] {
        if terms.isEmpty {
            guard query.filtersStatements || query.source != nil || query.outlet != nil,
                query.scopes.contains(.statements)
            else { return [] }
            return try filtered()
        }
        var places: [SearchPlace] = []
        for scope in query.scopes.sorted() where isFindable(scope) { places += try found(scope) }
        return Array(places.sorted { ($0.score, $0.scope, $0.row) < ($1.score, $1.scope, $1.row) }.prefix(limit + 1))
    }

    /// Whether the filters can let anything of a scope through.
    private func isFindable(_ scope: SearchQuery.Scope) -> Bool {
        switch scope {
        case .statements: true
        case .articles: !query.filtersStatements && query.source == nil
        case .voices: query.stance == nil && query.said == nil && query.due == nil && query.isRelayed == nil
        }
    }

    /// All words must be there.
    var pattern: String { terms.map(\.pattern).joined(separator: " ") }

    // MARK: Filters alone

    private func filtered() throws -> [SearchPlace] {
        var filter = SearchFilter(query, .statements)
        if let cursor {
            filter.add(
                """
                (r.ordering, r.article, -s.id) < (SELECT r2.ordering, r2.article, -s2.id FROM statement s2
                    JOIN revision r2 ON r2.id = s2.revision WHERE s2.id = ?)
                """, cursor.row)
        }
        // A walk along the order where many pass, else from the few rows that the filter names.
        let from =
            query.source != nil
            ? "voice v JOIN statement s ON s.voice = v.id JOIN revision r ON r.id = s.revision AND r.latest"
            : query.due != nil
                ? "statement s INDEXED BY statement_due JOIN revision r ON r.id = s.revision AND r.latest"
                : "revision r INDEXED BY revision_ordering CROSS JOIN statement s ON s.revision = r.id AND r.latest"
        let joins =
            query.source != nil ? filter.joins.replacing("JOIN voice v ON v.id = s.voice", with: "") : filter.joins
        let sql = """
            SELECT s.id AS row, r.article FROM \(from) \(joins)
            WHERE \(filter.condition) ORDER BY r.ordering DESC, r.article DESC, s.id LIMIT ?
            """
        return try Row.fetchAll(db, sql: sql, arguments: filter.arguments + [limit + 1]).map { row in
            SearchPlace(scope: .statements, score: 0, row: try row.value("row"), article: try row.value("article"))
        }
    }
}
