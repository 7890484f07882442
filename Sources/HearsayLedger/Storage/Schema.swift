internal import GRDB

/// The tables of a ledger, as they came about. A migration that was released is never changed; a new one follows it.
enum Schema {
    /// Marks the SQLite file as ours: "HSAY" in ASCII.
    static let applicationID = 0x4853_4159

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 ledger and log") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: log)
            let id = Random.bytes(16)
            try db.execute(sql: "INSERT INTO ledger (only, id) VALUES (1, ?)", arguments: [id.blob])
        }
        migrator.registerMigration("2 articles") { try $0.execute(sql: articles) }
        migrator.registerMigration("3 voices and statements") { try $0.execute(sql: voices) }
        migrator.registerMigration("4 search") { try $0.execute(sql: search) }
        migrator.registerMigration("5 traces") { try $0.execute(sql: traces) }
        migrator.registerMigration("6 judgements") { try $0.execute(sql: judgements) }
        migrator.registerMigration("7 watching") { try $0.execute(sql: watching) }
        migrator.registerMigration("8 withdrawing") { try $0.execute(sql: withdrawing) }
        migrator.registerMigration("9 searching") { db in
            try db.execute(sql: searching)
            try fillStatements(db)
        }
        // The vectors themselves are brought into their present form once, below.
        migrator.registerMigration("10 vectors in eight bits") { db in
            try db.execute(sql: "ALTER TABLE units ADD COLUMN signatures BLOB NOT NULL DEFAULT x''")
        }
        migrator.registerMigration("11 joining") { db in
            try db.execute(sql: joining)
            try SourceJoining(db).renewKeys()
        }
        migrator.registerMigration("12 looking") { db in
            try db.execute(sql: looking)
            for table in traceTables { try db.execute(sql: "DELETE FROM \(table)") }
        }
        migrator.registerMigration("13 compacting", migrate: compact)
        migrator.registerMigration("14 listing") { try $0.execute(sql: listing) }
        migrator.registerMigration("15 affairs") { db in
            for table in traceTables { try db.execute(sql: "DELETE FROM \(table)") }
            try db.execute(sql: affairs)
        }
        migrator.registerMigration("16 outlets outside") { try $0.execute(sql: outside) }
        return migrator
    }

    private static let log = """
        CREATE TABLE ledger (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            id BLOB NOT NULL CHECK (length(id) = 16)
        ) STRICT;
        CREATE TABLE entry (
            number INTEGER PRIMARY KEY CHECK (number >= 0),
            kind TEXT NOT NULL,
            time TEXT NOT NULL,
            salt BLOB NOT NULL CHECK (length(salt) = 32),
            leaf BLOB NOT NULL,
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        """

    private static let articles = """
        CREATE TABLE article (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            added TEXT NOT NULL
        ) STRICT;
        CREATE TABLE capture (
            id INTEGER PRIMARY KEY,
            digest TEXT NOT NULL,
            url TEXT,
            facts TEXT NOT NULL,
            record BLOB NOT NULL,
            bytes BLOB NOT NULL,
            entry INTEGER NOT NULL UNIQUE REFERENCES entry
        ) STRICT;
        CREATE INDEX capture_digest ON capture (digest);
        CREATE TABLE revision (
            id INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES article,
            number INTEGER NOT NULL CHECK (number >= 1),
            latest INTEGER NOT NULL CHECK (latest IN (0, 1)),
            ordering TEXT NOT NULL,
            capture INTEGER NOT NULL UNIQUE REFERENCES capture,
            UNIQUE (article, number)
        ) STRICT;
        CREATE UNIQUE INDEX revision_latest ON revision (article) WHERE latest;
        CREATE INDEX revision_ordering ON revision (ordering, article) WHERE latest;
        CREATE TABLE document (
            revision INTEGER PRIMARY KEY REFERENCES revision,
            document TEXT NOT NULL,
            url TEXT,
            outlet TEXT,
            domain TEXT,
            headline TEXT,
            published TEXT,
            modified TEXT,
            language TEXT NOT NULL,
            title TEXT NOT NULL,
            body TEXT NOT NULL,
            stages TEXT NOT NULL,
            reading BLOB NOT NULL,
            entry INTEGER NOT NULL UNIQUE REFERENCES entry
        ) STRICT;
        CREATE INDEX document_document ON document (document);
        CREATE TABLE units (
            revision INTEGER PRIMARY KEY REFERENCES revision,
            version TEXT NOT NULL,
            width INTEGER NOT NULL,
            places BLOB NOT NULL,
            vectors BLOB NOT NULL
        ) STRICT;
        """

    private static let voices = """
        CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            label TEXT NOT NULL,
            anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
            folded TEXT,
            affiliations TEXT NOT NULL
        ) STRICT;
        CREATE INDEX source_folded ON source (folded, kind) WHERE folded IS NOT NULL;
        CREATE TABLE voice (
            id INTEGER PRIMARY KEY,
            revision INTEGER NOT NULL REFERENCES revision,
            voice TEXT NOT NULL,
            kind TEXT NOT NULL,
            anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
            name TEXT,
            role TEXT,
            affiliation TEXT,
            reason TEXT,
            source INTEGER REFERENCES source,
            UNIQUE (revision, voice)
        ) STRICT;
        CREATE INDEX voice_source ON voice (source) WHERE source IS NOT NULL;
        CREATE TABLE statement (
            id INTEGER PRIMARY KEY,
            revision INTEGER NOT NULL REFERENCES revision,
            statement TEXT NOT NULL,
            voice INTEGER NOT NULL REFERENCES voice,
            words TEXT NOT NULL,
            label TEXT NOT NULL,
            stance TEXT NOT NULL,
            quotation TEXT NOT NULL,
            certainty TEXT,
            due_start TEXT,
            due_end TEXT,
            confidence REAL NOT NULL,
            UNIQUE (revision, statement)
        ) STRICT;
        CREATE INDEX statement_voice ON statement (voice);
        """

    /// The indexes hold no text of their own; they follow the rows that they are made from.
    private static let search = """
        CREATE VIRTUAL TABLE statement_words USING fts5 (
            words, label, content = 'statement', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE TRIGGER statement_added AFTER INSERT ON statement BEGIN
            INSERT INTO statement_words (rowid, words, label) VALUES (new.id, new.words, new.label);
        END;
        CREATE VIRTUAL TABLE document_words USING fts5 (
            headline, body, content = 'document', content_rowid = 'revision',
            tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
            INSERT INTO document_words (rowid, headline, body) VALUES (new.revision, new.headline, new.body);
        END;
        """

    /// The tables of a trace as they came about, those that refer to others first.
    static let traceTables = [
        "contradiction", "claim_origin", "claim_member", "claim", "edge_evidence", "edge", "trace_article", "trace",
    ]

    private static let traces = """
        CREATE TABLE trace (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            basis INTEGER NOT NULL,
            version TEXT NOT NULL
        ) STRICT;
        CREATE TABLE trace_article (
            ordinal INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            revision INTEGER NOT NULL REFERENCES revision,
            outlet TEXT,
            published TEXT,
            revision_of TEXT
        ) STRICT;
        CREATE INDEX trace_article_revision ON trace_article (revision);
        CREATE TABLE edge (
            ordinal INTEGER PRIMARY KEY,
            taker INTEGER NOT NULL REFERENCES trace_article,
            giver INTEGER NOT NULL REFERENCES trace_article,
            kind TEXT NOT NULL,
            credited INTEGER NOT NULL CHECK (credited IN (0, 1)),
            confidence REAL NOT NULL
        ) STRICT;
        CREATE INDEX edge_taker ON edge (taker);
        CREATE INDEX edge_giver ON edge (giver);
        CREATE TABLE edge_evidence (
            edge INTEGER NOT NULL REFERENCES edge,
            ordinal INTEGER NOT NULL,
            from_start INTEGER NOT NULL,
            from_end INTEGER NOT NULL,
            to_start INTEGER,
            to_end INTEGER,
            PRIMARY KEY (edge, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE claim (
            ordinal INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            text TEXT NOT NULL,
            least INTEGER NOT NULL,
            likely INTEGER NOT NULL,
            most INTEGER NOT NULL,
            certainty TEXT,
            due_start INTEGER,
            due_end INTEGER,
            outcome TEXT,
            settled_by TEXT
        ) STRICT;
        CREATE TABLE claim_member (
            claim INTEGER NOT NULL REFERENCES claim,
            ordinal INTEGER NOT NULL,
            article INTEGER NOT NULL REFERENCES trace_article,
            statement TEXT,
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            stance TEXT NOT NULL,
            voice TEXT,
            anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
            relay TEXT NOT NULL,
            PRIMARY KEY (claim, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX claim_member_article ON claim_member (article);
        CREATE TABLE claim_origin (
            claim INTEGER NOT NULL REFERENCES claim,
            ordinal INTEGER NOT NULL,
            label TEXT NOT NULL,
            kind TEXT NOT NULL,
            members TEXT NOT NULL,
            least INTEGER NOT NULL,
            most INTEGER NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (claim, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE contradiction (
            claim INTEGER NOT NULL REFERENCES claim,
            ordinal INTEGER NOT NULL,
            other TEXT NOT NULL,
            clash TEXT NOT NULL,
            PRIMARY KEY (claim, ordinal)
        ) STRICT, WITHOUT ROWID;
        """

    private static let judgements = """
        CREATE TABLE judgement (
            id INTEGER PRIMARY KEY,
            outcome TEXT NOT NULL,
            claim TEXT NOT NULL,
            judge TEXT,
            time TEXT NOT NULL,
            record BLOB NOT NULL,
            entry INTEGER NOT NULL UNIQUE REFERENCES entry
        ) STRICT;
        CREATE TABLE judgement_anchor (
            judgement INTEGER NOT NULL REFERENCES judgement,
            ordinal INTEGER NOT NULL,
            document TEXT NOT NULL,
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            PRIMARY KEY (judgement, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX judgement_anchor_document ON judgement_anchor (document);
        """

    /// Feeds, what was seen in them, the pages that are looked at again, and what each look found.
    private static let watching = """
        CREATE TABLE feed (
            id INTEGER PRIMARY KEY,
            url TEXT NOT NULL UNIQUE,
            title TEXT,
            added TEXT NOT NULL,
            etag TEXT,
            last_modified TEXT,
            polled TEXT,
            outcome TEXT,
            reason TEXT,
            failures INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE sighting (
            id INTEGER PRIMARY KEY,
            feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
            url TEXT NOT NULL,
            title TEXT,
            published TEXT,
            seen TEXT NOT NULL,
            article INTEGER REFERENCES article,
            tried TEXT,
            failures INTEGER NOT NULL DEFAULT 0,
            reason TEXT,
            UNIQUE (feed, url)
        ) STRICT;
        CREATE INDEX sighting_open ON sighting (id) WHERE article IS NULL;
        CREATE TABLE page (
            article INTEGER PRIMARY KEY REFERENCES article,
            url TEXT NOT NULL,
            etag TEXT,
            last_modified TEXT,
            changed TEXT NOT NULL,
            looked TEXT NOT NULL,
            gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
            failures INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE look (
            id INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES article,
            time TEXT NOT NULL,
            outcome TEXT NOT NULL,
            record BLOB NOT NULL,
            entry INTEGER UNIQUE REFERENCES entry
        ) STRICT;
        CREATE INDEX look_article ON look (article, id);
        CREATE INDEX capture_url ON capture (url);
        """
}
