import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct TextDecodingTests {
    private func text(_ bytes: [UInt8], charset: String? = nil, page: Bool = false) throws -> String {
        try TextDecoding.text(of: bytes, charset: charset, page: page).string
    }

    @Test func validUTF8IsKeptWithMarkAndLineEnds() throws {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("Caf\u{E9}\r\nopen\r\n".utf8)
        #expect(try TextDecoding.text(of: bytes, charset: nil, page: false).utf8 == bytes)
    }

    @Test func byteOrderMarksTellWideEncodings() throws {
        #expect(try text([0xFF, 0xFE, 0x41, 0, 0x14, 0x20]) == "A\u{2014}")
        #expect(try text([0xFE, 0xFF, 0, 0x41, 0x20, 0x14]) == "A\u{2014}")
        #expect(try text([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0]) == "A")
        #expect(try text([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x41]) == "A")
    }

    @Test func wideTextWithoutMarkIsRecognised() throws {
        let words = "The harbour was closed on Friday."
        #expect(try text(words.utf8.flatMap { [$0, 0] }) == words)
        #expect(try text(words.utf8.flatMap { [0, $0] }) == words)
    }

    @Test func oneByteEncodings() throws {
        #expect(
            try text([0x93, 0x48, 0x69, 0x94, 0x20, 0x97, 0x20, 0xE9, 0x80])
                == "\u{201C}Hi\u{201D} \u{2014} \u{E9}\u{20AC}")
        #expect(try text([0xCF, 0xD2], charset: "KOI8-R") == "\u{43E}\u{440}")
        #expect(try text([0xD0, 0xE8], charset: "windows-1251") == "\u{420}\u{438}")
        #expect(try text([0xA4], charset: "iso-8859-15") == "\u{20AC}")
        #expect(try text([0xB1], charset: "iso-8859-2") == "\u{105}")
        #expect(try text([0x82, 0xA0], charset: "shift_jis") == "\u{3042}")
        #expect(try text([0xC4, 0xE3], charset: "gbk") == "\u{4F60}")
    }

    @Test func pagesDeclareTheirEncoding() throws {
        let head = Array("<html><head><meta charset=\"koi8-r\"></head>".utf8)
        #expect(try text(head + [0xC1], page: true).hasSuffix("\u{430}"))
        let old = Array("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>".utf8)
        #expect(try text(old + [0xE0], page: true).hasSuffix("\u{430}"))
        // A page that says UTF-16 in ASCII cannot be.
        let wrong = Array("<meta charset=utf-16>".utf8)
        #expect(try text(wrong + [0xE0, 0x41], page: true).hasSuffix("\u{E0}A"))
    }

    @Test func someBrokenBytesDoNotMakeAnotherEncoding() throws {
        let bytes = Array("\u{201C}caf\u{E9}\u{201D} \u{201C}caf\u{E9}\u{201D}".utf8) + [0xFF]
        #expect(try text(bytes).hasPrefix("\u{201C}caf\u{E9}\u{201D}"))
    }

    @Test func brokenSequencesBecomeReplacementCharacters() throws {
        #expect(try text([0x41, 0x82], charset: "shift_jis") == "A\u{FFFD}")
    }

    @Test(
        arguments: [
            [0x25, 0x50, 0x44, 0x46, 0x2D, 0x31], [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B, 0x08],
            [0x89, 0x50, 0x4E, 0x47],
            [0xFF, 0xD8, 0xFF, 0xE0], [0x7F, 0x45, 0x4C, 0x46], [0x41, 0, 1, 2, 3, 4, 5],
        ] as [[UInt8]])
    func binaryIsRefused(_ bytes: [UInt8]) {
        #expect(throws: CaptureError(.binary, "")) { try text(bytes) }
    }

    @Test func unknownCharsetIsNamed() {
        #expect(throws: CaptureError(.unknownCharset, "")) { try text([0x41], charset: "klingon-8") }
    }
}
