import Hearsay
import HearsayCore
import Testing

@testable import HearsayWeb

/// What pages show of a ledger that is not traced, or not as it stands.
@Suite struct TracePageTests {
    @Test(arguments: ["/", "/articles/2", "/sources/3"]) func whatIsNotTracedSaysSo(_ path: String) async throws {
        try await Browser.open(FixtureDesk(tracing: .absent)) { browser in
            let page = try await browser.get(path)
            #expect(page.status == 200 && HTMLCheck(page.text).strangers == [])
            #expect(page.text.contains("is not traced yet") && page.text.contains("action=\"/trace\""))
            #expect(!page.text.contains("href=\"/claims/"))
            let twin = try await browser.get(path == "/" ? "/.json" : path + ".json")
            #expect(twin.text.contains("\"traced\": \"absent\"") || twin.text.contains("\"traced\":\"absent\""))
        }
    }

    @Test func whatIsOutdatedSaysSoAndIsShown() async throws {
        try await Browser.open(FixtureDesk(tracing: .outdated)) { browser in
            let page = try await browser.get("/articles/2")
            #expect(page.text.contains("Articles came since") && page.text.contains("href=\"/claims/c1\""))
        }
    }

    @Test(arguments: [
        (["article": "2"], "/articles/2"), (["source": "3"], "/sources/3"), ([:], "/"),
    ])
    func tracingLeadsBackToThePage(_ fields: [String: String], _ path: String) async throws {
        try await Browser.open(FixtureDesk(tracing: .absent)) { browser in
            let sent = try await browser.post("/trace", fields)
            #expect(sent.status == 303 && sent.header("Location") == path)
            let page = try await browser.get(path)
            #expect(!page.text.contains("action=\"/trace\"") && page.text.contains("href=\"/claims/"))
        }
    }

    @Test func itLeadsNowhereElse() async throws {
        try await Browser.open { browser in
            for fields in [["article": "//evil.example"], ["source": "1\r\nX: y"]] {
                let status = try await browser.post("/trace", fields).status
                #expect(status == 400)
            }
        }
    }

    @Test func theStartPageLeavesOutWhatIsNotKnown() async throws {
        try await Browser.open(FixtureDesk(tracing: .absent)) { browser in
            let page = try await browser.get("/")
            #expect(!page.text.contains("shared claim") && !page.text.contains("What falls due"))
            #expect(page.text.contains("Latest articles"))
        }
    }
}
