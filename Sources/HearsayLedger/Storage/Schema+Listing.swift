extension Schema {
    /// What lists are read from, so that a page costs what it shows: where each voice stands in its source's list, how many
    /// statements and articles each source has, and indexes for what pages count.
    ///
    /// Triggers keep all of it in step with the rows that it follows from, like the full-text indexes, so that nothing which
    /// adds, renews, merges or erases needs to know of it.
    static let listing = """
        ALTER TABLE voice ADD COLUMN ordering TEXT;
        UPDATE voice SET ordering = (SELECT r.ordering FROM revision r WHERE r.id = voice.revision AND r.latest);
        DROP INDEX voice_source;
        CREATE INDEX voice_source ON voice (source, ordering, revision) WHERE source IS NOT NULL;
        CREATE INDEX voice_unnamed ON voice (ordering) WHERE anonymous;
        CREATE INDEX statement_forecast ON statement (revision) WHERE certainty IS NOT NULL;
        CREATE INDEX document_outlet ON document (coalesce(outlet, domain));
        CREATE INDEX source_possible_score ON source_possible (score DESC, first, second) WHERE NOT apart;
        CREATE TABLE source_count (
            source INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
            statements INTEGER NOT NULL,
            articles INTEGER NOT NULL
        ) STRICT;
        INSERT INTO source_count (source, statements, articles)
            SELECT v.source, count(s.id), count(DISTINCT v.revision) FROM voice v LEFT JOIN statement s ON s.voice = v.id
            WHERE v.source IS NOT NULL AND v.ordering IS NOT NULL GROUP BY v.source;
        CREATE INDEX source_count_order ON source_count (statements DESC, articles DESC, source);
        DROP INDEX claim_member_article;
        CREATE INDEX claim_member_article ON claim_member (article, statement);
        ALTER TABLE claim_member ADD COLUMN forecast INTEGER NOT NULL DEFAULT 0 CHECK (forecast IN (0, 1));
        UPDATE claim_member SET forecast = 1 WHERE claim IN (SELECT ordinal FROM claim WHERE certainty IS NOT NULL);
        CREATE INDEX claim_member_forecast ON claim_member (article) WHERE forecast;
        """ + triggers

    /// A voice counts where its revision is the latest. An article counts once for a source, with the first of its voices
    /// that comes and the last that goes; the sign before `source` keeps that question to the voices of one article.
    private static let triggers = """
        CREATE TRIGGER voice_listed AFTER INSERT ON voice BEGIN
            UPDATE voice SET ordering = (SELECT ordering FROM revision WHERE id = new.revision AND latest)
                WHERE id = new.id;
        END;
        CREATE TRIGGER revision_listed AFTER UPDATE OF latest, ordering ON revision
            WHEN old.latest <> new.latest OR old.ordering <> new.ordering
        BEGIN
            UPDATE voice SET ordering = CASE WHEN new.latest THEN new.ordering END WHERE revision = new.id;
        END;
        CREATE TRIGGER voice_counted AFTER UPDATE OF source, ordering ON voice
            WHEN old.source IS NOT new.source OR (old.ordering IS NULL) <> (new.ordering IS NULL)
        BEGIN
            UPDATE source_count SET
                statements = statements - (SELECT count(*) FROM statement WHERE voice = old.id),
                articles = articles - NOT EXISTS (
                    SELECT 1 FROM voice WHERE revision = old.revision AND +source = old.source
                        AND ordering IS NOT NULL AND id <> old.id)
                WHERE source = old.source AND old.ordering IS NOT NULL;
            INSERT INTO source_count (source, statements, articles)
                SELECT new.source, (SELECT count(*) FROM statement WHERE voice = new.id),
                    NOT EXISTS (
                        SELECT 1 FROM voice WHERE revision = new.revision AND +source = new.source
                            AND ordering IS NOT NULL AND id <> new.id)
                WHERE new.source IS NOT NULL AND new.ordering IS NOT NULL
                ON CONFLICT (source) DO UPDATE SET
                    statements = statements + excluded.statements, articles = articles + excluded.articles;
        END;
        CREATE TRIGGER voice_uncounted AFTER DELETE ON voice WHEN old.source IS NOT NULL AND old.ordering IS NOT NULL
        BEGIN
            UPDATE source_count SET articles = articles - NOT EXISTS (
                SELECT 1 FROM voice WHERE revision = old.revision AND +source = old.source AND ordering IS NOT NULL)
                WHERE source = old.source;
        END;
        CREATE TRIGGER statement_counted AFTER INSERT ON statement BEGIN
            UPDATE source_count SET statements = statements + 1
                WHERE source = (SELECT source FROM voice WHERE id = new.voice AND ordering IS NOT NULL);
        END;
        CREATE TRIGGER statement_uncounted AFTER DELETE ON statement BEGIN
            UPDATE source_count SET statements = statements - 1
                WHERE source = (SELECT source FROM voice WHERE id = old.voice AND ordering IS NOT NULL);
        END;
        """
}
