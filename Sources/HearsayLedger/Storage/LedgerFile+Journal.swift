internal import GRDB
internal import Glibc
internal import HearsayCore

extension LedgerFile {
    /// Entries behind those of the file that are looked at: what is missing would be among the first.
    private static let mostEntries = 200

    /// Holds the journal that lies beside the file, as a program that was killed leaves it, against the file.
    ///
    /// SQLite lays the pages of any journal over any file. Over another state of the ledger, as when a copy is put back and
    /// the journal is still there, that is a file of two halves, and whoever closes it next makes it so for good. So the
    /// pages behind the file's end must be in the journal, and the log must go on in it where the file ends.
    func checkJournal() throws {
        guard hasCompanion("-wal"), try !journalFits() else { return }
        throw LedgerError(
            .damaged,
            "the journal beside it, \(path)-wal, is not this file's, as when a copy was put back under it; "
                + "move the journal away to go by the file alone, or put back both", path: path)
    }

    private func journalFits() throws -> Bool {
        let (isComplete, last) = (hasAllPages, lastEntryOfFile())
        guard let both = try? DatabaseQueue(path: location, configuration: configuration(readonly: true)) else {
            return true
        }
        defer { try? both.close() }
        do {
            return try both.read { db in
                // A page that no table uses need not be anywhere.
                if try !isComplete && !Self.isWhole(db) { return false }
                if try last.map({ try Self.goesOn(after: $0, db) }) ?? true { return true }
                // Whoever was killed while the journal was folded in leaves a file that is no state of the ledger by itself,
                // and what is last in it may be anything. Then file and journal must be whole together.
                return try !isWholeAlone && Self.isWhole(db) && Self.goesOn(after: (-1, []), db)
            }
        } catch let error as DatabaseError where error.resultCode != .SQLITE_CORRUPT {
            // It cannot be looked at this way; opening says why.
            return true
        } catch {
            // Halves that do not fit.
            return false
        }
    }

    /// Whether every page behind the file's end is in the journal.
    private var hasAllPages: Bool {
        guard let journal = JournalPages(path: path + "-wal"), let size = journal.size else { return true }
        // Looked at after the journal: whoever folds it in meanwhile makes the file larger, and nothing is missed.
        var status = stat()
        guard stat(path, &status) == 0 else { return true }
        let end = Int(status.st_size) / journal.pageSize
        return end >= size || (end + 1...size).allSatisfy(journal.pages.contains)
    }

    /// Whether the file is a ledger without its journal.
    private var isWholeAlone: Bool { readAlone(Self.isWhole) ?? false }

    /// What the file says without its journal; nil where it cannot be read alone.
    private func readAlone<Value>(_ body: (Database) throws -> Value) -> Value? {
        guard let address = immutableAddress,
            let file = try? DatabaseQueue(path: address, configuration: configuration(readonly: true))
        else { return nil }
        defer { try? file.close() }
        return try? file.read(body)
    }

    private static func isWhole(_ db: Database) throws -> Bool {
        try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok"
    }

    /// The last entry in the file without its journal; nil where that cannot be read alone. Number -1 stands for none.
    private func lastEntryOfFile() -> (number: Int, hash: [UInt8])? {
        readAlone { db in
            let sql = "SELECT number, hash FROM entry ORDER BY number DESC LIMIT 1"
            guard let row = try Row.fetchOne(db, sql: sql) else { return (-1, []) }
            return (try row.value("number"), try row.bytes("hash"))
        }
    }

    private static func goesOn(after last: (number: Int, hash: [UInt8]), _ db: Database) throws -> Bool {
        if last.number >= 0 {
            let sql = "SELECT hash FROM entry WHERE number = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [last.number]),
                try row.bytes("hash") == last.hash
            else { return false }
        }
        let size = try db.logSize()
        for table in ["capture", "document"] {
            if let entry = try Int.fetchOne(db, sql: "SELECT max(entry) FROM \(table)"), entry >= size { return false }
        }
        var verifier = Verifier(db: db)
        try verifier.checkEntries(from: last.number &+ 1, limit: mostEntries)
        // Columns are for `verify` to tell; they may have been altered by hand.
        return verifier.findings.allSatisfy { $0.code == .columnAltered }
    }
}
