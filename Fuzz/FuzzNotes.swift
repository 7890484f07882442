// A libFuzzer target: whatever the bytes, a note, checkpoint, proof or key is refused by a NoteError, or is written
// again as it was, and proves nothing that was not signed. See README.md.

import TransparencyLog

/// The one log that signs: its key, its leaves, and its checkpoint.
private struct Log {
    let key: SigningKey
    let tree = MerkleTree(leaves: (0..<11).map { .leaf([$0]) })
    let checkpoint: Checkpoint

    init() throws {
        key = try SigningKey(name: "example.org/log", seed: [UInt8](repeating: 7, count: 32))
        checkpoint = Checkpoint(origin: key.name, size: tree.count, root: tree.root())
    }
}

private let log = try? Log()

/// Called by libFuzzer with each input. The first byte chooses the parser.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzNotes(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let data, size > 0, let log else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: data + 1, count: size - 1))
    do throws(NoteError) {
        switch data[0] & 3 {
        case 0: try check(SignedNote(bytes: bytes), of: bytes, log)
        case 1: try check(LogProofFile(bytes: bytes), of: bytes, log)
        case 2:
            let text = String(decoding: bytes, as: UTF8.self)
            let body = try Checkpoint(body: text).body
            precondition(body.utf8.elementsEqual(text.utf8), "another checkpoint")
        default:
            let text = String(decoding: bytes, as: UTF8.self)
            let key = try VerifierKey(text).description
            precondition(key.utf8.elementsEqual(text.utf8), "another key")
        }
    } catch {
        precondition(!error.reason.isEmpty, "an error without a reason")
    }
    return 0
}

private func check(_ note: SignedNote, of bytes: [UInt8], _ log: Log) throws(NoteError) {
    precondition(Array(note.encoded.utf8) == bytes, "another note")
    let checkpoint = try Checkpoint.verified(note: note, by: log.key.verifier)
    precondition(checkpoint == log.checkpoint, "a checkpoint that nobody signed")
}

private func check(_ file: LogProofFile, of bytes: [UInt8], _ log: Log) throws(NoteError) {
    precondition(Array(file.encoded.utf8) == bytes, "another proof")
    if (try? file.verified(leaf: [9], by: log.key.verifier)) != nil {
        precondition(file.index == 9, "a leaf in two places")
    }
    try check(file.note, of: Array(file.note.encoded.utf8), log)
}
