import Testing

@testable import HearsayCapture

@Suite struct BodyCleaningTests {
    private func article(_ inner: String) -> String {
        "<article><h1>Kelmoor closes old pier</h1><div class=text>\(inner)</div></article>"
    }
    private func paragraphs(_ numbers: ClosedRange<Int>) -> String { PageFixture.paragraphs(numbers) }

    @Test(arguments: ["More questions than answers", "More than money", "Sources", "References", "Popular"])
    func headingOverProseEndsNothing(_ heading: String) throws {
        let page = article(paragraphs(0...3) + "<h2>\(heading)</h2>" + paragraphs(4...6))
        #expect(try PageFixture.numbers(page) == Array(0...6))
    }

    @Test(arguments: ["More from Kelmoor", "Sources", "More stories"])
    func headingOverLinksEndsTheBody(_ heading: String) throws {
        let list = "<ul><li><a href=/a>Storm nears the coast</a></li><li><a href=/b>A ferry runs late</a></li></ul>"
        let body = try PageFixture.body(article(paragraphs(0...3) + "<h2>\(heading)</h2>" + list))
        #expect(body.count == 4)
    }

    @Test(arguments: [
        "Tagged seals were seen below the pier on Monday, the harbour master said.",
        "Posted in 1916 to the western front, her grandfather wrote home about the pier.",
        "Join our two reporters and you see a town that is divided, a councillor said.",
        "Story continues to divide the town, the mayor said on Monday.",
    ])
    func sentencesThatStartLikeFurnitureStay(_ line: String) throws {
        let page = article(paragraphs(0...2) + "<p>\(line)</p>" + paragraphs(3...5))
        #expect(try PageFixture.body(page).contains(line))
    }

    @Test(arguments: [
        "Tagged: harbour, pier", "Filed under harbour",
        "Join our newsletter and read about the coast every day of the year.",
        "Get the latest from the coast in your inbox every morning before you get up.", "Story continues below",
    ])
    func furnitureGoes(_ line: String) throws {
        let page = article(paragraphs(0...2) + "<p>\(line)</p>" + paragraphs(3...5))
        #expect(try PageFixture.body(page).count == 6)
    }

    @Test func datesOverPartsOfATimelineStay() throws {
        let days = (3...6).map { "<h3>March \($0), 2031</h3><p>\(PageFixture.words($0))</p>" }.joined()
        let body = try PageFixture.body(article("<p>March 7, 2031</p>" + paragraphs(0...1) + days))
        #expect(body.count == 10 && body.contains("March 3, 2031") && !body.contains("March 7, 2031"))
    }

    @Test func linesOnTheAuthorAtTheEndGo() throws {
        let line = "<p>Jane Roe is a staff writer at the Post. Reach her at jane@example.org.</p>"
        #expect(try PageFixture.numbers(article(paragraphs(0...5) + line)) == Array(0...5))
        #expect(try PageFixture.body(article(paragraphs(0...5) + line)).count == 6)
    }

    private let url = "https://www.example.org/news/kelmoor-closes-old-pier"

    @Test func sentenceThatIsALinkStays() throws {
        let link = "<p><a href='/news/old-warning-about-the-pier'>\(PageFixture.words(2))</a></p>"
        #expect(
            try PageFixture.numbers(article(paragraphs(0...1) + link + paragraphs(3...5)), url: url) == Array(0...5))
    }

    @Test func proseUnderALabelStays() throws {
        let prose = """
            <h2>Similar cases</h2><p>P2 In May <a href='/news/second-pier-closed'>the council of Ostrand closed a pier after a fall</a>,
            records show.</p><p>P3 Nobody was <a href='/news/nobody-hurt-in-ostrand'>hurt when the second pier fell</a>.</p>
            """
        #expect(
            try PageFixture.numbers(article(paragraphs(0...1) + prose + paragraphs(4...7)), url: url) == Array(0...7))
    }
}
