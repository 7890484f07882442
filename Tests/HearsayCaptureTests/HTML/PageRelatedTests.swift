import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct PageRelatedTests {
    private let prose = String(repeating: "The harbour of Kelmoor plans a pier, a clerk said on Friday. ", count: 4)

    private func related(_ column: String, beside: String = "") throws -> [String] {
        let page = """
            <html><head><link rel="canonical" href="https://www.harbourpost.example/news/harbour-plans-a-pier"></head><body>
            <nav><a href="/news/from-the-menu-bar">From the menu bar</a></nav>
            <article><h1>Harbour plans a pier</h1><p>\(prose)</p>\(column)</article>\(beside)</body></html>
            """
        let document = try DocumentReader().document(
            from: Array(page.utf8), id: "p", options: CaptureOptions(format: .html))
        let own = "https://www.harbourpost.example"
        return document.related.map { ($0.title ?? "-") + " @ " + ($0.url ?? "-").replacing(own, with: "") }
    }

    private func list(_ links: (String, String)...) -> String {
        "<ul>" + links.map { "<li><a href='\($0.0)'>\($0.1)</a></li>" }.joined() + "</ul>"
    }

    @Test(arguments: [
        "<h3>Related articles</h3>", "<p><strong>RELATED:</strong></p>", "<div><h2>You might also like</h2></div>",
        "<h4>More on the harbour</h4>", "<h3><span>Read</span> <b>more</b> \u{2192}</h3>", "<p>See also</p>",
        "<h2>Similar stories</h2><p>If you liked this one, these are for you.</p>",
    ])
    func labelOverAList(_ label: String) throws {
        let box = label + list(("/news/storm-nears-the-coast", "Storm nears"), ("/2031/03/tide", "Tide turns early"))
        #expect(
            try related(box) == [
                "Storm nears @ /news/storm-nears-the-coast", "Tide turns early @ /2031/03/tide",
            ])
    }

    @Test func boxThatIsNamed() throws {
        let card = """
            <div class="RelatedCoverage-box"><a href="/a/storm-nears-the-coast"><img src="s.jpg"><span>Weather</span>
            <h3>Storm nears</h3><time>3 March</time></a><a href="/a/storm-nears-the-coast">Read more</a></div>
            """
        #expect(try related("", beside: card) == ["Storm nears @ /a/storm-nears-the-coast"])
    }

    @Test func moreOfTheOutletWhereTheBoxIsNamedSo() throws {
        let list = "<h3>More from the <b>Harbour Post</b></h3>" + list(("/a/storm-nears-the-coast", "Storm nears"))
        #expect(try related("", beside: "<div class='c-related-list'>\(list)</div>").count == 1)
        #expect(try related("", beside: "<div class='c-related-list hide'>\(list)</div>").isEmpty)
        #expect(try related("", beside: "<div>\(list)</div>").isEmpty)
    }

    @Test func linkThatCarriesItsLabel() throws {
        let link =
            "<a class='big' href='/a/storm-nears-the-coast'><span><span>Also on Harbour Post</span> <b class='x-title'>Storm nears</b></span></a>"
        #expect(try related(link + "<p>\(prose)</p>") == ["Storm nears @ /a/storm-nears-the-coast"])
    }

    @Test func loneLinkBetweenParagraphs() throws {
        let link = list(("/a/storm-nears-the-coast", "Storm nears the coast today"))
        #expect(
            try related(link + "<p> </p><p>\(prose)</p>") == ["Storm nears the coast today @ /a/storm-nears-the-coast"])
        let one = "<p><a href='/a/storm-nears-the-coast'>Storm nears the coast today</a></p>"
        #expect(try related(one + "<p>\(prose)</p>").count == 1)
        #expect(try related(one).isEmpty)
        #expect(try related(link).count == 1)
    }

    @Test(arguments: [
        "<h3>Most read</h3>", "<h3>Latest news</h3>", "<h3>Related topics</h3>", "<h3>More by Jane Roe</h3>",
        "<h3>Sponsored</h3>", "<h3>Trending now</h3>",
    ])
    func otherListsAreNone(_ label: String) throws {
        let box = list(("/a/storm-nears-the-coast", "Storm nears"))
        #expect(try related("", beside: label + box).isEmpty)
        #expect(try related("", beside: "<div class='related-box'>\(label)\(box)</div>").isEmpty)
        let both = "<h3>Related</h3>" + list(("/a/tide-turns-early-again", "Tide turns")) + label + box
        #expect(try related("", beside: both) == ["Tide turns @ /a/tide-turns-early-again"])
    }

    @Test func whatIsNoArticleOfTheOutletIsLeftOut() throws {
        let links = list(
            ("/tag/storm-of-the-century", "Storm of the century"), ("/", "Harbour Post"), ("#top", "To the top"),
            ("/news/harbour-plans-a-pier?utm_source=box", "Harbour plans a pier"), ("/author/jane-q-roe", "Jane Roe"),
            ("https://elsewhere.example/a/storm-nears-the-coast", "Storm nears"), ("/a/tide-turns-early-again", ""),
            ("//m.harbourpost.example/a/tide-turns-late-again/", "Tide turns late"))
        #expect(
            try related("<h3>Related</h3>" + links) == [
                "Tide turns late @ https://m.harbourpost.example/a/tide-turns-late-again/"
            ])
    }

    @Test func linkOnAPartOfItsLine() throws {
        let item = "<ul><li>What the storm <a href='/a/storm-nears-the-coast'>left behind</a></li></ul>"
        #expect(try related("<h3>Related</h3>" + item) == ["What the storm left behind @ /a/storm-nears-the-coast"])
    }

    @Test func hiddenBoxesAndAddressesOnceMore() throws {
        let hidden = list(("/a/storm-nears-the-coast", "Storm nears"))
        #expect(try related("<div class=related style='display: none'>\(hidden)</div>").isEmpty)
        let twice = "<h3>Related</h3>\(hidden)<h3>Read more</h3>\(hidden)"
        #expect(try related(twice).count == 1)
    }

    @Test func pointerParagraphs() throws {
        let line = "<p>Read more: <a href='/storm'>Storm nears</a></p><p>\(prose)</p>"
        #expect(try related(line) == ["Storm nears @ /storm"])
        let sentence = "<p>For the tides see also <a href='/a/tide-turns-early-again'>what we wrote in March</a>.</p>"
        #expect(try related(sentence).isEmpty)
    }

    /// Labels without number must not make the search slow.
    @Test func manyLabelsEndInTime() throws {
        let labels = String(repeating: "<h3>Related</h3><p>x</p>", count: 20_000)
        #expect(try related(labels).isEmpty)
        let lines = String(repeating: "<p><a href=/a/b-c-d>Storm nears the coast</a></p>", count: 20_000)
        #expect(try related(lines).isEmpty)
        let boxes = String(repeating: "<p>Read more</p><div><div><a href=/b>x</a></div></div>", count: 5_000)
        #expect(try related("<div>\(boxes)</div>").isEmpty)
    }
}

@Suite struct RelatedLabelTests {
    private func label(_ words: String) -> RelatedLabel? { RelatedLabel(Array(words.utf8)[...]) }

    @Test func kinds() {
        #expect(label("\u{BB} Related Stories:") == .related)
        #expect(label("Don\u{2019}t miss") == .related)
        #expect(label("\u{C0} lire aussi") == .related)
        #expect(label("Related video") == .other)
        #expect(label("More from the Harbour Post") == .more)
        #expect(label("Harbour Post Recommends") == .related)
        #expect(label("Related to none of it, the mayor had said in March that no pier was planned in Kelmoor") == nil)
        #expect(label("The harbour") == nil)
        #expect(label(" \u{2192} ") == nil)
    }
}
