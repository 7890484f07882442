internal import GRDB

extension Ledger {
    /// How many bytes the stored captures have, which is what came from outside.
    public func captureBytes() throws(LedgerError) -> Int {
        try read { db in
            try Int.fetchOne(db, sql: "SELECT coalesce(sum(length(bytes) + length(record)), 0) FROM capture") ?? 0
        }
    }

    /// How much is in the ledger. Costs little more than a look at indexes, since the start page asks it each time.
    public func counts() throws(LedgerError) -> LedgerCounts {
        try read { db in
            // Nearly all statements are of latest revisions, so the others are counted and taken off.
            let sql = """
                WITH RECURSIVE outlet (name) AS (
                    SELECT min(coalesce(outlet, domain)) FROM document
                    UNION ALL SELECT (
                        SELECT min(coalesce(outlet, domain)) FROM document WHERE coalesce(outlet, domain) > outlet.name
                    ) FROM outlet WHERE name IS NOT NULL)
                SELECT
                    (SELECT count(*) FROM revision WHERE latest) AS articles,
                    (SELECT count(*) FROM document) AS revisions,
                    (SELECT count(*) FROM outlet WHERE name IS NOT NULL AND EXISTS (
                        SELECT 1 FROM document d JOIN revision r ON r.id = d.revision
                        WHERE coalesce(d.outlet, d.domain) = name AND r.latest)) AS outlets,
                    (SELECT count(*) FROM statement)
                        - (SELECT count(*) FROM revision r CROSS JOIN statement s ON s.revision = r.id
                            WHERE NOT r.latest) AS statements,
                    (SELECT count(*) FROM voice WHERE anonymous AND ordering IS NOT NULL) AS unnamed,
                    (SELECT count(*) FROM statement s CROSS JOIN revision r ON r.id = s.revision
                        WHERE s.certainty IS NOT NULL AND r.latest) AS forecasts,
                    (SELECT count(*) FROM judgement) AS judgements,
                    (SELECT count(*) FROM entry) AS entries
                """
            guard let row = try Row.fetchOne(db, sql: sql) else { throw DamagedRow(column: "articles") }
            return LedgerCounts(
                articles: try row.value("articles"), revisions: try row.value("revisions"),
                outlets: try row.value("outlets"), statements: try row.value("statements"),
                unnamed: try row.value("unnamed"), forecasts: try row.value("forecasts"),
                judgements: try row.value("judgements"), entries: try row.value("entries"))
        }
    }
}
