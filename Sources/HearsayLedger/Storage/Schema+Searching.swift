internal import GRDB
internal import HearsayCore

extension Schema {
    /// What statements can be filtered by, a full-text index over voices, and how often each word occurs.
    static let searching = """
        ALTER TABLE statement ADD COLUMN said_start TEXT;
        ALTER TABLE statement ADD COLUMN said_end TEXT;
        ALTER TABLE statement ADD COLUMN relayed INTEGER NOT NULL DEFAULT 0 CHECK (relayed IN (0, 1));
        CREATE INDEX statement_due ON statement (due_start) WHERE due_start IS NOT NULL;
        CREATE INDEX statement_said ON statement (said_start) WHERE said_start IS NOT NULL;
        CREATE VIRTUAL TABLE voice_words USING fts5 (
            name, role, affiliation, content = 'voice', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
        );
        INSERT INTO voice_words (voice_words) VALUES ('rebuild');
        CREATE TRIGGER voice_added AFTER INSERT ON voice BEGIN
            INSERT INTO voice_words (rowid, name, role, affiliation)
                VALUES (new.id, new.name, new.role, new.affiliation);
        END;
        CREATE TRIGGER voice_removed AFTER DELETE ON voice BEGIN
            INSERT INTO voice_words (voice_words, rowid, name, role, affiliation)
                VALUES ('delete', old.id, old.name, old.role, old.affiliation);
        END;
        CREATE VIRTUAL TABLE statement_vocabulary USING fts5vocab (statement_words, row);
        CREATE VIRTUAL TABLE document_vocabulary USING fts5vocab (document_words, row);
        CREATE VIRTUAL TABLE voice_vocabulary USING fts5vocab (voice_words, row);
        """

    /// Fills the new columns of statements from the readings that they were taken from.
    static func fillStatements(_ db: Database) throws {
        let update = try db.cachedStatement(
            sql: "UPDATE statement SET said_start = ?, said_end = ?, relayed = ? WHERE revision = ? AND statement = ?")
        let rows = try Row.fetchCursor(db, sql: "SELECT revision, reading FROM document")
        while let row = try rows.next() {
            let revision: Int = try row.value("revision")
            // A reading that cannot be read is for `verify` to tell.
            guard let reading = try? ReadingJSON.reading(from: try row.bytes("reading")) else { continue }
            for statement in reading.statements where statement.said != nil || !statement.relay.isEmpty {
                try update.execute(arguments: [
                    statement.said?.start.description, statement.said?.end.description, !statement.relay.isEmpty,
                    revision, statement.id.column,
                ])
            }
        }
    }
}
