internal import GRDB
internal import HearsayCore

/// What an entry covers, as it is stored now.
struct LoggedContent {
    /// The bytes by the name of their digest in the leaf.
    private(set) var parts: [String: [UInt8]]
    /// Columns that disagree with those bytes.
    let altered: [String]

    /// Where content belongs: leaves did not always cover that, and one without it is as good as it was.
    private static let places: Set<String> = ["capture", "key"]

    func digests(salt: [UInt8]) -> [String: String] { parts.mapValues { Digest.salted($0, salt) } }

    /// The content that an entry covers, as far as its leaf says so; nil when it is not there.
    init?(_ kind: LogEntry.Kind, _ entry: Int, leaf: Leaf?, _ db: Database) throws {
        try self.init(kind, entry, covered: Set((leaf?.digests ?? [:]).keys), db)
        parts = parts.filter { !Self.places.contains($0.key) || leaf?.digests[$0.key] != nil }
    }

    private init?(_ kind: LogEntry.Kind, _ entry: Int, covered: Set<String>, _ db: Database) throws {
        switch kind {
        case .capture: try self.init(captureOf: entry, db)
        case .reading: try self.init(readingOf: entry, covered: covered, db)
        case .judgement: try self.init(judgementOf: entry, db)
        case .look: try self.init(lookOf: entry, db)
        case .erasure: try self.init(erasureOf: entry, db)
        case .joining: try self.init(joiningOf: entry, db)
        }
    }

