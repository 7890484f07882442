import HearsayCore
import Testing

@testable import HearsayCapture

/// Whatever the bytes: no trap, and blocks that are sorted, apart, on code points and inside the text.
@Suite struct SoundnessTests {
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let pieces: [String] = [
        "\n\n", "\r\n", "\u{0C}", "By Jane Roe", "March 4, 2031", "Photo: ", " / AFP", "Correction: ",
        "Related article: ", "Read more:",
        "Original url:", "https://www.example.org/a", "<u>", "</u>", "<a href=\"x\">", "</a>", "\u{A0}", "\u{201D}",
        "\u{2028}", "\u{FEFF}",
        "The harbour was closed, the council said", ". ", " to\n\n", "<p>", "<div class=\"article-body\">", "</div>",
        "<h1>", "</h1>", "<h2>",
        "<br>", "<table><tr><td>", "<b x=1>", "<script type=application/ld+json>{\"@type\":\"Article\"}</script>",
        "<time datetime=2031-03-04>",
        "<!--", "-->", "&nbsp;", "&#xD800;", "<svg/>", "<figure><img src=a><figcaption>", "\u{1F600}", "3", "12:30 GMT",
        "\0",
    ]

    private func check(_ document: Document, _ label: String) {
        let text = document.text.utf8
        func sound(_ span: TextSpan) -> Bool {
            span.end <= text.count
                && [span.start, span.end].allSatisfy { $0 == text.count || !text[$0].isUTF8Continuation }
        }
        #expect(document.blocks.allSatisfy { sound($0.span) && !$0.span.isEmpty }, "\(label)")
        #expect(
            zip(document.blocks, document.blocks.dropFirst()).allSatisfy { $0.span.end <= $1.span.start }, "\(label)")
        #expect(zip(document.markup, document.markup.dropFirst()).allSatisfy { $0.end <= $1.start }, "\(label)")
        #expect(document.markup.allSatisfy(sound) && sound(document.body), "\(label)")
        #expect(document.links.allSatisfy { $0.span.map(sound) ?? true }, "\(label)")
    }

    @Test func anyBytesGiveASoundDocumentOrAnError() {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var random = Generator(state: seed)
        for round in 0..<1500 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
                bytes.append(contentsOf: piece.utf8)
            }
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            var options = CaptureOptions()
            options.format = [.html, .text, .automatic][round % 3]
            guard let document = try? DocumentReader().document(from: bytes, id: "x", options: options) else {
                continue
            }
            check(document, "seed \(seed), round \(round)")
        }
    }

    @Test func plainTextIsUnchanged() throws {
        let text = "\u{FEFF}One line.\r\n\r\nA second, with \u{1F600}.\n\n\u{0C}Third.\u{2028}Last "
        #expect(try DocumentReader().document(text: text, id: "x").text.utf8 == Array(text.utf8))
    }
}
