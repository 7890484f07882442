extension Schema {
    /// By what sources are found again, which of them may be one, and what people decided of that.
    static let joining = """
        ALTER TABLE ledger ADD COLUMN names INTEGER;
        ALTER TABLE source ADD COLUMN merged INTEGER REFERENCES source ON DELETE SET NULL;
        ALTER TABLE voice ADD COLUMN base INTEGER REFERENCES source;
        UPDATE voice SET base = source;
        CREATE INDEX voice_base ON voice (base) WHERE base IS NOT NULL;
        CREATE TABLE source_key (
            key TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
            PRIMARY KEY (key, source)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX source_key_source ON source_key (source);
        CREATE TABLE source_possible (
            first INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
            second INTEGER NOT NULL REFERENCES source ON DELETE CASCADE CHECK (second > first),
            score REAL NOT NULL,
            reason TEXT NOT NULL,
            apart INTEGER NOT NULL DEFAULT 0 CHECK (apart IN (0, 1)),
            PRIMARY KEY (first, second)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX source_possible_second ON source_possible (second);
        CREATE TABLE joining (
            id INTEGER PRIMARY KEY,
            action TEXT NOT NULL,
            record BLOB NOT NULL,
            time TEXT NOT NULL,
            undone INTEGER REFERENCES joining,
            entry INTEGER NOT NULL UNIQUE REFERENCES entry
        ) STRICT;
        """
}