    private init?(erasureOf entry: Int, _ db: Database) throws {
        let sql = "SELECT * FROM erasure WHERE entry = ?"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [entry]) else { return nil }
        let record = try row.bytes("record")
        parts = ["erasure": record]
        let erasure = Erasure(record: record, entry: entry)
        let withdrawn = try Int.fetchAll(
            db, sql: "SELECT entry FROM withdrawal WHERE by = ? ORDER BY entry", arguments: [entry])
        let time: String = try row.value("time")
        guard let erasure, erasure.entries == withdrawn, erasure.time == time else {
            altered = ["withdrawn entries"]
            return
        }
        altered = try erasure.revisions.allSatisfy { try Self.isErased($0, by: erasure, db) } ? [] : ["revisions"]
    }

    /// Whether a revision that was erased is where it was, without what it held.
    private static func isErased(_ key: RevisionKey, by erasure: Erasure, _ db: Database) throws -> Bool {
        let sql = """
            SELECT c.entry FROM revision r JOIN capture c ON c.id = r.capture LEFT JOIN document d ON d.revision = r.id
            WHERE r.article = ? AND r.number = ? AND d.revision IS NULL
            """
        let arguments: StatementArguments = [key.article, key.number]
        let entry = try Int.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
        return entry.map(erasure.entries.contains) ?? false
    }

    private init?(joiningOf entry: Int, _ db: Database) throws {
        let sql = "SELECT * FROM joining WHERE entry = ?"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [entry]) else { return nil }
        let record = try row.bytes("record")
        parts = ["joining": record]
        let (word, time): (String, String) = (try row.value("action"), try row.value("time"))
        altered =
            Joining.Action.read(record).map { $0.action.word == word && $0.time == time } == true ? [] : ["columns"]
    }

    private init?(captureOf entry: Int, _ db: Database) throws {
        let statement = try db.cachedStatement(sql: "SELECT * FROM capture WHERE entry = ?")
        guard let row = try Row.fetchOne(statement, arguments: [entry]) else { return nil }
        let (bytes, record) = (try row.bytes("bytes"), try row.bytes("record"))
        parts = ["bytes": bytes, "record": record]
        let digest: String = try row.value("digest")
        let facts: String = try row.value("facts")
        let url: String? = try row.optional("url")
        let capture = CaptureRecord(record: record, bytes: bytes)
        let agrees = capture.map { capture in
            digest == Digest.name(of: bytes) && capture.record(digest: digest) == record
                && facts == CaptureRecord.column(capture.facts) && url == capture.url?.column
        }
        altered = agrees == true ? [] : ["columns"]
    }

    private init?(judgementOf entry: Int, _ db: Database) throws {
        let statement = try db.cachedStatement(sql: "SELECT * FROM judgement WHERE entry = ?")
        guard let row = try Row.fetchOne(statement, arguments: [entry]) else { return nil }
        let record = try row.bytes("record")
        parts = ["judgement": record]
        let judgement = Judgement(record: record)
        let stored = try JudgementRow(row, db)
        altered = judgement.map(JudgementRow.init) == stored ? [] : ["columns"]
    }

    private init?(lookOf entry: Int, _ db: Database) throws {
        let sql = "SELECT l.*, a.key FROM look l JOIN article a ON a.id = l.article WHERE l.entry = ?"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [entry]) else { return nil }
        let record = try row.bytes("record")
        parts = ["look": record, "key": Array((try row.value("key") as String).utf8)]
        let (time, outcome): (String, String) = (try row.value("time"), try row.value("outcome"))
        let look = Look(record: record, article: try row.value("article"), entry: entry)
        altered = look.map { $0.time == time && $0.outcome.rawValue == outcome } == true ? [] : ["columns"]
    }

    private init?(readingOf entry: Int, covered: Set<String>, _ db: Database) throws {
        let sql = """
            SELECT d.*, r.ordering, r.seen, c.record FROM document d
                JOIN revision r ON r.id = d.revision JOIN capture c ON c.id = r.capture WHERE d.entry = ?
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [entry]) else { return nil }
        guard let json = Deflated.content(of: try row.bytes("reading")) else {
            (parts, altered) = ([:], ["reading"])
            return
        }
        let stages: String = try row.value("stages")
        let revision: Int = try row.value("revision")
        guard let place = try ReadingPlace(ofRevision: revision, db) else { return nil }
        let renewal = try Self.renewal(by: entry, db)
        parts = ["reading": json, "stages": Array(stages.utf8)].merging(place.parts) { a, _ in a }
            .merging(renewal) { a, _ in a }
        guard let reading = try? ReadingJSON.reading(from: json) else {
            altered = ["reading"]
            return
        }
        var altered: [String] = []
        let seen = CaptureRecord(record: try row.bytes("record"), bytes: [])?.seen
        let ordering: String = try row.value("ordering")
        if try DocumentRow(reading.document) != DocumentRow(row)
            || (reading.document.published ?? seen)?.column != ordering
            || seen?.column != (try row.optional("seen") as String?)
        {
            altered.append("document's columns")
        }
        if !place.hasBytes(of: reading.document) { altered.append("captured bytes") }
        // A later reading may tell other addresses than the one by which the article was known.
        if !covered.contains("key"), renewal.isEmpty, !place.hasKey(of: reading.document) {
            altered.append("addresses of its article")
        }
        if try !Self.voicesAgree(reading, revision, db) { altered.append("voices") }
        if try !Self.statementsAgree(reading, revision, db) { altered.append("statements") }
        self.altered = altered
    }

    /// What the leaf of a reading covers beside the reading: which entry it renewed, if it did.
    static func renewal(by entry: Int, _ db: Database) throws -> [String: [UInt8]] {
        let statement = try db.cachedStatement(sql: "SELECT entry FROM withdrawal WHERE by = ?")
        let old = try Int.fetchOne(statement, arguments: [entry])
        return old.map { ["renews": Array(String($0).utf8)] } ?? [:]
    }

    private static func voicesAgree(_ reading: Reading, _ revision: Int, _ db: Database) throws -> Bool {
        let sql = "SELECT * FROM voice WHERE revision = ? ORDER BY id"
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [revision])
        guard rows.count == reading.voices.count else { return false }
        return try zip(rows, reading.voices).allSatisfy { row, voice in
            try VoiceRow(row) == VoiceRow(voice)
        }
    }

    private static func statementsAgree(_ reading: Reading, _ revision: Int, _ db: Database) throws -> Bool {
        let sql = """
            SELECT s.*, v.voice AS voice_name FROM statement s JOIN voice v ON v.id = s.voice AND v.revision = s.revision
            WHERE s.revision = ? ORDER BY s.id
            """
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [revision])
        guard rows.count == reading.statements.count else { return false }
        return try zip(rows, reading.statements).allSatisfy { row, statement in
            let expected = StatementRow(statement, text: reading.document.text)
            return try row.value("voice_name") == statement.voice.column && StatementRow(row) == expected
        }
    }
}
