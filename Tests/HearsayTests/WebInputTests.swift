import Testing

@testable import Hearsay
@testable import HearsayCapture

@Suite struct WebInputTests {
    private func page(type: String?, charset: String? = nil) -> FetchedPage {
        FetchedPage(
            requestedURL: "https://harbourpost.example/a#part", url: "https://harbourpost.example/b", status: 200,
            headers: [HTTPHeader(name: "ETag", value: "x")], contentType: type, charset: charset, address: "192.0.2.1",
            bytes: [0x61])
    }

    @Test func aFetchedPageBecomesAnInput() {
        let item = WebInput.item(of: page(type: "text/html", charset: "utf-8"))
        #expect(item.origin == "https://harbourpost.example/a#part")
        #expect(item.content == .bytes([0x61], .html))
        #expect(item.facts == ArticleFacts(url: "https://harbourpost.example/b", charset: "utf-8"))
        #expect(
            item.retrieval
                == Retrieval(
                    requestedURL: "https://harbourpost.example/a#part", url: "https://harbourpost.example/b",
                    status: 200, headers: [Retrieval.Header(name: "ETag", value: "x")]))
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
