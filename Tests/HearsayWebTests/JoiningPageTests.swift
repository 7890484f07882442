import Hearsay
import HearsayCore
import Testing

@testable import HearsayWeb

@Suite struct JoiningPageTests {
    @Test func pairsAreListedWithBothButtons() async throws {
        try await Browser.open { browser in
            let page = try await browser.get("/sources/possible")
            #expect(page.text.contains("<a class=\"title\" href=\"/sources/3\">The Lantern</a>"))
            #expect(page.text.contains("One source<span class=\"hidden\">: The Lantern and The Skerry Courier</span>"))
            #expect(page.text.contains("Keep apart") && page.text.contains("action=\"/sources/apart\""))
        }
    }

    @Test func aPairIsMergedAndThatIsTakenBack() async throws {
        try await Browser.open { browser in
            let fields = ["into": "3", "other": "6", "judge": "Noor", "list": "1"]
            let sent = try await browser.post("/sources/merge", fields)
            #expect(sent.status == 303 && sent.header("Location") == "/sources/possible?done=1&judge=Noor")
            let page = try await browser.get("/sources/possible?done=1&judge=Noor")
            #expect(page.text.contains("Decision 1 is in the log"))
            #expect(page.text.contains("name=\"judge\" value=\"Noor\""))
            #expect(!page.text.contains("The Lantern and The Skerry Courier"))
            let gone = try await browser.get("/sources/6")
            #expect(gone.status == 303 && gone.header("Location") == "/sources/3")
            let twin = try await browser.get("/sources/6.json")
            #expect(twin.header("Location") == "/sources/3.json")
            let undone = try await browser.post("/sources/undo", ["decision": "1"])
            #expect(undone.header("Location") == "/sources/history?done=2")
            let history = try await browser.get("/sources/history?done=2")
            #expect(history.text.contains("Took decision 1 back") && history.text.contains("taken back by decision 2"))
            #expect(history.text.contains("The Skerry Courier (6)</a> into <a href=\"/sources/3\">The Lantern (3)</a>"))
            #expect(!history.text.contains("action=\"/sources/undo\""))
            let again = try await browser.post("/sources/undo", ["decision": "1"])
            #expect(again.status == 400)
        }
    }

    @Test func sourcesAreMergedByNameOnTheirPage() async throws {
        try await Browser.open { browser in
            let page = try await browser.get("/sources/3")
            #expect(page.text.contains("Merge with another source"))
            let sent = try await browser.post("/sources/merge", ["into": "3", "other": "Radio Skerry"])
            #expect(sent.header("Location") == "/sources/3?done=1")
            let merged = try await browser.get("/sources/3?done=1")
            #expect(merged.text.contains("Split off a name") && merged.text.contains("value=\"Radio Skerry\""))
            let split = try await browser.post("/sources/3/split", ["name": "Radio Skerry"])
            #expect(split.header("Location") == "/sources/901?done=2")
            let voice = try await browser.post("/sources/3/split", ["voice": "2:v1"])
            #expect(voice.status == 303)
        }
    }

    @Test func pairsAreKeptApart() async throws {
        try await Browser.open { browser in
            let sent = try await browser.post("/sources/apart", ["first": "3", "second": "6"])
            #expect(sent.header("Location") == "/sources/3?done=1")
            let page = try await browser.get("/sources/possible")
            #expect(!page.text.contains("The Lantern and The Skerry Courier"))
        }
    }

    @Test func unnamedSourcesHaveNoForms() async throws {
        try await Browser.open { browser in
            let page = try await browser.get("/sources/1")
            #expect(!page.text.contains("/sources/merge"))
            let sent = try await browser.post("/sources/merge", ["into": "3", "other": "1"])
            #expect(sent.status == 400 && sent.text.contains("never merged"))
        }
    }

    @Test(arguments: [
        ("/sources/merge", ["into": "3"], 400), ("/sources/merge", ["into": "x", "other": "6"], 400),
        ("/sources/merge", ["into": "3", "other": "nobody"], 404), ("/sources/apart", ["first": "3"], 400),
        ("/sources/3/split", [:], 400), ("/sources/3/split", ["voice": "x"], 400),
        ("/sources/3/split", ["voice": "99:v1"], 404), ("/sources/undo", [:], 400),
        ("/sources/undo", ["decision": "9"], 404),
    ])
    func whatMakesNoSenseIsRefused(_ path: String, _ fields: [String: String], _ status: Int) async throws {
        try await Browser.open { browser in
            let page = try await browser.post(path, fields)
            #expect(page.status == status)
        }
    }

    @Test func listsHavePages() async throws {
        try await Browser.open { browser in
            let page = try await browser.get("/sources/3?offset=1")
            #expect(page.text.contains("<a href=\"/sources/3#said\" rel=\"prev\">Later statements</a>"))
            for path in ["/sources?offset=x", "/sources/possible?offset=-1", "/sources/history?offset=1.5"] {
                let status = try await browser.get(path).status
                #expect(status == 400)
            }
            let far = try await browser.get("/sources?offset=100000000000")
            #expect(far.status == 200)
        }
    }

    @Test func waysBetweenPagesKeepTheQuery() {
        let pager = Pager("/sources/possible", offset: 50, length: 50, hasMore: true, query: "judge=Noor")
        #expect(pager.nextHref == "/sources/possible?judge=Noor&offset=100")
        #expect(pager.earlierHref == "/sources/possible?judge=Noor")
        #expect(pager.nextTwin == "/sources/possible.json?judge=Noor&offset=100")
        let only = Pager("/sources", offset: 0, length: 50, hasMore: false)
        #expect(only.nextHref == nil && only.earlierHref == nil && only.nextTwin == nil)
    }
}
