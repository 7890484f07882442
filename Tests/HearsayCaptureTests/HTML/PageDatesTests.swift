import HearsayCore
import Testing

@testable import HearsayCapture

struct PageDatesTests {
    private func published(_ html: String, url: String? = nil) throws -> String? {
        let body =
            "<p>The harbour was closed on Monday after a crane fell into the basin, the port said in a statement.</p>"
        let page = html.replacing("BODY", with: body)
        var options = CaptureOptions(format: .html)
        options.url = url
        return try DocumentReader().document(from: Array(page.utf8), id: "p", options: options).published
    }

    @Test func digitsAreReadAsTheCountryOfThePageWritesThem() throws {
        let page = "<html lang=\"LANG\"><h1>Harbour closed</h1><div class=date>02/10/2020</div>BODY"
        #expect(try published(page.replacing("LANG", with: "en-GB")) == "2020-10-02")
        #expect(try published(page.replacing("LANG", with: "en-US")) == "2020-02-10")
        #expect(try published(page.replacing("LANG", with: "en"), url: "https://shore.example.uk/a") == "2020-10-02")
        #expect(try published(page.replacing("LANG", with: "en")) == nil)
        #expect(try published(page.replacing("LANG", with: "en").replacing("02/10", with: "22/10")) == "2020-10-22")
    }

    @Test func aMomentInGreenwichIsTheDayOfTheOutletsOwnAddress() throws {
        let page = "<meta property='article:published_time' content='2020-02-25T02:25:54Z'><h1>Harbour closed</h1>BODY"
        #expect(try published(page, url: "https://shore.example/2020/02/24/harbour/") == "2020-02-24")
        #expect(try published(page, url: "https://shore.example/2020/02/20/harbour/") == "2020-02-25T02:25:54Z")
        #expect(try published(page) == "2020-02-25T02:25:54Z")
    }

    @Test func aShownDateCountsOnlyNearTheHeadline() throws {
        let far = String(repeating: "<div>x</div>", count: 400)
        #expect(try published("<h1>Harbour closed</h1><b>Posted on May 4, 2021 by Ada Lund</b>BODY") == "2021-05-04")
        #expect(try published("<h1>Harbour closed</h1>BODY\(far)<b>Posted on May 4, 2021</b>") == nil)
        #expect(try published("<h1>Harbour closed</h1>BODY\(far)<div class=date>May 4, 2021</div>") == nil)
    }

    @Test func aFarLabelCountsIfItIsTheOnlyDay() throws {
        let far = String(repeating: "<div>x</div>", count: 400)
        let page = "<h1>Harbour closed</h1>BODY\(far)<span>Published On May 4, 2021 01:52 PM</span>"
        #expect(try published(page) == "2021-05-04")
        #expect(try published(page + "<span>Published on May 4, 2021</span>") == "2021-05-04")
        #expect(try published(page + "<span>Published on May 6, 2021</span>") == nil)
    }

