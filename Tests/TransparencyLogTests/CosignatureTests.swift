import Testing

@testable import TransparencyLog

@Suite struct CosignatureTests {
    /// Made by another implementation of Ed25519, for the seed of 32 nines.
    private static let knownKey = "witness.example/w1+24b5d9fe+BP0XJDhaoMdbZPt4zWAvodmR/ev3axPFjtcC6sg16fYY"
    private static let knownBody = "example.org/log\n11\n4XetWooXEI2tZ8cKUSZmgaoCueK3rWoDV1hbpCiZgqw=\n"
    private static let knownLine =
        "— witness.example/w1 JLXZ/gAAAABkGFDLCWH0VIoGtf1IWqAqbTnxYnHfNZNhFDyHqGd9nucnL5K2s+2QN/zNGZrkLo36Ncei4+"
        + "OExqSkAfsi4BtLDzrOBA==\n"

    private let log: SigningKey
    private let first: WitnessSigningKey
    private let second: WitnessSigningKey
    private let note: SignedNote

    init() throws {
        log = try SigningKey.generate(name: "example.org/log")
        first = try WitnessSigningKey.generate(name: "witness.example/first")
        second = try WitnessSigningKey.generate(name: "witness.example/second")
        note = try SignedNote(Checkpoint(origin: log.name, size: 1, root: .leaf([1])).signed(by: log))
    }

    @Test func signingGivesTheKnownLine() throws {
        let key = try WitnessSigningKey(name: "witness.example/w1", seed: [UInt8](repeating: 9, count: 32))
        #expect(key.verifier.description == Self.knownKey)
        let cosignature = try key.cosignature(of: Self.knownBody, time: 1_679_315_147)
        #expect(cosignature.line == Self.knownLine)
        let witness = try WitnessKey(Self.knownKey)
        #expect(witness.verifies(cosignature, of: Self.knownBody))
        let note = try SignedNote(Self.knownBody + "\n" + Self.knownLine)
        #expect(try note.cosignatures(by: [witness]) == [cosignature])
    }

    /// From the tests of the Go implementation (transparency-dev/formats).
    @Test func foreignKeysAndTimesAreRead() throws {
        let text = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
        let key = try WitnessKey(text)
        #expect(key.description == text)
        #expect(key.id == 0xDA77_ADE7)
        let line =
            "— a ZGhGuQAAAABm/qTPeyKXD+R2rzyQsxPiP8mXum7qq/iF0u4vanlqJyocWODBt97w9uL+8qT7S5gxEHWWOworDcFiEBYJXORmnFBOBA==\n"
        let note = try SignedNote("a\n\n" + line)
        let cosignature = try #require(Cosignature(note.signatures[0]))
        #expect(cosignature.time == 1_727_964_367)
        #expect(cosignature.line == line)
    }

    @Test func keysOfLogsAndWitnessesAreNotTakenForEachOther() throws {
        #expect(throws: NoteError(.unsupportedKey, "")) { try WitnessKey(SampleKeys.peter) }
        #expect(throws: NoteError(.unsupportedKey, "")) { try VerifierKey(Self.knownKey) }
        #expect(throws: NoteError(.unsupportedKey, "")) { try SigningKey(secretText: first.secretText) }
        #expect(throws: NoteError(.unsupportedKey, "")) { try WitnessSigningKey(secretText: log.secretText) }
        // The same secret under the same name is two keys, of which one does not vouch for the other's signature.
        let witness = try WitnessSigningKey(name: log.name, seed: [UInt8](repeating: 5, count: 32))
        let signer = try SigningKey(name: log.name, seed: [UInt8](repeating: 5, count: 32))
        #expect(witness.verifier.id != signer.verifier.id)
        let both = try SignedNote(signing: note.text, by: signer).cosigned(by: witness, time: 5)
        #expect(try both.verified(by: [signer.verifier]).count == 1)
        #expect(try both.cosignatures(by: [witness.verifier]).count == 1)
        #expect(both.signatures.count == 2)
    }

