import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct FormatSnifferTests {
    @Test(arguments: [
        ("From: a@b.example\nSubject: x\nDate: y\n\nText", CaptureOptions.Format.mail),
        ("\u{FEFF}\r\nReceived: x\r\n by y\r\nMIME-Version: 1.0\r\nSubject: z\r\n\r\nText", .mail),
        ("From a@b.example Tue Mar 4 07:30:00 2031\nFrom: a\nSubject: x\nDate: y\n\nText", .mail),
        ("Snapshot-Content-Location: https://a.example\nSubject: x\nMIME-Version: 1.0\n\n<p>", .mhtml),
        ("By: Jane Roe\nDate: March 4, 2031\nSource: Gazette\n\nThe pier was shut.", .text),
        ("From: the harbour\nTo: the council\nSubject: piers\nDate: May\n\nA memo.", .text),
        ("Subject: piers\n\nA note.", .text), ("From the pier: a view.\n\nText.", .text),
        ("---\ntitle: A pier\n---\n\nText.", .markdown), ("---\nA pier\n---\n\nText.", .text),
        ("---\ntitle: A pier\n\nText.", .text), ("<!-- x --><html><p>x", .html), ("# A pier\n\nText.", .text),
    ])
    func formats(_ text: String, _ format: CaptureOptions.Format) {
        #expect(FormatSniffer.format(of: Array(text.utf8)) == format)
    }

    @Test func namesOfFormats() {
        #expect(CaptureOptions.Format(fileEnding: "EML") == .mail)
        #expect(CaptureOptions.Format(fileEnding: "mhtml") == .mhtml)
        #expect(CaptureOptions.Format(fileEnding: "md") == .markdown)
        #expect(CaptureOptions.Format(fileEnding: "pdf") == nil)
        #expect(CaptureOptions.Format(mediaType: "message/rfc822") == .mail)
        #expect(CaptureOptions.Format(mediaType: "Multipart/Related; boundary=x") == .mhtml)
        #expect(CaptureOptions.Format(mediaType: "text/markdown; charset=utf-8") == .markdown)
        #expect(CaptureOptions.Format(mediaType: "image/png") == nil)
        let values = CaptureOptions.Format.allCases.map(\.rawValue)
        #expect(values == ["automatic", "html", "text", "markdown", "mail", "mhtml", "ninjs"])
    }
}
