import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct ModestParserTests {
    private func tree(_ page: String, _ limits: CaptureLimits = .init()) throws -> HTMLTree {
        try ModestParser.tree(of: Array(page.utf8), limits: limits)
    }

    /// What a scan of the bytes takes for a comment, a value or raw text, and the parser does not.
    @Test(arguments: [
        ("<!-->", "-->"), ("<!-- --!>", "-->"), ("<a =\">", "\">"), ("</b a=\"<!--\">", "-->"), ("<!x <!-- >", "-->"),
        ("<select><title></select>", "</title>"), ("<script><!--<script></script> <!-- </script>", "-->"),
        ("<svg><p></p><style><!--</style>", "-->"),
    ])
    func depthIsBoundedWhereTheScanSeesNone(_ shape: (before: String, behind: String)) {
        let page = "<p>The pier.</p>" + shape.before + String(repeating: "<div>", count: 100_000) + shape.behind
        #expect(throws: CaptureError(.tooDeep, "")) { try tree(page) }
    }

    @Test func repairsAreBounded() {
        let pages = [
            "<table>" + String(repeating: "x<tr>", count: 200_000),
            (0..<20_000).map { "<body a\($0)=1>" }.joined(),
            (0..<50_000).map { "<x-\($0)></x-\($0)>" }.joined(),
        ]
        for page in pages { #expect(throws: CaptureError(.tooCostly, "")) { try tree(page) } }
        let fonts = (0..<3000).map { "<p><b a=\($0)>" }.joined()
        #expect(throws: CaptureError.self) { try tree(fonts) }
    }

    /// An empty page, also one with room for bytes, ended the parser before it had begun.
    @Test func nothingIsNoPage() {
        var bytes = Array("<p>".utf8)
        bytes.removeAll(keepingCapacity: true)
        #expect(throws: CaptureError(.noText, "")) { try ModestParser.tree(of: bytes, limits: .init()) }
        #expect(throws: CaptureError(.noText, "")) { try tree("") }
    }

    @Test func elementsAreBounded() {
        #expect(throws: CaptureError(.tooLarge, "")) {
            try tree(String(repeating: "<br>", count: 20_000), .init(elements: 1000))
        }
    }

    /// A page is parsed in pieces; where they meet, nothing is lost.
    @Test func piecesMakeOneTree() throws {
        let line = "<p>The pier &amp; the quay <b class='x'>stay</b> shut.</p><script>if (a<b) { '<p>' }</script>\n"
        let tree = try tree(String(repeating: line, count: 2000))
        let words = (0..<tree.count).filter { tree.tag[$0] == .p }.map { tree.plainText($0) }
        #expect(words.count == 2000 && words.allSatisfy { $0 == "The pier & the quay stay shut." })
    }
}
