internal import GRDB

extension Ledger {
    /// Removes revisions for good: their bytes, texts, readings, voices, statements and vectors, judgements that rest on
    /// them, and the salts by which their leaves could be compared with a guess. With the last revision of an article its
    /// address and the looks at its page go too.
    ///
    /// Their leaves stay, so every proof still holds, and an entry of its own says what was erased, by numbers only. The
    /// stored trace is dropped, since its claims quote what they rest on. What the file held in other places, such as
    /// copies and exports, is out of reach. The file is written anew, which costs its size in time and free disk.
    /// - Parameter reason: words that may stay in the ledger.
    /// - Throws: ``LedgerError/Code/notFound`` when there is no such revision, or it is gone already.
    public func erase(
        _ keys: [RevisionKey], reason: String? = nil, at time: String
    ) throws(LedgerError) -> Erasure {
        if keys.isEmpty { throw LedgerError(.notFound, "no revisions are named", path: path) }
        var erasure = try write { db in
            let revisions = try Set(keys).sorted().map { key in
                guard let revision = try ErasedRevision(key, db) else {
                    throw LedgerError(
                        .notFound, "there is no revision \(key.number) of article \(key.article)", path: path)
                }
                return revision
            }
            return try Eraser(db: db, revisions: revisions).erase(reason: reason, at: time)
        }
        // What is gone is gone, whatever the disk says to the rest.
        do { try purge() } catch { erasure.unpurged = error.reason }
        return erasure
    }

    /// All erasures, in the order of the log.
    public func erasures() throws(LedgerError) -> [Erasure] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT record, entry FROM erasure ORDER BY entry").map { row in
                guard let erasure = Erasure(record: try row.bytes("record"), entry: try row.value("entry")) else {
                    throw DamagedRow(column: "record")
                }
                return erasure
            }
        }
    }
}

/// A revision that is about to go, by its rows.
struct ErasedRevision {
    let key: RevisionKey
    let id: Int
    let capture: Int
    let document: String
    let isLatest: Bool
    let entries: [Int]

