/// What a log says about itself at one time: how many leaves it has, and the root over them (C2SP tlog-checkpoint).
///
/// Who has a checkpoint can later check that the log only grew since (``Proofs``). It tells neither when it was made
/// nor that what is in the log is true.
public struct Checkpoint: Hashable, Sendable {
    /// The log's name: not empty, one line. By habit the name of the key that signs.
    public let origin: String
    /// How many leaves the log has.
    public let size: Int
    /// The root over them.
    public let root: LogHash
    /// Further lines, which others may not be able to check. Best left empty.
    public let extensions: [String]

    /// What a log says about itself.
    public init(origin: String, size: Int, root: LogHash, extensions: [String] = []) {
        (self.origin, self.size, self.root, self.extensions) = (origin, size, root, extensions)
    }

    /// Reads the text below which the signatures stand. It verifies nothing.
    public init(body: String) throws(NoteError) {
        let lines = body.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count >= 4, lines.last?.isEmpty == true else {
            throw NoteError(.malformed, "a checkpoint has three lines or more")
        }
        if let empty = lines.dropLast().firstIndex(where: \.isEmpty) {
            throw NoteError(.malformed, "an empty line in a checkpoint", line: empty + 1)
        }
        guard let size = Int(digits: lines[1]) else { throw NoteError(.malformed, "not a tree size", line: 2) }
        guard let hash = Base64.decode(lines[2]), let root = LogHash(bytes: hash) else {
            throw NoteError(.malformed, "not a root hash in base 64", line: 3)
        }
        let extensions = lines[3..<lines.count - 1].map { String(Substring($0)) }
        self.init(origin: String(Substring(lines[0])), size: size, root: root, extensions: extensions)
    }

    /// The text that is signed.
    public var body: String {
        ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
    }

    /// The signed note. Throws where the origin or an extension is not one line, or the size is below zero.
    ///
    /// Never sign two checkpoints of which neither log begins with the other: whoever sees both has proof of a fork.
    public func signed(by key: SigningKey) throws(NoteError) -> String {
        guard try Checkpoint(body: body) == self else {
            throw NoteError(.malformed, "the origin and each extension must be one line")
        }
        return try SignedNote(signing: body, by: key).encoded
    }

    /// The checkpoint in a note that `key` signed.
    ///
    /// - Parameter origin: the log that it must be of; the key's name if none is given.
    public static func verified(
        note: String, by key: VerifierKey, origin: String? = nil
    ) throws(NoteError) -> Checkpoint {
        try verified(note: SignedNote(note), by: key, origin: origin)
    }

    /// The checkpoint in a note that `key` signed.
    ///
    /// - Parameter origin: the log that it must be of; the key's name if none is given.
    public static func verified(
        note: SignedNote, by key: VerifierKey, origin: String? = nil
    ) throws(NoteError) -> Checkpoint {
        _ = try note.verified(by: [key])
        let checkpoint = try Checkpoint(body: note.text)
        guard checkpoint.origin.utf8.elementsEqual((origin ?? key.name).utf8) else {
            throw NoteError(.wrongOrigin, "the checkpoint is of \(checkpoint.origin)", line: 1)
        }
        return checkpoint
    }

    /// Whether all parts are the same, byte for byte.
    public static func == (a: Checkpoint, b: Checkpoint) -> Bool {
        a.size == b.size && a.root == b.root && a.origin.utf8.elementsEqual(b.origin.utf8)
            && a.extensions.elementsEqual(b.extensions) { $0.utf8.elementsEqual($1.utf8) }
    }
    /// Hashes the size and the root.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(size)
        hasher.combine(root)
    }
}
