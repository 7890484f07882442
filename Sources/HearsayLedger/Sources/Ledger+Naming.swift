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
            let words = wanted.split(separator: " ").map(String.init)
            let candidates = try Row.fetchAll(
                db, sql: "SELECT id, folded FROM source WHERE folded IS NOT NULL ORDER BY id")
            return try candidates.compactMap { row in
                let known = Set(try (row.value("folded") as String).split(separator: " ").map(String.init))
                return known.isSuperset(of: words) ? try row.value("id") : nil
            }
        }
        var sources: [StoredSource] = []
        for id in ids { if let rows = try source(id), rows.source.articles > 0 { sources.append(rows.source) } }
        return sources
    }
}
