import Hearsay
import HearsayCore
import Synchronization
import Testing

@testable import HearsayWeb

@Suite struct GuardTests {
    @Test(arguments: [
        ("localhost", true), ("127.0.0.1", true), ("[::1]", true), ("localhost:80", true), ("evil.example", false),
        ("localhost:81", false), ("localhost.evil.example", false), ("127.0.0.1.evil.example", false),
        ("0.0.0.0", false),
        ("LOCALHOST.", false), ("", false),
    ])
    func onlyThisMachinesNamesAreAnswered(_ host: String, _ isAnswered: Bool) async throws {
        try await Browser.open { browser in
            let page = try await browser.get("/articles", ["Host": host])
            #expect(page.status == (isAnswered ? 200 : 421))
            #expect(isAnswered || !page.text.contains("Ravna"))
        }
    }

    @Test func namesCarryThePort() {
        #expect(HostGuard.names(port: 8080) == ["127.0.0.1:8080", "localhost:8080", "[::1]:8080"])
    }

    @Test(
        arguments: [
            (["Origin": "http://localhost"], 303), (["Origin": "http://evil.example"], 403), (["Origin": "null"], 403),
            (["Origin": "https://localhost"], 403), (["Origin": "http://localhost:81"], 403), (["Origin": nil], 403),
            (["Origin": nil, "Referer": "http://localhost/claims/c1"], 303),
            (["Origin": nil, "Referer": "http://localhost.evil.example/"], 403),
            (["Origin": nil, "Sec-Fetch-Site": "same-origin"], 303),
            (["Origin": nil, "Sec-Fetch-Site": "cross-site"], 403),
            (["Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"], 403),
        ] as [([String: String?], Int)])
    func onlyOwnPagesChangeAnything(_ headers: [String: String?], _ status: Int) async throws {
        let desk = FixtureDesk()
        try await Browser.open(desk) { browser in
            let page = try await browser.post(
                "/claims/c1/settle", ["outcome": "void", "evidence": "x"], headers: headers)
            #expect(page.status == status)
            #expect(status == 303 || page.text.contains("nothing was changed"))
        }
        #expect(desk.state.withLock { $0.judgements.isEmpty } == (status != 303))
    }

    @Test(arguments: ["", "0", String(repeating: "0", count: 64)]) func aFormNeedsItsToken(_ token: String) async throws
    {
        try await Browser.open { browser in
            for path in [
                "/claims/c1/settle", "/add/text", "/add/address", "/log/sign", "/log/verify", "/sources/merge",
                "/sources/apart", "/sources/2/split", "/sources/undo", "/trace",
            ] {
                let page = try await browser.post(
                    path,
                    ["outcome": "void", "evidence": "x", "text": "long enough to be read", "url": "https://x.example"],
                    token: token)
                #expect(page.status == 403)
                #expect(page.text.contains("earlier run"))
            }
        }
    }

    @Test func tokensDiffer() {
        let tokens = (0..<100).map { _ in FormToken().value }
        #expect(Set(tokens).count == 100 && tokens.allSatisfy { $0.utf8.count == 64 })
    }

    @Test func longBodiesAreRefused() async throws {
        try await Browser.open { browser in
            let long = [UInt8](repeating: 0x61, count: SentForm.limit + 1)
            let headers = ["Origin": Browser.own, "Content-Type": "application/x-www-form-urlencoded"]
            let status = try await browser.send("/add/text", long, headers: headers).status
            #expect(status == 413)
        }
    }

    @Test func otherMethodsChangeNothing() async throws {
        try await Browser.open { browser in
            for method in ["/claims/c1", "/articles", "/"] {
                let status2 = try await browser.post(method, [:]).status
                #expect(status2 == 404)
            }
            for path in ["/claims/c1/settle", "/sources/undo", "/sources/2/split", "/trace"] {
                let status3 = try await browser.get(path).status
                #expect(status3 == 404)
            }
        }
    }
}
