internal import GRDB
internal import HearsayCore

/// An article on its way into the ledger. What can be computed without the database is computed before the transaction.
struct Addition {
    private let capture: CaptureRecord
    private let rows: ReadingRows
    private let time: String
    private let digest: String
    private let record: [UInt8]
    private let facts: String
    private let key: String
    private var reading: Reading { rows.reading }

    init(
        capture: CaptureRecord, reading: Reading, units: StoredUnits?, stages: [String: String], time: String
    ) throws(ContractError) {
        rows = try ReadingRows(reading, units: units, stages: stages)
        (self.capture, self.time) = (capture, time)
        digest = Digest.name(of: capture.bytes)
        record = capture.record(digest: digest)
        facts = CaptureRecord.column(capture.facts)
        key = ArticleKey.key(of: rows.reading.document, capture: capture, digest: digest)
    }

    func store(in db: Database) throws -> Added {
        let known = try Int.fetchOne(db, sql: "SELECT id FROM article WHERE key = ?", arguments: [key])
        if let known, let same = try unchanged(known, db) { return same }
        let article = try known ?? insertArticle(db)
        let captureID = try insertCapture(db)
        let (revision, number) = try insertRevision(of: article, capture: captureID, db)
        try rows.insert(for: revision, at: time, in: db)
        try db.watch(RevisionKey(article: article, number: number), capture, digest: digest)
        return Added(
            change: known == nil ? .added : .revised, revision: RevisionKey(article: article, number: number),
            statements: reading.statements.count)
    }

    private func unchanged(_ article: Int, _ db: Database) throws -> Added? {
        let sql = """
            SELECT r.number, (SELECT count(*) FROM statement s WHERE s.revision = r.id) AS statements
            FROM capture c JOIN revision r ON r.capture = c.id
            WHERE c.digest = ? AND c.facts = ? AND r.article = ?
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [digest, facts, article]) else { return nil }
        return Added(
            change: .unchanged, revision: RevisionKey(article: article, number: try row.value("number")),
            statements: try row.value("statements"))
    }

    private func insertArticle(_ db: Database) throws -> Int {
        try db.execute(sql: "INSERT INTO article (key, added) VALUES (?, ?)", arguments: [key, time.column])
        return Int(db.lastInsertedRowID)
    }

    private func insertCapture(_ db: Database) throws -> Int {
        let entry = try db.append(.capture, time: time, content: ["bytes": capture.bytes, "record": record])
        try db.execute(
            sql: "INSERT INTO capture (digest, url, facts, record, bytes, entry) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [digest, capture.url?.column, facts, record.blob, capture.bytes.blob, entry])
        return Int(db.lastInsertedRowID)
    }

    private func insertRevision(of article: Int, capture: Int, _ db: Database) throws -> (id: Int, number: Int) {
        let last = try Int.fetchOne(db, sql: "SELECT max(number) FROM revision WHERE article = ?", arguments: [article])
        let number = (last ?? 0) + 1
        let ordering = (reading.document.published ?? self.capture.seen).column
        try db.execute(
            sql: "INSERT INTO revision (article, number, latest, ordering, seen, capture) VALUES (?, ?, 0, ?, ?, ?)",
            arguments: [article, number, ordering, self.capture.seen.column, capture])
        let revision = Int(db.lastInsertedRowID)
        try db.chooseLatest(of: article)
        return (revision, number)
    }
}
