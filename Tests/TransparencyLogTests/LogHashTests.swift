import Testing

@testable import TransparencyLog

@Suite struct LogHashTests {
    @Test func formsAreExact() throws {
        let bytes = Array(UInt8(0)..<32)
        let hash = try #require(LogHash(bytes: bytes))
        #expect(hash.bytes == bytes)
        #expect(hash.hex == "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
        #expect(hash.base64 == "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
        #expect(LogHash(hex: hash.hex) == hash)
        #expect(LogHash(base64: hash.base64) == hash)
        #expect(LogHash(bytes: bytes.dropLast()) == nil)
        #expect(LogHash(bytes: bytes + [0]) == nil)
        #expect(LogHash(hex: hash.hex.uppercased()) == nil)
        #expect(LogHash(hex: String(hash.hex.dropLast())) == nil)
        // Bits that carry nothing must be zero, the padding there, and no line break in between.
        for text in ["AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9=", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"] {
            #expect(LogHash(base64: text) == nil)
            #expect(LogHash(base64: text + "\n") == nil)
        }
    }

    @Test func base64HasOneTextForEachValue() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let text = Base64.encode(bytes)
            #expect(Base64.decode(text.utf8) == bytes, "seed \(seed)")
            #expect(Hexadecimal.decode(Hexadecimal.encode(bytes).utf8) == bytes, "seed \(seed)")
            let damaged = Array(text.utf8).damaged(using: &random)
            guard let decoded = Base64.decode(damaged) else { continue }
            #expect(Array(Base64.encode(decoded).utf8) == damaged, "seed \(seed)")
        }
        for text in ["=", "====", "A===", "AA=A", "A=", "AA", "AA==AA==", "AAA=AAAA", "AB==", "AAB=", "A-_A", " AAA"] {
            #expect(Base64.decode(text.utf8) == nil, "\(text)")
        }
    }

    @Test func decimalsHaveNoSignAndNoLeadingZeros() {
        #expect(Int(digits: "0".utf8) == 0)
        #expect(Int(digits: String(Int.max).utf8) == Int.max)
        for text in ["", "00", "01", "+1", "-1", " 1", "1 ", "1.", "٣", "9223372036854775808", "99999999999999999999"] {
            #expect(Int(digits: text.utf8) == nil, "\(text)")
        }
    }
}
