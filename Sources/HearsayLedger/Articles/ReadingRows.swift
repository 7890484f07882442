internal import GRDB
internal import HearsayCore

/// A reading on its way into the ledger, as the rows that it becomes. What can be computed without the database is
/// computed before the transaction.
struct ReadingRows {
    let reading: Reading
    let json: [UInt8]
    let stages: [UInt8]
    private let units: StoredUnits?

    /// Reads the reading back from its JSON, so that nothing is stored that cannot be read again, and every column
    /// follows from what is stored.
    init(_ reading: Reading, units: StoredUnits?, stages: [String: String]) throws(ContractError) {
        json = ReadingJSON.bytes(of: reading)
        self.reading = try ReadingJSON.reading(from: json)
        self.units = units
        var writer = JSONWriter()
        writer.sorted(stages)
        self.stages = writer.bytes
    }

    /// A reading as it is stored elsewhere, byte for byte.
    init(stored json: [UInt8], stages: [UInt8]) throws(ContractError) {
        reading = try ReadingJSON.reading(from: json)
        (self.json, self.stages, units) = (json, stages, nil)
    }

    /// Stores the rows with their entry in the log.
    /// - Parameters:
    ///   - old: the entry of the reading that this one renews.
    ///   - sources: sources that voices had before, by what they are called, which they keep.
    /// - Returns: the entry.
    @discardableResult
    func insert(
        for revision: Int, renewing old: Int? = nil, sources: [VoiceIdentity: Int] = [:], at time: String,
        in db: Database
    ) throws -> Int {
        var content = ["reading": json, "stages": stages]
        if let old { content["renews"] = Array(String(old).utf8) }
        let entry = try db.append(.reading, time: time, content: content)
        try insertDocument(for: revision, entry: entry, in: db)
        try insertStatements(for: revision, by: insertVoices(for: revision, sources, db), db)
        try units?.insert(for: revision, in: db)
        return entry
    }

    /// Stores the rows under an entry that is there, without sources of voices.
    func insert(for revision: Int, entry: Int, in db: Database) throws {
        try insertDocument(for: revision, entry: entry, in: db)
        try insertStatements(for: revision, by: insertVoices(for: revision, nil, db), db)
    }

    private func insertDocument(for revision: Int, entry: Int, in db: Database) throws {
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

    private func insertVoices(
        for revision: Int, _ sources: [VoiceIdentity: Int]?, _ db: Database
    ) throws -> [String: (id: Int64, label: String)] {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO voice (revision, voice, kind, anonymous, name, role, affiliation, reason, base, source)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let joining = try SourceJoining(db)
        var sources = sources
        var voices: [String: (id: Int64, label: String)] = [:]
        for voice in reading.voices {
            let row = VoiceRow(voice)
            let kept = sources?.removeValue(forKey: VoiceIdentity(row))
            if let kept { try joining.learn(row, of: kept) }
            let base = sources == nil ? nil : try kept ?? joining.source(of: row)
            let source = try base.map(db.root(ofSource:))
            try insert.execute(arguments: StatementArguments([revision] + row.values + [base, source]))
            voices[voice.id] = (db.lastInsertedRowID, row.label)
        }
        return voices
    }

    private func insertStatements(
        for revision: Int, by voices: [String: (id: Int64, label: String)], _ db: Database
    ) throws {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO statement (revision, voice, statement, words, label, stance, quotation, certainty,
                    due_start, due_end, confidence, said_start, said_end, relayed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for statement in reading.statements {
            guard let voice = voices[statement.voice] else { preconditionFailure("no sound reading has this") }
            let row = StatementRow(statement, label: voice.label, text: reading.document.text)
            try insert.execute(arguments: StatementArguments([revision, voice.id] + row.values))
        }
    }
}

/// What a voice is called: by this the voices of two readings of the same bytes are the same.
struct VoiceIdentity: Hashable {
    let kind: String
    let name: String?
    let role: String?

    init(_ row: VoiceRow) { (kind, name, role) = (row.kind, row.name, row.role) }
}
