internal import GRDB
public import HearsayCore

/// An article on its way into the ledger. All that can be computed without the ledger is computed here, so that other
/// threads can do it while one stores.
public struct Addition: Sendable {
    /// What was captured.
    public let capture: CaptureRecord
    private let rows: ReadingRows
    private let digest: String
    private let record: [UInt8]
    private let facts: String
    /// By what the article is known again; compare with ``WatchedPage/key``.
    public let key: String
    /// Its reading, as it is stored: confidences have three digits.
    public var reading: Reading { rows.reading }

    /// An article of a capture and its reading.
    /// - Parameters:
    ///   - units: the sentence vectors, if they were made.
    ///   - stages: the versions of the stages that made the reading, by name.
    /// - Throws: where the reading is not sound.
    public init(
        _ capture: CaptureRecord, reading: Reading, units: StoredUnits? = nil, stages: [String: String] = [:]
    ) throws(ContractError) {
        rows = try ReadingRows(reading, units: units, stages: stages)
        self.capture = capture
        digest = Digest.name(of: capture.bytes)
        record = capture.record(digest: digest)
        facts = CaptureRecord.column(capture.facts)
        key = ArticleKey.key(of: rows.reading.document, capture: capture, digest: digest)
    }

    /// Stores the article, but for the full-text index.
    func store(in db: Database, joining: SourceJoining, index: inout PendingIndex, at time: String) throws -> Added {
        let known = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM article WHERE key = ?"), arguments: [key])
        if let known, let same = try unchanged(known, db) { return same }
        let article = try known ?? insertArticle(db, at: time)
        let captureID = try insertCapture(db, at: time)
        let (revision, number) = try insertRevision(of: article, isNew: known == nil, capture: captureID, db)
        let (_, indexed) = try rows.insert(for: revision, joining: joining, at: time, in: db)
        let latest = known == nil ? (nil, revision) : try db.chooseLatest(of: article)
        try index.follow(latest, fresh: indexed)
        let key = RevisionKey(article: article, number: number)
        try db.watch(key, capture, digest: digest)
        return Added(
            change: known == nil ? .added : .revised, revision: key, statements: reading.statements.count)
    }

    private func unchanged(_ article: Int, _ db: Database) throws -> Added? {
        let sql = """
            SELECT r.number, (SELECT count(*) FROM statement s WHERE s.revision = r.id) AS statements
            FROM capture c JOIN revision r ON r.capture = c.id
            WHERE c.digest = ? AND c.facts = ? AND r.article = ?
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [digest, facts, article]) else {
            return nil
        }
        return Added(
            change: .unchanged, revision: RevisionKey(article: article, number: try row.value("number")),
            statements: try row.value("statements"))
    }

    private func insertArticle(_ db: Database, at time: String) throws -> Int {
        try db.cachedStatement(sql: "INSERT INTO article (key, added) VALUES (?, ?)")
            .execute(arguments: [key, time.column])
        return Int(db.lastInsertedRowID)
    }

    private func insertCapture(_ db: Database, at time: String) throws -> Int {
        let entry = try db.append(.capture, time: time, content: ["bytes": capture.bytes, "record": record])
        let sql = "INSERT INTO capture (digest, url, facts, record, bytes, entry) VALUES (?, ?, ?, ?, ?, ?)"
        try db.cachedStatement(sql: sql).execute(
            arguments: [digest, capture.url?.column, facts, record.blob, capture.bytes.blob, entry])
        return Int(db.lastInsertedRowID)
    }

    private func insertRevision(
        of article: Int, isNew: Bool, capture: Int, _ db: Database
    ) throws -> (id: Int, number: Int) {
        let last = isNew ? nil : "SELECT max(number) FROM revision WHERE article = ?"
        let number = try last.map { try Int.fetchOne(db.cachedStatement(sql: $0), arguments: [article]) ?? 0 } ?? 0
        let ordering = (reading.document.published ?? self.capture.seen).column
        let sql = "INSERT INTO revision (article, number, latest, ordering, seen, capture) VALUES (?, ?, ?, ?, ?, ?)"
        try db.cachedStatement(sql: sql).execute(
            arguments: [article, number + 1, isNew, ordering, self.capture.seen.column, capture])
        return (Int(db.lastInsertedRowID), number + 1)
    }
}

/// What a transaction will put into the full-text index at its end.
struct PendingIndex {
    private let db: Database
    private var revisions: [IndexedRevision] = []

    init(_ db: Database) { self.db = db }

    /// Keeps the index to the latest revisions, after a new one came.
    mutating func follow(_ latest: (before: Int?, now: Int?), fresh: IndexedRevision) throws {
        guard latest.now == fresh.revision else { return }
        if let before = latest.before {
            if let place = revisions.firstIndex(where: { $0.revision == before }) {
                revisions.remove(at: place)
            } else if let old = try IndexedRevision(revision: before, db) {
                try SearchIndex(db).remove([old])
            }
        }
        revisions.append(fresh)
    }

    func finish() throws { try SearchIndex(db).insert(revisions) }
}
