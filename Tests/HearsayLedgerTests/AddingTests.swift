import HearsayCore
import HearsayLedger
import Testing

@Suite struct AddingTests {
    @Test func anArticleComesBackAsItWasAdded() throws {
        let scratch = try Scratch()
        let article = SampleArticle()
        let added = try scratch.ledger().add(article)
        #expect(added == Added(change: .added, revision: RevisionKey(article: 1, number: 1), statements: 1))
        let ledger = try Ledger(path: scratch.path, mode: .read)
        #expect(try ledger.capture(added.revision) == article.capture)
        #expect(try ledger.reading(added.revision) == article.reading)
        let stored = try #require(try ledger.article(1))
        #expect(stored.title == "Quay closes at night" && stored.outlet == "The Gull" && stored.revisions == 1)
        #expect(stored.statements == 1 && stored.unnamed == 0 && stored.added == "2031-03-23T10:00:00Z")
        let revision = try #require(try ledger.revisions(of: 1).first)
        #expect(revision.isLatest && revision.captureEntry == 0 && revision.readingEntry == 1)
        #expect(revision.stages == ["tagger": "3"] && revision.captured == "2031-03-22T09:00:00Z")
    }
}
