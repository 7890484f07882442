internal import Glibc
internal import TransparencyLog

extension KeyFolder {
    /// A log's key as `read` makes it of its text; nil when none was made yet.
    /// - Throws: ``DeskError/Code/unverified`` when what is kept is no key, with what to do.
    func signingKey<Key>(of log: String, _ read: (String) throws(NoteError) -> Key) throws -> Key? {
        guard let text = try key(of: log) else { return nil }
        do { return try read(text) } catch {
            throw keyProblem(text.isEmpty ? "the key is empty" : "the key is damaged, \(error)", log)
        }
    }

    /// A log's key, or a new one where nothing was signed yet. Another key than the one that signed before would be
    /// another log to all who hold its checkpoints, so it is never made unasked.
    func signingKey<Key>(
        of log: String, _ read: (String) throws(NoteError) -> Key, orNew make: () throws -> (key: Key, text: String)
    ) throws -> Key {
        if let key = try signingKey(of: log, read) { return key }
        if hasSigned(log) { throw missingKey(of: log) }
        let made = try make()
        try keep(key: made.text, of: log)
        return made.key
    }

    /// The last signed checkpoint of a log with its note, which `check` verifies; nil when none was signed yet.
    /// - Throws: ``DeskError/Code/unverified`` when what is kept does not hold, with what to do.
    func checkpoint(
        of log: String, _ check: (String) throws(NoteError) -> Checkpoint
    ) throws -> (note: String, checkpoint: Checkpoint)? {
        guard let note = try checkpoint(of: log) else { return nil }
        do { return (note, try check(note)) } catch {
            throw DeskError(
                .unverified,
                "\(file("checkpoint", of: log)): the remembered checkpoint does not hold, \(error); "
                    + "put it back from a copy, such as a note that was given to others")
        }
    }

    /// Whether anything is remembered that the key of a log signed: a checkpoint of its own, or of logs that it watches.
    private func hasSigned(_ log: String) -> Bool {
        if access(file("checkpoint", of: log), F_OK) == 0 { return true }
        let watched = (try? FileBytes.names(in: folder(of: log))) ?? []
        return watched.contains { access(file("\($0)/checkpoint", of: log), F_OK) == 0 }
    }

    /// That something was signed, but not by any key that is here.
    func missingKey(of log: String) -> DeskError { keyProblem("the key is missing", log) }

    private func keyProblem(_ what: String, _ log: String) -> DeskError {
        let otherwise =
            hasSigned(log)
            ? "without a copy, move \(folder(of: log)) elsewhere and sign with a new key, which others must be told"
            : "or delete the file, since nothing that it signed is remembered here"
        return DeskError(.unverified, "\(file("key", of: log)): \(what); put it back from a copy; \(otherwise)")
    }
}
