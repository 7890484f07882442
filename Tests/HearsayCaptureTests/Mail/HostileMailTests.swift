import HearsayCore
import Testing

@testable import HearsayCapture

/// Mails, saved pages and Markdown made to do harm: bounded in time, and a document that holds or a reason.
@Suite(.serialized) struct HostileMailTests {
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

    private func read(_ bytes: [UInt8], _ format: CaptureOptions.Format) throws(CaptureError) -> Document {
        try DocumentReader().document(from: bytes, id: "x", options: CaptureOptions(format: format))
    }

    /// The reason for which an input is refused; nil when it is read.
    private func refusal(_ text: String, _ format: CaptureOptions.Format = .mail) -> CaptureError? {
        refusal(Array(text.utf8), format)
    }

    private func refusal(_ bytes: [UInt8], _ format: CaptureOptions.Format = .mail) -> CaptureError? {
        let clock = ContinuousClock()
        var out: CaptureError?
        let time = clock.measure {
            do throws(CaptureError) { _ = try read(bytes, format) } catch { out = error }
        }
        // Tests run without optimisation, several at once.
        #expect(time < .seconds(20), "\(time)")
        if let out { #expect(!out.reason.isEmpty) }
        return out
    }

    private func mail(_ type: String, _ rest: String) -> String { MailFixtures.head + "\nContent-Type: " + type + rest }

    @Test func manyParts() {
        let text = mail("multipart/mixed; boundary=x\n\n", String(repeating: "--x\nA: b\n\nc\n", count: 100_000))
        #expect(refusal(text)?.code == .tooLarge)
    }

    @Test func deepParts() {
        let text = (0..<1000).map { "--b\($0)\nContent-Type: multipart/mixed; boundary=b\($0 + 1)\n\n" }.joined()
        #expect(refusal(mail("multipart/mixed; boundary=b0\n\n", text))?.code == .tooDeep)
        let mails = String(repeating: "Content-Type: message/rfc822\n\n", count: 1000)
        #expect(refusal(MailFixtures.head + "\n" + mails)?.code == .tooDeep)
    }

    @Test func muchBase64() {
        let line = String(repeating: "QUJD", count: 19) + "\n"
        let text = mail("text/html\nContent-Transfer-Encoding: base64\n\n", String(repeating: line, count: 650_000))
        #expect(refusal(text)?.code == .tooLarge)
        let file = mail(
            "multipart/mixed; boundary=x\n\n--x\n\nThe pier was shut, the mayor said.\n--x\n",
            "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n" + String(repeating: line, count: 650_000))
        #expect(refusal(file) == nil)
    }

    @Test func longHeaders() {
        let many = String(repeating: "X-A: b\n", count: 1_500_000)
        #expect(refusal(MailFixtures.head + "\n" + many + "\nText.")?.code == .tooLarge)
        #expect(refusal("Subject: " + String(repeating: "a", count: 10_000_000) + "\n\nText.")?.code == .tooLarge)
        let folded = "Subject: a\n" + String(repeating: " =?utf-8?Q?a?=\n", count: 30_000)
        #expect(refusal(folded + "\nThe pier was shut, the mayor said.") == nil)
        let open = "Subject: " + String(repeating: "=?a?Q?", count: 3000) + "\n\nThe pier was shut, the mayor said."
        #expect(refusal(open) == nil)
    }

    @Test func softBreaks() {
        let text = mail(
            "text/plain\nContent-Transfer-Encoding: quoted-printable\n\n", String(repeating: "=\n", count: 3_000_000))
        #expect(refusal(text)?.code == .noText)
        let blanks = mail(
            "text/plain\nContent-Transfer-Encoding: quoted-printable\n\n", String(repeating: "= ", count: 500_000))
        _ = refusal(blanks + "\n")
    }

    @Test func boundariesThatAreAlmostOne() {
        let text = mail("multipart/mixed; boundary=x\n\n--x\n\n", String(repeating: "--xy\n", count: 100_000))
        _ = refusal(text)
    }

    @Test func dataOfManyMegabytes() {
        let data = "<img src=\"data:image/png;base64," + String(repeating: "QUJD", count: 2_000_000) + "\">"
        let page = "<html><!-- Page saved with SingleFile url: https://a.example/b -->" + data + data
        #expect(refusal(page + "<p>The pier was shut, the mayor said on Monday.", .automatic) == nil)
        let commas = "<html><!-- Page saved with SingleFile url: https://a.example/b --><p>a"
        _ = refusal(commas + String(repeating: ";base64,", count: 200_000), .automatic)
    }

    @Test(arguments: [
        "[", "](", "[a](", "![", "*", "_a", "**a ", "`", "<", "<!--", "[a](b \"", "> ", "- ", "|", "\\", "[a][", "#",
        "~~",
        "[^", "http://", "``` ", "<u", "*a_b", "[[a]: b/c\n", "`a``b",
    ])
    func repeatedMarks(_ piece: String) {
        let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
        _ = refusal("A first line.\n\n" + text, .markdown)
        _ = refusal("A first line.\n\n" + String(repeating: piece + "\n", count: 20_000), .markdown)
    }

    @Test func backticksOfAllLengths() {
        let runs = (1...1500).map { String(repeating: "`", count: $0) }.joined(separator: "a")
        _ = refusal(runs, .markdown)
        let other = (1...500).map { String(repeating: "`", count: $0) }.reversed().joined(separator: "a")
        _ = refusal(other, .markdown)
    }

    @Test func mutatedInputsGiveASoundDocumentOrAReason() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var random = Generator(state: seed)
        let plain = "\nContent-Type: text/plain; format=flowed\n\n" + MailFixtures.plain
        let inner = "--a\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n" + MailFixtures.page
        let seeds: [(String, CaptureOptions.Format)] = [
            (MailFixtures.head + plain, .mail),
            (
                mail("multipart/alternative; boundary=a\n\n--a\n\n\(MailFixtures.plain)\n", inner + "\n--a--"),
                .automatic
            ),
            (mail("multipart/related; boundary=a\n\n", inner), .mhtml),
            (
                "---\ntitle: 'A pier'\nauthors:\n  - name: Jo Ash\n---\n# A *pier*\n\n> a [b][c] `d`\n> ![e](f \"g\")\n\n- h\n\n[c]: /i",
                .markdown
            ),
        ]
        let pieces = [
            "\n\n", "--a", "--a--\n", "=?utf-8?B?", "?=", "=\n", "[", "](", "**", "`", "> ", "<!--", ": ", "\u{E9}",
            "\0", "---\n",
        ]
        for round in 0..<800 {
            let (text, format) = seeds[round % seeds.count]
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[at] = UInt8.random(in: .min ... .max, using: &random)
                case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &random)))
                case 2:
                    bytes.insert(
                        contentsOf: Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8), at: at)
                default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 60)], at: at)
                }
            }
            guard let document = try? read(bytes, format) else { continue }
            check(document, "seed \(seed), round \(round)")
        }
    }

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
}
