import Testing

@testable import Hearsay
@testable import HearsayCapture

@Suite struct WebInputTests {
    private func page(type: String?, charset: String? = nil) -> FetchedPage {
        var page = FetchedPage(
            requestedURL: "https://harbourpost.example/a#part", url: "https://harbourpost.example/b", status: 200,
            headers: [HTTPHeader(name: "ETag", value: "x")], contentType: type, charset: charset, address: "192.0.2.1",
            bytes: [0x61])
        page.requested = "2031-03-22T09:00:00Z"
        page.requestHeaders = [HTTPHeader(name: "Accept", value: "*/*")]
        page.redirects = [.init(status: 301, url: "https://harbourpost.example/a")]
        return page
    }

    @Test func aFetchedPageBecomesAnInput() throws {
        let item = WebInput.item(of: page(type: "text/html", charset: "utf-8"))
        #expect(item.origin == "https://harbourpost.example/a#part")
        #expect(item.content == .bytes([0x61], .html))
        #expect(item.facts == ArticleFacts(url: "https://harbourpost.example/b", charset: "utf-8"))
        let retrieval = try #require(item.retrieval)
        #expect(retrieval.requestedURL == "https://harbourpost.example/a#part")
        #expect(retrieval.url == "https://harbourpost.example/b" && retrieval.status == 200)
        #expect(retrieval.headers == [Retrieval.Header(name: "ETag", value: "x")])
        #expect(retrieval.requested == "2031-03-22T09:00:00Z" && retrieval.address == "192.0.2.1")
        #expect(retrieval.request == [Retrieval.Header(name: "Accept", value: "*/*")])
        #expect(retrieval.redirects == [Retrieval.Redirect(status: 301, url: "https://harbourpost.example/a")])
    }

    @Test(
        arguments: [
            ("application/xhtml+xml", .html), ("text/plain", .text), ("application/xml", .unknown), (nil, .unknown),
        ] as [(String?, InputItem.Format)])
    func theTypeTellsTheFormat(_ type: String?, _ format: InputItem.Format) {
        #expect(WebInput.item(of: page(type: type)).content == .bytes([0x61], format))
    }

    @Test(arguments: ["http://127.0.0.1:1/", "file:///etc/passwd", "https://user:pass@harbourpost.example/"])
    func whatIsNotFetchedIsAProblemThatNamesIt(_ url: String) {
        do throws(InputProblem) {
            _ = try WebInput(version: "1").item(fetching: url)
            Issue.record("\(url) was fetched")
        } catch {
            #expect(error.origin == url.replacing("user:pass@", with: ""))
            #expect(!error.description.contains("pass@"))
        }
    }
}
