internal import Foundation
internal import GRDB

extension SearchRun {
    /// SQLite takes 127 arguments; of more words than this, the others only have to be there.
    private static let mostWeights = 100

    /// The first places of a scope where the words are, behind the cursor.
    func found(_ scope: SearchQuery.Scope) throws -> [SearchPlace] {
        let isRanked = try count(pattern, scope) <= Self.tooCommon
        let (sql, arguments) = try isRanked ? ranked(scope) : newest(scope)
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
            SearchPlace(
                scope: scope, score: try row.value("score"), row: try row.value("row"),
                article: try row.value("article"))
        }
    }

    /// The least row that comes after the cursor among places of its score.
    private func first(_ scope: SearchQuery.Scope, after cursor: SearchCursor) -> Int {
        scope == cursor.scope ? cursor.row : scope > cursor.scope ? -1 : .max
    }

    /// The best places. All of them are scored first, since only the index can do that; other tables are read for those
    /// that are shown, or for all where a filter asks for it.
    private func ranked(_ scope: SearchQuery.Scope) throws -> (String, StatementArguments) {
        var filter = SearchFilter(query, scope)
        let weights = try weights(scope).map { "\($0)" }.joined(separator: ", ")
        let found = """
            WITH found AS MATERIALIZED (
                SELECT rowid AS row, \(WordRank.function)(\(scope.index), \(weights)) AS score
                FROM \(scope.index) WHERE \(scope.index) MATCH ?)
            """
        var later = "true"
        if let cursor {
            filter.arguments += [cursor.score, first(scope, after: cursor)]
            later = "(score, row) > (?, ?)"
        }
        let arguments = [pattern] + filter.arguments + [limit + 1]
        switch scope {
        case .voices:
            // Of the voices of one source only the best is a place of its own.
            return (
                """
                \(found) SELECT found.row, r.article, min(found.score) AS score
                FROM found \(scope.joins(to: "found.row")) \(filter.joins) WHERE \(filter.condition)
                GROUP BY v.source HAVING \(later) ORDER BY score, row LIMIT ?
                """, arguments
            )
        case .statements, .articles:
            let order = "WHERE \(filter.condition) AND \(later) ORDER BY score, row LIMIT ?"
            let rows =
                filter.isOfIndexAlone
                ? "(SELECT row, score FROM found \(order)) found \(scope.joins(to: "found.row"))"
                : "found \(scope.joins(to: "found.row")) \(filter.joins) \(order)"
            return ("\(found) SELECT found.row, found.score, r.article FROM \(rows)", arguments)
        }
    }

    /// The newest places: those with the highest rows. Scores that small stand behind all ranked ones.
    private func newest(_ scope: SearchQuery.Scope) -> (String, StatementArguments) {
        var filter = SearchFilter(query, scope)
        let index = scope.index
        let score = "-1e-15 * \(index).rowid"
        filter.add("\(index) MATCH ?", pattern)
        if let cursor {
            filter.add("(\(score), \(index).rowid) > (?, ?)", cursor.score, first(scope, after: cursor))
            if scope == cursor.scope { filter.add("\(index).rowid < ?", cursor.row) }
        }
        let order = "WHERE \(filter.condition) ORDER BY \(index).rowid DESC LIMIT ?"
        let rows =
            filter.isOfIndexAlone
            ? """
            (SELECT rowid AS row, \(score) AS score FROM \(index) \(order)) found \(scope.joins(to: "found.row"))
            """
            : "\(index) \(scope.joins(to: "\(index).rowid")) \(filter.joins) \(order)"
        let columns =
            filter.isOfIndexAlone ? "found.row, found.score" : "\(index).rowid AS row, \(score) AS score"
        return ("SELECT \(columns), r.article FROM \(rows)", filter.arguments + [limit + 1])
    }

    /// In how many rows of an index a pattern is, up to one more than are ranked.
    private func count(_ pattern: String, _ scope: SearchQuery.Scope) throws -> Int {
        let sql = """
            SELECT count(*) FROM (
                SELECT rowid FROM \(scope.index) WHERE \(scope.index) MATCH ? LIMIT \(Self.tooCommon + 1))
            """
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [pattern]) ?? 0
    }

    /// What each word counts for: the rarer, the more. All that are in too many rows count alike.
    private func weights(_ scope: SearchQuery.Scope) throws -> [Double] {
        guard terms.count > 1 else { return [1] }
        return try terms.prefix(Self.mostWeights).map { term in
            let rows = try count(term.pattern, scope)
            return log(1 + Double(Self.tooCommon) / Double(max(1, rows)))
        }
    }
}
