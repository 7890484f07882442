internal import GRDB
public import HearsayCore

/// The stored trace, with what it was made from.
public struct StoredTrace: Hashable, Sendable {
    /// The trace.
    public var trace: Trace
    /// How it stands.
    public var standing: TraceStanding
    /// The revision that each article id of the trace stands for.
    public var revisions: [String: RevisionKey]
}

/// What a stored trace was made from, and whether that is what the ledger holds.
public struct TraceStanding: Hashable, Sendable {
    /// The size of the log when it was made.
    public var basis: Int
    /// The version of what made it.
    public var version: String
    /// How many revisions there were when terms were counted last.
    public var counted: Int
    /// Whether all of it is there; one that was interrupted is not whole.
    public var isWhole: Bool
    /// Whether it is not whole, or articles were added or changed since.
    public var isStale: Bool

    init?(_ db: Database) throws {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM trace") else { return nil }
        (basis, version) = (try row.value("basis"), try row.value("version"))
        (counted, isWhole) = (try row.value("counted"), try row.value("whole"))
        let sql =
            "SELECT EXISTS (SELECT 1 FROM entry WHERE number >= ? AND kind IN ('capture', 'reading', 'erasure'))"
        isStale = try !isWhole || Bool.fetchOne(db, sql: sql, arguments: [basis]) ?? false
    }
}
