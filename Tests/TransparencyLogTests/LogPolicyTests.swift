import Testing

@testable import TransparencyLog

@Suite struct LogPolicyTests {
    private let log: SigningKey
    private let witnesses: [WitnessSigningKey]
    private let note: SignedNote
    /// The example of the specification: two of three, and one of two others.
    private let text: String

    init() throws {
        log = try SigningKey.generate(name: "example.org/log")
        witnesses = try (1...5).map { try WitnessSigningKey.generate(name: "witness.example/\($0)") }
        note = try SignedNote(Checkpoint(origin: log.name, size: 1, root: .leaf([1])).signed(by: log))
        let keys = witnesses.map(\.verifier.description)
        text = """
            # Whom we trust.
            log \(log.verifier) https://example.org/log

            witness X1 \(keys[0])
            witness X2 \(keys[1]) https://witness.example/2
              witness\tX3 \t\(keys[2])
            group X-witnesses 2 X1 X2 X3

            witness Y1 \(keys[3])
            witness Y2 \(keys[4])
            group Y-witnesses any Y1 Y2
              # All of both.
            group X-and-Y all X-witnesses Y-witnesses
            quorum X-and-Y

            """
    }

    private func cosigned(_ places: [Int]) throws -> SignedNote {
        try places.reduce(note) { try $0.cosigned(by: witnesses[$1], time: 100 + $1) }
    }

    @Test func theExampleIsRead() throws {
        let policy = try LogPolicy(text)
        #expect(policy.logs.map(\.key.name) == [log.name])
        #expect(policy.logs.map(\.url) == ["https://example.org/log"])
        #expect(policy.witnesses.map(\.label.description) == ["X1", "X2", "X3", "Y1", "Y2"])
        #expect(policy.witnesses.map(\.url) == [nil, "https://witness.example/2", nil, nil, nil])
        #expect(policy.groups.map(\.threshold) == [2, 1, 2])
        #expect(policy.quorum?.description == "X-and-Y")
    }

    @Test func allSubsetsOfWitnessesAreJudgedByTheRule() throws {
        let policy = try LogPolicy(text)
        for subset in 0..<32 {
            let places = (0..<5).filter { subset >> $0 & 1 == 1 }
            let isEnough = places.count { $0 < 3 } >= 2 && places.contains { $0 >= 3 }
            let note = try SignedNote(cosigned(places).encoded)
            if isEnough {
                let verdict = try policy.verified(note)
                #expect(verdict.checkpoint.size == 1)
                #expect(verdict.log.id == log.verifier.id)
                #expect(verdict.cosignatures.map(\.cosignature.time) == places.map { 100 + $0 })
            } else {
                #expect(throws: NoteError(.quorumMissed, ""), "\(places)") { try policy.verified(note) }
            }
        }
    }