    @Test func secretsAreReadAndNeverPrinted() throws {
        let again = try WitnessSigningKey(secretText: first.secretText)
        #expect(again.verifier.description == first.verifier.description)
        #expect(String(describing: first) == first.verifier.description)
        #expect(String(reflecting: first) == first.verifier.description)
        let secret = Array(first.secretText.utf8)
        for place in secret.indices {
            var changed = secret
            changed[place] += 1
            #expect(throws: NoteError.self) {
                try WitnessSigningKey(secretText: String(decoding: changed, as: UTF8.self))
            }
        }
        for count in [0, 31, 33] {
            let bytes = [UInt8](repeating: 1, count: count)
            #expect(throws: NoteError(.badKey, "")) { try WitnessKey(name: "a", publicKey: bytes) }
            #expect(throws: NoteError(.badKey, "")) { try WitnessSigningKey(name: "a", seed: bytes) }
        }
    }

    @Test func severalWitnessesCosignOneNote() throws {
        let keys = [first.verifier, second.verifier]
        #expect(try note.cosignatures(by: keys).isEmpty)
        let cosigned = try note.cosigned(by: first, time: 7).cosigned(by: second, time: 9)
        let read = try SignedNote(cosigned.encoded)
        #expect(try read.cosignatures(by: keys).map(\.time) == [7, 9])
        #expect(try read.cosignatures(by: [second.verifier]).map(\.name) == [second.name])
        // The log's own signature stays, and counts as before.
        #expect(try Checkpoint.verified(note: read, by: log.verifier).size == 1)
        // A witness cosigns again in the place of its older cosignature.
        #expect(try read.cosigned(by: first, time: 11).cosignatures(by: keys).map(\.time) == [9, 11])
    }

    @Test func aWrongCosignatureOfAKnownWitnessRejectsTheNote() throws {
        let cosigned = try note.cosigned(by: first, time: 7)
        let other = try SignedNote(Checkpoint(origin: log.name, size: 2, root: .leaf([2])).signed(by: log))
        let moved = try other.adding(cosigned.signatures[1])
        #expect(throws: NoteError(.badSignature, "")) { try moved.cosignatures(by: [first.verifier]) }
        #expect(try moved.cosignatures(by: [second.verifier]).isEmpty)
        // Another time is another message.
        var bytes = cosigned.signatures[1].bytes
        bytes[7] += 1
        for bytes in [bytes, Array(bytes.dropLast()), bytes + [0], [0xFF] + bytes.dropFirst()] {
            let line = SignedNote.Signature(name: first.name, keyID: first.verifier.id, bytes: bytes)
            let changed = try note.adding(line)
            #expect(throws: NoteError(.badSignature, "")) { try changed.cosignatures(by: [first.verifier]) }
        }
    }

    @Test func answersAreAddedWhenTheyAreRight() throws {
        let keys = [first.verifier, second.verifier]
        func line(_ key: WitnessSigningKey, _ time: Int) throws -> String {
            try key.cosignature(of: note.text, time: time).line
        }
        let stranger = try WitnessSigningKey.generate(name: first.name)
        let answer = try line(first, 7) + line(stranger, 8) + line(second, 9)
        let added = try note.adding(lines: Array(answer.utf8), by: keys)
        #expect(added.signatures.count == 3)
        #expect(try added.cosignatures(by: keys).map(\.time) == [7, 9])
        // An older one does not take the place of a later one, a later one does.
        #expect(try added.adding(lines: Array(line(second, 3).utf8), by: keys).encoded == added.encoded)
        let later = try added.adding(lines: Array(line(second, 30).utf8), by: keys)
        #expect(try later.cosignatures(by: keys).map(\.time) == [7, 30])
        #expect(throws: NoteError(.unknownSigners, "")) {
            try note.adding(lines: Array(line(stranger, 8).utf8), by: keys)
        }
        let wrong = try first.cosignature(of: note.text + "x\n", time: 7)
        #expect(throws: NoteError(.badSignature, "")) { try note.adding(lines: Array(wrong.line.utf8), by: keys) }
        #expect(throws: NoteError(.badSignature, "")) { try note.adding(wrong, by: keys) }
        #expect(throws: NoteError(.unknownSigners, "")) {
            try note.adding(first.cosignature(of: note.text, time: 1), by: [second.verifier])
        }
        let smuggled = "more text\n\n" + (try line(first, 7))
        for lines in ["", "\n", "x\n", String(try line(first, 7).dropLast()), "\n" + (try line(first, 7)), smuggled] {
            #expect(throws: NoteError(.malformed, ""), "\(lines)") {
                try note.adding(lines: Array(lines.utf8), by: keys)
            }
        }
    }

    @Test func onlyCheckpointsOfATimeAreCosigned() throws {
        let text = try SignedNote(signing: "no checkpoint\n", by: log)
        #expect(throws: NoteError(.malformed, "")) { try text.cosigned(by: first, time: 1) }
        #expect(throws: NoteError(.cannotSign, "")) { try note.cosigned(by: first, time: -1) }
        #expect(try note.cosigned(by: first, time: Int.max).cosignatures(by: [first.verifier]).map(\.time) == [Int.max])
    }

    @Test func changedNotesAreNeverCosigned() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        let whole = try note.cosigned(by: first, time: 1_700_000_000)
        let bytes = Array(whole.encoded.utf8)
        for _ in 0..<3000 {
            guard let read = try? SignedNote(bytes: bytes.damaged(using: &random)) else { continue }
            for cosignature in (try? read.cosignatures(by: [first.verifier])) ?? [] {
                #expect(cosignature.time == 1_700_000_000 && read.text == note.text, "seed \(seed)")
            }
        }
    }
}
