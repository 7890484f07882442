import Hearsay
import HearsayCore
import Testing

@testable import HearsayWeb

@Suite struct ChangesPageTests {
    @Test func anArticleLeadsToWhatChanged() async throws {
        try await Browser.open { browser in
            let article = try await browser.get("/articles/2")
            #expect(article.text.contains("href=\"/articles/2/changes?from=1&amp;to=2\""))
            let only = try await browser.get("/articles/1")
            #expect(!only.text.contains("/changes"))
        }
    }

    @Test func editsAreNamedAndTheirWordsMarked() async throws {
        try await Browser.open { browser in
            let page = try await browser.get("/articles/2/changes?from=1&to=2")
            #expect(page.text.contains("<b>fact</b>: what is reported"))
            #expect(page.text.contains("<del>200,000</del>") && page.text.contains("<ins>300,000</ins>"))
            #expect(page.text.contains("<dt>Revision 1</dt>") && page.text.contains("<dt>Revision 2</dt>"))
            #expect(page.text.contains("<option value=\"1\" selected>Revision 1, 2031-05-20 08:01</option>"))
            #expect(page.text.contains("The sentence is not there."))
        }
    }

    @Test func theLastTwoAreComparedUnlessOthersAreNamed() async throws {
        try await Browser.open { browser in
            let page = try await browser.get("/articles/2/changes")
            #expect(page.status == 200 && page.text.contains("<ins>300,000</ins>"))
            let back = try await browser.get("/articles/2/changes?from=2&to=1")
            #expect(back.text.contains("<ins>200,000</ins>"))
            let same = try await browser.get("/articles/2/changes?from=2&to=2")
            #expect(same.text.contains("Both revisions say the same."))
            for path in ["/articles/2/changes?to=9", "/articles/1/changes", "/articles/99/changes"] {
                let status = try await browser.get(path).status
                #expect(status == 404)
            }
            let odd = try await browser.get("/articles/2/changes?from=x")
            #expect(odd.status == 400)
        }
    }

    @Test func theTwinHoldsTheEdits() async throws {
        try await Browser.open { browser in
            let twin = try await browser.get("/articles/2/changes.json?from=1&to=2")
            guard case .object(let fields) = try JSONReader.value(of: twin.bytes),
                case .array(let edits)? = fields["edits"], case .object(let ledger)? = fields["ledger"]
            else { return #expect(Bool(false)) }
            #expect(fields["hearsay"] == .number(1) && !edits.isEmpty)
            #expect(ledger["from"] == .number(1) && ledger["to"] == .number(2))
        }
    }
}
