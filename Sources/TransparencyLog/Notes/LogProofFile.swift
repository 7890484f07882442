/// A proof in one file that a log has a leaf, to be checked offline (C2SP tlog-proof, by habit `NAME.tlog-proof`).
///
/// Reading it verifies nothing: that is for ``verified(leaf:by:origin:)``, which needs the leaf's bytes and the log's
/// key from elsewhere.
public struct LogProofFile: Sendable {
    /// Longer files are refused.
    public static let maximalBytes = 2 * SignedNote.maximalBytes

    private static let title = Array("c2sp.org/tlog-proof@v1".utf8)
    private static let extraMark = Array("extra ".utf8)
    private static let indexMark = Array("index ".utf8)
    /// No log of countable size has more levels.
    private static let maximalHashes = Int.bitWidth

    /// The leaf's place in the log, from zero.
    public let index: Int
    /// The inclusion proof, the leaf's sibling first.
    public let proof: [LogHash]
    /// The signed checkpoint of the log that the proof leads to.
    public let note: SignedNote
    /// Bytes that nothing proves: never show them as proved.
    public let extra: [UInt8]?

    /// A proof; `index` must not be negative.
    public init(index: Int, proof: [LogHash], note: SignedNote, extra: [UInt8]? = nil) {
        precondition(index >= 0, "leaves are counted from zero")
        (self.index, self.proof, self.note, self.extra) = (index, proof, note, extra)
    }

    /// Reads a file.
    public init(_ text: String) throws(NoteError) { try self.init(bytes: Array(text.utf8)) }

    /// Reads a file from foreign bytes.
    public init(bytes: [UInt8]) throws(NoteError) {
        guard bytes.count <= Self.maximalBytes else {
            throw NoteError(.tooLarge, "a proof may have \(Self.maximalBytes) bytes, this one \(bytes.count)")
        }
        guard let end = bytes.indices.dropLast().first(where: { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }) else {
            throw NoteError(.malformed, "a proof needs a blank line before its checkpoint")
        }
        var lines = bytes[..<end].split(separator: 0x0A, omittingEmptySubsequences: false)[...]
        guard let title = lines.popFirst(), title.elementsEqual(Self.title) else {
            throw NoteError(.malformed, "not a tlog-proof of version 1", line: 1)
        }
        var extra: [UInt8]?
        if let line = lines.first, line.starts(with: Self.extraMark) {
            extra = Base64.decode(line.dropFirst(Self.extraMark.count))
            guard extra != nil else { throw NoteError(.malformed, "not base 64", line: 2) }
            lines.removeFirst()
        }
        guard let line = lines.popFirst(), line.starts(with: Self.indexMark),
            let index = Int(digits: line.dropFirst(Self.indexMark.count))
        else { throw NoteError(.malformed, "an index is expected", line: extra == nil ? 2 : 3) }
        (self.index, self.extra) = (index, extra)
        proof = try Self.hashes(in: lines, from: extra == nil ? 3 : 4)
        note = try SignedNote(bytes: Array(bytes[(end + 2)...]))
        _ = try Checkpoint(body: note.text)
    }

    private static func hashes(in lines: ArraySlice<ArraySlice<UInt8>>, from first: Int) throws(NoteError) -> [LogHash]
    {
        guard lines.count <= maximalHashes else { throw NoteError(.tooLarge, "no log has so many levels") }
        var hashes: [LogHash] = []
        for line in lines {
            guard let bytes = Base64.decode(line), let hash = LogHash(bytes: bytes) else {
                throw NoteError(.malformed, "not a hash in base 64", line: first + hashes.count)
            }
            hashes.append(hash)
        }
        return hashes
    }

    /// The file's text; reading it gives the same proof.
    public var encoded: String {
        let title = String(decoding: Self.title, as: UTF8.self)
        let extra = extra.map { "extra \(Base64.encode($0))\n" } ?? ""
        let hashes = proof.map { $0.base64 + "\n" }.joined()
        return "\(title)\n\(extra)index \(index)\n\(hashes)\n\(note.encoded)"
    }

    /// Checks that the log whose checkpoint `key` signed has a leaf of exactly these bytes at ``index``.
    ///
    /// - Parameter origin: the log that it must be; the key's name if none is given.
    /// - Returns: the checkpoint, which can be compared with one remembered.
    /// - Throws: a ``NoteError`` for the checkpoint, a ``ProofError`` for the proof.
    public func verified(leaf: [UInt8], by key: VerifierKey, origin: String? = nil) throws -> Checkpoint {
        let checkpoint = try Checkpoint.verified(note: note, by: key, origin: origin)
        try Proofs.verifyInclusion(
            leaf: .leaf(leaf), index: index, size: checkpoint.size, proof: proof, root: checkpoint.root)
        return checkpoint
    }
}
