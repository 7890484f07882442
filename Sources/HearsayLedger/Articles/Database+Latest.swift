internal import GRDB

extension Database {
    /// Marks the latest revision of an article: the one that was seen last, of several the one that came in last. An old
    /// capture from an archive so stays behind what was there since. One whose capture is no more is none.
    /// - Returns: which revision was the latest before, and which one is now.
    @discardableResult
    func chooseLatest(of article: Int) throws -> (before: Int?, now: Int?) {
        let before = try Int.fetchOne(
            cachedStatement(sql: "SELECT id FROM revision WHERE article = ? AND latest"), arguments: [article])
        let sql = """
            SELECT r.id FROM revision r JOIN capture c ON c.id = r.capture
            WHERE r.article = ? AND length(c.record) > 0 ORDER BY r.seen DESC, r.number DESC LIMIT 1
            """
        let now = try Int.fetchOne(cachedStatement(sql: sql), arguments: [article])
        if before != now {
            try execute(sql: "UPDATE revision SET latest = 0 WHERE article = ? AND latest", arguments: [article])
            try execute(sql: "UPDATE revision SET latest = 1 WHERE id = ?", arguments: [now])
        }
        return (before, now)
    }
}
