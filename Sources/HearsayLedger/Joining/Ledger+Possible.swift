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
    /// - Parameter offset: how many of the list are left out before.
    public func possibleSources(limit: Int, offset: Int = 0) throws(LedgerError) -> [PossiblePair] {
        try read { db in try db.possiblePairs("", [], limit: limit, offset: offset) }
    }

    /// Those of the pairs that one source is in, or one that was merged into it.
    public func possibleSources(with source: Int, limit: Int) throws(LedgerError) -> [PossiblePair] {
        try read { db in
            let family = """
                WITH RECURSIVE family (id) AS (
                    SELECT ? UNION SELECT s.id FROM source s JOIN family f ON s.merged = f.id)
                """
            return try db.possiblePairs(
                "AND (first IN family OR second IN family)", [source], with: family, limit: limit, offset: 0)
        }
    }
}

extension Database {
    /// Whether a person said of two sources that they are not one.
    func areApart(_ first: Int, _ second: Int) throws -> Bool {
        let sql = "SELECT 1 FROM source_possible WHERE first = ? AND second = ? AND apart"
        return try Int.fetchOne(cachedStatement(sql: sql), arguments: [first, second]) != nil
    }

    fileprivate func possiblePairs(
        _ condition: String, _ arguments: StatementArguments, with family: String = "", limit: Int, offset: Int
    ) throws -> [PossiblePair] {
        let sql = """
            \(family) SELECT first, second, score, reason FROM source_possible WHERE NOT apart \(condition)
            ORDER BY score DESC, first, second
            """
        var (pairs, passed) = ([PossiblePair](), 0)
        var seen: Set<[Int]> = []
        let rows = try Row.fetchCursor(self, sql: sql, arguments: arguments)
        while pairs.count < limit, let row = try rows.next() {
            let roots = try [row.value("first"), row.value("second")].map(root(ofSource:)).sorted()
            guard try roots[0] != roots[1] && seen.insert(roots).inserted && !areApart(roots[0], roots[1]),
                let first = try storedSource(roots[0]), let second = try storedSource(roots[1])
            else { continue }
            passed += 1
            if passed <= offset { continue }
            pairs.append(
                PossiblePair(
                    first: first, second: second, score: try row.value("score"), reason: try row.value("reason")))
        }
        return pairs
    }
}
