internal import Glibc

/// Lets programs that open ledgers in one folder for writing do so one after the other.
///
/// SQLite keeps two writers apart, but not the steps by which a ledger is made: two programs that both find none would
/// make the same tables, and one of them would fail. The lock is on the folder itself, so it leaves no file behind, and
/// closing it cannot let go of the locks that SQLite has on the ledger, as closing the ledger's own file would.
enum FolderLock {
    /// Runs `body` while no other program runs its own for the same folder. Waits for `patience` seconds at most; after
    /// that, and where a folder cannot be locked, `body` runs all the same, and must do without.
    static func hold<T>(_ folder: String, patience: Double, _ body: () throws -> T) rethrows -> T {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return try body() }
        defer { close(descriptor) }
        let step = 0.005
        var waited = 0.0
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0, [EWOULDBLOCK, EINTR].contains(errno), waited < patience {
            usleep(UInt32(step * 1e6))
            waited += step
        }
        return try body()
    }
}
