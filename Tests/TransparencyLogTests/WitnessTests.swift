import Testing

@testable import TransparencyLog

@Suite struct WitnessTests {
    private let log: SigningKey
    private let key: WitnessSigningKey
    private let witness: Witness
    private let tree = MerkleTree(leaves: (0..<40).map { .leaf([$0]) })

    init() throws {
        log = try SigningKey.generate(name: "example.org/log")
        key = try WitnessSigningKey.generate(name: "witness.example/w")
        witness = Witness(key: key, logs: [log.verifier])
    }

    private func checkpoint(_ size: Int) throws -> Checkpoint {
        Checkpoint(origin: log.name, size: size, root: try tree.root(at: size))
    }

    private func request(_ old: Int, _ size: Int) throws -> WitnessRequest {
        WitnessRequest(
            oldSize: old, proof: old == 0 ? [] : try tree.consistencyProof(from: old, to: size),
            note: try SignedNote(checkpoint(size).signed(by: log)))
    }

    @Test func aGrowingLogIsCosigned() throws {
        var last: Checkpoint?
        for (step, size) in [0, 0, 1, 2, 7, 8, 8, 40].enumerated() {
            // Sent as text, as it would be.
            let request = try WitnessRequest(bytes: Array(request(last?.size ?? 0, size).encoded.utf8))
            let answer = try witness.cosign(request, last: last, time: 1000 + step)
            #expect(try answer.checkpoint == checkpoint(size))
            #expect(try answer.note.cosignatures(by: [key.verifier]).map(\.time) == [1000 + step])
            let added = try request.note.adding(lines: Array(answer.line.utf8), by: [witness.verifier])
            #expect(added.encoded == answer.note.encoded)
            last = answer.checkpoint
        }
    }

