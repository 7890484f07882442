internal import GRDB
public import TransparencyLog

extension Ledger {
    /// How many entries the log has.
    public func logSize() throws(LedgerError) -> Int { try read { db in try db.logSize() } }

    /// The hashes of all leaves in order, as they are stored; ``verify()`` recomputes them.
    public func leafHashes() throws(LedgerError) -> [LogHash] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT hash FROM entry ORDER BY number").map { row in try row.hash("hash") }
        }
    }

    /// Entries in order, from a number on.
    public func entries(from first: Int, limit: Int) throws(LedgerError) -> [LogEntry] {
        try read { db in
            let sql = LogEntry.query + " WHERE e.number >= ? ORDER BY e.number LIMIT ?"
            return try Row.fetchAll(db, sql: sql, arguments: [first, max(0, limit)]).map(LogEntry.init)
        }
    }

    /// The latest entries, newest first.
    public func latestEntries(limit: Int) throws(LedgerError) -> [LogEntry] {
        try read { db in
            let sql = LogEntry.query + " ORDER BY e.number DESC LIMIT ?"
            return try Row.fetchAll(db, sql: sql, arguments: [max(0, limit)]).map(LogEntry.init)
        }
    }

    /// What an entry covers as it is stored now, by the name of its digest in the leaf; nil when it is not there, or was withdrawn.
    /// With the entry's salt and leaf, anybody can check that it is what was logged: this is how one entry is shown
    /// to others without the rest.
    public func content(ofEntry index: Int) throws(LedgerError) -> [String: [UInt8]]? {
        try read { db in
            let sql = "SELECT kind, leaf FROM entry WHERE number = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [index]) else { return nil }
            let withdrawn = "SELECT 1 FROM withdrawal WHERE entry = ?"
            if try Int.fetchOne(db, sql: withdrawn, arguments: [index]) != nil { return nil }
            return try LoggedContent(row.word("kind"), index, leaf: Leaf(bytes: row.bytes("leaf")), db)?.parts
        }
    }
}

extension LogEntry {
    /// Entries, `e`, with the revision that they are about; a condition follows.
    static let query = """
        SELECT e.number AS entry, e.kind, e.time, e.leaf, e.salt, e.hash, r.article, r.number,
            coalesce(about.title, j.claim, json_extract(x.record, '$.reason'), n.action, '') AS about
        FROM entry e
            LEFT JOIN capture c ON c.entry = e.number
            LEFT JOIN document d ON d.entry = e.number
            LEFT JOIN judgement j ON j.entry = e.number
            LEFT JOIN look l ON l.entry = e.number
            LEFT JOIN erasure x ON x.entry = e.number
            LEFT JOIN joining n ON n.entry = e.number
            LEFT JOIN revision r ON r.id = coalesce(d.revision, (SELECT id FROM revision WHERE capture = c.id),
                (SELECT id FROM revision WHERE article = l.article AND latest))
            LEFT JOIN document about ON about.revision = r.id
        """

    init(_ row: Row) throws {
        let article: Int? = try row.optional("article")
        self.init(
            index: try row.value("entry"), kind: try row.word("kind"), time: try row.value("time"),
            leaf: try row.bytes("leaf"), salt: try row.bytes("salt"), hash: try row.hash("hash"),
            revision: article == nil ? nil : try RevisionKey(row), about: try row.value("about"))
    }
}

extension Row {
    /// The hash in a column.
    func hash(_ column: String) throws -> LogHash {
        guard let hash = LogHash(bytes: try bytes(column)) else { throw DamagedRow(column: column) }
        return hash
    }
}
