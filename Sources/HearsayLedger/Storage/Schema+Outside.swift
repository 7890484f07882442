extension Schema {
    /// Who took from outlets of which no article is at hand. It follows from the readings, as all of the trace; `evidence` holds
    /// the start and end of each span.
    static let outside = """
        CREATE TABLE outside_edge (
            ordinal INTEGER PRIMARY KEY,
            taker INTEGER NOT NULL REFERENCES trace_article,
            outlet TEXT NOT NULL,
            confidence REAL NOT NULL,
            evidence TEXT NOT NULL,
            affair INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX outside_edge_taker ON outside_edge (taker);
        CREATE INDEX outside_edge_affair ON outside_edge (affair);
        """
}
