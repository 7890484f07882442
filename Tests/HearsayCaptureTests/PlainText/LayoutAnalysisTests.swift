import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct LayoutAnalysisTests {
    private func document(_ text: String, _ options: CaptureOptions = .init()) throws -> Document {
        try DocumentReader().document(text: text, id: "t", options: options)
    }

    private func blocks(_ text: String) throws -> [String] {
        let document = try document(text)
        return document.blocks.map { "\($0.kind.rawValue): \(document.text.string($0.span))" }
    }

    private let article = """
        \r
        Harbour Plans a New Pier \u{2013} Gazette\r
        \r
        March 4, 2031\r
        By Jane Roe\r
        \r
        Ferries at the old pier. Jane Roe / AFP\r
        \r
        Updated with comments from the council.\r
        \r
        The harbour is planning a pier, the local paper Gazette <u>reported</u> Friday, citing two people in the office.\r
        \r
        An unnamed clerk confirmed the plan to\r
        \r
        Gazette and named May 9 as the day on which the work is due to begin.\r
        \r
        Related article: Storm Nears Kelmoor\r
        \r
        "It is done," the clerk said.\r
        \r
        Original url:\r
        \r
        https://www.example.org/2031/03/04/pier
        """

    @Test func articleAsPeopleHaveIt() throws {
        let document = try document(article)
        #expect(document.text.string == article)
        #expect(document.headline == "Harbour Plans a New Pier \u{2013} Gazette")
        #expect(document.published == "2031-03-04")
        #expect(document.authors == ["Jane Roe"])
        #expect(document.images == [.init(caption: "Ferries at the old pier.", credit: "Jane Roe / AFP")])
        #expect(document.updates == [.init(kind: .update, text: "Updated with comments from the council.")])
        #expect(document.related == [.init(title: "Storm Nears Kelmoor")])
        #expect(document.url == "https://www.example.org/2031/03/04/pier")
        #expect(document.outlet == .init(name: nil, domain: "example.org"))
        #expect(document.markup.map { document.text.string($0) } == ["<u>", "</u>"])
        let kinds: [Document.Block.Kind] = [
            .headline, .dateline, .byline, .caption, .note, .paragraph, .paragraph, .related, .paragraph, .address,
            .address,
        ]
        #expect(document.blocks.map(\.kind) == kinds)
        #expect(document.text.string(document.body).hasPrefix("The harbour is planning"))
        #expect(document.text.string(document.body).hasSuffix("the clerk said."))
    }

    @Test func passageIsOneParagraph() throws {
        let passage =
            "Two dockers said the crane had groaned. \u{201C}Everyone heard it,\u{201D} one said. The owner denied it"
        #expect(try blocks(passage) == ["paragraph: " + passage])
        #expect(try blocks("Mayor says no").count == 1)
    }

    @Test func hardWrappedLinesAreOneParagraph() throws {
        let first =
            "The harbour of Kelmoor will be closed for three weeks in May, the council\nsaid on Friday, because the old pier is to be taken down and a new one is to\nbe built in its place."
        let second =
            "Two fishermen said that they had not been told. One of them, who asked not to\nbe named, called the plan a disgrace for the whole town and its people."
        #expect(try blocks(first + "\n\n" + second) == ["paragraph: " + first, "paragraph: " + second])
        #expect(try blocks(first + "\n" + second).count == 2)
    }

    @Test func linesWithoutBlankLinesAreParagraphs() throws {
        let lines = [
            "The council met on Friday.", "\u{201C}We will build,\u{201D} the mayor said.",
            "Nobody else spoke at the meeting.",
        ]
        #expect(try blocks(lines.joined(separator: "\n")) == lines.map { "paragraph: " + $0 })
    }

    @Test func fullSentenceIsNoHeadline() throws {
        #expect(
            try blocks("The council met on Friday.\n\nIt will meet again.").allSatisfy { $0.hasPrefix("paragraph") })
    }

    @Test func pageNumberInsideASentenceIsFurniture() throws {
        let text =
            "The council said that the pier would be closed for the\n\n3\u{0C}\nwhole of May and that ferries would stop."
        let document = try document(text)
        #expect(document.blocks.map(\.kind) == [.paragraph])
        #expect(document.markup.map { document.text.string($0) } == ["3"])
    }

    @Test func subheadingsAreHeadings() throws {
        let text =
            "The council met on Friday and decided to build a pier.\n\nWhat happens next\n\nThe work is due to begin in May, the mayor said."
        #expect(try blocks(text)[1] == "heading: What happens next")
    }

    @Test func givenMetadataOutranksTheText() throws {
        var options = CaptureOptions(
            url: "https://www.example.com/a", outlet: "The Coast Ledger", published: "2031-01-01")
        options.headline = "harbour plans a new pier - gazette"
        options.byline = "By John Doe"
        let document = try document(article, options)
        #expect(document.published == "2031-01-01")
        #expect(document.outlet == .init(name: "The Coast Ledger", domain: "example.com"))
        #expect(document.authors == ["John Doe"])
        #expect(document.blocks.first?.kind == .headline)
    }

    @Test func dateOfACorrectionIsNotThatOfTheArticle() throws {
        let text =
            "The council met on Friday.\n\nIt decided nothing.\n\nCORRECTION:\n\nMarch 9, 2031\n\nThe council met on Thursday."
        #expect(try document(text).published == nil)
    }

    @Test func leftoverLinksAreLinks() throws {
        let document = try document(
            "The paper <a href=\"https://example.org/a\">reported</a> it, and the mayor was silent.")
        #expect(document.links.map(\.url) == ["https://example.org/a"])
        #expect(document.links.first?.span.map { document.text.string($0) } == "reported")
    }
}
