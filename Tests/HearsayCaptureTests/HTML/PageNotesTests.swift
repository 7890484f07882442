import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct PageNotesTests {
    private static let body = """
        <p>The harbour of Kelmoor is planning a pier, the clerk said on Friday, and work, she added, begins in May.</p>
        <p>Nobody else spoke at the meeting, which was held behind closed doors, and which, as ever, ended late.</p>
        """

    private func document(above: String = "", inside: String = "", below: String = "") throws -> Document {
        let page = """
            <html><body><article><h1>Harbour plans pier</h1>\(above)<div class="story-body">\(Self.body)\(inside)</div>\(below)
            </article></body></html>
            """
        return try DocumentReader().document(from: Array(page.utf8), id: "p", options: CaptureOptions(format: .html))
    }

    private static let note = "Correction: An earlier version of this article gave the wrong length of the pier."

    @Test func notesStandAnywhere() throws {
        let note = Document.Update(kind: .correction, text: Self.note)
        for markup in [
            "<p><em>\(Self.note)</em></p>", "<aside><p>\(Self.note)</p></aside>",
            "<footer><p>\(Self.note)</p></footer>",
        ] {
            #expect(try document(above: markup).updates == [note])
            #expect(try document(inside: markup).updates == [note])
            #expect(try document(below: markup).updates == [note])
            #expect(try !document(inside: markup).text.string.contains("wrong length"))
        }
    }

    @Test func boxesHoldTheWholeNote() throws {
        let box = """
            <div class="editors-note"><h4>Editor's note</h4><p>The writer of this piece owns a boat.</p>
            <p>She has told the editors so.</p></div>
            """
        for document in [try document(above: box), try document(inside: box), try document(below: box)] {
            #expect(document.updates.map(\.kind) == [.editorsNote])
            #expect(
                document.updates.first?.text
                    == "Editor's note The writer of this piece owns a boat. She has told the editors so.")
            #expect(!document.text.string.contains("boat"))
        }
    }

    @Test func labelsMayStandAlone() throws {
        let document = try document(
            inside: "<p>Correction: March 4, 2031</p><p>The pier is forty metres long, not four.</p>")
        #expect(
            document.updates == [
                .init(kind: .correction, text: "Correction: March 4, 2031 The pier is forty metres long, not four.")
            ])
        #expect(!document.text.string.contains("forty"))
    }

    @Test func appendedNotesStandElsewhere() throws {
        let document = try document(
            inside: "<p>CORRECTION APPENDED.</p><p>The pier is forty metres long, not four.</p>")
        #expect(document.updates == [.init(kind: .correction, text: "CORRECTION APPENDED.")])
        #expect(document.text.string.contains("forty"))
    }

    @Test(arguments: [
        "<p>Updated: 4 March 2031, 10:15 pm</p>", "<p><em>Updated at 1:23 p.m.</em></p>",
        "<div class=correction-link><a href=/c>Submit a correction to this article here</a></div>",
        "<p>Correctional officers of the harbour went on strike, the union said on Friday evening.</p>",
    ])
    func otherLines(_ markup: String) throws {
        #expect(try document(inside: markup).updates.isEmpty)
        #expect(try document(below: markup).updates.isEmpty)
    }

    @Test func runningReportsKeepTheirEntries() throws {
        let entries = (1...5).map { "<p>Update 1\($0):30: The tide has risen by a hand, the harbour master says.</p>" }
        let document = try document(inside: entries.joined())
        #expect(document.updates.isEmpty)
        #expect(document.text.string.contains("Update 15:30"))
        #expect(UpdateNote.kind(of: Array("Update 3: The pier is open.".utf8)[...]) == nil)
    }

    @Test func notesBehindTheArticleAreFound() throws {
        let page = """
            <main><article><h1>Harbour plans pier</h1><div class="story-body">\(Self.body)</div></article>
            <div class=after><p>\(Self.note)</p></div><h2>More</h2></main>
            """
        let document = try DocumentReader().document(
            from: Array(page.utf8), id: "p", options: CaptureOptions(format: .html))
        #expect(document.updates.map(\.kind) == [.correction])
        let details =
            "<details><summary>Corrections</summary><p>An earlier version of this story gave a wrong year.</p></details>"
        #expect(try self.document(below: details).updates.map(\.kind) == [.correction])
    }
}
