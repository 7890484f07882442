// A libFuzzer target: whatever the bytes, a note, checkpoint, proof, key, policy, request or tile is refused by an error
// with a reason, or is written again as it was, and proves nothing that was not signed. See README.md.

import TransparencyLog

/// The one log that signs, with its leaves, checkpoint and static files, and the one witness.
private struct Log {
    let key: SigningKey
    let witness: Witness
    let tree = MerkleTree(leaves: (0..<11).map { .leaf([$0]) })
    let checkpoint: Checkpoint
    let note: SignedNote
    var files: [String: [UInt8]] = [:]

    init() throws {
        key = try SigningKey(name: "example.org/log", seed: [UInt8](repeating: 7, count: 32))
        let cosigner = try WitnessSigningKey(name: "witness.example/w1", seed: [UInt8](repeating: 9, count: 32))
        witness = Witness(key: cosigner, logs: [key.verifier])
        checkpoint = Checkpoint(origin: key.name, size: tree.count, root: tree.root())
        note = try SignedNote(checkpoint.signed(by: key))
        try tree.writeTiles(
            to: tree.count, entries: { $0.map { [UInt8($0)] } }, write: { files["\($0)"] = $1 })
    }
}

private let log = try? Log()

/// Called by libFuzzer with each input. The first byte chooses the parser.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzNotes(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let data, size > 0, let log else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: data + 1, count: size - 1))
    do {
        switch data[0] & 15 {
        case 0: try check(SignedNote(bytes: bytes), of: bytes, log)
        case 1: try check(LogProofFile(bytes: bytes), of: bytes, log)
        case 2:
            let text = String(decoding: bytes, as: UTF8.self)
            same(try Checkpoint(body: text).body, text)
        case 3:
            let text = String(decoding: bytes, as: UTF8.self)
            same(try VerifierKey(text).description, text)
        case 4: try checkAnswer(bytes, log)
        case 5: try check(LogPolicy(bytes: bytes), log)
        case 6: try check(WitnessRequest(bytes: bytes), of: bytes, log)
        case 7:
            let text = String(decoding: bytes, as: UTF8.self)
            if let path = TilePath(text) { same(path.description, text) }
        case 8:
            let count = Int(bytes.first ?? 0) + 1
            let entries = try EntryBundle.decode(Array(bytes.dropFirst()), count: count)
            let again = try EntryBundle.encode(entries)
            precondition(again == Array(bytes.dropFirst()), "another bundle")
        case 9: try checkTiles(bytes, log)
        default:
            let text = String(decoding: bytes, as: UTF8.self)
            same(try WitnessKey(text).description, text)
        }
    } catch {
        precondition(!"\(error)".isEmpty, "an error without a reason")
    }
    return 0
}

private func same(_ a: String, _ b: String) { precondition(a.utf8.elementsEqual(b.utf8), "not the same text") }

private func check(_ note: SignedNote, of bytes: [UInt8], _ log: Log) throws {
    precondition(Array(note.encoded.utf8) == bytes, "another note")
    let checkpoint = try Checkpoint.verified(note: note, by: log.key.verifier)
    precondition(checkpoint == log.checkpoint, "a checkpoint that nobody signed")
    for cosignature in try note.cosignatures(by: [log.witness.verifier]) {
        precondition(cosignature.time == 1_679_315_147, "a time that nobody cosigned")
    }
}

private func check(_ file: LogProofFile, of bytes: [UInt8], _ log: Log) throws {
    precondition(Array(file.encoded.utf8) == bytes, "another proof")
    if (try? file.verified(leaf: [9], by: log.key.verifier)) != nil {
        precondition(file.index == 9, "a leaf in two places")
    }
    try check(file.note, of: Array(file.note.encoded.utf8), log)
}

/// A witness's answer is added only as far as the witness gave it.
private func checkAnswer(_ bytes: [UInt8], _ log: Log) throws {
    let note = try log.note.adding(lines: bytes, by: [log.witness.verifier])
    precondition(note.text == log.note.text && note.signatures.count == 2, "another note")
    try check(note, of: Array(note.encoded.utf8), log)
}

/// A policy accepts the note that a log alone signed only if it asks for no witness.
private func check(_ policy: LogPolicy, _ log: Log) throws {
    let verdict = try policy.verified(log.note)
    precondition(verdict.checkpoint == log.checkpoint && policy.quorum == nil, "accepted without its witnesses")
}

/// The witness knows the log at the size 5, and cosigns nothing but its own growth.
private func check(_ request: WitnessRequest, of bytes: [UInt8], _ log: Log) throws {
    precondition(Array(request.encoded.utf8) == bytes, "another request")
    let last = Checkpoint(origin: log.key.name, size: 5, root: try log.tree.root(at: 5))
    let answer = try log.witness.cosign(request, last: last, time: 1_679_315_147)
    precondition(answer.checkpoint == log.checkpoint, "a fork that was cosigned")
}

/// A log of which the first byte chooses the file that holds the other bytes.
private func checkTiles(_ bytes: [UInt8], _ log: Log) throws {
    let changed = log.files.keys.sorted()[Int(bytes.first ?? 0) % log.files.count]
    var tiles = try TileLog(checkpoint: log.checkpoint) { path in
        path == changed ? Array(bytes.dropFirst()) : log.files[path]
    }
    try tiles.verify()
    precondition(Array(bytes.dropFirst()) == log.files[changed], "a changed file that was accepted")
}
