internal import GRDB

extension Ledger {
    /// The named sources with a name, however it is spelt in case and accents; where there is none, those whose name
    /// holds all its words. Of sources that were merged into another, that one.
    public func sources(named name: String) throws(LedgerError) -> [StoredSource] {
        try read { db in
            let wanted = try SourceName(db).fold(name)
            let exact = "SELECT id FROM source WHERE folded = ?"
            let found = try db.spokenFor(Int.fetchAll(db, sql: exact, arguments: [wanted]))
            if !found.isEmpty { return found }
            let words = wanted.split(separator: " ").map(String.init)
            if words.isEmpty { return [] }
            let rows = try Row.fetchCursor(db, sql: "SELECT id, folded FROM source WHERE folded IS NOT NULL")
            var holders: [Int] = []
            while let row = try rows.next() {
                let known = Set(try (row.value("folded") as String).split(separator: " ").map(String.init))
                if known.isSuperset(of: words) { holders.append(try row.value("id")) }
            }
            return try db.spokenFor(holders)
        }
    }
}

extension Database {
    /// The sources into which sources were merged, by number; without those that have no voice in a latest revision.
    fileprivate func spokenFor(_ sources: [Int]) throws -> [StoredSource] {
        try Set(sources.map(root(ofSource:))).sorted().compactMap(storedSource)
    }
}
