internal import GRDB

/// Two sources that may be one.
public struct PossiblePair: Hashable, Sendable {
    /// The one that was there first.
    public var first: StoredSource
    /// The other.
    public var second: StoredSource
    /// How alike their names are, 0 to 1.
    public var score: Double
    /// Why they may be one, and why they were not joined.
    public var reason: String
}

extension Ledger {
    /// Pairs of sources with voices in latest revisions that may be one and that nobody has decided on, the likeliest first.
    public func possibleSources(limit: Int) throws(LedgerError) -> [PossiblePair] {
        try read { db in
            let sql = """
                SELECT p.first, p.second, p.score, p.reason FROM source_possible p
                    JOIN source a ON a.id = p.first AND a.merged IS NULL
                    JOIN source b ON b.id = p.second AND b.merged IS NULL
                WHERE NOT p.apart ORDER BY p.score DESC, p.first, p.second
                """
            var pairs: [PossiblePair] = []
            let rows = try Row.fetchCursor(db, sql: sql)
            while pairs.count < limit, let row = try rows.next() {
                guard let first = try db.storedSource(row.value("first")),
                    let second = try db.storedSource(row.value("second"))
                else { continue }
                pairs.append(
                    PossiblePair(
                        first: first, second: second, score: try row.value("score"), reason: try row.value("reason")))
            }
            return pairs
        }
    }
}
