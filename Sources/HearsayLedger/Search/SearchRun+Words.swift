internal import GRDB
internal import HearsayCore

extension SearchRun {
    /// Words of an article that are shown around a match.
    private static let shown = 24

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
        match.pieces = try pieces(place, row)
        return match
    }

    private func details(_ place: SearchPlace) throws -> Row {
        let sql =
            switch place.scope {
            case .statements:
                """
                SELECT s.statement, s.words, coalesce(v.name, v.role, v.affiliation, '') AS label, v.source
                FROM statement s JOIN voice v ON v.id = s.voice WHERE s.id = ?
                """
            case .articles: "SELECT headline, title, reading FROM document WHERE revision = ?"
            case .voices:
                """
                SELECT coalesce(name, role, affiliation, '') AS label, name, role, affiliation, source
                FROM voice WHERE id = ?
                """
            }
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [place.row]) else {
            throw DamagedRow(column: "row")
        }
        return row
    }

    /// The words of a place, with those that were looked for marked.
    private func pieces(_ place: SearchPlace, _ row: Row) throws -> [SearchMatch.Piece] {
        switch place.scope {
        case .statements: return marker.pieces(of: try row.value("words"))
        case .articles: return try articlePieces(row)
        case .voices:
            let texts: [String?] = [
                try row.optional("name"), try row.optional("role"), try row.optional("affiliation"),
            ]
            return marker.pieces(of: best(texts.compactMap(\.self)) ?? "", most: Self.shown)
        }
    }

    private func articlePieces(_ row: Row) throws -> [SearchMatch.Piece] {
        let headline: String? = try row.optional("headline")
        guard !terms.isEmpty else { return marker.pieces(of: try headline ?? row.value("title")) }
        let document: Document
        do { document = try ReadingJSON.reading(from: try row.deflated("reading")).document } catch is ContractError {
            throw DamagedRow(column: "reading")
        }
        let body = document.text.string(document.body)
        return marker.pieces(of: best([body] + (headline.map { [$0] } ?? [])) ?? "", most: Self.shown)
    }

    /// The text with most of the words that are looked for, the first of several.
    private func best(_ texts: [String]) -> String? {
        guard texts.count > 1 else { return texts.first }
        let counts = texts.map(marker.count)
        return texts.indices.max { counts[$0] < counts[$1] || counts[$0] == counts[$1] && $0 > $1 }.map { texts[$0] }
    }
}
