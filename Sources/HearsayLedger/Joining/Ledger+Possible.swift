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
    /// What one that was merged may be, that into which it was merged may be.
    public func possibleSources(limit: Int) throws(LedgerError) -> [PossiblePair] {
        try read { db in
            let sql = """
                SELECT first, second, score, reason FROM source_possible WHERE NOT apart
                ORDER BY score DESC, first, second
                """
            var pairs: [PossiblePair] = []
            var seen: Set<[Int]> = []
            let rows = try Row.fetchCursor(db, sql: sql)
            while pairs.count < limit, let row = try rows.next() {
                let roots = try [row.value("first"), row.value("second")].map(db.root(ofSource:)).sorted()
                guard try roots[0] != roots[1] && seen.insert(roots).inserted && !db.areApart(roots[0], roots[1]),
                    let first = try db.storedSource(roots[0]), let second = try db.storedSource(roots[1])
                else { continue }
                pairs.append(
                    PossiblePair(
                        first: first, second: second, score: try row.value("score"), reason: try row.value("reason")))
            }
            return pairs
        }
    }
}

extension Database {
    /// Whether a person said of two sources that they are not one.
    func areApart(_ first: Int, _ second: Int) throws -> Bool {
        let sql = "SELECT 1 FROM source_possible WHERE first = ? AND second = ? AND apart"
        return try Int.fetchOne(cachedStatement(sql: sql), arguments: [first, second]) != nil
    }
}
