internal import GRDB

extension Ledger {
    /// How many bytes the stored captures have, which is what came from outside.
    public func captureBytes() throws(LedgerError) -> Int {
        try read { db in
            try Int.fetchOne(db, sql: "SELECT coalesce(sum(length(bytes) + length(record)), 0) FROM capture") ?? 0
        }
    }

    /// How much is in the ledger.
    public func counts() throws(LedgerError) -> LedgerCounts {
        try read { db in
            let sql = """
                SELECT
                    (SELECT count(*) FROM revision WHERE latest) AS articles,
                    (SELECT count(*) FROM document) AS revisions,
                    (SELECT count(DISTINCT coalesce(d.outlet, d.domain))
                        FROM revision r JOIN document d ON d.revision = r.id WHERE r.latest) AS outlets,
                    (SELECT count(*) FROM revision r JOIN statement s ON s.revision = r.id WHERE r.latest) AS statements,
                    (SELECT count(*) FROM revision r JOIN voice v ON v.revision = r.id
                        WHERE r.latest AND v.anonymous) AS unnamed,
                    (SELECT count(*) FROM revision r JOIN statement s ON s.revision = r.id
                        WHERE r.latest AND s.certainty IS NOT NULL) AS forecasts,
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
