internal import GRDB

extension Ledger {
    /// Makes sources one with another. Voices that come later join it by any of their names. Can be undone.
    /// - Returns: the number of the decision.
    public func merge(
        _ sources: [Int], into target: Int, judge: String? = nil, at time: String
    ) throws(LedgerError) -> Int {
        try decide(judge: judge, at: time) { db in
            let root = try db.root(ofSource: existing(target, db))
            let merged = try Set(sources.map { try db.root(ofSource: existing($0, db)) }).subtracting([root]).sorted()
            guard !merged.isEmpty else {
                throw LedgerError(.notFound, "these sources are one already", path: path)
            }
            for source in sources + [target] where try isUnnamed(source, db) {
                throw LedgerError(.failed, "source \(source) has no name; unnamed sources are never merged", path: path)
            }
            return .merge(sources: merged, into: root)
        }
    }

    /// Makes some voices of a source a source of their own. Can be undone.
    /// - Returns: the number of the decision, and of the new source.
    public func split(
        _ voices: [(revision: RevisionKey, voice: String)], judge: String? = nil, at time: String
    ) throws(LedgerError) -> (decision: Int, source: Int) {
        var target = 0
        let decision = try decide(judge: judge, at: time) { db in
            guard let first = voices.first else { throw LedgerError(.notFound, "no voices are named", path: path) }
            let places = try voices.map { try place($0.revision, $0.voice, db) }
            guard Set(try places.map { try db.root(ofSource: $0.base) }).count == 1 else {
                throw LedgerError(.failed, "the voices are not of one source", path: path)
            }
            try db.execute(
                sql: """
                    INSERT INTO source (kind, label, anonymous, folded, affiliations)
                    SELECT o.kind, coalesce(v.name, o.label), o.anonymous, o.folded, '' FROM voice v
                        JOIN revision r ON r.id = v.revision JOIN source o ON o.id = v.source
                    WHERE r.article = ? AND r.number = ? AND v.voice = ?
                    """, arguments: [first.revision.article, first.revision.number, first.voice])
            target = Int(db.lastInsertedRowID)
            try db.execute(
                sql: "INSERT INTO source_key (key, source) SELECT key, ? FROM source_key WHERE source = ?",
                arguments: [target, places[0].base])
            return .split(voices: places, into: target)
        }
        return (decision, target)
    }

    /// Keeps two sources that may be one apart. Can be undone.
    /// - Returns: the number of the decision.
    public func keepApart(
        _ first: Int, _ second: Int, judge: String? = nil, at time: String
    ) throws(LedgerError) -> Int {
        try decide(judge: judge, at: time) { db in
            let (a, b) = (try existing(min(first, second), db), try existing(max(first, second), db))
            guard a != b else {
                throw LedgerError(.notFound, "one source cannot be kept apart from itself", path: path)
            }
            return .apart(a, b)
        }
    }

    /// Takes an earlier decision back: everything is as if it had not been made.
    /// - Returns: the number of this decision.
    public func undo(_ decision: Int, judge: String? = nil, at time: String) throws(LedgerError) -> Int {
        try decide(judge: judge, at: time) { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT action, undone FROM joining WHERE id = ?", arguments: [decision])
            guard let row, (try row.value("action") as String) != "undo" else {
                throw LedgerError(.notFound, "there is no decision \(decision)", path: path)
            }
            if let by: Int = try row.optional("undone") {
                throw LedgerError(.notFound, "decision \(decision) was taken back already, by \(by)", path: path)
            }
            return .undo(decision)
        }
    }

    /// What people decided about sources, in the order of the log.
    public func joinings() throws(LedgerError) -> [Joining] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM joining ORDER BY id").map { row in try Joining(row) }
        }
    }

    // MARK: Parts

    private func decide(
        judge: String?, at time: String, _ body: (Database) throws -> Joining.Action
    ) throws(LedgerError) -> Int {
        try write { db in
            let action = try body(db)
            let record = action.record(judge: judge, time: time)
            let entry = try db.append(.joining, time: time, content: ["joining": record])
            try db.execute(
                sql: "INSERT INTO joining (action, record, time, entry) VALUES (?, ?, ?, ?)",
                arguments: [action.word, record.blob, time.column, entry])
            let id = Int(db.lastInsertedRowID)
            try JoiningEffect(db: db).apply(action, decision: id)
            return id
        }
    }

    private func existing(_ source: Int, _ db: Database) throws -> Int {
        guard try Int.fetchOne(db, sql: "SELECT id FROM source WHERE id = ?", arguments: [source]) != nil else {
            throw LedgerError(.notFound, "there is no source \(source)", path: path)
        }
        return source
    }

    private func isUnnamed(_ source: Int, _ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT folded IS NULL FROM source WHERE id = ?", arguments: [source]) ?? true
    }

    private func place(_ key: RevisionKey, _ voice: String, _ db: Database) throws -> Joining.Place {
        let sql = """
            SELECT v.base FROM voice v JOIN revision r ON r.id = v.revision
            WHERE r.article = ? AND r.number = ? AND v.voice = ? AND v.base IS NOT NULL
            """
        let base = try Int.fetchOne(db, sql: sql, arguments: [key.article, key.number, voice])
        guard let base else {
            throw LedgerError(
                .notFound, "revision \(key.number) of article \(key.article) has no voice \(voice) with a source",
                path: path)
        }
        return Joining.Place(revision: key, voice: voice, base: base)
    }
}

extension Joining {
    init(_ row: Row) throws {
        guard let (action, judge, time) = Action.read(try row.bytes("record")) else {
            throw DamagedRow(column: "record")
        }
        self.init(
            id: try row.value("id"), action: action, judge: judge, time: time, undone: try row.optional("undone"),
            entry: try row.value("entry"))
    }
}
