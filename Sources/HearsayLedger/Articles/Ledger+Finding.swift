internal import GRDB
internal import HearsayCore

extension Ledger {
    /// The revision that these bytes made when they were taken from this address with these facts; nil when they never
    /// were. A cheap check before the reading, which is dear.
    public func find(digest: String, url: String?, facts: [String: String]) throws(LedgerError) -> Added? {
        try read { db in
            let sql = """
                SELECT r.article, r.number, (SELECT count(*) FROM statement s WHERE s.revision = r.id) AS statements
                FROM capture c JOIN revision r ON r.capture = c.id
                WHERE c.digest = ? AND c.url IS ? AND c.facts = ?
                """
            let arguments: StatementArguments = [digest, url?.column, CaptureRecord.column(facts)]
            return try Row.fetchOne(db, sql: sql, arguments: arguments).map { row in
                Added(
                    change: .unchanged,
                    revision: RevisionKey(article: try row.value("article"), number: try row.value("number")),
                    statements: try row.value("statements"))
            }
        }
    }
}
