import Testing

@testable import TransparencyLog

@Suite struct CheckpointTests {
    private let key: SigningKey
    private let tree = MerkleTree(leaves: (0..<11).map { .leaf([$0]) })

    init() throws { key = try SigningKey.generate(name: "example.org/log") }

    @Test func whatIsSignedIsRead() throws {
        for size in [0, 1, 11] {
            let checkpoint = Checkpoint(origin: key.name, size: size, root: try tree.root(at: size))
            #expect(checkpoint.body == "example.org/log\n\(size)\n\(checkpoint.root.base64)\n")
            #expect(try Checkpoint.verified(note: checkpoint.signed(by: key), by: key.verifier) == checkpoint)
        }
        let extended = Checkpoint(origin: key.name, size: 1, root: .emptyRoot, extensions: ["a", "b c"])
        let read = try Checkpoint.verified(note: extended.signed(by: key), by: key.verifier)
        #expect(read.extensions == ["a", "b c"])
        #expect(read != Checkpoint(origin: key.name, size: 1, root: .emptyRoot))
    }

    @Test func theOriginMustBeTheOneAskedFor() throws {
        let note = try Checkpoint(origin: "example.org/other", size: 0, root: .emptyRoot).signed(by: key)
        #expect(throws: NoteError(.wrongOrigin, "")) { try Checkpoint.verified(note: note, by: key.verifier) }
        #expect(try Checkpoint.verified(note: note, by: key.verifier, origin: "example.org/other").size == 0)
        // Letters that only look the same are another name.
        let accented = try Checkpoint(origin: "caf\u{E9}", size: 0, root: .emptyRoot).signed(by: key)
        #expect(throws: NoteError(.wrongOrigin, "")) {
            try Checkpoint.verified(note: accented, by: key.verifier, origin: "cafe\u{301}")
        }
        #expect(
            Checkpoint(origin: "caf\u{E9}", size: 0, root: .emptyRoot)
                != Checkpoint(origin: "cafe\u{301}", size: 0, root: .emptyRoot))
    }

    @Test func whatIsNoCheckpointIsNotSigned() {
        let bad = [
            Checkpoint(origin: "", size: 0, root: .emptyRoot), Checkpoint(origin: "a\nb", size: 0, root: .emptyRoot),
            Checkpoint(origin: "a\rb", size: 0, root: .emptyRoot), Checkpoint(origin: "a", size: -1, root: .emptyRoot),
            Checkpoint(origin: "a", size: 0, root: .emptyRoot, extensions: [""]),
            Checkpoint(origin: "a", size: 0, root: .emptyRoot, extensions: ["b\nc"]),
            Checkpoint(origin: "a", size: 0, root: .emptyRoot, extensions: ["b\n"]),
        ]
        for checkpoint in bad {
            #expect(throws: NoteError(.malformed, ""), "\(checkpoint)") { try checkpoint.signed(by: key) }
        }
    }

    @Test(arguments: [
        "", "\n", "a\n0\n", "a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n00\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n+1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n99999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n", "a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hS\n",
        "a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n",
        "a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nb\n",
        "a\r\n0\r\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\r\n",
    ])
    func malformedCheckpointsAreRefused(body: String) {
        #expect(throws: NoteError(.malformed, "")) { try Checkpoint(body: body) }
    }

    @Test func changedNotesNeverGiveAnotherCheckpoint() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        let checkpoint = Checkpoint(origin: key.name, size: 11, root: tree.root())
        let whole = Array(try checkpoint.signed(by: key).utf8)
        for _ in 0..<5000 {
            let bytes = whole.damaged(using: &random)
            guard let note = try? SignedNote(bytes: bytes) else { continue }
            guard let read = try? Checkpoint.verified(note: note, by: key.verifier) else { continue }
            #expect(read == checkpoint, "seed \(seed)")
        }
    }
}
