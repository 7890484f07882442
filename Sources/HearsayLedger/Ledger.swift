internal import GRDB

/// What was captured and read, who said it, and the log that proves it, in one SQLite file.
///
/// Calls block, and may be made from many threads at once: one writes, many read. Whatever changes, changes in one
/// transaction together with its entry in the log. The ledger reads no clock; times come from the caller.
public final class Ledger: Sendable {
    /// What a ledger is opened for.
    public enum Mode: String, Sendable, CaseIterable {
        /// Reading and writing; the ledger is made if it is absent.
        case create
        /// Reading and writing; the ledger must exist.
        case write
        /// Reading only; the file or its folder may be read-only.
        case read
    }

    /// The path as it was given.
    public let path: String
    /// The random bytes by which this ledger, with all its copies, is told from others.
    public let id: [UInt8]
    private let reader: any DatabaseReader
    private let writer: DatabasePool?
    /// Forms of the names of sources, for joining voices to them.
    let forms = NameForms()

    /// Whether it was opened for writing.
    public var isWritable: Bool { writer != nil }

    /// Opens a ledger, brings an older one up to date, and makes an absent one if the mode says so.
    /// - Parameter patience: seconds to wait for another program's lock.
    public init(path: String, mode: Mode, patience: Double = 5) throws(LedgerError) {
        do {
            let file = LedgerFile(path: path, mode: mode, patience: patience)
            (reader, writer) = try file.open()
            id = try reader.read { db in try Ledger.identity(db) }
            self.path = path
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    private static func identity(_ db: Database) throws -> [UInt8] {
        guard let row = try Row.fetchOne(db, sql: "SELECT id FROM ledger") else { throw DamagedRow(column: "id") }
        return try row.bytes("id")
    }

    /// Closes the file, which then holds everything by itself. Later calls fail; without this call the file closes
    /// with the last reference.
    public func close() throws(LedgerError) {
        // Only the writer can fold SQLite's journal into the file, and only when it is the last one to close.
        writer?.releaseMemory()
        do { try reader.close() } catch { throw LedgerError(error, path: path) }
    }

    /// Writes the file anew without what was deleted, of which SQLite leaves pieces between the rows of a page, and empties
    /// the journal. Needs as much free disk as the ledger is large.
    /// - Throws: ``LedgerError/Code/locked`` where another program that uses the ledger keeps it from that.
    public func purge() throws(LedgerError) {
        do {
            try writer?.vacuum()
            _ = try writer?.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
        } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
            throw LedgerError(.locked, "another program uses the ledger", path: path)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
            let reason = "the disk has not as much free room as the ledger is large"
            throw LedgerError(.full, reason, path: path)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Runs `body` on one state of the ledger, which stays as it is meanwhile.
    func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do { return try reader.read(body) } catch { throw LedgerError(error, path: path) }
    }

    /// Runs `body` in one transaction: all of it is stored, or nothing when it throws.
    func write<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        guard let writer else { throw LedgerError(.readOnly, "the ledger was opened for reading only", path: path) }
        do { return try writer.write(body) } catch { throw LedgerError(error, path: path) }
    }
}
