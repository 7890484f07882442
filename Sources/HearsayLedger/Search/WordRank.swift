internal import GRDB
internal import GRDBSQLite

/// How good a place is for the words of a query, as a function of the full-text indexes: BM25 (Robertson and Zaragoza 2009)
/// with the weights of the words given. SQLite's own walks through every place of every word to find how rare it is, before
/// it ranks the first one.
enum WordRank {
    /// The SQL function; its arguments are the index and a weight for each word. Less is better.
    static let function = "hearsay_rank"
    private static let (saturation, lengthening) = (1.2, 0.75)

    /// Makes the function known to a connection.
    static func register(_ db: Database) throws {
        let api = UnsafeMutablePointer(mutating: FTS5.api(db))
        let code = api.pointee.xCreateFunction(
            api, function, nil,
            { tokens, context, result, count, values in
                guard let tokens, let context else { return }
                var weights: [Double] = []
                for place in 0..<Int(count) { weights.append(sqlite3_value_double(values?[place])) }
                sqlite3_result_double(result, -WordRank.score(Row(api: tokens.pointee, context: context), weights))
            }, nil)
        if code != SQLITE_OK { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    /// The row that FTS5 stands at.
    private struct Row {
        let api: Fts5ExtensionApi
        let context: OpaquePointer

        /// How many words it has, and how many a row has on average.
        var length: (here: Double, average: Double) {
            var (here, all, rows) = (CInt(0), sqlite3_int64(0), sqlite3_int64(0))
            _ = api.xColumnSize(context, -1, &here)
            _ = api.xColumnTotalSize(context, -1, &all)
            _ = api.xRowCount(context, &rows)
            return (Double(here), Double(all) / Double(max(1, rows)))
        }

        /// Calls `body` with the number of the query's word for each place where one stands.
        func forEachWord(_ body: (Int) -> Void) {
            var count = CInt(0)
            guard api.xInstCount(context, &count) == SQLITE_OK else { return }
            for place in 0..<count {
                var (word, column, offset) = (CInt(0), CInt(0), CInt(0))
                if api.xInst(context, place, &word, &column, &offset) == SQLITE_OK { body(Int(word)) }
            }
        }
    }

    private static func score(_ row: Row, _ weights: [Double]) -> Double {
        var counts = [Double](repeating: 0, count: weights.count)
        row.forEachWord { if counts.indices.contains($0) { counts[$0] += 1 } }
        let (here, average) = row.length
        let norm = saturation * (1 - lengthening + lengthening * here / max(1, average))
        return zip(counts, weights).reduce(0) { $0 + $1.1 * $1.0 * (saturation + 1) / ($1.0 + norm) }
    }
}
