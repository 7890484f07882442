internal import GRDB
internal import HearsayCore

extension Schema {
    /// Readings deflated, without a second copy of their body; vectors in four bits; full-text indexes of the latest
    /// revisions only and without text.
    static func compact(_ db: Database) throws {
        try db.execute(sql: dropIndexes)
        try db.execute(sql: "ALTER TABLE document DROP COLUMN body")
        try db.execute(
            sql: "CREATE TABLE dictionary (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT")
        try db.execute(
            sql: "INSERT INTO dictionary (bytes) VALUES (?)", arguments: [ReadingDictionary.bytes.blob])
        try deflateReadings(db)
        try db.execute(sql: compacting)
        try StoredUnits.shrink(db)
        try db.execute(sql: "ALTER TABLE units DROP COLUMN signatures")
        let latest = try Int.fetchAll(db, sql: "SELECT id FROM revision WHERE latest ORDER BY id")
        for revision in latest {
            if let indexed = try IndexedRevision(revision: revision, db) { try SearchIndex(db).insert([indexed]) }
        }
    }

    private static let dropIndexes = """
        DROP TRIGGER statement_added;
        DROP TRIGGER statement_removed;
        DROP TRIGGER document_added;
        DROP TRIGGER document_removed;
        DROP TRIGGER voice_added;
        DROP TRIGGER voice_removed;
        DROP TABLE statement_vocabulary;
        DROP TABLE document_vocabulary;
        DROP TABLE voice_vocabulary;
        DROP TABLE statement_words;
        DROP TABLE document_words;
        DROP TABLE voice_words;
        """

    private static let compacting = """
        ALTER TABLE statement DROP COLUMN label;
        CREATE TABLE near (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            version TEXT NOT NULL,
            width INTEGER NOT NULL,
            last INTEGER NOT NULL,
            units INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE near_cell (
            cell INTEGER PRIMARY KEY,
            centre BLOB NOT NULL,
            units BLOB NOT NULL
        ) STRICT;
        CREATE VIRTUAL TABLE statement_words USING fts5 (
            words, label, content = '', tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE VIRTUAL TABLE document_words USING fts5 (
            headline, body, content = '', tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE VIRTUAL TABLE voice_words USING fts5 (
            name, role, affiliation, content = '', tokenize = 'unicode61 remove_diacritics 2'
        );
        """

    private static func deflateReadings(_ db: Database) throws {
        let update = try db.cachedStatement(sql: "UPDATE document SET reading = ? WHERE revision = ?")
        for revision in try Int.fetchAll(db, sql: "SELECT revision FROM document") {
            let sql = "SELECT reading FROM document WHERE revision = ?"
            guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [revision]) else { continue }
            try update.execute(arguments: [Deflated.bytes(of: try row.bytes("reading")).blob, revision])
        }
    }
}
