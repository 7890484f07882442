internal import GRDB

extension Ledger {
    /// Full text over the statements and texts of the latest revisions, best first.
    ///
    /// All words must be there; the last one may be the start of a longer word. Capitals and diacritics do not count.
    /// No query is an error: what is no word is passed over, and without any word nothing is found.
    public func search(_ words: String, limit: Int) throws(LedgerError) -> [SearchMatch] {
        try read { db in
            guard limit > 0, let pattern = try Self.pattern(words.column, db) else { return [] }
            let (start, end) = (String(Character(Self.mark.start)), String(Character(Self.mark.end)))
            let sql = """
                SELECT * FROM (
                    SELECT r.article, s.statement, s.label, rank AS score,
                        highlight(statement_words, 0, :start, :end) AS piece
                    FROM statement_words JOIN statement s ON s.id = statement_words.rowid
                        JOIN revision r ON r.id = s.revision AND r.latest
                    WHERE statement_words MATCH :pattern ORDER BY rank LIMIT :limit
                ) UNION ALL SELECT * FROM (
                    SELECT r.article, NULL, NULL, rank, snippet(document_words, -1, :start, :end, '…', 24)
                    FROM document_words JOIN revision r ON r.id = document_words.rowid AND r.latest
                    WHERE document_words MATCH :pattern ORDER BY rank LIMIT :limit
                ) ORDER BY score LIMIT :limit
                """
            let rows = try Row.fetchAll(
                db, sql: sql, arguments: ["start": start, "end": end, "pattern": pattern, "limit": limit])
            let articles = try db.articles(Set(try rows.map { try $0.value("article") as Int }))
            return try rows.map { row in
                guard let article = articles[try row.value("article")] else { throw DamagedRow(column: "article") }
                return SearchMatch(
                    article: article, statement: try row.optional("statement"), voice: try row.optional("label"),
                    pieces: Self.pieces(try row.value("piece")))
            }
        }
    }

    /// Every token in quotes, so that nothing in it is an operator; nil when there is no token.
    private static func pattern(_ words: String, _ db: Database) throws -> String? {
        let tokens = try db.makeTokenizer(.unicode61(diacritics: .remove)).tokenize(query: words).map(\.token)
        guard !tokens.isEmpty else { return nil }
        return tokens.map { "\"\($0)\"" }.joined(separator: " ") + "*"
    }

    /// Control characters that mark where a match starts and ends.
    private static let mark: (start: Unicode.Scalar, end: Unicode.Scalar) = ("\u{1}", "\u{2}")

    /// The pieces of marked text. Such marks in the text itself change at most what is shown as a match.
    private static func pieces(_ marked: String) -> [SearchMatch.Piece] {
        var pieces: [SearchMatch.Piece] = []
        var isMatch = false
        var words = String.UnicodeScalarView()
        func finish() {
            if !words.isEmpty { pieces.append(SearchMatch.Piece(words: String(words), isMatch: isMatch)) }
            words = String.UnicodeScalarView()
        }
        for scalar in marked.unicodeScalars {
            guard scalar == mark.start || scalar == mark.end else {
                words.append(scalar.value < 0x20 ? " " : scalar)
                continue
            }
            finish()
            isMatch = scalar == mark.start
        }
        finish()
        return pieces
    }
}
