import Testing

@testable import TransparencyLog

@Suite struct SignedNoteTests {
    private let peter: VerifierKey
    private let enoch: VerifierKey
    private let signer: SigningKey

    init() throws {
        peter = try VerifierKey(SampleKeys.peter)
        enoch = try VerifierKey(SampleKeys.enoch)
        signer = try SigningKey(secretText: SampleKeys.peterSecret)
    }

    @Test func signingGivesTheKnownNote() throws {
        let note = try SignedNote(signing: SampleKeys.text, by: signer)
        #expect(note.encoded == SampleKeys.text + "\n" + SampleKeys.byPeter)
        // A key signs once, however often it is asked to.
        #expect(try note.signed(by: signer).encoded == note.encoded)
        let other = try SigningKey.generate(name: "PeterNeumann")
        let both = try note.signed(by: other)
        #expect(both.signatures.count == 2)
        #expect(try both.verified(by: [other.verifier, peter]).count == 2)
    }

    @Test func knownSignaturesCountAndUnknownOnesDoNot() throws {
        let text = SampleKeys.text + "\n" + SampleKeys.byPeter + SampleKeys.byEnoch
        let note = try SignedNote(text)
        #expect(note.encoded == text)
        #expect(note.text == SampleKeys.text)
        #expect(try note.verified(by: [peter]).map(\.name) == ["PeterNeumann"])
        #expect(try note.verified(by: [enoch, peter]).map(\.keyID) == [peter.id, enoch.id])
        #expect(throws: NoteError(.unknownSigners, "")) { try note.verified(by: []) }
        let namesake = try SigningKey.generate(name: "PeterNeumann").verifier
        #expect(throws: NoteError(.unknownSigners, "")) { try note.verified(by: [namesake]) }
    }

    @Test func aWrongSignatureOfAKnownKeyRejectsTheNote() throws {
        let note = try SignedNote(SampleKeys.text + ".\n\n" + SampleKeys.byPeter + SampleKeys.byEnoch)
        #expect(throws: NoteError(.badSignature, "")) { try note.verified(by: [peter]) }
        // One right signature does not make up for a wrong one.
        let mixed = try SignedNote(
            SampleKeys.text + "\n" + SampleKeys.byPeter + SampleKeys.byPeter.replacing("ZJk", with: "ZJj"))
        #expect(throws: NoteError(.badSignature, "")) { try mixed.verified(by: [peter]) }
    }

    @Test func theLastBlankLineDivides() throws {
        let text = "One.\n\n— PeterNeumann is not a signature here\n\nTwo.\n"
        let note = try SignedNote(SignedNote(signing: text, by: signer).encoded)
        #expect(note.text == text)
        #expect(try note.verified(by: [peter]).count == 1)
    }

    @Test func manySignaturesAreRead() throws {
        let lines = String(repeating: SampleKeys.byEnoch, count: SignedNote.maximalSignatures - 1) + SampleKeys.byPeter
        #expect(try SignedNote(SampleKeys.text + "\n" + lines).verified(by: [peter]).count == 1)
        #expect(throws: NoteError(.tooLarge, "")) {
            try SignedNote(SampleKeys.text + "\n" + lines + SampleKeys.byPeter)
        }
        let full = try SignedNote(
            SampleKeys.text + "\n" + lines.replacing(SampleKeys.byPeter, with: SampleKeys.byEnoch))
        #expect(throws: NoteError(.tooLarge, "")) { try full.signed(by: signer) }
        let long = String(repeating: "a", count: SignedNote.maximalBytes - 1) + "\n"
        #expect(throws: NoteError(.tooLarge, "")) { try SignedNote(signing: long, by: signer) }
        #expect(throws: NoteError(.tooLarge, "")) { try SignedNote(long + "\n" + SampleKeys.byPeter) }
    }

    @Test(arguments: [
        "", "\n", "\n\n", SampleKeys.text, SampleKeys.text + "\n", SampleKeys.text + SampleKeys.byPeter,
        SampleKeys.text + "\n" + SampleKeys.byPeter.dropLast(), "\u{01}" + SampleKeys.text + "\n" + SampleKeys.byPeter,
        SampleKeys.text + "\n" + SampleKeys.byPeter + "Unexpected line.\n",
        SampleKeys.text + "\n" + SampleKeys.byPeter.replacing("PeterNeumann", with: "Peter Neumann"),
        SampleKeys.text + "\n" + SampleKeys.byPeter.replacing("PeterNeumann", with: "Peter+Neumann"),
        SampleKeys.text + "\n" + SampleKeys.byPeter.replacing("PeterNeumann", with: ""),
        SampleKeys.text + "\n" + SampleKeys.byPeter.replacing("—", with: "-"), SampleKeys.text + "\n— PeterNeumann \n",
        SampleKeys.text + "\n— PeterNeumann x08gow==\n", SampleKeys.text + "\r\n" + SampleKeys.byPeter,
        SampleKeys.text + "\n" + SampleKeys.byPeter.replacing("\n", with: "\r\n"),
    ])
    func malformedNotesAreRefused(note: String) {
        #expect(throws: NoteError(.malformed, "")) { try SignedNote(note) }
    }

    @Test func theErrorNamesTheLine() {
        #expect { try SignedNote("a\nb\n\n" + SampleKeys.byPeter + "x\n") } throws: { ($0 as? NoteError)?.line == 5 }
        #expect { try SignedNote("a\n\tb\n\n" + SampleKeys.byPeter) } throws: { ($0 as? NoteError)?.line == 2 }
    }

    @Test func bytesThatAreNotUTF8AreRefused() {
        let bytes = [0xFF] + Array((SampleKeys.text + "\n" + SampleKeys.byPeter).utf8)
        #expect(throws: NoteError(.malformed, "")) { try SignedNote(bytes: bytes) }
    }

    @Test func whatIsReadIsWrittenAsItWas() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        let whole = Array((SampleKeys.text + "\n" + SampleKeys.byPeter + SampleKeys.byEnoch).utf8)
        for _ in 0..<5000 {
            let bytes = whole.damaged(using: &random)
            guard let note = try? SignedNote(bytes: bytes) else { continue }
            #expect(Array(note.encoded.utf8) == bytes, "seed \(seed)")
            let isSame = Array(note.text.utf8) == Array(SampleKeys.text.utf8)
            if !isSame { #expect(throws: NoteError.self, "seed \(seed)") { try note.verified(by: [peter]) } }
        }
    }
}
