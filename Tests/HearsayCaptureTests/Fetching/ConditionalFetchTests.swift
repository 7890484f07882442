import Testing

@testable import HearsayCapture

@Suite struct ConditionalFetchTests {
    private let fetcher = WebFetcher(version: "1.2.3", allowPrivate: true, clock: { "2031-03-22T09:00:00Z" })

    @Test func whatHasNotChangedIsNotSentAgain() throws {
        let server = try TestServer { _ in
            TestServer.page("", status: "304 Not Modified", type: nil, headers: ["ETag: \"2\""])
        }
        let known = FetchValidators(etag: "W/\"1\"", lastModified: "Fri, 22 Mar 2030 09:00:00 GMT")
        let answer = try fetcher.fetch(FetchRequest(url: server.url("/a"), validators: known))
        guard case .notModified(let headers, let requested) = answer else {
            throw FetchError(.failed, url: "", "a page came")
        }
        #expect(headers.contains(HTTPHeader(name: "ETag", value: "\"2\"")))
        #expect(requested == "2031-03-22T09:00:00Z")
        let request = try #require(server.requests.first)
        #expect(request.contains("If-None-Match: W/\"1\"\r\n"))
        #expect(request.contains("If-Modified-Since: Fri, 22 Mar 2030 09:00:00 GMT\r\n"))
    }

