internal import Glibc

/// Where the keys of logs and their last signed checkpoints are kept: outside the ledgers, so that a restored or
/// rewritten ledger cannot go unseen.
///
/// Each log has a folder of its own, named by the ledger's id: `key` (readable by the user only) and `checkpoint`.
public struct KeyFolder: Equatable, Sendable {
    /// The folder of all logs.
    public let path: String

    /// A folder; it is made when something is first kept in it.
    public init(path: String) { self.path = path }

    /// `$HEARSAY_KEYS`, else `hearsay/logs` in the user's data folder.
    public static func standard(_ environment: [String: String]) -> KeyFolder {
        func filled(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let named = filled("HEARSAY_KEYS") { return KeyFolder(path: named) }
        let data = filled("XDG_DATA_HOME") ?? (filled("HOME") ?? ".") + "/.local/share"
        return KeyFolder(path: data + "/hearsay/logs")
    }

    /// A log's key as text; nil when none was made yet.
    func key(of log: String) throws(FileProblem) -> String? { try text(file("key", of: log)) }

    /// The last signed checkpoint of a log; nil when none was signed yet.
    func checkpoint(of log: String) throws(FileProblem) -> String? { try text(file("checkpoint", of: log)) }

    /// Keeps a log's key, for the user's eyes only: whole or not at all. An existing key is never replaced.
    func keep(key: String, of log: String) throws(FileProblem) {
        try FileBytes.createFolder(folder(of: log))
        try FileBytes.create(Array(key.utf8), at: file("key", of: log), mode: 0o600)
    }

    /// Keeps a signed checkpoint as the last one.
    func keep(checkpoint: String, of log: String) throws(FileProblem) {
        try FileBytes.createFolder(folder(of: log))
        try FileBytes.write(Array(checkpoint.utf8), to: file("checkpoint", of: log))
    }

    /// Runs `body` while no other process signs for the same log.
    func exclusively<T>(_ log: String, _ body: () throws -> T) throws -> T {
        try FileBytes.createFolder(folder(of: log))
        let descriptor = open(file("lock", of: log), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileProblem(writing: errno) }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 { if errno != EINTR { throw FileProblem(number: errno) } }
        removeUnfinished(in: folder(of: log))
        return try body()
    }

    /// Removes what a program left that was killed while it wrote; nobody writes now but who holds the lock.
    private func removeUnfinished(in folder: String) {
        for name in (try? FileBytes.names(in: folder)) ?? [] where name.hasSuffix(".tmp") {
            unlink("\(folder)/\(name)")
        }
    }

    func folder(of log: String) -> String { path + "/" + log }

    func file(_ name: String, of log: String) -> String { folder(of: log) + "/" + name }

    private func text(_ path: String) throws(FileProblem) -> String? {
        do { return String(decoding: try FileBytes.read(path, limit: 1 << 16), as: UTF8.self) } catch {
            if error.number == ENOENT { return nil }
            throw error
        }
    }
}
