/// What a log sends to a witness: its new checkpoint, and the proof that it only grew since the witness's last one
/// (C2SP tlog-witness, `add-checkpoint`). It goes by HTTP as well as by mail.
public struct WitnessRequest: Sendable {
    /// Longer requests are refused.
    public static let maximalBytes = 2 * SignedNote.maximalBytes
    /// No consistency proof is longer.
    public static let maximalHashes = 63
    private static let mark = Array("old ".utf8)

    /// The size of the last checkpoint that the witness cosigned; 0 if it never did.
    public let oldSize: Int
    /// The consistency proof from that size; empty from 0, and for an unchanged size.
    public let proof: [LogHash]
    /// The signed checkpoint.
    public let note: SignedNote

    /// A request; `oldSize` must not be negative.
    public init(oldSize: Int, proof: [LogHash], note: SignedNote) {
        precondition(oldSize >= 0, "no log has fewer than no leaves")
        (self.oldSize, self.proof, self.note) = (oldSize, proof, note)
    }

    /// Reads a request from foreign bytes.
    public init(bytes: [UInt8]) throws(NoteError) {
        guard bytes.count <= Self.maximalBytes else {
            throw NoteError(.tooLarge, "a request may have \(Self.maximalBytes) bytes, this one \(bytes.count)")
        }
        guard let end = bytes.indices.dropLast().first(where: { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }) else {
            throw NoteError(.malformed, "a request needs a blank line before its checkpoint")
        }
        let lines = bytes[..<end].split(separator: 0x0A, omittingEmptySubsequences: false)
        guard let first = lines.first, first.starts(with: Self.mark),
            let oldSize = Int(digits: first.dropFirst(Self.mark.count))
        else { throw NoteError(.malformed, "the old size is expected", line: 1) }
        guard lines.count <= 1 + Self.maximalHashes else {
            throw NoteError(.tooLarge, "no proof has more than \(Self.maximalHashes) hashes")
        }
        var proof: [LogHash] = []
        for line in lines.dropFirst() {
            guard let hash = Base64.decode(line).flatMap({ LogHash(bytes: $0) }) else {
                throw NoteError(.malformed, "not a hash in base 64", line: proof.count + 2)
            }
            proof.append(hash)
        }
        (self.oldSize, self.proof) = (oldSize, proof)
        note = try SignedNote(bytes: Array(bytes[(end + 2)...]))
        _ = try Checkpoint(body: note.text)
    }

    /// The request's text; reading it gives the same request.
    public var encoded: String { "old \(oldSize)\n\(proof.map { $0.base64 + "\n" }.joined())\n\(note.encoded)" }
}
