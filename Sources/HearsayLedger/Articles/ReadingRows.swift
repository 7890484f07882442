internal import GRDB
internal import HearsayCore

/// A reading on its way into the ledger, as the rows that it becomes. What can be computed without the database is
/// computed before the transaction.
struct ReadingRows {
    let reading: Reading
    let json: [UInt8]
    let stages: [UInt8]
    private let deflated: [UInt8]
    private let units: UnitsRow?

    /// Reads the reading back from its JSON, so that nothing is stored that cannot be read again, and every column
    /// follows from what is stored.
    init(_ reading: Reading, units: StoredUnits?, stages: [String: String]) throws(ContractError) {
        json = ReadingJSON.bytes(of: reading)
        deflated = Deflated.bytes(of: json)
        self.reading = try ReadingJSON.reading(from: json)
        self.units = units.map(UnitsRow.init)
        var writer = JSONWriter()
        writer.sorted(stages)
        self.stages = writer.bytes
    }

    /// A reading as it is stored elsewhere, byte for byte.
    init(stored json: [UInt8], stages: [UInt8]) throws(ContractError) {
        reading = try ReadingJSON.reading(from: json)
        deflated = Deflated.bytes(of: json)
        (self.json, self.stages, units) = (json, stages, nil)
    }

    /// Stores the rows with their entry in the log, but for the full-text index.
    /// - Parameters:
    ///   - old: the entry of the reading that this one renews.
    ///   - sources: sources that voices had before, by what they are called, which they keep.
    /// - Returns: the entry, and what belongs into the index when the revision is the latest.
    @discardableResult
    func insert(
        for revision: Int, renewing old: Int? = nil, joining: SourceJoining, sources: [VoiceIdentity: Int] = [:],
        at time: String, in db: Database
    ) throws -> (entry: Int, indexed: IndexedRevision) {
        var content = ["reading": json, "stages": stages]
        if let old { content["renews"] = Array(String(old).utf8) }
        guard let place = try ReadingPlace(ofRevision: revision, db) else { throw DamagedRow(column: "revision") }
        content.merge(place.parts) { own, _ in own }
        let entry = try db.append(.reading, time: time, content: content)
        var indexed = IndexedRevision(revision: revision, document: reading.document)
        try insertDocument(for: revision, entry: entry, in: db)
        try insertVoices(into: &indexed, Sources(joining: joining, kept: sources), db)
        try insertStatements(into: &indexed, db)
        try units?.insert(for: revision, in: db)
        return (entry, indexed)
    }

    /// Stores the rows under an entry that is there, without sources of voices, and but for the full-text index.
    func insert(for revision: Int, entry: Int, in db: Database) throws {
        var indexed = IndexedRevision(revision: revision, document: reading.document)
        try insertDocument(for: revision, entry: entry, in: db)
        try insertVoices(into: &indexed, nil, db)
        try insertStatements(into: &indexed, db)
    }

    private func insertDocument(for revision: Int, entry: Int, in db: Database) throws {
        let row = DocumentRow(reading.document)
        let sql = """
            INSERT INTO document (revision, document, url, outlet, domain, headline, published, modified, language,
                title, stages, reading, entry)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        try db.cachedStatement(sql: sql).execute(
            arguments: StatementArguments(
                [revision] + row.values + [String(decoding: stages, as: UTF8.self), deflated.blob, entry]))
    }

    /// Where voices get their sources from.
    private struct Sources {
        let joining: SourceJoining
        var kept: [VoiceIdentity: Int]

        mutating func source(of row: VoiceRow) throws -> Int? {
            guard !kept.isEmpty, let source = kept.removeValue(forKey: VoiceIdentity(row)) else {
                return try joining.source(of: row)
            }
            try joining.learn(row, of: source)
            return source
        }
    }

    private func insertVoices(into indexed: inout IndexedRevision, _ sources: Sources?, _ db: Database) throws {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO voice (revision, voice, kind, anonymous, name, role, affiliation, reason, base, source)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        var sources = sources
        for voice in reading.voices {
            let row = VoiceRow(voice)
            let base = try sources?.source(of: row)
            let source = try base.map(db.root(ofSource:))
            try insert.execute(arguments: StatementArguments([indexed.revision] + row.values + [base, source]))
            indexed.voices.append((db.lastInsertedRowID, row.name, row.role, row.affiliation))
        }
    }

    /// The voices are those of the reading, in its order.
    private func insertStatements(into indexed: inout IndexedRevision, _ db: Database) throws {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO statement (revision, voice, statement, words, stance, quotation, certainty,
                    due_start, due_end, confidence, said_start, said_end, relayed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let places = Dictionary(uniqueKeysWithValues: zip(reading.voices.map(\.id), reading.voices.indices))
        for statement in reading.statements {
            guard let place = places[statement.voice] else { preconditionFailure("no sound reading has this") }
            let voice = indexed.voices[place]
            let row = StatementRow(statement, text: reading.document.text)
            try insert.execute(arguments: StatementArguments([indexed.revision, voice.id] + row.values))
            indexed.statements.append(
                (db.lastInsertedRowID, row.words, voice.name ?? voice.role ?? voice.affiliation ?? ""))
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
