internal import GRDB
public import HearsayCore

extension Ledger {
    /// Articles, the latest published first. Without a date of publication, the time of the capture counts.
    /// - Parameter after: the place of the last article of the page before.
    public func articles(limit: Int, after: ArticlePlace? = nil) throws(LedgerError) -> [StoredArticle] {
        try read { db in
            var condition = "r.latest"
            var arguments: StatementArguments = []
            if let after {
                condition += " AND (r.ordering, r.article) < (?, ?)"
                arguments += [after.ordering, after.article]
            }
            let sql = StoredArticle.query + " WHERE \(condition) ORDER BY r.ordering DESC, r.article DESC LIMIT ?"
            return try Row.fetchAll(db, sql: sql, arguments: arguments + [max(0, limit)]).map(StoredArticle.init)
        }
    }

    /// An article by its number; nil when there is none.
    public func article(_ id: Int) throws(LedgerError) -> StoredArticle? {
        try read { db in try db.articles([id])[id] }
    }

    /// Articles by their numbers; unknown numbers are left out.
    public func articles(_ ids: Set<Int>) throws(LedgerError) -> [Int: StoredArticle] {
        try read { db in try db.articles(ids) }
    }

    /// The captured versions of an article, the latest first, the others as they came in; none when there is no such article.
    public func revisions(of article: Int) throws(LedgerError) -> [StoredRevision] {
        try read { db in
            let sql = StoredRevision.query + " WHERE r.article = ? ORDER BY r.latest DESC, r.seen DESC, r.number DESC"
            return try Row.fetchAll(db, sql: sql, arguments: [article]).map(StoredRevision.init)
        }
    }

    /// The revisions whose document has an id ("sha256:…"): several when several addresses served the same bytes.
    public func revisions(ofDocument id: String) throws(LedgerError) -> [RevisionKey] {
        try keys("JOIN document d ON d.revision = r.id WHERE d.document = ?", [id.column])
    }

    /// The latest revision of every article.
    public func latestRevisions() throws(LedgerError) -> [RevisionKey] { try keys("WHERE r.latest", []) }

    /// All revisions of all articles.
    public func allRevisions() throws(LedgerError) -> [RevisionKey] {
        try keys("JOIN document d ON d.revision = r.id", [])
    }

    /// All revisions whose readings were made by other versions of the stages than these; all of them for nil.
    public func revisions(notReadBy stages: [String: String]?) throws(LedgerError) -> [RevisionKey] {
        guard let stages else { return try allRevisions() }
        var writer = JSONWriter()
        writer.sorted(stages)
        return try keys(
            "JOIN document d ON d.revision = r.id WHERE d.stages <> ?", [String(decoding: writer.bytes, as: UTF8.self)])
    }

    private func keys(_ condition: String, _ arguments: StatementArguments) throws(LedgerError) -> [RevisionKey] {
        try read { db in
            let sql = "SELECT r.article, r.number FROM revision r \(condition) ORDER BY r.article, r.seen, r.number"
            return try Row.fetchAll(db, sql: sql, arguments: arguments).map(RevisionKey.init)
        }
    }

    /// A capture with its bytes; nil when there is no such revision.
    public func capture(_ key: RevisionKey) throws(LedgerError) -> CaptureRecord? {
        try row(key, "c.record, c.bytes", "JOIN capture c ON c.id = r.capture") { row in
            guard let capture = CaptureRecord(record: try row.bytes("record"), bytes: try row.bytes("bytes")) else {
                throw DamagedRow(column: "record")
            }
            return capture
        }
    }

    /// The reading of a revision; nil when there is no such revision. Its confidences have three digits.
    public func reading(_ key: RevisionKey) throws(LedgerError) -> Reading? {
        let json = try row(key, "d.reading", "JOIN document d ON d.revision = r.id") { try $0.deflated("reading") }
        do {
            return try json.map(ReadingJSON.reading(from:))
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// The sentence vectors of a revision; nil when none are stored.
    public func units(_ key: RevisionKey) throws(LedgerError) -> StoredUnits? {
        try row(key, "u.*", "JOIN units u ON u.revision = r.id", StoredUnits.init)
    }

    /// Stores the sentence vectors of a revision in place of older ones.
    public func storeUnits(_ units: StoredUnits, for key: RevisionKey) throws(LedgerError) {
        try write { db in
            let isThere = "SELECT 1 FROM document WHERE revision = ?"
            guard let revision = try db.revision(key), try Int.fetchOne(db, sql: isThere, arguments: [revision]) != nil
            else {
                throw LedgerError(.notFound, "there is no revision \(key.number) of article \(key.article)", path: path)
            }
            try NearIndex.drop(db)
            try UnitsRow(units).insert(for: revision, in: db)
        }
    }

    /// The number of each voice's source, by the voice's id; voices without a source are left out.
    public func voiceSources(_ key: RevisionKey) throws(LedgerError) -> [String: Int] {
        try read { db in
            guard let revision = try db.revision(key) else { return [:] }
            let sql = "SELECT voice, source FROM voice WHERE revision = ? AND source IS NOT NULL"
            let pairs = try Row.fetchAll(db, sql: sql, arguments: [revision]).map { row in
                (try row.value("voice") as String, try row.value("source") as Int)
            }
            return Dictionary(pairs) { first, _ in first }
        }
    }

    private func row<Value>(
        _ key: RevisionKey, _ columns: String, _ join: String, _ body: (Row) throws -> Value
    ) throws(LedgerError) -> Value? {
        try read { db in
            let sql = "SELECT \(columns) FROM revision r \(join) WHERE r.article = ? AND r.number = ?"
            return try Row.fetchOne(db, sql: sql, arguments: [key.article, key.number]).map(body)
        }
    }
}

extension Database {
    func articles(_ ids: Set<Int>) throws -> [Int: StoredArticle] {
        var articles: [Int: StoredArticle] = [:]
        let statement = try cachedStatement(sql: StoredArticle.query + " WHERE r.latest AND r.article = ?")
        for id in ids {
            articles[id] = try Row.fetchOne(statement, arguments: [id]).map(StoredArticle.init)
        }
        return articles
    }

    /// The row of a revision.
    func revision(_ key: RevisionKey) throws -> Int? {
        try Int.fetchOne(
            self, sql: "SELECT id FROM revision WHERE article = ? AND number = ?", arguments: [key.article, key.number])
    }
}
