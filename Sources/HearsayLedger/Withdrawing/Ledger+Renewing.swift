internal import GRDB
public import HearsayCore

extension Ledger {
    /// Puts a new reading of a revision in place of the one it had. The capture stays as it is; the log gets an entry for
    /// the new reading that names the entry of the old one, whose content is gone from then on.
    /// - Throws: ``LedgerError/Code/notFound`` when there is no such revision.
    /// - Returns: false when the new reading is the old one, word for word and by the same stages: then nothing changes.
    @discardableResult
    public func renew(
        _ key: RevisionKey, reading: Reading, units: StoredUnits? = nil, stages: [String: String], at time: String
    ) throws(LedgerError) -> Bool {
        let rows: ReadingRows
        do {
            rows = try ReadingRows(reading, units: units, stages: stages)
        } catch {
            throw LedgerError(.failed, "the reading is not sound: \(error)", path: path)
        }
        return try write { db in
            let sql = """
                SELECT d.revision, d.entry, d.reading, d.stages, c.record FROM document d
                    JOIN revision r ON r.id = d.revision JOIN capture c ON c.id = r.capture
                WHERE r.article = ? AND r.number = ?
                """
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [key.article, key.number]) else {
                throw LedgerError(.notFound, "there is no revision \(key.number) of article \(key.article)", path: path)
            }
            let isSame =
                try row.deflated("reading") == rows.json && Array((row.value("stages") as String).utf8) == rows.stages
            if isSame { return false }
            let (revision, old): (Int, Int) = (try row.value("revision"), try row.value("entry"))
            let seen = CaptureRecord(record: try row.bytes("record"), bytes: [])?.seen
            try db.execute(
                sql: "UPDATE revision SET ordering = ? WHERE id = ?",
                arguments: [(rows.reading.document.published ?? seen ?? "").column, revision])
            try rows.replace(in: db, revision: revision, entry: old, at: time)
            return true
        }
    }
}

extension ReadingRows {
    /// Takes the rows of the reading before out and puts these in, with an entry that renews the old one.
    fileprivate func replace(in db: Database, revision: Int, entry old: Int, at time: String) throws {
        // Its places among the vectors may be others now.
        try NearIndex.drop(db)
        let isLatest =
            try Int.fetchOne(
                db, sql: "SELECT 1 FROM revision WHERE id = ? AND latest", arguments: [revision]) != nil
        let joining = try SourceJoining(db)
        let (sources, before) = (
            try joining.sources(ofRevision: revision), try joining.voices(ofRevision: revision)
        )
        let index = SearchIndex(db)
        if isLatest, let indexed = try IndexedRevision(revision: revision, db) { try index.remove([indexed]) }
        // The trace refers to no statement by its row, and is made anew since the log has grown by a reading.
        for table in ["statement", "voice", "units", "document"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE revision = ?", arguments: [revision])
        }
        let (entry, indexed) = try insert(
            for: revision, renewing: old, joining: joining, sources: sources, at: time, in: db)
        try db.execute(sql: "INSERT INTO withdrawal (entry, by) VALUES (?, ?)", arguments: [old, entry])
        try joining.settle(renewed: revision, before: before)
        if isLatest { try index.insert([indexed]) }
    }
}
