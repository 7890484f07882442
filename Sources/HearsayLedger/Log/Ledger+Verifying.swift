internal import GRDB
internal import TransparencyLog

extension Ledger {
    /// Recomputes the log from what is stored: every leaf from its bytes, every digest from its content, every column
    /// that lists and searches use from the reading that it was taken from.
    ///
    /// This shows that the ledger agrees with itself. That it is the ledger of yesterday shows only a checkpoint that
    /// was kept elsewhere, against the root of ``LedgerCheck/leafHashes``. Costs a pass over the whole file.
    public func verify() throws(LedgerError) -> LedgerCheck {
        try read { db in
            var verifier = Verifier(db: db)
            try verifier.checkEntries()
            try verifier.checkOrphans()
            return LedgerCheck(leafHashes: verifier.hashes, findings: verifier.findings)
        }
    }
}

/// One pass over the entries of a ledger.
struct Verifier {
    let db: Database
    private(set) var hashes: [LogHash] = []
    private(set) var findings: [LedgerCheck.Finding] = []

    init(db: Database) { self.db = db }

    mutating func report(_ code: LedgerCheck.Finding.Code, _ index: Int?, _ text: String) {
        findings.append(LedgerCheck.Finding(code: code, index: index, text: text))
    }

    mutating func checkEntries() throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM entry ORDER BY number")
        var expected = 0
        while let row = try rows.next() {
            let number: Int = try row.value("number")
            if number != expected {
                report(.indexGap, expected, "entry \(expected) is missing, the next one is \(number)")
            }
            expected = number &+ 1
            try checkEntry(row, number)
        }
    }

    private mutating func checkEntry(_ row: Row, _ number: Int) throws {
        let bytes = try row.bytes("leaf")
        let hash = LogHash.leaf(bytes)
        hashes.append(hash)
        if hash.bytes != (try row.bytes("hash")) { report(.leafAltered, number, "the leaf does not give its hash") }
        let kindName: String = try row.value("kind")
        let time: String = try row.value("time")
        guard let leaf = Leaf(bytes: bytes), leaf.kind == kindName, leaf.time == time,
            let kind = LogEntry.Kind(rawValue: kindName)
        else { return report(.leafAltered, number, "the leaf does not say what its entry says") }
        guard let content = try LoggedContent(kind, number, db) else {
            return report(.contentMissing, number, "the \(kindName) is missing")
        }
        let salted = content.digests(salt: try row.bytes("salt"))
        for (name, digest) in leaf.digests.sorted(by: { $0.key < $1.key }) where salted[name] != digest {
            report(.contentAltered, number, "the \(kindName)'s \(name) is not what was logged")
        }
        if Set(leaf.digests.keys) != Set(salted.keys) {
            report(.leafAltered, number, "the leaf does not cover all of the \(kindName)")
        }
        for column in content.altered { report(.columnAltered, number, "the \(column) disagree with the \(kindName)") }
    }

    /// Content that names an entry of another kind, or one that is not there. Two rows cannot name the same entry.
    mutating func checkOrphans() throws {
        for (table, kind) in [
            ("capture", "capture"), ("document", "reading"), ("judgement", "judgement"), ("look", "look"),
        ] {
            // Most looks have no entry, and need none.
            let sql = """
                SELECT t.entry FROM \(table) t LEFT JOIN entry e ON e.number = t.entry AND e.kind = ?
                WHERE e.number IS NULL AND t.entry IS NOT NULL ORDER BY t.entry
                """
            for number in try Int.fetchAll(db, sql: sql, arguments: [kind]) {
                report(.contentWithoutEntry, nil, "no entry covers a \(kind) that names entry \(number)")
            }
        }
        let sql = """
            SELECT r.article, r.number FROM revision r LEFT JOIN document d ON d.revision = r.id
            WHERE d.revision IS NULL ORDER BY r.article, r.number
            """
        for row in try Row.fetchAll(db, sql: sql) {
            let key = try RevisionKey(row)
            report(.contentMissing, nil, "revision \(key.number) of article \(key.article) has no reading")
        }
        let order = """
            SELECT article FROM revision GROUP BY article
            HAVING min(number) <> 1 OR max(number) <> count(*) OR sum(latest) <> 1
            UNION SELECT l.article FROM revision l JOIN revision r ON r.article = l.article
            WHERE l.latest AND (coalesce(r.seen, ''), r.number) > (coalesce(l.seen, ''), l.number)
            """
        for article in try Int.fetchAll(db, sql: order) {
            report(.columnAltered, nil, "the revisions of article \(article) are not in order")
        }
    }
}
