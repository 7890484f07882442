import Testing

@testable import HearsayCapture

@Suite struct BodyRegionTests {
    private let title = "<h1>Kelmoor closes old pier</h1>"

    private func numbers(_ markup: String) throws -> [Int] { try PageFixture.numbers(markup) }
    private func paragraphs(_ numbers: ClosedRange<Int>) -> String { PageFixture.paragraphs(numbers) }

    @Test(arguments: [
        ("<article>", "<h1>", "</article>"), ("<article>", "<h2>", "</article>"),
        ("<div class=story>", "<h1>", "</div>"),
    ])
    func nextArticleOnThePageIsAnother(_ kind: (open: String, heading: String, close: String)) throws {
        let others = [10, 20].map { number in
            kind.open + kind.heading + "Another story of the evening" + kind.heading.replacing("<", with: "</")
                + "<div class=story-body>\(paragraphs(number...number + 7))</div>" + kind.close
        }
        let first = kind.open + title + "<div class=story-body>\(paragraphs(0...4))</div>" + kind.close
        #expect(try numbers(first + others.joined()) == Array(0...4))
    }

    @Test(arguments: [
        ("class=article-body id=p1", "class=article-body id=p2"),
        ("class='article-body first'", "class='article-body last'"),
        ("class=article-body", "class=article-rest"),
    ])
    func partsOfABodyAreOne(_ names: (first: String, second: String)) throws {
        let body = """
            <article>\(title)<div \(names.first)>\(paragraphs(0...3))</div><div class=ad-slot>Advertisement</div>
            <div \(names.second)>\(paragraphs(4...6))</div></article>
            """
        #expect(try numbers(body) == Array(0...6))
    }

    @Test func boxesBesideTheBodyAreNoPartOfIt() throws {
        let teaser = "<div class=rest><p><a href=/x>\(PageFixture.words(9))</a></p></div>"
        let terms = "<div class=newsletter-terms>\(paragraphs(8...8))</div>"
        let body = "<article>\(title)<div class=article-body>\(paragraphs(0...5))</div>\(teaser)\(terms)</article>"
        #expect(try numbers(body) == Array(0...5))
    }
}
