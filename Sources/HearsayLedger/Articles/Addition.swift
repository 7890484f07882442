internal import GRDB
internal import HearsayCore

/// An article on its way into the ledger. What can be computed without the database is computed before the transaction.
struct Addition {
    private let capture: CaptureRecord
    private let reading: Reading
    private let units: StoredUnits?
    private let time: String
    private let digest: String
    private let record: [UInt8]
    private let facts: String
    private let stages: [UInt8]
    private let json: [UInt8]
    private let key: String

    /// Reads the reading back from its JSON, so that nothing is stored that cannot be read again, and every column
    /// follows from what is stored.
    init(
        capture: CaptureRecord, reading: Reading, units: StoredUnits?, stages: [String: String], time: String
    ) throws(ContractError) {
        json = ReadingJSON.bytes(of: reading)
        self.reading = try ReadingJSON.reading(from: json)
        (self.capture, self.units, self.time) = (capture, units, time)
        digest = Digest.name(of: capture.bytes)
        record = capture.record(digest: digest)
        facts = CaptureRecord.column(capture.facts)
        var writer = JSONWriter()
        writer.sorted(stages)
        self.stages = writer.bytes
        key = ArticleKey.key(of: reading.document, capture: capture, digest: digest)
    }

    func store(in db: Database) throws -> Added {
        let known = try Int.fetchOne(db, sql: "SELECT id FROM article WHERE key = ?", arguments: [key])
        if let known, let same = try unchanged(known, db) { return same }
        let article = try known ?? insertArticle(db)
        let captureID = try insertCapture(db)
        let (revision, number) = try insertRevision(of: article, capture: captureID, db)
        try insertDocument(revision, db)
        try insertVoicesAndStatements(revision, db)
        if let units { try units.insert(for: revision, in: db) }
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

    private func insertDocument(_ revision: Int, _ db: Database) throws {
        let entry = try db.append(.reading, time: time, content: ["reading": json, "stages": stages])
        let row = DocumentRow(reading.document)
        let sql = """
            INSERT INTO document (revision, document, url, outlet, domain, headline, published, modified, language,
                title, body, stages, reading, entry)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        try db.cachedStatement(sql: sql).execute(
            arguments: StatementArguments(
                [revision] + row.values + [String(decoding: stages, as: UTF8.self), json.blob, entry]))
    }

    private func insertVoicesAndStatements(_ revision: Int, _ db: Database) throws {
        let insertVoice = try db.cachedStatement(
            sql: """
                INSERT INTO voice (revision, voice, kind, anonymous, name, role, affiliation, reason, source)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let joining = try SourceJoining(db)
        var voices: [String: (id: Int64, label: String)] = [:]
        for voice in reading.voices {
            let row = VoiceRow(voice)
            let source = try joining.source(of: row)
            try insertVoice.execute(arguments: StatementArguments([revision] + row.values + [source]))
            voices[voice.id] = (db.lastInsertedRowID, row.label)
        }
        let insertStatement = try db.cachedStatement(
            sql: """
                INSERT INTO statement (revision, voice, statement, words, label, stance, quotation, certainty,
                    due_start, due_end, confidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for statement in reading.statements {
            guard let voice = voices[statement.voice] else { preconditionFailure("no sound reading has this") }
            let row = StatementRow(statement, label: voice.label, text: reading.document.text)
            try insertStatement.execute(arguments: StatementArguments([revision, voice.id] + row.values))
        }
    }
}
