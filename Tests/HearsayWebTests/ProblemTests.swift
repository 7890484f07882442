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

    @Test func everyCodeHasAdvice() {
        for code in DeskError.Code.allCases {
            #expect(!PageProblem(DeskError(code, "x") as any Error).advice.isEmpty)
        }
    }
}
