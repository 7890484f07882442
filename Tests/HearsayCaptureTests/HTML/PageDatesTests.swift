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
}
