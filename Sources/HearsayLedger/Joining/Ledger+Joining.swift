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
                throw LedgerError(.invalid, "these sources are one already", path: path)
            }
            for source in sources + [target] where try isUnnamed(source, db) {
                throw LedgerError(
                    .invalid, "source \(source) has no name; unnamed sources are never merged", path: path)
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
            let bases = try voices.map { try base(of: $0.voice, in: $0.revision, db) }
            if bases.isEmpty { throw LedgerError(.notFound, "no voices are named", path: path) }
            guard Set(try bases.map(db.root(ofSource:))).count == 1 else {
                throw LedgerError(.invalid, "the voices are not of one source", path: path)
            }
            var (made, places, seen) = ([Int: Int](), [Joining.Place](), Set<Joining.Place>())
            for (voice, base) in zip(voices, bases) {
                let into = try made[base] ?? insertSource(like: base, db)
                made[base] = into
                let place = Joining.Place(revision: voice.revision, voice: voice.voice, base: base, into: into)
                if seen.insert(place).inserted { places.append(place) }
            }
            target = places[0].into
            return .split(voices: places, into: target)
        }
        return (decision, target)
    }

    /// Keeps two sources that may be one apart. Can be undone.
    /// - Returns: the number of the decision.
    /// - Throws: ``LedgerError/Code/notFound`` when they are one, or are kept apart already.
    public func keepApart(
        _ first: Int, _ second: Int, judge: String? = nil, at time: String
    ) throws(LedgerError) -> Int {
        try decide(judge: judge, at: time) { db in
            let roots = try [first, second].map { try db.root(ofSource: existing($0, db)) }.sorted()
            guard roots[0] != roots[1] else {
                throw LedgerError(.invalid, "one source cannot be kept apart from itself", path: path)
            }
            if try db.areApart(roots[0], roots[1]) {
                throw LedgerError(.invalid, "these sources are kept apart already", path: path)
            }
            return .apart(roots[0], roots[1])
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
                throw LedgerError(.invalid, "decision \(decision) was taken back already, by \(by)", path: path)
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

    /// Some of what people decided about sources, the latest first.
    /// - Parameter offset: how many of the list are left out before.
    public func latestJoinings(limit: Int, offset: Int = 0) throws(LedgerError) -> [Joining] {
        try read { db in
            let sql = "SELECT * FROM joining ORDER BY id DESC LIMIT ? OFFSET ?"
            return try Row.fetchAll(db, sql: sql, arguments: [max(0, limit), max(0, offset)]).map { try Joining($0) }
        }
    }

    /// What a person decided about sources, by its number; nil when there is no such decision.
    public func joining(_ id: Int) throws(LedgerError) -> Joining? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM joining WHERE id = ?", arguments: [id]).map { try Joining($0) }
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

    /// Whether neither a source nor what was merged into it has a name.
    private func isUnnamed(_ source: Int, _ db: Database) throws -> Bool {
        let sql = """
            SELECT 1 FROM source WHERE id = ?1 AND folded IS NOT NULL
            UNION ALL SELECT 1 FROM voice WHERE source = ?1 AND name IS NOT NULL LIMIT 1
            """
        return try Int.fetchOne(db, sql: sql, arguments: [source]) == nil
    }

    /// A source of the same kind without voices; what it is called follows from those that it gets.
    private func insertSource(like base: Int, _ db: Database) throws -> Int {
        try db.execute(
            sql: """
                INSERT INTO source (kind, label, anonymous, folded, affiliations)
                    SELECT kind, '', anonymous, NULL, '' FROM source WHERE id = ?
                """, arguments: [base])
        return Int(db.lastInsertedRowID)
    }

    private func base(of voice: String, in key: RevisionKey, _ db: Database) throws -> Int {
        let sql = """
            SELECT v.base FROM voice v JOIN revision r ON r.id = v.revision
            WHERE r.article = ? AND r.number = ? AND v.voice = ? AND v.base IS NOT NULL
            """
        guard let base = try Int.fetchOne(db, sql: sql, arguments: [key.article, key.number, voice.column]) else {
            throw LedgerError(
                .notFound, "revision \(key.number) of article \(key.article) has no voice \(voice) with a source",
                path: path)
        }
        return base
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
