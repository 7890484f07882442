internal import GRDB

extension Ledger {
    /// The named sources with a name, however it is spelt in case and accents; where there is none, those whose name
    /// holds all its words.
    public func sources(named name: String) throws(LedgerError) -> [StoredSource] {
        let ids: [Int] = try read { db in
            let wanted = try SourceName(db).fold(name)
            let exact = try Int.fetchAll(
                db, sql: "SELECT id FROM source WHERE folded = ? ORDER BY id", arguments: [wanted])
            if !exact.isEmpty { return exact }
            let words = try SourceName(db).words(name).map { "\"\($0)\"" }
            if words.isEmpty { return [] }
            return try Int.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT v.source FROM voice_words JOIN voice v ON v.id = voice_words.rowid
                    WHERE voice_words MATCH ? AND v.source IS NOT NULL ORDER BY v.source LIMIT 1000
                    """, arguments: ["name : (\(words.joined(separator: " ")))"])
        }
        return try read { db in
            try ids.compactMap(db.storedSource)
        }
    }
}
