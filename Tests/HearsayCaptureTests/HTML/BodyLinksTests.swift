import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct BodyLinksTests {
    private let prose =
        "The harbour of Kelmoor plans a pier, a clerk of the town said on Friday, and nobody knew of it. "

    /// The links of a page's body as "words @ address"; each must stand where it says.
    private func links(_ body: String, head: String = "") throws -> [String] {
        let page =
            "<html><head>\(head)</head><body><article><h1>A pier</h1><p>\(prose)\(prose)</p>\(body)</article></body></html>"
        var options = CaptureOptions(format: .html)
        options.url = "https://post.example/news/a-pier"
        let document = try DocumentReader().document(from: Array(page.utf8), id: "p", options: options)
        for link in document.links { #expect(link.span.map { document.text.string($0) } == link.text) }
        return document.links.map { "\($0.text) @ \($0.url)" }
    }

    @Test func placesOfLinks() throws {
        let twice = "<p>\(prose)The <a href='/a'>mayor</a>\n said the <a href='b'> <b>mayor</b>&nbsp;knew </a>more.</p>"
        #expect(try links(twice) == ["mayor @ https://post.example/a", "mayor knew @ https://post.example/news/b"])
        let whole = "<p><a href='https://gazette.example/x'>\(prose)</a></p>"
        #expect(try links(whole).count == 1)
        let picture = "<p>\(prose)<a href='/big.jpg'><img src='/small.jpg'></a> It was dark.</p>"
        #expect(try links(picture).isEmpty)
        let item = "<ul><li>\(prose)<a href='/c'>There</a></li></ul>"
        #expect(try links(item) == ["There @ https://post.example/c"])
    }

    @Test func baseElementCounts() throws {
        let line = "<p>\(prose)The <a href='../b'>mayor</a> knew.</p>"
        #expect(try links(line, head: "<base href='https://cdn.example/x/y/'>") == ["mayor @ https://cdn.example/x/b"])
    }

    @Test(arguments: ["mailto:a@post.example", "tel:1", "javascript:go()", "#notes", "/news/a-pier#comments"])
    func linksThatLeadNowhereElse(_ target: String) throws {
        #expect(try links("<p>\(prose)The <a href='\(target)'>mayor</a> knew.</p>").isEmpty)
    }

    @Test func postsOfSocialNetworksAreNotTheArticles() throws {
        let post =
            "<blockquote class='twitter-tweet'><p>\(prose)<a href='https://short.example/1'>#pier</a></p></blockquote>"
        let after = "<p>\(prose)The <a href='/a'>mayor</a> knew.</p>"
        #expect(try links(post + after) == ["mayor @ https://post.example/a"])
    }

    @Test func listsThatTheTextLeadsToAndAddressesStay() throws {
        let list =
            "<p>\(prose)There are two kinds:</p><ul><li><a href='/k1'>Long piers</a></li><li><a href='/k2'>Short piers</a></li></ul>"
        #expect(
            try links(list + "<p>\(prose)</p>") == [
                "Long piers @ https://post.example/k1", "Short piers @ https://post.example/k2",
            ])
        let address = "<p><a href='https://gazette.example/pier/'>gazette.example/pier</a></p><p>\(prose)</p>"
        #expect(try links(address) == ["gazette.example/pier @ https://gazette.example/pier/"])
    }

    @Test func slidesAreTheArticle() throws {
        let slide =
            "<figure><h2>1. A pier of stone</h2><img src=a><figcaption><p>\(prose)It <a href='/s'>stood</a> long.</p></figcaption></figure>"
        #expect(try links("<div>" + slide + slide + "</div>").count == 2)
    }

    @Test func boxesInTheColumnAreNoText() throws {
        let box = "<h3>Related</h3><ul><li>What the <a href='/a/storm-nears-the-coast'>storm left behind</a></li></ul>"
        #expect(
            try links(box + "<p>\(prose)The <a href='/a'>mayor</a> knew.</p>") == ["mayor @ https://post.example/a"])
    }

    @Test func partsInContainersOfTheirOwnAreOneBody() throws {
        let part =
            "<div class=grid><div class='article__body'><p>\(prose)\(prose)The <a href='/a'>mayor</a> knew.</p></div></div>"
        #expect(try links("<div>" + part + part + "</div>").count == 2)
    }
}
