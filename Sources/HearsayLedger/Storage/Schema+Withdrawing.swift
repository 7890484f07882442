extension Schema {
    /// What is gone from the ledger, and the entries of the log that took it away. From here on rows can be deleted, so the
    /// full-text indexes follow that too.
    static let withdrawing = """
        CREATE TABLE withdrawal (
            entry INTEGER PRIMARY KEY REFERENCES entry,
            by INTEGER NOT NULL REFERENCES entry CHECK (by > entry)
        ) STRICT;
        CREATE INDEX withdrawal_by ON withdrawal (by);
        CREATE TABLE erasure (
            id INTEGER PRIMARY KEY,
            time TEXT NOT NULL,
            record BLOB NOT NULL,
            entry INTEGER NOT NULL UNIQUE REFERENCES entry
        ) STRICT;
        CREATE TRIGGER statement_removed AFTER DELETE ON statement BEGIN
            INSERT INTO statement_words (statement_words, rowid, words, label)
                VALUES ('delete', old.id, old.words, old.label);
        END;
        CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN
            INSERT INTO document_words (document_words, rowid, headline, body)
                VALUES ('delete', old.revision, old.headline, old.body);
        END;
        """
}