    @Test func theOnlyDayThatScriptsNameCounts() throws {
        func page(_ script: String) -> String { "<h1>Harbour closed</h1>BODY<script>\(script)</script>" }
        #expect(
            try published(page(#"var a = {"publishedDate": "2021-05-04T20:37:27Z"}"#)) == "2021-05-04T20:37:27Z")
        #expect(try published(page(#"x("{\"publishDate\":\"2021-05-04\"}")"#)) == "2021-05-04")
        #expect(
            try published(page(#"[{"publishedAt":"2021-05-04"},{"publishedAt":"2021-05-05"}]"#)) == nil)
        #expect(try published(page(#"{"publishedDate": "soon"} "publishedDate" "publishedDate":"#)) == nil)
    }

    @Test func whatADateRestsOnIsTold() throws {
        func basis(_ html: String, url: String? = nil, given: String? = nil) throws -> Document.DateBasis {
            var options = CaptureOptions(format: .html)
            (options.url, options.published) = (url, given)
            let page = html + "<p>The harbour was closed on Monday after a crane fell into the basin, they said.</p>"
            return try DocumentReader().document(from: Array(page.utf8), id: "p", options: options).publishedBasis
        }
        let declared = "<meta property='article:published_time' content='2021-05-04'><h1>Harbour closed</h1>"
        #expect(try basis(declared) == .claimed)
        #expect(try basis(declared, given: "2021-05-05") == .given)
        #expect(try basis("<h1>Harbour closed</h1>", url: "https://shore.example/2021/05/04/a") == .inferred)
        #expect(try basis("<h1>Harbour closed</h1><div class=date>May 4, 2021</div>") == .inferred)
        #expect(try basis("<h1>Harbour closed</h1><i>Published May 4, 2021</i>") == .claimed)
    }

    private func both(_ html: String) throws -> [String?] {
        let body = "<p>The harbour was closed on Monday after a crane fell into the basin, the port said.</p>"
        let page = html.replacing("BODY", with: "<div class=story-body>" + body + body + body + body + "</div>")
        let document = try DocumentReader().document(
            from: Array(page.utf8), id: "p", options: CaptureOptions(format: .html))
        return [document.published, document.modified]
    }

    @Test func datesOfCommentsTeasersAndTheSiteAreNone() throws {
        let time = "<time datetime=2019-01-02>2 January 2019</time>"
        for page in [
            "<h1>Harbour closed</h1>BODY<section class=comments><b>Pia</b> \(time)</section>",
            "<h1>Harbour closed</h1>BODY<div class=related><article><a href=/s>Storm</a> \(time)</article></div>",
            "<header><i class=current-date>Monday, 30 November 2026</i></header><article><h1>Harbour closed</h1>BODY</article>",
            "<article><h1>Harbour closed</h1><p>The board meets again on \(time) in the town hall, and all may come.</p>BODY</article>",
            "<h1>Harbour closed</h1>BODY<div itemscope itemtype=https://schema.org/Comment><meta itemprop=datePublished content=2019-01-02></div>",
        ] {
            #expect(try both(page) == [nil, nil], "\(page)")
        }
    }

    @Test func wordsTellWhatADateIs() throws {
        let changed = "<time class=updated datetime=2024-03-05>5 March 2024</time>"
        #expect(
            try both(
                "<h1>Harbour closed</h1><p>Updated \(changed) Published <time datetime=2024-03-03>3 March</time></p>BODY"
            )
                == ["2024-03-03", "2024-03-05"])
        #expect(
            try both("<h1>Harbour closed</h1><span class=updated-date>Updated: March 5, 2024</span>BODY")
                == [nil, "2024-03-05"])
        #expect(
            try both("<h1>Harbour closed</h1><p>Published: March 3, 2024</p><p>Last updated: March 5, 2024</p>BODY")
                == ["2024-03-03", "2024-03-05"])
        #expect(
            try both(
                "<h1>Harbour closed</h1><time itemprop=datePublished datetime=2024-03-03></time> <time itemprop=dateModified datetime=2024-03-05></time>BODY"
            )
                == ["2024-03-03", "2024-03-05"])
        #expect(
            try both(
                "<div><time datetime=2026-11-30>8:00</time></div><h1>Harbour closed</h1><p>Published: 3 March 2024</p>BODY"
            )
                == ["2024-03-03", nil])
    }

    @Test func datesThatCannotBeAreNone() throws {
        let epoch = "<meta property=article:published_time content=1970-01-01T00:00:00Z>"
        #expect(try both(epoch + "<h1>Harbour closed</h1><p>Published March 3, 2024</p>BODY") == ["2024-03-03", nil])
        #expect(try both(epoch + "<h1>Harbour closed</h1>BODY") == [nil, nil])
        let sent = "<meta name=date content=2026-11-30>"
        #expect(try both(sent + "<h1>Harbour closed</h1><p>Published March 3, 2024</p>BODY") == ["2024-03-03", nil])
        let reversed =
            #"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-05","dateModified":"2024-03-03"}</script>"#
        #expect(try both(reversed + "<h1>Harbour closed</h1>BODY") == ["2024-03-05", nil])
    }

    @Test(arguments: ["3 mars 2024", "3. M\u{E4}rz 2024", "3 de marzo de 2024", "2024\u{5E74}3\u{6708}3\u{65E5}"])
    func monthsOfOtherLanguagesAreRead(line: String) throws {
        #expect(try both("<h1>Harbour closed</h1><div class=date>\(line)</div>BODY") == ["2024-03-03", nil])
    }
}
