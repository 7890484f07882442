internal import GRDB
internal import Glibc
internal import HearsayCore

/// A ledger's file on its way to being open.
struct LedgerFile {
    let path: String
    let mode: Ledger.Mode
    let patience: Double

    func open() throws -> (any DatabaseReader, DatabasePool?) {
        guard mode != .read else {
            try checkKind()
            try checkJournal()
            return (try openForReading(), nil)
        }
        let pool = try FolderLock.hold(folder, patience: patience, openForWriting)
        return (pool, pool)
    }

    private func openForWriting() throws -> DatabasePool {
        try checkKind()
        try checkJournal()
        try prepare()
        let pool = try DatabasePool(path: location, configuration: configuration(readonly: false))
        // GRDB chooses NORMAL for this journal mode; what a user was told is stored must outlive a power cut.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        if try !pool.read({ try SourceJoining.isCurrent($0) }) {
            try pool.write { try SourceJoining($0).renewKeys() }
        }
        return pool
    }

    private var folder: String {
        path.lastIndex(of: "/").map { path[..<$0].isEmpty ? "/" : String(path[..<$0]) } ?? "."
    }

    /// The path in a form that SQLite cannot take for an address with options.
    var location: String { path.hasPrefix("/") ? path : "./" + path }

    func configuration(readonly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .timeout(patience)
        configuration.label = "hearsay.ledger"
        configuration.prepareDatabase { db in
            // Kibibytes of pages that a connection keeps; SQLite's own 2 MB hold little of a large ledger.
            try db.execute(sql: "PRAGMA cache_size = -32768")
            try WordRank.register(db)
        }
        if !readonly {
            // What is deleted is overwritten, so that an erased text is not left on pages that wait to be used again.
            configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA secure_delete = ON") }
        }
        return configuration
    }

    private func checkKind() throws {
        var status = stat()
        guard stat(path, &status) == 0 else {
            switch errno {
            case ENOENT where mode == .create, ENOTDIR where mode == .create: return try checkFolder()
            case EACCES, EPERM: throw LedgerError(.readOnly, "no permission to look at it", path: path)
            default: throw LedgerError(.noLedger, "there is no ledger here", path: path)
            }
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            let kind = status.st_mode & S_IFMT == S_IFDIR ? "this is a folder" : "this is no plain file"
            throw LedgerError(.notALedger, kind, path: path)
        }
        if access(path, R_OK) != 0 { throw LedgerError(.readOnly, "no permission to read it", path: path) }
        if mode != .read, access(path, W_OK) != 0 {
            let reason = errno == EROFS ? "the disk is read-only" : "no permission to write it"
            throw LedgerError(.readOnly, reason, path: path)
        }
        try checkHeader()
    }

    /// SQLite takes a few odd bytes for a new database, and fills up the last page of a file that was cut short; so
    /// the beginning and the length are looked at before. A pending journal may still change both.
    private func checkHeader() throws {
        guard !hasCompanion("-wal"), !hasCompanion("-journal") else { return }
        let header = [UInt8](unsafeUninitializedCapacity: 100) { buffer, count in
            let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
            count = file < 0 ? 0 : max(0, Glibc.read(file, buffer.baseAddress, 100))
            close(file)
        }
        if header.isEmpty {
            if mode != .create { throw blank }
            return
        }
        guard header.starts(with: "SQLite format 3\0".utf8) else { throw LedgerError.notALedger(path) }
        func number(_ range: Range<Int>) -> Int { header[range].reduce(0) { $0 << 8 | Int($1) } }
        var status = stat()
        guard header.count == 100, stat(path, &status) == 0,
            Int(status.st_size) >= number(16..<18) * number(28..<32)
        else { throw LedgerError(.damaged, "the file is cut short; go back to a copy", path: path) }
    }

    private func checkFolder() throws {
        guard access(folder, F_OK) == 0 else {
            throw LedgerError(.noLedger, "there is no folder to make a ledger in", path: path)
        }
        // SQLite would empty it.
        guard !hasCompanion("-wal") else {
            let reason =
                "the ledger is gone, but its journal \(path)-wal is there; put the ledger back, or move that away"
            throw LedgerError(.damaged, reason, path: path)
        }
    }

    func hasCompanion(_ suffix: String) -> Bool {
        var status = stat()
        return stat(path + suffix, &status) == 0 && status.st_size > 0
    }

    // MARK: Writing

    /// Makes sure that the file is a ledger of ours, up to date. A foreign file is left as it is: the journal mode
    /// changes only afterwards.
    private func prepare() throws {
        let queue = try DatabaseQueue(path: location, configuration: configuration(readonly: false))
        defer { try? queue.close() }
        let isNew = try queue.read { db in
            if mode == .create, try Self.isBlank(db) { return true }
            try check(db)
            return false
        }
        // The mark comes first, so that who opens the file before its tables are made sees a ledger and no foreign file.
        if isNew { try queue.write { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") } }
        let migrator = Schema.migrator
        if !isNew, try queue.read(migrator.hasCompletedMigrations) { return }
        try migrate(queue)
    }

    /// Makes the tables that are missing. Where the folder could not be locked, another program may be making the same ones:
    /// then one of the two finds a table that it was about to make, and goes on behind the other.
    private func migrate(_ queue: DatabaseQueue) throws {
        let migrator = Schema.migrator
        var applied = try queue.read(migrator.appliedMigrations).count
        while true {
            do { return try migrator.migrate(queue) } catch {
                let now = try queue.read(migrator.appliedMigrations).count
                guard now > applied else { throw error }
                applied = now
            }
        }
    }

    private static func applicationID(_ db: Database) throws -> Int? {
        try Int.fetchOne(db, sql: "PRAGMA application_id")
    }

    private static func isBlank(_ db: Database) throws -> Bool {
        try applicationID(db) == 0 && Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
    }

    /// What a program leaves that is killed before it has made a ledger.
    private var blank: LedgerError { LedgerError(.noLedger, "there is no ledger yet, the file is empty", path: path) }

    private func check(_ db: Database) throws {
        if try Self.isBlank(db) { throw blank }
        guard try Self.applicationID(db) == Schema.applicationID else { throw LedgerError.notALedger(path) }
        if try Schema.migrator.hasBeenSuperseded(db) {
            throw LedgerError(.newer, "a later version of Hearsay made this ledger", path: path)
        }
    }

    // MARK: Reading

    private func openForReading() throws -> any DatabaseReader {
        do {
            return try checked(DatabasePool(path: location, configuration: configuration(readonly: true)))
        } catch let error as DatabaseError where Self.needsFolder(error) {
            // SQLite keeps two files beside a ledger in use. Where it cannot make them, nobody can write either,
            // and without a pending log the file alone is the whole truth.
            if hasCompanion("-wal") {
                let reason = "changes wait beside it; open it once where its folder can be written"
                throw LedgerError(.readOnly, reason, path: path)
            }
            guard let address = immutableAddress else { throw error }
            return try checked(DatabaseQueue(path: address, configuration: configuration(readonly: true)))
        }
    }

    private static func needsFolder(_ error: DatabaseError) -> Bool {
        [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_FULL].contains(error.resultCode)
            || LedgerError.refusals.contains(error.extendedResultCode)
    }

    private func checked<Reader: DatabaseReader>(_ reader: Reader) throws -> Reader {
        try reader.read { db in
            try check(db)
            guard try Schema.migrator.hasCompletedMigrations(db) else {
                throw LedgerError(.readOnly, "an older version made this ledger; open it for writing once", path: path)
            }
        }
        return reader
    }

    /// "file:…?immutable=1", percent-encoded.
    var immutableAddress: String? {
        guard let absolute = realpath(path, nil) else { return nil }
        defer { free(absolute) }
        let digits = Array("0123456789ABCDEF")
        let encoded = String(cString: absolute).utf8.map { byte -> String in
            let isPlain = byte.isASCIILetter || byte.isASCIIDigit || "/._-".utf8.contains(byte)
            return isPlain ? String(Unicode.Scalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }
        return "file://\(encoded.joined())?immutable=1"
    }
}
