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
            try verifier.checkFile()
            try verifier.checkEntries()
            try verifier.checkOrphans()
            try verifier.checkRevisions()
            try verifier.checkSources()
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

    /// Checks entries from a number on, all of them for no limit.
    mutating func checkEntries(from first: Int = 0, limit: Int = -1) throws {
        let sql = "SELECT * FROM entry WHERE number >= ? ORDER BY number LIMIT ?"
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [first, limit])
        var expected = first
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
        guard let content = try LoggedContent(kind, number, leaf: leaf, db) else {
            return report(.contentMissing, number, "the \(kindName) is missing")
        }
        let salted = content.digests(salt: salt)
        for (name, digest) in leaf.digests.sorted(by: { $0.key < $1.key }) where salted[name] != digest {
            report(.contentAltered, number, Self.words(for: name, of: kindName))
        }
        if Set(leaf.digests.keys) != Set(salted.keys) {
            report(.leafAltered, number, "the leaf does not cover all of the \(kindName)")
        }
        for column in content.altered { report(.columnAltered, number, "the \(column) disagree with the \(kindName)") }
    }

    private static func words(for name: String, of kind: String) -> String {
        switch name {
        case "capture": "the \(kind) is of another capture than was logged"
        case "key": "the \(kind) is of another article, or that of another address, than was logged"
        default: "the \(kind)'s \(name) is not what was logged"
        }
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
            guard try ReadingPlace(ofRenewed: number, db)?.agrees(with: leaf, salt: salt) ?? true else {
                return report(.contentAltered, number, "it was of another capture than the reading that renewed it")
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
    }
}
