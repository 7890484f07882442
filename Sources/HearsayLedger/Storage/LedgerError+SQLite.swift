internal import GRDB
internal import HearsayCore

extension LedgerError {
    /// The reason behind anything that GRDB or our own reading of rows throws.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as LedgerError: self = error
        case let error as DatabaseError: self.init(sqlite: error, path: path)
        case let error as DamagedRow:
            self.init(.damaged, "the ledger is damaged: an unexpected value of \(error.column)", path: path)
        case let error as ContractError:
            self.init(.damaged, "the ledger is damaged: a stored reading is broken, \(error)", path: path)
        case let error as JSONError:
            self.init(.damaged, "the ledger is damaged: a stored record is \(error)", path: path)
        default:
            self.init(.failed, String(describing: error).prefix { $0 != "\n" }.description, path: path)
        }
    }

    private init(sqlite error: DatabaseError, path: String) {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.locked, "another program holds the ledger; try again when it is done", path: path)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
            self.init(.readOnly, "the ledger or its folder cannot be written to", path: path)
        case .SQLITE_NOTADB: self = .notALedger(path)
        case .SQLITE_CORRUPT: self.init(.damaged, "the ledger is damaged; go back to a copy", path: path)
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHORT_READ:
            self.init(.damaged, "the ledger is cut short; go back to a copy", path: path)
        case .SQLITE_FULL:
            self.init(.full, "the disk is full; this was not stored, and what was there is whole", path: path)
        case .SQLITE_IOERR where Self.refusals.contains(error.extendedResultCode):
            self.init(
                .full,
                "the disk, a quota or a limit on the size of files refused more; this was not stored, and what was "
                    + "there is whole", path: path)
        case .SQLITE_IOERR: self.init(.failed, "the disk could not be read or written (disk I/O error)", path: path)
        default:
            let message = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
            self.init(.failed, message.prefix { $0 != "\n" }.description, path: path)
        }
    }

    /// What comes of a file that may not grow, unless the disk is full.
    static let refusals: [ResultCode] = [
        .SQLITE_IOERR_WRITE, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP,
    ]

    static func notALedger(_ path: String) -> LedgerError { LedgerError(.notALedger, "this is no ledger", path: path) }
}
