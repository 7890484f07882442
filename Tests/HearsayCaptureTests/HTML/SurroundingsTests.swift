import Testing

@testable import HearsayCapture

@Suite struct SurroundingsTests {
    private let title = "<h1>Kelmoor closes old pier</h1>"

    private func article(_ inner: String) -> String { "<article>\(title)<div class=text>\(inner)</div></article>" }
    private func paragraphs(_ numbers: ClosedRange<Int>) -> String { PageFixture.paragraphs(numbers) }

    @Test func wordsWithinASentenceStay() throws {
        let line = """
            <p>The board of <button class=gloss>Kelmoor</button> and <span role=button>Ostrand</span> met the
            <span class=more>rest of the</span> firms on <span class=timestamp>Tuesday</span> in the <abbr class=tooltip>EU</abbr> town.</p>
            """
        let expected = "The board of Kelmoor and Ostrand met the rest of the firms on Tuesday in the EU town."
        #expect(try PageFixture.body(article(line + paragraphs(0...4))).first == expected)
    }

    @Test func wordsBesideASentenceGo() throws {
        let first = "<p>\(PageFixture.words(0)) <span class=more>Read on</span></p>"
        let line = first + "<p>\(PageFixture.words(1))<button>Share</button></p>"
        let body = try PageFixture.body(article(line + paragraphs(2...5)))
        #expect(Array(body.prefix(2)) == [PageFixture.words(0), PageFixture.words(1)])
    }

    @Test(arguments: [
        "<span aria-hidden=true>T</span><span class=sr-only>T</span>he board",
        "<span class=visually-hidden>The</span><span aria-hidden=true><b>T</b>he</span> board",
    ])
    func wordsThatStandTwiceAreReadOnce(_ start: String) throws {
        let line = "<p>\(start) voted on Tuesday to close the old pier of Kelmoor, its clerk said.</p>"
        let expected = "The board voted on Tuesday to close the old pier of Kelmoor, its clerk said."
        #expect(try PageFixture.body(article(line + paragraphs(1...5))).first == expected)
    }

    @Test(arguments: ["overflow-hidden text-lg", "print:mb-2 has-tag", "no-share", "search-hit", "hidden md:block"])
    func layoutWordsDropNoParagraph(_ name: String) throws {
        let line = "<p class='\(name)'>\(PageFixture.words(0))</p>"
        #expect(try PageFixture.numbers(article(line + paragraphs(1...5))) == Array(0...5))
    }

    @Test(arguments: ["hidden", "share", "pull-quote", "article-byline"])
    func namesOfSurroundingsDropAParagraph(_ name: String) throws {
        let line = "<p class='\(name)'>\(PageFixture.words(0))</p>"
        #expect(try PageFixture.numbers(article(line + paragraphs(1...5))) == Array(1...5))
    }

    @Test(arguments: ["<div style='display:none'>", "<section hidden>"])
    func hiddenRestOfTheBodyIsRead(_ open: String) throws {
        let rest = open + paragraphs(2...7) + (open.hasPrefix("<div") ? "</div>" : "</section>")
        #expect(try PageFixture.numbers(article(paragraphs(0...1) + rest)) == Array(0...7))
    }

    @Test func hiddenBoxesStayHidden() throws {
        let form = "<div style='display:none'><form><input></form>\(paragraphs(8...12))</div>"
        let modal = "<div class=newsletter-modal style='display:none'>\(paragraphs(20...25))</div>"
        #expect(try PageFixture.numbers(article(paragraphs(0...2) + form + modal)) == Array(0...2))
    }

    @Test(arguments: [
        "<div class=cookie-consent role=dialog>", "<div class=newsletter-terms>", "<aside><h2>More news</h2>",
        "<section class=related-stories>", "<div class=comments>",
    ])
    func boxesAreNotTheBodyOfAShortArticle(_ open: String) throws {
        let close = open.hasPrefix("<div") ? "</div>" : open.hasPrefix("<aside") ? "</aside>" : "</section>"
        #expect(try PageFixture.numbers(article(paragraphs(0...1)) + open + paragraphs(10...18) + close) == [0, 1])
    }

    @Test func cardsOfOtherPagesAreDropped() throws {
        let card = "<a href=/x><div>An old story of the pier</div><div>\(PageFixture.words(9))</div></a>"
        #expect(try PageFixture.numbers(article(paragraphs(0...3) + card + paragraphs(4...6))) == Array(0...6))
    }

    @Test(arguments: ["inline-cta", "donate-box", "call-to-action"])
    func callsToTheReaderAreDropped(_ name: String) throws {
        let box = "<div class=\(name)><h3>Never miss a story</h3><p>\(PageFixture.words(9))</p></div>"
        #expect(try PageFixture.numbers(article(paragraphs(0...3) + box + paragraphs(4...6))) == Array(0...6))
    }

    /// Each hidden element looked at all its siblings before it.
    @Test func manyHiddenElementsTakeLinearTime() throws {
        let hidden = String(repeating: "<div hidden></div><section hidden>x</section>", count: 5000)
        #expect(try PageFixture.numbers(article(paragraphs(0...2) + hidden)) == [0, 1, 2])
    }

    @Test func articleInABoxIsRead() throws {
        let page = "<p>A line of the house.</p><div class=comments-page>\(article(paragraphs(0...4)))</div>"
        #expect(try PageFixture.numbers(page) == Array(0...4))
    }
}
