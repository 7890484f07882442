internal import GRDB
internal import HearsayCore

/// What the full-text indexes hold of one revision: all of it that can be searched, and nothing of any but the latest one
/// of an article.
struct IndexedRevision {
    var revision: Int
    var headline: String?
    var body: String
    var statements: [(id: Int64, words: String, label: String)] = []
    var voices: [(id: Int64, name: String?, role: String?, affiliation: String?)] = []

    init(revision: Int, document: Document) {
        self.revision = revision
        headline = document.headline?.column
        body = document.text.string(document.body).column
    }

    /// What the rows of a revision tell; nil for one that was erased.
    init?(revision: Int, _ db: Database) throws {
        let sql = "SELECT reading FROM document WHERE revision = ?"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [revision]) else { return nil }
        let document: Document
        do { document = try ReadingJSON.reading(from: try row.deflated("reading")).document } catch is ContractError {
            throw DamagedRow(column: "reading")
        }
        self.init(revision: revision, document: document)
        let said = try db.cachedStatement(
            sql: """
                SELECT s.id, s.words, coalesce(v.name, v.role, v.affiliation, '') AS label
                FROM statement s JOIN voice v ON v.id = s.voice WHERE s.revision = ? ORDER BY s.id
                """)
        statements = try Row.fetchAll(said, arguments: [revision]).map { row in
            (try row.value("id"), try row.value("words"), try row.value("label"))
        }
        let heard = try db.cachedStatement(
            sql: "SELECT id, name, role, affiliation FROM voice WHERE revision = ? ORDER BY id")
        voices = try Row.fetchAll(heard, arguments: [revision]).map { row in
            (
                try row.value("id"), try row.optional("name"), try row.optional("role"),
                try row.optional("affiliation")
            )
        }
    }
}

/// The full-text indexes. They hold no text of their own, so what is taken out must be named as it was put in.
struct SearchIndex {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// Puts revisions in. What a transaction stores goes in together at its end: any other statement between two of these
    /// would make SQLite write a piece of the index of its own for each.
    func insert(_ revisions: [IndexedRevision]) throws {
        let documents = try db.cachedStatement(
            sql: "INSERT INTO document_words (rowid, headline, body) VALUES (?, ?, ?)")
        let statements = try db.cachedStatement(
            sql: "INSERT INTO statement_words (rowid, words, label) VALUES (?, ?, ?)")
        let voices = try db.cachedStatement(
            sql: "INSERT INTO voice_words (rowid, name, role, affiliation) VALUES (?, ?, ?, ?)")
        try write(revisions, documents, statements, voices)
    }

    /// Takes revisions out.
    func remove(_ revisions: [IndexedRevision]) throws {
        let documents = try db.cachedStatement(
            sql: "INSERT INTO document_words (document_words, rowid, headline, body) VALUES ('delete', ?, ?, ?)")
        let statements = try db.cachedStatement(
            sql: "INSERT INTO statement_words (statement_words, rowid, words, label) VALUES ('delete', ?, ?, ?)")
        let voices = try db.cachedStatement(
            sql: """
                INSERT INTO voice_words (voice_words, rowid, name, role, affiliation) VALUES ('delete', ?, ?, ?, ?)
                """)
        try write(revisions, documents, statements, voices)
    }

    private func write(
        _ revisions: [IndexedRevision], _ documents: GRDB.Statement, _ statements: GRDB.Statement,
        _ voices: GRDB.Statement
    ) throws {
        for indexed in revisions {
            try documents.execute(arguments: [indexed.revision, indexed.headline, indexed.body])
        }
        for indexed in revisions {
            for row in indexed.statements { try statements.execute(arguments: [row.id, row.words, row.label]) }
        }
        for indexed in revisions {
            for row in indexed.voices {
                try voices.execute(arguments: [row.id, row.name, row.role, row.affiliation])
            }
        }
    }

    /// Until they are merged, the indexes' segments still hold the words that were taken out.
    func forgetRemoved() throws {
        for index in ["statement_words", "document_words", "voice_words"] {
            try db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('optimize')")
        }
    }
}