    @Test(arguments: [nil, FetchValidators(), FetchValidators(etag: "a\r\nX: y")])
    func anAnswerToAQuestionThatWasNotAskedIsAFault(_ validators: FetchValidators?) throws {
        let server = try TestServer { _ in TestServer.page("", status: "304 Not Modified", type: nil) }
        #expect(throws: FetchError(.status(304), url: "", "")) {
            try fetcher.fetch(FetchRequest(url: server.url("/"), validators: validators))
        }
        #expect(server.requests.allSatisfy { !$0.contains("X: y") })
    }

    /// A removed article that leads to the front page, which has not changed since it gave the same date.
    @Test func aRedirectElsewhereIsNotAskedByTheValidatorsOfThePage() throws {
        let server = try TestServer { path in
            path == "/a" ? TestServer.redirect("/") : TestServer.page("<p>front page")
        }
        let known = FetchValidators(etag: "\"1\"", lastModified: "Fri, 22 Mar 2030 09:00:00 GMT", url: server.url("/a"))
        let answer = try fetcher.fetch(FetchRequest(url: server.url("/a"), validators: known))
        guard case .page(let page) = answer else { throw FetchError(.failed, url: "", "no page came") }
        #expect(page.url == server.url("/") && page.bytes == Array("<p>front page".utf8))
        #expect(server.requests.map { $0.contains("If-None-Match") } == [true, false])
        #expect(server.requests.map { $0.contains("If-Modified-Since") } == [true, false])
    }

    @Test func anotherAddressCannotSayThatThePageIsAsItWas() throws {
        let server = try TestServer { path in
            path == "/a"
                ? TestServer.redirect("/") : TestServer.page("", status: "304 Not Modified", type: nil)
        }
        let known = FetchValidators(etag: "\"1\"", url: server.url("/a"))
        #expect(throws: FetchError(.status(304), url: "", "")) {
            try fetcher.fetch(FetchRequest(url: server.url("/a"), validators: known))
        }
    }

    @Test func validatorsGoToTheAddressThatGaveThem() throws {
        let server = try TestServer { path in
            path == "/old"
                ? TestServer.redirect("/new") : TestServer.page("", status: "304 Not Modified", type: nil)
        }
        let known = FetchValidators(etag: "\"1\"", url: server.url("/new#top"))
        let answer = try fetcher.fetch(FetchRequest(url: server.url("/old"), validators: known))
        guard case .notModified = answer else { throw FetchError(.failed, url: "", "a page came") }
        #expect(server.requests.map { $0.contains("If-None-Match") } == [false, true])
    }

    @Test func aFailureTellsWhenTheServerWasAsked() throws {
        let server = try TestServer { _ in TestServer.page("x", status: "404 Not Found") }
        do throws(FetchError) {
            _ = try fetcher.fetch(server.url("/"))
            Issue.record("a page came")
        } catch { #expect(error.requested == "2031-03-22T09:00:00Z") }
        do throws(FetchError) {
            _ = try fetcher.fetch("ftp://gull.example/")
            Issue.record("a page came")
        } catch { #expect(error.requested == nil) }
    }

    @Test func theWayToThePageIsKept() throws {
        let server = try TestServer { path in
            switch path {
            case "/a": TestServer.redirect("/b", status: "301 Moved Permanently")
            case "/b": TestServer.redirect("/c")
            default: TestServer.page("<p>x")
            }
        }
        guard case .page(let page) = try fetcher.fetch(FetchRequest(url: server.url("/a"))) else { return }
        #expect(
            page.redirects == [.init(status: 301, url: server.url("/a")), .init(status: 302, url: server.url("/b"))])
        #expect(page.requested == "2031-03-22T09:00:00Z" && page.url == server.url("/c"))
        let sent = page.requestHeaders.map { "\($0.name): \($0.value)" }
        let received = try #require(server.requests.last).split(separator: "\r\n").dropFirst().map(String.init)
        #expect(sent == received)
    }

    @Test func anythingIsTakenOnlyWhereItIsAskedFor() throws {
        let server = try TestServer { _ in TestServer.page("{}", type: "application/feed+json") }
        #expect(throws: FetchError(.notText, url: "", "")) { try fetcher.fetch(server.url("/")) }
        guard case .page(let page) = try fetcher.fetch(FetchRequest(url: server.url("/"), accepts: .anything)) else {
            return
        }
        #expect(page.bytes == Array("{}".utf8))
    }

    @Test(
        arguments: [
            ("404 Not Found", .gone), ("410 Gone", .gone), ("403 Forbidden", .refused), ("451 Unavailable", .refused),
            ("429 Too Many", .rateLimited), ("503 Down", .server), ("500 Oops", .server), ("418 Teapot", .other),
        ] as [(String, FetchError.Kind)])
    func goneIsTheServersWordAlone(_ status: String, _ kind: FetchError.Kind) throws {
        let server = try TestServer { _ in TestServer.page("x", status: status) }
        do throws(FetchError) {
            _ = try fetcher.fetch(server.url("/"))
            Issue.record("\(status) brought a page")
        } catch {
            #expect(error.kind == kind && error.status == Int(status.prefix(3)))
        }
    }

    @Test func aHostThatIsNotThereIsNotGone() {
        do {
            _ = try fetcher.fetch("http://127.0.0.1:1/")
        } catch {
            #expect(error.kind == .network && error.status == nil)
        }
    }

    @Test(arguments: ["Content-Length: 9", "Content-Length: 999999"])
    func aBodyShorterThanSaidIsAFault(_ length: String) throws {
        let server = try TestServer { _ in
            [.text("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\(length)\r\n\r\n<p>x")]
        }
        do {
            _ = try fetcher.fetch(server.url("/"))
            Issue.record("a part was taken for the whole")
        } catch {
            #expect(error.kind == .network)
        }
    }

    @Test func halfOfACompressedBodyIsNoPage() throws {
        let whole = Gzip.repeated(0x61, times: 1 + 258 * 300)
        let server = try TestServer { path in
            TestServer.page(
                path == "/half" ? Array(whole.dropLast(whole.count / 2)) : whole, headers: ["Content-Encoding: gzip"])
        }
        #expect(try fetcher.fetch(server.url("/whole")).bytes.count == 1 + 258 * 300)
        #expect(throws: FetchError(.failed, url: "", "")) { try fetcher.fetch(server.url("/half")) }
    }

    @Test func aBodyThatIsPlainThoughSaidToBeCompressedIsTaken() throws {
        let server = try TestServer { _ in TestServer.page("<p>x", headers: ["Content-Encoding: gzip"]) }
        #expect(try fetcher.fetch(server.url("/")).bytes == Array("<p>x".utf8))
    }

    @Test(arguments: ["204 No Content", "206 Partial Content"])
    func nothingAndAPartAreNoPage(_ status: String) throws {
        let server = try TestServer { _ in TestServer.page("<p>x", status: status) }
        #expect(throws: FetchError(.status(Int(status.prefix(3)) ?? 0), url: "", "")) {
            try fetcher.fetch(server.url("/"))
        }
    }
}
