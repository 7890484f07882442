internal import GRDB

extension Ledger {
    /// Full text over the statements, articles and voices of the latest revisions, best first.
    ///
    /// No words are an error: what is no word is passed over. Words that are in tens of thousands of places are not ranked,
    /// which would take long; their places come newest first. Without any word, statements that the filters let through
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
    /// Words in more places than this are not ranked.
    static let tooCommon = 30_000

    let db: Database
    let query: SearchQuery
    let cursor: SearchCursor?
    let limit: Int
    /// The words that are looked for, as the indexes hold words.
    let words: [String]

    init(db: Database, query: SearchQuery, cursor: SearchCursor?, limit: Int) throws {
        (self.db, self.query, self.cursor, self.limit) = (db, query, cursor, limit)
        words = try db.makeTokenizer(.unicode61(diacritics: .remove)).tokenize(query: query.words.column).map(\.token)
    }

    /// The best places behind the cursor, one more than asked for where there are more.
    func hits() throws -> [SearchPlace] {
        if words.isEmpty {
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

    /// Every word in quotes, so that nothing in it is an operator.
    var pattern: String { words.map { "\"\($0)\"" }.joined(separator: " ") + "*" }

    // MARK: Words

    private func found(_ scope: SearchQuery.Scope) throws -> [SearchPlace] {
        var filter = SearchFilter(query, scope)
        filter.add("\(scope.index) MATCH ?", pattern)
        let sql = try isCommon(scope) ? newest(scope, &filter) : ranked(scope, &filter)
        return try Row.fetchAll(db, sql: sql, arguments: filter.arguments + [limit + 1]).map { row in
            SearchPlace(
                scope: scope, score: try row.value("score"), row: try row.value("row"),
                article: try row.value("article"))
        }
    }

    /// The least row that comes after the cursor among places of its score.
    private func first(_ scope: SearchQuery.Scope, after cursor: SearchCursor) -> Int {
        scope == cursor.scope ? cursor.row : scope > cursor.scope ? -1 : .max
    }

    private func ranked(_ scope: SearchQuery.Scope, _ filter: inout SearchFilter) -> String {
        // Of the voices of one source only the best is a place of its own.
        let isGrouped = scope == .voices
        let later = "\(isGrouped ? "HAVING (score, row)" : "(\(scope.index).rank, \(scope.row))") > (?, ?)"
        if let cursor {
            if !isGrouped { filter.add(later) }
            filter.arguments += [cursor.score, first(scope, after: cursor)]
        }
        return """
            SELECT \(scope.row) AS row, r.article, \(isGrouped ? "min(rank)" : "rank") AS score
            FROM \(scope.index) \(scope.joins) \(filter.joins) WHERE \(filter.condition)
            \(isGrouped ? "GROUP BY v.source \(cursor == nil ? "" : later)" : "")
            ORDER BY score, row LIMIT ?
            """
    }

    private func newest(_ scope: SearchQuery.Scope, _ filter: inout SearchFilter) -> String {
        // The newest rows have the highest numbers; scores that small stand behind all ranked ones.
        let score = "-1e-15 * \(scope.index).rowid"
        if let cursor {
            filter.add("(\(score), \(scope.index).rowid) > (?, ?)", cursor.score, first(scope, after: cursor))
            if scope == cursor.scope { filter.add("\(scope.index).rowid < ?", cursor.row) }
        }
        return """
            SELECT \(scope.row) AS row, r.article, \(score) AS score
            FROM \(scope.index) \(scope.joins) \(filter.joins) WHERE \(filter.condition)
            ORDER BY \(scope.index).rowid DESC LIMIT ?
            """
    }

    /// Whether even the rarest of the words is in too many rows to rank them all.
    private func isCommon(_ scope: SearchQuery.Scope) throws -> Bool {
        // Of the last word only the beginning may be given, so how often it occurs is not looked up quickly.
        let statement = try db.cachedStatement(sql: "SELECT doc FROM \(scope.vocabulary) WHERE term = ?")
        for word in words where try Int.fetchOne(statement, arguments: [word]) ?? 0 <= Self.tooCommon { return false }
        return true
    }

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
