import Testing

@testable import HearsayCapture

@Suite struct WebFetcherTests {
    private func fetcher(
        _ change: (inout FetchLimits) -> Void = { _ in }, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) -> WebFetcher {
        var limits = FetchLimits()
        limits.total = 20_000
        change(&limits)
        return WebFetcher(version: "1.2.3", limits: limits, allowPrivate: true, isCancelled: isCancelled)
    }

    private func code(_ fetcher: WebFetcher, _ url: String) -> FetchError.Code? {
        do throws(FetchError) {
            _ = try fetcher.fetch(url)
            return nil
        } catch {
            #expect(error.description.hasPrefix(FetchError.shown(url) + ": "))
            #expect(!error.description.contains("\n") && !error.description.contains("\r"))
            return error.code
        }
    }

    // MARK: Pages

    @Test func aPageComesWithAllThatIsKnownOfIt() throws {
        let server = try TestServer { _ in
            TestServer.page(
                "<p>\u{E9}</p>", type: "Text/HTML; charset=utf-8", headers: ["X-Word:  harbour ", "X-Word: b"])
        }
        let page = try fetcher().fetch(server.url("/a#part"))
        #expect(String(decoding: page.bytes, as: UTF8.self) == "<p>\u{E9}</p>")
        #expect(page.requestedURL == server.url("/a#part"))
        #expect(page.url == server.url("/a"))
        #expect(page.status == 200)
        #expect(page.contentType == "text/html")
        #expect(page.charset == "utf-8")
        #expect(page.address == "127.0.0.1")
        #expect(page.headers.filter { $0.name == "X-Word" }.map(\.value) == ["harbour", "b"])
    }

    @Test func theRequestNamesTheProgramAndNothingElse() throws {
        let server = try TestServer { path in
            path == "/a"
                ? TestServer.page("", status: "302 Found", headers: ["Location: /b", "Set-Cookie: a=b"])
                : TestServer.page("x")
        }
        _ = try fetcher().fetch(server.url("/a"))
        #expect(server.requests.count == 2)
        for request in server.requests {
            let lines = request.split(separator: "\r\n").dropFirst()
            let names = Set(lines.map { $0.prefix { $0 != ":" }.lowercased() })
            #expect(names == ["host", "user-agent", "accept", "accept-encoding"])
            #expect(request.contains("User-Agent: Hearsay/1.2.3 (+news reading on the user's own machine)\r\n"))
        }
    }

    @Test func aPageWithoutTypeOrWithUnknownCharsetIsTaken() throws {
        let server = try TestServer { path in
            TestServer.page("<p>a", type: path == "/none" ? nil : "text/html; charset=martian")
        }
        let untyped = try fetcher().fetch(server.url("/none"))
        #expect(untyped.contentType == nil && untyped.charset == nil)
        #expect(try fetcher().fetch(server.url("/odd")).charset == nil)
    }

    @Test func interimAnswersAreDropped() throws {
        let server = try TestServer { _ in
            [.text("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n")] + TestServer.page("x")
        }
        let page = try fetcher().fetch(server.url("/"))
        #expect(page.status == 200)
        #expect(!page.headers.contains { $0.name == "Link" })
    }

    @Test func compressedPagesAreUnpacked() throws {
        let server = try TestServer { _ in
            TestServer.page(Gzip.repeated(0x61, times: 1 + 258 * 3), headers: ["Content-Encoding: gzip"])
        }
        #expect(try fetcher().fetch(server.url("/")).bytes == Array(repeating: 0x61, count: 1 + 258 * 3))
    }

    // MARK: Redirects

    @Test func redirectsAreFollowed() throws {
        let server = try TestServer { path in
            switch path {
            case "/1": TestServer.redirect("/dir/2", status: "301 Moved Permanently")
            case "/dir/2": TestServer.redirect("3?x=y#part", status: "308 Permanent Redirect")
            default: TestServer.page(path)
            }
        }
        let page = try fetcher().fetch(server.url("/1"))
        #expect(page.requestedURL == server.url("/1"))
        #expect(page.url == server.url("/dir/3?x=y"))
        #expect(String(decoding: page.bytes, as: UTF8.self) == "/dir/3?x=y")
    }

