import Foundation
import HearsayCore
import Testing

@testable import Hearsay

@Suite struct OutputTests {
    private func render(_ format: OutputFormat, _ style: OutputStyle = OutputStyle()) -> [UInt8] {
        var formatter = format.formatter(style: style)
        return formatter.head() + formatter.article(SampleReading.reading, id: "harbour") + formatter.foot()
    }

    @Test func json() throws { try expectGolden(render(.json, OutputStyle(indented: true)), "reading.json") }
    @Test func jsonLines() throws { try expectGolden(render(.jsonl, OutputStyle(indented: true)), "reading.jsonl") }
    @Test func text() throws { try expectGolden(render(.text), "reading.txt") }
    @Test func colouredText() throws {
        try expectGolden(render(.text, OutputStyle(colour: true, width: 48)), "reading-colour.txt")
    }
    @Test func csv() throws { try expectGolden(render(.csv), "reading.csv") }
    @Test func markdown() throws { try expectGolden(render(.markdown), "reading.md") }
    @Test func html() throws { try expectGolden(render(.html), "reading.html") }
    @Test func document() throws {
        try expectGolden(DocumentJSON.bytes(of: SampleReading.reading.document, indented: true), "document.json")
    }

    @Test func offsetsCountCodePoints() throws {
        let json = try #require(try JSONSerialization.jsonObject(with: Data(render(.json))) as? [String: Any])
        let text = Array(SampleReading.text.unicodeScalars)
        let statements = try #require(json["statements"] as? [[String: Any]])
        let content = try #require(statements[1]["content"] as? [[String: Int]])
        let (start, end) = (try #require(content[0]["start"]), try #require(content[0]["end"]))
        #expect(String(String.UnicodeScalarView(text[start..<end])) == "“We’re 40 pilots short & tired,”")
        #expect(start != SampleReading.reading.statements[1].content[0].start)
    }

    @Test func twoArticlesShareOnePage() {
        var page = ReadingHTML()
        let bytes =
            page.head() + page.article(SampleReading.reading, id: nil) + page.article(SampleReading.reading, id: nil)
            + page.foot()
        let html = String(decoding: bytes, as: UTF8.self)
        #expect(html.components(separatedBy: "<!doctype html>").count == 2)
        #expect(html.components(separatedBy: "id=\"a2-s1\"").count == 2)
    }

    @Test func hostileTextCannotDriveATerminal() {
        var document = Document(id: "x", text: SourceText("\u{1B}]0;gotcha\u{7} \u{9B}31m he\u{202E}llo\r\nworld said"))
        document.headline = "\u{1B}[2Jcleared"
        var statement = Statement(id: "s1", source: [], cue: [], content: [document.text.span], voice: "v1")
        statement.relay = ["nobody"]
        let reading = Reading(
            document: document, voices: [Voice(id: "v1", kind: .unspecified)], statements: [statement])
        var view = ReadingText()
        let shown = String(decoding: view.article(reading, id: nil), as: UTF8.self)
        #expect(shown.unicodeScalars.allSatisfy { $0 == "\n" || !PlainText.isUnsafe($0) })
        #expect(shown.contains("he\u{FFFD}llo world said"))
    }

    @Test func hostileTextCannotEnterAPage() {
        var document = Document(id: "x", text: SourceText("<script>alert(1)</script> said & <img src=x onerror=y>"))
        document.headline = "</title><script>alert(2)</script>"
        let statement = Statement(id: "s1\"><b>", source: [], cue: [], content: [document.text.span], voice: "v\"1")
        let reading = Reading(document: document, voices: [], statements: [statement])
        var page = ReadingHTML()
        let html = String(decoding: page.article(reading, id: nil) + page.foot(), as: UTF8.self)
        #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>"))
        #expect(html.contains("default-src 'none'"))
    }

    @Test(arguments: [
        ("=1+2", "'=1+2"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\tx", "'\tx"), ("a,b", "\"a,b\""),
        ("say \"no\"", "\"say \"\"no\"\"\""), ("two\nlines", "\"two\nlines\""), ("plain", "plain"), ("", ""),
    ])
    func cells(_ text: String, _ cell: String) { #expect(ReadingCSV.cell(text) == cell) }

    @Test(arguments: [
        (300_000.0, "300,000"), (0.5, "0.5"), (-1234.25, "-1,234.25"), (1.05, "1.05"), (999, "999"), (0, "0"),
    ])
    func numbers(_ value: Double, _ label: String) { #expect(FigureLabel.number(value) == label) }

    @Test func wrappingCountsColumns() {
        #expect(PlainText.width("日本🌊e\u{301}") == 7)
        #expect(PlainText.wrap("one two three", width: 7) == ["one two", "three"])
        #expect(PlainText.withoutInlineTags("a <u>b</u> 1 < 2 <unknown> <") == "a b 1 < 2 <unknown> <")
    }

    @Test func base64AgreesWithFoundation() {
        for text in ["", "a", "ab", "abc"] {
            let bytes = Array(text.utf8)
            #expect(Digest.base64(of: bytes) == Data(Digest.hash(bytes)).base64EncodedString())
        }
        #expect(
            Digest.name(of: Array("abc".utf8))
                == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
