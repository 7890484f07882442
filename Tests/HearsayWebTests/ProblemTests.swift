import Hearsay
import HearsayCore
import Testing

@testable import HearsayWeb

@Suite struct ProblemTests {
    @Test(arguments: [
        (DeskError.Code.notFound, 404), (.invalid, 400), (.locked, 503), (.readOnly, 403), (.noLedger, 500),
        (.newer, 500),
        (.damaged, 500), (.failed, 500),
    ])
    func statusesFollowTheDesk(_ code: DeskError.Code, _ status: Int) async throws {
        try await Browser.open(FixtureDesk(failure: DeskError(code, "the ledger /tmp/x.db says no"))) { browser in
            let page = try await browser.get("/articles")
            #expect(page.status == status)
            #expect(page.text.contains("the ledger /tmp/x.db says no"))
            #expect((page.header("Retry-After") == "5") == (status == 503))
            let twin = try await browser.get("/articles.json")
            #expect(twin.status == status)
            let error: JSONValue = .object([
                "code": .string(code.rawValue), "reason": .string("the ledger /tmp/x.db says no"),
            ])
            #expect(try JSONReader.value(of: twin.bytes) == .object(["error": error]))
        }
    }

    @Test(arguments: [
        "/nope", "/articles/0x1", "/articles/999", "/articles/999999999999999999999", "/articles/-1", "/claims/none",
        "/claims/%FF", "/claims/%2", "/sources/0", "/articles/1/captures", "/add.json", "/..%2Fetc",
    ])
    func whatIsNotThereIsNotFound(_ path: String) async throws {
        try await Browser.open { browser in
            let status = try await browser.get(path).status
            #expect(status == 404)
        }
    }

    /// Whatever address is asked for, there is an answer, and it is not that the server failed.
    @Test func anyAddressHasAnAnswer() async throws {
        let pieces = [
            "/", "//", ".json", "articles", "claims", "c1", "sources", "1", "2", "capture", "settle", "changes",
            "possible", "history", "?", "&", "=", "#", "%",
            "%00", "%2F", "%FF", "..", ":id", "*", "revision=1", "from=1", "offset=2", "done=1", "after=",
            "q=", "é", "\u{202E}", "+", "http://x", "@", "[",
        ]
        var dice = Dice()
        let paths = (0..<2000).map { _ in "/" + (0..<dice.roll(8)).map { _ in pieces[dice.roll(pieces.count)] }.joined()
        }
        try await Browser.open { [seed = dice.seed] browser in
            for path in paths {
                let page = try await browser.get(path)
                #expect([200, 400, 404].contains(page.status), "seed \(seed): \(path)")
                #expect(page.header("X-Content-Type-Options") == "nosniff", "seed \(seed): \(path)")
                if page.header("Content-Type")?.hasPrefix("text/html") == true {
                    #expect(HTMLCheck(page.text).strangers == [], "seed \(seed): \(path)")
                }
            }
        }
    }

    @Test func everyCodeHasAdvice() {
        for code in DeskError.Code.allCases {
            #expect(!PageProblem(DeskError(code, "x") as any Error).advice.isEmpty)
        }
    }
}
