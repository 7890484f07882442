extension Schema {
    /// What a page showed when it was last looked at, which address gave the validators, and in what order revisions were
    /// seen. The stored trace goes, since it names revisions by which was the latest.
    static let looking = """
        ALTER TABLE page ADD COLUMN seen TEXT;
        ALTER TABLE page ADD COLUMN shown INTEGER;
        ALTER TABLE page ADD COLUMN validated TEXT;
        ALTER TABLE feed ADD COLUMN validated TEXT;
        ALTER TABLE revision ADD COLUMN seen TEXT;
        UPDATE revision SET seen = (
            SELECT CASE WHEN json_valid(CAST(c.record AS TEXT)) THEN coalesce(
                json_extract(CAST(c.record AS TEXT), '$.archive.date'),
                json_extract(CAST(c.record AS TEXT), '$.captured')) END
            FROM capture c WHERE c.id = revision.capture);
        UPDATE revision SET latest = 0;
        UPDATE revision SET latest = 1 WHERE id IN (
            SELECT id FROM (
                SELECT r.id, row_number() OVER (PARTITION BY r.article ORDER BY r.seen DESC, r.number DESC) AS place
                FROM revision r JOIN capture c ON c.id = r.capture WHERE length(c.record) > 0)
            WHERE place = 1);
        """
}
