extension Schema {
    /// The trace by affairs, so that an article changes only what is near to it: the terms by which articles find each
    /// other, who is near to whom, and the affair to which each row of the trace belongs. All of it follows from the
    /// readings. The stored trace goes, since it knows no affairs.
    static let affairs = """
        ALTER TABLE trace ADD COLUMN counted INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE trace ADD COLUMN whole INTEGER NOT NULL DEFAULT 0 CHECK (whole IN (0, 1));
        ALTER TABLE trace_article ADD COLUMN affair INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE trace_article ADD COLUMN level INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE edge ADD COLUMN affair INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE claim ADD COLUMN affair INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX trace_article_affair ON trace_article (affair);
        CREATE INDEX edge_affair ON edge (affair);
        CREATE INDEX claim_affair ON claim (affair);
        CREATE TABLE trace_node (
            revision INTEGER PRIMARY KEY REFERENCES revision,
            sketch BLOB NOT NULL
        ) STRICT;
        CREATE TABLE trace_word (
            term INTEGER PRIMARY KEY,
            articles INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE trace_term (
            term INTEGER NOT NULL,
            node INTEGER NOT NULL REFERENCES trace_node,
            weight INTEGER NOT NULL,
            PRIMARY KEY (term, node)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE trace_near (
            node INTEGER NOT NULL REFERENCES trace_node,
            other INTEGER NOT NULL REFERENCES trace_node,
            nearness INTEGER NOT NULL,
            PRIMARY KEY (node, other)
        ) STRICT, WITHOUT ROWID;
        """
}
