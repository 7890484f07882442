import Testing

@testable import TransparencyLog

@Suite struct LogProofFileTests {
    private let key: SigningKey
    private let tree = MerkleTree(leaves: (0..<11).map { .leaf([$0]) })
    private let note: SignedNote

    init() throws {
        key = try SigningKey.generate(name: "example.org/log")
        note = try SignedNote(Checkpoint(origin: key.name, size: 11, root: tree.root()).signed(by: key))
    }

    private func file(_ index: Int, extra: [UInt8]? = nil) throws -> LogProofFile {
        LogProofFile(index: index, proof: try tree.inclusionProof(of: index, in: 11), note: note, extra: extra)
    }

    @Test func theTextIsAsSpecified() throws {
        let (file, hashes) = (try file(9, extra: [1, 2, 3]), try tree.inclusionProof(of: 9, in: 11))
        #expect(
            file.encoded == """
                c2sp.org/tlog-proof@v1
                extra AQID
                index 9
                \(hashes[0].base64)
                \(hashes[1].base64)
                \(hashes[2].base64)

                \(note.encoded)
                """)
        #expect(hashes.count == 3)
    }

    @Test func whatIsWrittenIsReadAndHolds() throws {
        for index in 0..<11 {
            for extra in [nil, [], [0xFF]] as [[UInt8]?] {
                let file = try LogProofFile(file(index, extra: extra).encoded)
                #expect(file.extra == extra)
                #expect(file.index == index)
                let checkpoint = try file.verified(leaf: [UInt8(index)], by: key.verifier)
                #expect(checkpoint.size == 11)
                #expect(throws: ProofError(.rootMismatch, "")) {
                    try file.verified(leaf: [UInt8(index), 0], by: key.verifier)
                }
            }
        }
    }

    @Test func aLogOfOneLeafNeedsNoHashes() throws {
        let note = try SignedNote(Checkpoint(origin: key.name, size: 1, root: .leaf([7])).signed(by: key))
        let file = try LogProofFile(LogProofFile(index: 0, proof: [], note: note).encoded)
        #expect(try file.verified(leaf: [7], by: key.verifier).size == 1)
    }

    @Test func anotherKeyProvesNothing() throws {
        let stranger = try SigningKey.generate(name: "example.org/log").verifier
        #expect(throws: NoteError(.unknownSigners, "")) { try file(3).verified(leaf: [3], by: stranger) }
        #expect(throws: NoteError(.wrongOrigin, "")) {
            try file(3).verified(leaf: [3], by: key.verifier, origin: "example.org/other")
        }
    }

    @Test func malformedFilesAreRefused() throws {
        let text = try file(9).encoded
        let bad = [
            "", "\n\n", text.replacing("@v1", with: "@v2"), text.replacing("index 9", with: "index 09"),
            text.replacing("index 9", with: "index -9"), text.replacing("index 9\n", with: ""),
            text.replacing("index 9", with: "extra AB==\nindex 9"),
            text.replacing("index 9", with: "index 9\nextra AQID"),
            text.replacing("index 9", with: "extra AQID\nextra AQID\nindex 9"),
            text.replacing("index 9", with: "index 9\n"),
            text.replacing("index 9", with: "index 9\nAQID"), text.replacing("\n", with: "\r\n"),
            String(text.prefix { $0 != "—" }),
        ]
        for text in bad { #expect(throws: NoteError(.malformed, ""), "\(text)") { try LogProofFile(text) } }
        let hashes = String(repeating: LogHash.emptyRoot.base64 + "\n", count: 65)
        #expect(throws: NoteError(.tooLarge, "")) {
            try LogProofFile(text.replacing("index 9\n", with: "index 9\n" + hashes))
        }
        let long = [UInt8](repeating: 0x41, count: LogProofFile.maximalBytes + 1)
        #expect(throws: NoteError(.tooLarge, "")) { try LogProofFile(bytes: long) }
    }

    @Test func changedFilesProveTheSameOrNothing() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        let whole = Array(try file(9, extra: Array("beside".utf8)).encoded.utf8)
        for _ in 0..<5000 {
            let bytes = whole.damaged(using: &random)
            guard let file = try? LogProofFile(bytes: bytes) else { continue }
            #expect(Array(file.encoded.utf8) == bytes, "seed \(seed)")
            guard let checkpoint = try? file.verified(leaf: [9], by: key.verifier) else { continue }
            #expect(checkpoint.root == tree.root() && file.index == 9, "seed \(seed)")
        }
    }
}
