import Testing

@testable import TransparencyLog

@Suite struct KeyTests {
    @Test func keysArePrintedAsTheyAreRead() throws {
        let key = try VerifierKey(SampleKeys.peter)
        #expect(key.description == SampleKeys.peter)
        #expect(key.name == "PeterNeumann")
        #expect(key.id == 0xC74F_20A3)
        let signer = try SigningKey(secretText: SampleKeys.peterSecret)
        #expect(signer.secretText == SampleKeys.peterSecret)
        #expect(signer.verifier.description == SampleKeys.peter)
        #expect(String(describing: signer) == SampleKeys.peter)
        #expect(String(reflecting: signer) == SampleKeys.peter)
    }

    @Test func partsOfKeysAndChangedKeysAreRefused() throws {
        let text = Array(SampleKeys.peter.utf8)
        for start in text.indices {
            for end in start + 1...text.count where end - start < text.count {
                #expect(throws: NoteError.self) { try VerifierKey(String(decoding: text[start..<end], as: UTF8.self)) }
            }
        }
        let secret = Array(SampleKeys.peterSecret.utf8)
        for start in secret.indices {
            #expect(throws: NoteError.self) {
                try SigningKey(secretText: String(decoding: secret[..<start], as: UTF8.self))
            }
        }
        for place in text.indices {
            var changed = text
            changed[place] += 1
            #expect(throws: NoteError.self) { try VerifierKey(String(decoding: changed, as: UTF8.self)) }
        }
        for place in secret.indices {
            var changed = secret
            changed[place] += 1
            #expect(throws: NoteError.self) { try SigningKey(secretText: String(decoding: changed, as: UTF8.self)) }
        }
        // A longer key, and one of another type, each with the id that belongs to it.
        #expect(throws: NoteError(.badKey, "")) {
            try VerifierKey("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==")
        }
        #expect(throws: NoteError(.unsupportedKey, "")) {
            try VerifierKey("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
        }
    }

    @Test func newKeysSignAndAreDistinct() throws {
        let key = try SigningKey.generate(name: "example.org/log")
        let again = try SigningKey(secretText: key.secretText)
        let bytes = Array("hi".utf8)
        #expect(try VerifierKey(key.verifier.description).verifies(again.signature(of: bytes), of: bytes))
        #expect(try !key.verifier.verifies(again.signature(of: bytes), of: bytes + [0]))
        #expect(try SigningKey.generate(name: "example.org/log").secretText != key.secretText)
        #expect(!key.verifier.verifies([], of: bytes))
        #expect(!key.verifier.verifies([UInt8](repeating: 0, count: 65), of: bytes))
    }

    @Test(arguments: ["", "a b", "a+b", "a\u{A0}b", "a\u{2028}", "a\n", "\u{01}"])
    func namesThatANoteCannotHoldAreRefused(name: String) {
        #expect(throws: NoteError(.badKey, "")) { try SigningKey.generate(name: name) }
    }

    @Test func keysOfAnotherLengthAreRefused() {
        for count in [0, 31, 33, 64] {
            let bytes = [UInt8](repeating: 1, count: count)
            #expect(throws: NoteError(.badKey, "")) { try VerifierKey(name: "a", publicKey: bytes) }
            #expect(throws: NoteError(.badKey, "")) { try SigningKey(name: "a", seed: bytes) }
        }
    }
}
