internal import GRDB

extension SearchRun {
    /// A place with its words and its article.
    func match(_ place: SearchPlace, in articles: [Int: StoredArticle]) throws -> SearchMatch {
        guard let article = articles[place.article] else { throw DamagedRow(column: "article") }
        var match = SearchMatch(scope: place.scope, article: article, pieces: [])
        let row = try details(place)
        if place.scope == .statements {
            match.statement = try row.value("statement")
            match.voice = try row.value("label")
            match.source = try row.optional("source")
        } else if place.scope == .voices {
            match.voice = try row.value("label")
            match.source = try row.optional("source")
        }
        match.pieces = Self.pieces(try marked(place) ?? row.value("plain"))
        return match
    }

    private func details(_ place: SearchPlace) throws -> Row {
        let sql =
            switch place.scope {
            case .statements:
                "SELECT s.statement, s.label, s.words AS plain, v.source FROM statement s JOIN voice v ON v.id = s.voice WHERE s.id = ?"
            case .articles: "SELECT coalesce(headline, title) AS plain FROM document WHERE revision = ?"
            case .voices:
                "SELECT coalesce(name, role, affiliation, '') AS label, coalesce(name, role, affiliation, '') AS plain, source FROM voice WHERE id = ?"
            }
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [place.row]) else {
            throw DamagedRow(column: "row")
        }
        return row
    }

    /// The words of a place with the matches marked; nil for a search without words.
    private func marked(_ place: SearchPlace) throws -> String? {
        guard !words.isEmpty else { return nil }
        let index = place.scope.index
        let marking =
            switch place.scope {
            case .statements: "highlight(\(index), 0, ?, ?)"
            case .articles: "snippet(\(index), -1, ?, ?, '…', 24)"
            case .voices: "snippet(\(index), -1, ?, ?, '…', 24)"
            }
        let (start, end) = (String(Character(Self.mark.start)), String(Character(Self.mark.end)))
        return try String.fetchOne(
            db.cachedStatement(sql: "SELECT \(marking) FROM \(index) WHERE \(index) MATCH ? AND rowid = ?"),
            arguments: [start, end, pattern, place.row])
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