    @Test func redirectsEnd() throws {
        let server = try TestServer { path in
            let number = Int(path.dropFirst()) ?? 0
            return number == 0 ? TestServer.page("end") : TestServer.redirect("/\(number - 1)")
        }
        #expect(code(fetcher { $0.redirects = 3 }, server.url("/3")) == nil)
        #expect(code(fetcher { $0.redirects = 3 }, server.url("/4")) == .tooManyRedirects)
        let loop = try TestServer { _ in TestServer.redirect("/") }
        #expect(code(fetcher(), loop.url("/")) == .tooManyRedirects)
        #expect(loop.requests.count == 11)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/a", "http://user:pass@127.0.0.1/", "http://[", "data:,x"])
    func redirectsAwayFromTheWebAreNotFollowed(_ location: String) throws {
        let server = try TestServer { _ in TestServer.redirect(location) }
        #expect(code(fetcher(), server.url("/")) == .badAddress)
    }

    @Test func theTimeOfAllRedirectsIsLimited() throws {
        let server = try TestServer { _ in [.pause(milliseconds: 300)] + TestServer.redirect("/") }
        #expect(code(fetcher { $0.total = 1000 }, server.url("/")) == .timeout)
    }

    // MARK: Refusals

    @Test(arguments: [
        "http://127.0.0.1:%/", "http://localhost:%/", "http://0.0.0.0:%/", "http://2130706433:%/", "http://0x7f.1:%/",
        "http://[::1]:%/", "http://[::ffff:127.0.0.1]:%/", "http://[::]:%/", "http://169.254.169.254/latest/",
        "http://10.0.0.1/",
    ])
    func privateAddressesAreRefused(_ pattern: String) throws {
        let server = try TestServer { _ in TestServer.page("secret") }
        let url = pattern.replacing("%", with: "\(server.port)")
        #expect(code(WebFetcher(version: "1"), url) == .refusedAddress)
        #expect(server.requests.isEmpty)
    }

    @Test func aRedirectToARefusedAddressIsNotConnected() throws {
        let inner = try TestServer { _ in TestServer.page("secret") }
        let outer = try TestServer { _ in TestServer.redirect("http://localhost:\(inner.port)/") }
        let gate = InternetAddress(bytes: [127, 0, 0, 1])
        let open = OneOpening()
        let fetcher = WebFetcher(version: "1", limits: FetchLimits()) { address in
            address == gate && open.take() ? nil : "this machine"
        }
        #expect(code(fetcher, outer.url("/")) == .refusedAddress)
        #expect(outer.requests.count == 1)
        #expect(inner.requests.isEmpty)
    }

    @Test(arguments: ["file:///etc/passwd", "http://user:pass@127.0.0.1/", "127.0.0.1", ""])
    func badAddressesAreRefused(_ url: String) {
        #expect(code(fetcher(), url) == .badAddress)
    }

    // MARK: Limits

    @Test func tooLargeAPageIsGivenUp() throws {
        let server = try TestServer { path in
            path == "/fits"
                ? TestServer.page(String(repeating: "a", count: 1000))
                : TestServer.page(String(repeating: "a", count: 1001))
        }
        #expect(code(fetcher { $0.bytes = 1000 }, server.url("/fits")) == nil)
        #expect(code(fetcher { $0.bytes = 1000 }, server.url("/over")) == .tooLarge)
    }

    @Test func theLimitHoldsAfterDecompression() throws {
        let bomb = Gzip.repeated(0x61, times: 1 + 258 * 70_000)
        #expect(bomb.count < 200_000)
        let server = try TestServer { _ in TestServer.page(bomb, headers: ["Content-Encoding: gzip"]) }
        #expect(code(fetcher(), server.url("/")) == .tooLarge)
    }

    @Test func headersAreLimited() throws {
        let server = try TestServer { path in
            path == "/many"
                ? TestServer.page("x", headers: (0..<300).map { "X-\($0): a" })
                : TestServer.page("x", headers: (0..<40).map { "X-\($0): " + String(repeating: "a", count: 4000) })
        }
        #expect(code(fetcher(), server.url("/many")) == .tooLarge)
        #expect(code(fetcher(), server.url("/long")) == .tooLarge)
    }

    @Test func slowAnswersAreGivenUp() throws {
        let drip: [TestServer.Step] = (0..<40).flatMap { _ in [.pause(milliseconds: 100), .text("a")] }
        let server = try TestServer { _ in
            [.text("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n")] + drip
        }
        #expect(code(fetcher { $0.total = 700 }, server.url("/")) == .timeout)
        let other = try TestServer { _ in
            [.text("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n")] + drip
        }
        #expect(code(fetcher { ($0.slowRate, $0.slowSeconds) = (1000, 1) }, other.url("/")) == .timeout)
    }

    @Test func theCallerCanEndAFetch() throws {
        let server = try TestServer { _ in [.pause(milliseconds: 4000)] }
        #expect(code(fetcher(isCancelled: { true }), server.url("/")) == .interrupted)
    }

    // MARK: What is no page

    @Test(arguments: [304, 403, 404, 410, 429, 500, 503])
    func otherStatusesAreErrors(_ status: Int) throws {
        let server = try TestServer { _ in TestServer.page("<p>no", status: "\(status) No") }
        #expect(code(fetcher(), server.url("/")) == .status(status))
    }

    @Test(arguments: ["application/pdf", "image/png", "application/json", "application/octet-stream"])
    func otherTypesAreErrors(_ type: String) throws {
        let server = try TestServer { _ in TestServer.page(String(repeating: "x", count: 100_000), type: type) }
        #expect(code(fetcher { $0.bytes = 10 }, server.url("/")) == .notText)
    }

    @Test func brokenConnectionsAreErrors() throws {
        let cut = try TestServer { _ in [.text("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")] }
        #expect(code(fetcher(), cut.url("/")) == .failed)
        let mute = try TestServer { _ in [] }
        #expect(code(fetcher(), mute.url("/")) == .failed)
        let noise = try TestServer { _ in [.text("\0\u{1}hello\r\n\r\n")] }
        #expect(code(fetcher(), noise.url("/")) == .failed)
    }

    @Test func whereNobodyAnswersIsUnreachable() throws {
        let url = try TestServer { _ in [] }.url("/")
        #expect([.unreachable, .failed].contains(code(fetcher(), url)))
        #expect(code(fetcher(), "http://nowhere.invalid/") == .unreachable)
    }

    @Test func manyThreadsMayFetchAtOnce() async throws {
        let servers = try (0..<8).map { number in try TestServer { _ in TestServer.page("page \(number)") } }
        let fetcher = fetcher()
        try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for (number, server) in servers.enumerated() {
                group.addTask {
                    (number, String(decoding: try fetcher.fetch(server.url("/")).bytes, as: UTF8.self))
                }
            }
            for try await (number, text) in group { #expect(text == "page \(number)") }
        }
    }
}