    /// Nil when there is no such revision, or it is gone already.
    init?(_ key: RevisionKey, _ db: Database) throws {
        let sql = """
            SELECT r.id, r.capture, r.latest, d.document, c.entry AS captured, d.entry AS read
            FROM revision r JOIN capture c ON c.id = r.capture JOIN document d ON d.revision = r.id
            WHERE r.article = ? AND r.number = ?
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [key.article, key.number]) else { return nil }
        self.key = key
        (id, capture) = (try row.value("id"), try row.value("capture"))
        (document, isLatest) = (try row.value("document"), try row.value("latest"))
        entries = try [row.value("captured"), row.value("read")]
    }
}

/// Takes revisions out of the tables, within one transaction.
struct Eraser {
    let db: Database
    let revisions: [ErasedRevision]

    /// The sources of the voices of a revision.
    private static let bases = "SELECT DISTINCT base FROM voice WHERE revision = ? AND base IS NOT NULL"
    /// Sources that are still called what no voice is called any more: an earlier reading, perhaps of what is erased, had
    /// such a voice.
    private static let voiceless =
        "SELECT id FROM source WHERE label <> '' AND NOT EXISTS (SELECT 1 FROM voice WHERE base = source.id)"

    func erase(reason: String?, at time: String) throws -> Erasure {
        // What the trace quotes goes first, since it refers to the revisions.
        try db.dropTrace()
        try NearIndex.drop(db)
        var entries = Set(try revisions.flatMap { try $0.entries.flatMap(withRenewed) })
        let sources = Set(try revisions.flatMap { try Int.fetchAll(db, sql: Self.bases, arguments: [$0.id]) })
        for revision in revisions {
            entries.formUnion(try judgements(restingOn: revision))
            try remove(revision)
        }
        for article in Set(revisions.map(\.key.article)).sorted() { entries.formUnion(try settle(article)) }
        try SourceJoining(db).settle(sources.union(Int.fetchAll(db, sql: Self.voiceless)))
        var erasure = Erasure(
            time: time, reason: reason, revisions: revisions.map(\.key), entries: entries.sorted(), entry: 0)
        let record = erasure.record
        erasure.entry = try db.append(.erasure, time: time, content: ["erasure": record])
        try db.execute(
            sql: "INSERT INTO erasure (time, record, entry) VALUES (?, ?, ?)",
            arguments: [time.column, record.blob, erasure.entry])
        for entry in erasure.entries {
            try db.execute(
                sql: "INSERT OR REPLACE INTO withdrawal (entry, by) VALUES (?, ?)", arguments: [entry, erasure.entry])
            try db.execute(sql: "UPDATE entry SET salt = zeroblob(32) WHERE number = ?", arguments: [entry])
        }
        try SearchIndex(db).forgetRemoved()
        return erasure
    }

    /// An entry with those that it renewed, whose salts would still tell what they said.
    private func withRenewed(_ entry: Int) throws -> [Int] {
        let earlier = try Int.fetchAll(db, sql: "SELECT entry FROM withdrawal WHERE by = ?", arguments: [entry])
        return try [entry] + earlier.flatMap(withRenewed)
    }

    private func remove(_ revision: ErasedRevision) throws {
        if revision.isLatest, let indexed = try IndexedRevision(revision: revision.id, db) {
            try SearchIndex(db).remove([indexed])
        }
        for sql in [
            "DELETE FROM statement WHERE revision = ?", "DELETE FROM voice WHERE revision = ?",
            "DELETE FROM units WHERE revision = ?", "DELETE FROM document WHERE revision = ?",
            "UPDATE revision SET latest = 0, ordering = '', seen = NULL WHERE id = ?",
        ] { try db.execute(sql: sql, arguments: [revision.id]) }
        try db.execute(
            sql: "UPDATE capture SET digest = '', url = NULL, facts = '', record = x'', bytes = x'' WHERE id = ?",
            arguments: [revision.capture])
    }

    /// Takes out the judgements about words of a document that no other revision has, and gives their entries.
    private func judgements(restingOn revision: ErasedRevision) throws -> [Int] {
        let gone = revisions.map(\.id)
        let others = try Int.fetchAll(
            db, sql: "SELECT revision FROM document WHERE document = ?", arguments: [revision.document])
        guard others.allSatisfy(gone.contains) else { return [] }
        let sql =
            "SELECT j.id, j.entry FROM judgement j JOIN judgement_anchor a ON a.judgement = j.id WHERE a.document = ?"
        return try Row.fetchAll(db, sql: sql, arguments: [revision.document]).map { row in
            let (id, entry): (Int, Int) = (try row.value("id"), try row.value("entry"))
            try db.execute(sql: "DELETE FROM judgement_anchor WHERE judgement = ?", arguments: [id])
            try db.execute(sql: "DELETE FROM judgement WHERE id = ?", arguments: [id])
            return entry
        }
    }

    /// Calls the last revision that is left the latest; of an article of which none is left, takes out the address too,
    /// and gives the entries that went with it.
    private func settle(_ article: Int) throws -> [Int] {
        let (before, now) = try db.chooseLatest(of: article)
        if let now, now != before, let indexed = try IndexedRevision(revision: now, db) {
            try SearchIndex(db).insert([indexed])
        }
        let isLeft = "SELECT 1 FROM revision WHERE article = ? AND latest"
        // What a look at the page is compared with may have been erased.
        try db.execute(
            sql: "UPDATE page SET seen = NULL, shown = NULL, etag = NULL, last_modified = NULL WHERE article = ?",
            arguments: [article])
        if try Int.fetchOne(db, sql: isLeft, arguments: [article]) != nil { return [] }
        let looks = try Int.fetchAll(
            db, sql: "SELECT entry FROM look WHERE article = ? AND entry IS NOT NULL", arguments: [article])
        try db.execute(sql: "DELETE FROM look WHERE article = ?", arguments: [article])
        try db.execute(sql: "DELETE FROM page WHERE article = ?", arguments: [article])
        try db.execute(sql: "UPDATE article SET key = ? WHERE id = ?", arguments: ["erased:\(article)", article])
        // The address stays where a feed named it, so that the article is not fetched again.
        try db.execute(sql: "UPDATE sighting SET title = NULL WHERE article = ?", arguments: [article])
        return looks
    }
}
