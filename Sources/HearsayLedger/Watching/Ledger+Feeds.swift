internal import GRDB

extension Ledger {
    /// The feeds that are polled, in the order in which they were added.
    public func feeds() throws(LedgerError) -> [StoredFeed] {
        try read { db in
            let sql = """
                SELECT f.*, (SELECT count(*) FROM sighting s WHERE s.feed = f.id AND s.article IS NOT NULL) AS taken,
                    (SELECT count(*) FROM sighting s WHERE s.feed = f.id AND s.article IS NULL) AS open
                FROM feed f ORDER BY f.id
                """
            return try Row.fetchAll(db, sql: sql).map(StoredFeed.init)
        }
    }

    /// Adds a feed to those that are polled.
    ///
    /// One that failed or is gone is polled again as if it had not.
    /// - Returns: false when it was there; its title stays as it is.
    @discardableResult
    public func follow(_ url: String, title: String? = nil, at time: String) throws(LedgerError) -> Bool {
        try write { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO feed (url, title, added) VALUES (?, ?, ?)",
                arguments: [url.column, title?.column, time.column])
            if db.changesCount > 0 { return true }
            try db.execute(
                sql: """
                    UPDATE feed SET outcome = NULL, reason = NULL, failures = 0
                        WHERE url = ? AND outcome IN ('failed', 'gone')
                    """,
                arguments: [url.column])
            return false
        }
    }

    /// Takes a feed out of those that are polled; its articles stay.
    /// - Returns: false when there is no such feed.
    public func unfollow(_ url: String) throws(LedgerError) -> Bool {
        try write { db in
            try db.execute(sql: "DELETE FROM feed WHERE url = ?", arguments: [url.column])
            return db.changesCount > 0
        }
    }

    /// Keeps what a poll of a feed found: its state, and the articles that were not seen in it before.
    /// - Returns: how many articles are new.
    @discardableResult
    public func note(_ poll: FeedPoll, ofFeed id: Int) throws(LedgerError) -> Int {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE feed SET polled = ?, outcome = ?, reason = ?, title = coalesce(?, title),
                        failures = CASE WHEN ? THEN failures + 1 ELSE 0 END WHERE id = ?
                    """,
                arguments: [
                    poll.time.column, poll.outcome.rawValue, poll.reason?.column, poll.title?.column,
                    poll.outcome == .failed || poll.outcome == .gone, id,
                ])
            if let validators = poll.validators {
                try db.execute(
                    sql: "UPDATE feed SET etag = ?, last_modified = ?, validated = ? WHERE id = ?",
                    arguments: [
                        validators.etag?.column, validators.lastModified?.column, validators.url?.column, id,
                    ])
            }
            let insert = try db.cachedStatement(
                sql: "INSERT OR IGNORE INTO sighting (feed, url, title, published, seen) VALUES (?, ?, ?, ?, ?)")
            var new = 0
            for entry in poll.entries {
                try insert.execute(arguments: [
                    id, entry.url.column, entry.title?.column, entry.published?.column, poll.time.column,
                ])
                new += db.changesCount
            }
            return new
        }
    }

    /// Articles that feeds named and that are not in the ledger, the earliest seen first; none that failed `tries` times.
    public func openSightings(failedLessThan tries: Int) throws(LedgerError) -> [Sighting] {
        try read { db in
            let sql = "SELECT * FROM sighting WHERE article IS NULL AND failures < ? ORDER BY id"
            return try Row.fetchAll(db, sql: sql, arguments: [tries]).map(Sighting.init)
        }
    }

    /// Notes that the article at an address, named by any feed, is in the ledger.
    public func noteTaken(_ url: String, as article: Int, at time: String) throws(LedgerError) {
        try write { db in
            try db.execute(
                sql: "UPDATE sighting SET article = ?, tried = ?, reason = NULL WHERE url = ? AND article IS NULL",
                arguments: [article, time.column, url.column])
        }
    }

    /// Notes that the article at an address, named by any feed, could not be taken.
    public func noteFailed(_ url: String, reason: String, at time: String) throws(LedgerError) {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE sighting SET failures = failures + 1, tried = ?, reason = ? WHERE url = ? AND article IS NULL
                    """,
                arguments: [time.column, reason.column, url.column])
        }
    }
}

extension StoredFeed {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.value("id"), url: try row.value("url"), title: try row.optional("title"),
            validators: try Validators(row), polled: try row.optional("polled"),
            outcome: try row.optionalWord("outcome"), reason: try row.optional("reason"),
            failures: try row.value("failures"), taken: try row.value("taken"), open: try row.value("open"))
    }
}

extension Sighting {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.value("id"), feed: try row.value("feed"), url: try row.value("url"),
            title: try row.optional("title"), published: try row.optional("published"),
            tried: try row.optional("tried"), failures: try row.value("failures"))
    }
}

extension Validators {
    init(_ row: Row) throws {
        self.init(
            etag: try row.optional("etag"), lastModified: try row.optional("last_modified"),
            url: try row.optional("validated"))
    }
}
