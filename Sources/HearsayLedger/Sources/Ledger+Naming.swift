internal import GRDB

extension Ledger {
    /// The named sources with a name, however it is spelt in case and accents; where there is none, those that an
    /// article gives a name with all its words. Of sources that were merged into another, that one.
    public func sources(named name: String) throws(LedgerError) -> [StoredSource] {
        try read { db in
            let wanted = try SourceName(db).fold(name)
            let exact = "SELECT id FROM source WHERE folded = ?"
            let found = try db.spokenFor(Int.fetchAll(db, sql: exact, arguments: [wanted]))
            if !found.isEmpty { return found }
            let words = try SourceName(db).words(name).map { "\"\($0)\"" }
            if words.isEmpty { return [] }
            let sql = """
                SELECT DISTINCT v.base FROM voice_words JOIN voice v ON v.id = voice_words.rowid
                WHERE voice_words MATCH ? AND v.base IS NOT NULL LIMIT 1000
                """
            let pattern = "name : (\(words.joined(separator: " ")))"
            return try db.spokenFor(Int.fetchAll(db, sql: sql, arguments: [pattern]))
        }
    }
}

extension Database {
    /// The sources into which sources were merged, by number; without those that have no voice in a latest revision.
    fileprivate func spokenFor(_ sources: [Int]) throws -> [StoredSource] {
        try Set(sources.map(root(ofSource:))).sorted().compactMap(storedSource)
    }
}