    @Test func theErrorSaysWhatIsMissing() throws {
        #expect {
            try LogPolicy(text).verified(cosigned([0, 3]))
        } throws: {
            ($0 as? NoteError)?.description
                == "X-and-Y has 1 of the 2 that it needs; missing are (X-witnesses has 1 of the 2 that it needs; missing are "
                + "X2, X3)"
        }
        let single = "log \(log.verifier)\nwitness W \(witnesses[0].verifier)\nquorum W\n"
        #expect { try LogPolicy(single).verified(note) } throws: {
            ($0 as? NoteError)?.description == "the witness W did not cosign"
        }
        #expect(try LogPolicy(single).verified(cosigned([0, 1])).cosignatures.count == 1)
    }

    @Test func withoutAQuorumTheLogIsEnough() throws {
        let policy = try LogPolicy("log \(log.verifier)\nquorum none\n")
        #expect(try policy.verified(note).cosignatures.isEmpty)
        // A policy may name no log when the caller knows it.
        let none = try LogPolicy("quorum none\n")
        #expect(throws: NoteError(.unknownSigners, "")) { try none.verified(note) }
        #expect(try none.verified(note, logs: [log.verifier]).checkpoint.size == 1)
    }

    @Test func theLogMustHaveSignedUnderItsOwnName() throws {
        let policy = try LogPolicy(text)
        let stranger = try SigningKey.generate(name: log.name)
        let foreign = try SignedNote(signing: note.text, by: stranger).cosigned(by: witnesses[0], time: 1)
        #expect(throws: NoteError(.unknownSigners, "")) { try policy.verified(foreign) }
        // A log that is known, but not of this origin.
        let other = try SigningKey.generate(name: "example.org/other")
        let both = try LogPolicy("log \(log.verifier)\nlog \(other.verifier)\nquorum none\n")
        let misnamed = try SignedNote(signing: note.text, by: other)
        #expect(throws: NoteError(.wrongOrigin, "")) { try both.verified(misnamed) }
        #expect(try both.verified(misnamed.signed(by: log)).log.id == log.verifier.id)
    }

    @Test func wrongSignaturesOfAnybodyKnownRejectTheNote() throws {
        let policy = try LogPolicy(text)
        let other = try SignedNote(Checkpoint(origin: log.name, size: 2, root: .leaf([2])).signed(by: log))
        let good = try cosigned([0, 1, 3])
        #expect(try policy.verified(good).cosignatures.count == 3)
        // One wrong cosignature of a witness that is not even needed.
        let wrong = try other.cosigned(by: witnesses[4], time: 1).signatures[1]
        #expect(throws: NoteError(.badSignature, "")) { try policy.verified(good.adding(wrong)) }
        #expect(throws: NoteError(.badSignature, "")) { try policy.verified(good.adding(other.signatures[0])) }
        // A stranger's counts for nothing and harms nothing.
        let stranger = try WitnessSigningKey.generate(name: "witness.example/1")
        #expect(try policy.verified(good.cosigned(by: stranger, time: 1)).cosignatures.count == 3)
    }

    @Test func aProofFileIsHeldAgainstThePolicy() throws {
        let file = LogProofFile(index: 0, proof: [], note: try cosigned([0, 1, 3]))
        #expect(try LogPolicy(text).verified(file, leaf: [1]).checkpoint.size == 1)
        #expect(throws: ProofError(.rootMismatch, "")) { try LogPolicy(text).verified(file, leaf: [2]) }
        let alone = LogProofFile(index: 0, proof: [], note: note)
        #expect(throws: NoteError(.quorumMissed, "")) { try LogPolicy(text).verified(alone, leaf: [1]) }
    }

    @Test func namesAreBytes() throws {
        let key = witnesses[0].verifier
        // The Kelvin sign is not a K, whatever Unicode says.
        #expect(throws: NoteError(.malformed, "")) { try LogPolicy("witness K \(key)\nquorum \u{212A}\n") }
        let bytes =
            Array("log \(log.verifier)\nwitness ".utf8) + [0xFF] + Array(" \(key)\nquorum ".utf8) + [0xFF, 0x0A]
        #expect(try LogPolicy(bytes: bytes).verified(cosigned([0])).cosignatures[0].witness.bytes == [0xFF])
    }

    @Test func whatIsNoPolicyIsRefusedWithItsLine() throws {
        let (a, b) = (witnesses[0].verifier.description, witnesses[1].verifier.description)
        let two = "witness A \(a)\nwitness B \(b)\n"
        let bad: [(String, Int?)] = [
            ("", nil), ("quorum none", nil), (two, nil), ("quorum none\nquorum none\n", 2), ("quorum A\n", 1),
            ("quorum A\nwitness A \(a)\n", 1), (two + "quorum A B\n", 3), (two + "quorum\n", 3),
            ("witness A \(a)\nwitness A \(b)\nquorum A\n", 2), ("witness A \(a)\nwitness B \(a)\nquorum A\n", 2),
            ("witness none \(a)\nquorum none\n", 1), ("witness A\nquorum none\n", 1),
            ("witness A \(a) x y\nquorum none\n", 1), ("log\nquorum none\n", 1),
            ("log \(log.verifier)\nlog \(log.verifier)\nquorum none\n", 2),
            ("log \(log.verifier) x y\nquorum none\n", 1),
            (two + "group G 0 A B\nquorum G\n", 3), (two + "group G 3 A B\nquorum G\n", 3),
            (two + "group G 01 A B\nquorum G\n", 3), (two + "group G some A B\nquorum G\n", 3),
            (two + "group G all\nquorum A\n", 3), (two + "group G any A A\nquorum G\n", 3),
            (two + "group G any A C\nquorum G\n", 3), (two + "group G any A none\nquorum G\n", 3),
            (two + "group G any A G\nquorum G\n", 3), (two + "group A any A B\nquorum A\n", 3),
            (two + "group G any A\ngroup H any G A\nquorum H\n", 4), ("quorum none\r\n", 1), ("quorum\u{7F} none\n", 1),
            ("Quorum none\n", 1), ("quorum none # comment\n", 1),
        ]
        for (text, line) in bad {
            #expect(throws: NoteError(.malformed, ""), "\(text)") { try LogPolicy(text) }
            #expect("\(text)") { try LogPolicy(text) } throws: { ($0 as? NoteError)?.line == line }
        }
        #expect(throws: NoteError(.unsupportedKey, "")) { try LogPolicy("log \(a)\nquorum none\n") }
        #expect(throws: NoteError(.unsupportedKey, "")) { try LogPolicy("witness A \(log.verifier)\nquorum A\n") }
        #expect(throws: NoteError(.badKey, "")) { try LogPolicy("log x\nquorum none\n") }
        let long = String(repeating: "#\n", count: LogPolicy.maximalBytes)
        #expect(throws: NoteError(.tooLarge, "")) { try LogPolicy(long + "quorum none\n") }
    }

    @Test func damagedPoliciesNeverTrap() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        let (whole, note) = (Array(text.utf8), try cosigned([0]))
        for _ in 0..<3000 {
            guard let policy = try? LogPolicy(bytes: whole.damaged(using: &random)) else { continue }
            // Whatever was damaged, one witness is never enough for those that ask for three; a group may have shrunk.
            _ = try? policy.verified(note)
            for group in policy.groups { #expect(1...group.members.count ~= group.threshold, "seed \(seed)") }
        }
    }
}