    @Test func theReasonsDiffer() throws {
        func code(_ request: WitnessRequest, _ last: Int?) throws -> WitnessError.Code? {
            let last = try last.map(checkpoint)
            do throws(WitnessError) {
                _ = try witness.cosign(request, last: last, time: 1)
                return nil
            } catch { return error.code }
        }
        #expect(try code(request(5, 9), 5) == nil)
        #expect(try code(request(5, 9), 6) == .conflict)
        #expect(try code(request(5, 9), nil) == .conflict)
        #expect(try code(request(0, 9), 5) == .conflict)
        let (five, nine) = (try request(5, 5), try request(5, 9))
        #expect(try code(WitnessRequest(oldSize: 9, proof: nine.proof, note: five.note), 9) == .malformed)
        #expect(try code(WitnessRequest(oldSize: 5, proof: [], note: nine.note), 5) == .inconsistent)
        #expect(try code(WitnessRequest(oldSize: 0, proof: nine.proof, note: nine.note), nil) == .inconsistent)
        #expect(
            try code(WitnessRequest(oldSize: 5, proof: nine.proof + [.emptyRoot], note: nine.note), 5) == .inconsistent)
        #expect(try code(WitnessRequest(oldSize: 5, proof: [.emptyRoot], note: five.note), 5) == .inconsistent)
        let stranger = try SigningKey.generate(name: log.name)
        let unsigned = try SignedNote(signing: nine.note.text, by: stranger)
        #expect(try code(WitnessRequest(oldSize: 5, proof: nine.proof, note: unsigned), 5) == .notSigned)
        let wrong = try unsigned.adding(five.note.signatures[0])
        #expect(try code(WitnessRequest(oldSize: 5, proof: nine.proof, note: wrong), 5) == .notSigned)
        let other = try SigningKey.generate(name: "example.org/other")
        let foreign = try SignedNote(Checkpoint(origin: other.name, size: 1, root: .leaf([0])).signed(by: other))
        #expect(try code(WitnessRequest(oldSize: 0, proof: [], note: foreign), nil) == .unknownLog)
        let noCheckpoint = try SignedNote(signing: "a\n", by: log)
        #expect(try code(WitnessRequest(oldSize: 0, proof: [], note: noCheckpoint), nil) == .malformed)
    }

    @Test func aForkIsRefused() throws {
        // The log signs another history of the same size, then a longer one that began differently.
        let other = MerkleTree(leaves: (0..<40).map { .leaf([$0, 1]) })
        let last = try checkpoint(9)
        func request(_ size: Int, proof: [LogHash]) throws -> WitnessRequest {
            let checkpoint = Checkpoint(origin: log.name, size: size, root: try other.root(at: size))
            return WitnessRequest(oldSize: 9, proof: proof, note: try SignedNote(checkpoint.signed(by: log)))
        }
        #expect(throws: WitnessError(.conflict, "")) {
            try witness.cosign(request(9, proof: []), last: last, time: 1)
        }
        #expect(throws: WitnessError(.inconsistent, "")) {
            try witness.cosign(request(20, proof: other.consistencyProof(from: 9, to: 20)), last: last, time: 1)
        }
        #expect(throws: WitnessError(.inconsistent, "")) {
            try witness.cosign(request(20, proof: tree.consistencyProof(from: 9, to: 20)), last: last, time: 1)
        }
        let empty = try SignedNote(Checkpoint(origin: log.name, size: 0, root: .leaf([1])).signed(by: log))
        #expect(throws: WitnessError(.inconsistent, "")) {
            try witness.cosign(WitnessRequest(oldSize: 0, proof: [], note: empty), last: nil, time: 1)
        }
    }

    @Test func aConflictTellsTheLastSize() throws {
        #expect { try witness.cosign(request(5, 9), last: checkpoint(7), time: 1) } throws: {
            ($0 as? WitnessError)?.lastSize == 7
        }
        // The last checkpoint must be of the same log.
        let last = Checkpoint(origin: "example.org/other", size: 5, root: try tree.root(at: 5))
        #expect(throws: WitnessError(.unknownLog, "")) { try witness.cosign(request(5, 9), last: last, time: 1) }
        #expect(throws: WitnessError(.malformed, "")) {
            try witness.cosign(request(5, 9), last: checkpoint(5), time: -1)
        }
    }

    @Test func theRequestIsAsSpecified() throws {
        let request = try request(5, 9)
        let hashes = request.proof.map { $0.base64 + "\n" }.joined()
        #expect(request.encoded == "old 5\n\(hashes)\n\(request.note.encoded)")
        #expect(try Witness.origin(of: request) == log.name)
        let text = request.encoded
        let bad = [
            "", "\n\n", text.replacing("old 5", with: "old 05"), text.replacing("old 5", with: "old -5"),
            text.replacing("old 5", with: "new 5"), text.replacing("old 5", with: "old 5\n"),
            text.replacing("old 5", with: "old 5\nAQID"), text.replacing("\n", with: "\r\n"),
            String(text.prefix { $0 != "—" }), "\n" + text,
        ]
        for text in bad {
            #expect(throws: NoteError(.malformed, ""), "\(text)") { try WitnessRequest(bytes: Array(text.utf8)) }
        }
        let many = String(repeating: LogHash.emptyRoot.base64 + "\n", count: 64)
        #expect(throws: NoteError(.tooLarge, "")) {
            try WitnessRequest(bytes: Array("old 5\n\(many)\n\(request.note.encoded)".utf8))
        }
        let long = [UInt8](repeating: 0x41, count: WitnessRequest.maximalBytes + 1)
        #expect(throws: NoteError(.tooLarge, "")) { try WitnessRequest(bytes: long) }
    }

    @Test func changedRequestsCosignTheSameOrNothing() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        let (whole, last) = (Array(try request(5, 9).encoded.utf8), try checkpoint(5))
        for _ in 0..<3000 {
            let bytes = whole.damaged(using: &random)
            guard let request = try? WitnessRequest(bytes: bytes) else { continue }
            #expect(Array(request.encoded.utf8) == bytes, "seed \(seed)")
            guard let answer = try? witness.cosign(request, last: last, time: 1) else { continue }
            #expect(try answer.checkpoint == checkpoint(9), "seed \(seed)")
        }
    }
}
