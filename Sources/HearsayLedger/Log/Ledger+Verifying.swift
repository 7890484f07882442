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
        let salt = try row.bytes("salt")
        if let by = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT by FROM withdrawal WHERE entry = ?"), arguments: [number])
        {
            return try checkWithdrawn(leaf, number, by: by, salt: salt)
        }
        guard let content = try LoggedContent(kind, number, db) else {
            return report(.contentMissing, number, "the \(kindName) is missing")
        }
        let salted = content.digests(salt: salt)
        for (name, digest) in leaf.digests.sorted(by: { $0.key < $1.key }) where salted[name] != digest {
            report(.contentAltered, number, "the \(kindName)'s \(name) is not what was logged")
        }
        if Set(leaf.digests.keys) != Set(salted.keys) {
            report(.leafAltered, number, "the leaf does not cover all of the \(kindName)")
        }
        for column in content.altered { report(.columnAltered, number, "the \(column) disagree with the \(kindName)") }
    }

    /// An entry whose content was withdrawn: the entry that did it must be of a kind that may, and say so itself.
    private mutating func checkWithdrawn(_ leaf: Leaf, _ number: Int, by: Int, salt: [UInt8]) throws {
        let kind = try String.fetchOne(db, sql: "SELECT kind FROM entry WHERE number = ?", arguments: [by])
        switch kind.flatMap(LogEntry.Kind.init(rawValue:)) {
        case .erasure:
            let record = try Row.fetchOne(db, sql: "SELECT record FROM erasure WHERE entry = ?", arguments: [by])
            let erasure = try record.flatMap { Erasure(record: try $0.bytes("record"), entry: by) }
            guard erasure?.entries.contains(number) == true, salt.allSatisfy({ $0 == 0 }) else {
                return report(.contentMissing, number, "the \(leaf.kind) is gone, but entry \(by) did not erase it")
            }
        case .reading where leaf.kind == LogEntry.Kind.reading.rawValue:
            // The renewing entry is checked on its own: its leaf covers the number of the one that it renewed.
            let renewal = try LoggedContent.renewal(by: number, db)
            guard renewal.allSatisfy({ leaf.digests[$0.key] == Digest.salted($0.value, salt) }) else {
                return report(.contentAltered, number, "it did not renew the reading that it is said to have renewed")
            }
            guard try renews(number, by: by) else {
                return report(.contentMissing, number, "the reading is gone, but entry \(by) did not renew it")
            }
        default: return report(.contentMissing, number, "the \(leaf.kind) is gone, and no entry says why")
        }
        for table in ["document", "judgement", "look"] {
            let sql = "SELECT 1 FROM \(table) WHERE entry = ?"
            if try Int.fetchOne(db, sql: sql, arguments: [number]) != nil {
                report(.contentAltered, number, "the \(leaf.kind) was withdrawn, but is there")
            }
        }
        let sql = "SELECT 1 FROM capture WHERE entry = ? AND (length(bytes) > 0 OR length(record) > 0)"
        if try Int.fetchOne(db, sql: sql, arguments: [number]) != nil {
            report(.contentAltered, number, "the capture was erased, but is there")
        }
    }

    /// Whether the leaf of an entry says that it renewed another one.
    private func renews(_ number: Int, by entry: Int) throws -> Bool {
        let row = try Row.fetchOne(db, sql: "SELECT leaf, salt FROM entry WHERE number = ?", arguments: [entry])
        guard let row, let leaf = Leaf(bytes: try row.bytes("leaf")) else { return false }
        return leaf.digests["renews"] == Digest.salted(Array(String(number).utf8), try row.bytes("salt"))
    }

    /// Content that names an entry of another kind, or one that is not there. Two rows cannot name the same entry.
    mutating func checkOrphans() throws {
        for (table, kind) in [
            ("capture", "capture"), ("document", "reading"), ("judgement", "judgement"), ("look", "look"),
            ("erasure", "erasure"), ("joining", "joining"),
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
                JOIN capture c ON c.id = r.capture
            WHERE d.revision IS NULL AND c.entry NOT IN (SELECT entry FROM withdrawal) ORDER BY r.article, r.number
            """
        for row in try Row.fetchAll(db, sql: sql) {
            let key = try RevisionKey(row)
            report(.contentMissing, nil, "revision \(key.number) of article \(key.article) has no reading")
        }
        let order = """
            SELECT r.article FROM revision r LEFT JOIN document d ON d.revision = r.id GROUP BY r.article
            HAVING min(number) <> 1 OR max(number) <> count(*) OR sum(latest) <> (count(d.revision) > 0)
                OR sum(latest AND d.revision IS NULL) > 0
            UNION SELECT l.article FROM revision l JOIN revision r ON r.article = l.article
                JOIN document d ON d.revision = r.id
            WHERE l.latest AND (coalesce(r.seen, ''), r.number) > (coalesce(l.seen, ''), l.number)
            """
        for article in try Int.fetchAll(db, sql: order) {
            report(.columnAltered, nil, "the revisions of article \(article) are not in order")
        }
    }
}
