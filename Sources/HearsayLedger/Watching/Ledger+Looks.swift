internal import GRDB
public import HearsayCore

extension Ledger {
    /// The pages that were fetched and may be looked at again, the longest unseen first.
    public func pages() throws(LedgerError) -> [WatchedPage] {
        try read { db in
            let sql = """
                SELECT p.*, c.digest, d.title, r.number, a.key FROM page p JOIN article a ON a.id = p.article
                    JOIN revision r ON r.article = p.article AND r.latest
                    JOIN capture c ON c.id = r.capture JOIN document d ON d.revision = r.id
                ORDER BY p.looked, p.article
                """
            return try Row.fetchAll(db, sql: sql).map(WatchedPage.init)
        }
    }

    /// Keeps what a look at a page found. A look after which the page is gone, or back, goes into the log.
    /// - Parameter sight: what the page showed; kept as it was where it showed nothing new.
    public func note(_ look: Look, sight: Sight? = nil) throws(LedgerError) {
        try write { db in
            let sql = "SELECT p.url, p.gone, a.key FROM page p JOIN article a ON a.id = p.article WHERE p.article = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [look.article]) else { return }
            let wasGone: Bool = try row.value("gone")
            let isGone = look.outcome == .failed ? wasGone : look.outcome == .gone
            let record = look.record(url: try row.value("url"))
            let content = ["look": record, "key": Array((try row.value("key") as String).utf8)]
            let entry = isGone == wasGone ? nil : try db.append(.look, time: look.time, content: content)
            try db.execute(
                sql: "INSERT INTO look (article, time, outcome, record, entry) VALUES (?, ?, ?, ?, ?)",
                arguments: [look.article, look.time.column, look.outcome.rawValue, record.blob, entry])
            try db.execute(
                sql: """
                    UPDATE page SET looked = ?, gone = ?, failures = CASE WHEN ? THEN failures + 1 ELSE 0 END,
                        changed = CASE WHEN ? THEN ? ELSE changed END WHERE article = ?
                    """,
                arguments: [
                    look.time.column, isGone, look.outcome == .failed, look.outcome == .changed || isGone != wasGone,
                    look.time.column, look.article,
                ])
            if let sight { try db.keep(sight, of: look.article) }
        }
    }

    /// The article whose page was fetched from an address, by the address that was asked for; nil when none was. What a
    /// file says to come from there was not fetched.
    public func article(fetchedFrom url: String) throws(LedgerError) -> Int? {
        try read { db in
            let sql = """
                SELECT r.article FROM capture c JOIN revision r ON r.capture = c.id JOIN page p ON p.article = r.article
                WHERE c.url = ? LIMIT 1
                """
            return try Int.fetchOne(db, sql: sql, arguments: [url.column])
        }
    }

    /// Notes that a page was fetched whose bytes the ledger had from elsewhere, so that it is looked at again.
    public func noteFetched(_ capture: CaptureRecord, as revision: RevisionKey) throws(LedgerError) {
        guard capture.wasFetchedHere else { return }
        try write { db in
            let sql = "SELECT 1 FROM page WHERE article = ?"
            if try Int.fetchOne(db, sql: sql, arguments: [revision.article]) != nil { return }
            // It may have been erased meanwhile.
            let isThere = """
                SELECT 1 FROM document d JOIN revision r ON r.id = d.revision WHERE r.article = ? AND r.number = ?
                """
            let arguments: StatementArguments = [revision.article, revision.number]
            if try Int.fetchOne(db, sql: isThere, arguments: arguments) == nil { return }
            try db.watch(revision, capture, digest: Digest.name(of: capture.bytes))
        }
    }

    /// The looks at an article's page, the latest first.
    public func looks(at article: Int, limit: Int = 100) throws(LedgerError) -> [Look] {
        try read { db in
            let sql = "SELECT * FROM look WHERE article = ? ORDER BY id DESC LIMIT ?"
            return try Row.fetchAll(db, sql: sql, arguments: [article, max(0, limit)]).map(Look.init)
        }
    }
}

extension Database {
    /// Notes that an article's page was fetched, so that it can be looked at again. A page that is looked at on one host is
    /// not exchanged for one on another.
    func watch(_ revision: RevisionKey, _ capture: CaptureRecord, digest: String) throws {
        guard capture.wasFetchedHere, let url = capture.url else { return }
        let sql = "SELECT url FROM page WHERE article = ?"
        if let known = try String.fetchOne(self, sql: sql, arguments: [revision.article]),
            WebSite(known) != WebSite(url)
        {
            return
        }
        try execute(
            sql: """
                INSERT INTO page (article, url, changed, looked) VALUES (?, ?, ?, ?)
                    ON CONFLICT (article) DO UPDATE SET url = excluded.url, changed = excluded.changed,
                        looked = excluded.looked, gone = 0, failures = 0
                """,
            arguments: [revision.article, url.column, capture.captured.column, capture.captured.column])
        let validators = Validators(
            etag: capture.header("etag"), lastModified: capture.header("last-modified"), url: capture.finalURL ?? url)
        try keep(Sight(validators: validators, digest: digest, revision: revision.number), of: revision.article)
    }

    /// Keeps what the page of an article showed.
    fileprivate func keep(_ sight: Sight, of article: Int) throws {
        let validators = sight.validators
        try execute(
            sql: "UPDATE page SET seen = ?, shown = ?, etag = ?, last_modified = ?, validated = ? WHERE article = ?",
            arguments: [
                sight.digest, sight.revision, validators.etag?.column, validators.lastModified?.column,
                validators.url?.column, article,
            ])
    }
}

extension CaptureRecord {
    fileprivate var wasFetchedHere: Bool { exchange != nil && archive == nil }

    fileprivate func header(_ name: String) -> String? { headers.last { $0.name.lowercased() == name }?.value }
}

extension WatchedPage {
    fileprivate init(_ row: Row) throws {
        self.init(
            article: try row.value("article"), url: try row.value("url"), validators: try Validators(row),
            changed: try row.value("changed"), looked: try row.value("looked"), isGone: try row.value("gone"),
            failures: try row.value("failures"), title: try row.value("title"),
            seen: try row.optional("seen") ?? row.value("digest"),
            shown: try row.optional("shown") ?? row.value("number"), key: try row.value("key"))
    }
}

extension Look {
    init(_ row: Row) throws {
        let article: Int = try row.value("article")
        guard let look = Look(record: try row.bytes("record"), article: article, entry: try row.optional("entry"))
        else { throw DamagedRow(column: "record") }
        self = look
    }
}
