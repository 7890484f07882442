import HearsayCore
import Testing

@testable import HearsayLedger

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
        #expect(try ledger.revisions(ofDocument: article.reading.document.id) == [added.revision])
    }

    @Test func theSameBytesAreOneRevisionAndOtherBytesANewOne() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let first = SampleArticle()
        var edited = first
        edited.said[0].content = "the quay may close"
        #expect(try ledger.add(first).change == .added)
        #expect(try ledger.add(first).change == .unchanged)
        #expect(
            try ledger.add(edited) == Added(change: .revised, revision: .init(article: 1, number: 2), statements: 1))
        // An archive that is added a second time holds the first version again.
        #expect(
            try ledger.add(first) == Added(change: .unchanged, revision: .init(article: 1, number: 1), statements: 1))
        #expect(try ledger.logSize() == 4)
        #expect(try ledger.revisions(of: 1).map(\.isLatest) == [true, false])
        #expect(try ledger.reading(.init(article: 1, number: 1)) == first.reading)
        #expect(try ledger.reading(.init(article: 1, number: 3)) == nil)
        #expect(try ledger.latestRevisions() == [.init(article: 1, number: 2)])
        #expect(try ledger.allRevisions().count == 2)
    }

    @Test func otherFactsMakeARevision() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        var article = SampleArticle()
        try ledger.add(article)
        article.facts = ["outlet": "The Bay Gull"]
        #expect(try ledger.add(article).change == .revised)
        #expect(try ledger.add(article).change == .unchanged)
    }

    @Test func articlesAreKnownAgainByAddressElseByBytes() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        var article = SampleArticle()
        try ledger.add(article)
        article.url = "https://gull.example/quay#comments"
        #expect(try ledger.add(article).revision.article == 1)
        article.url = nil
        #expect(try ledger.add(article) == Added(change: .added, revision: .init(article: 2, number: 1), statements: 1))
        #expect(try ledger.add(article).change == .unchanged)
        article.headline = "Another"
        #expect(try ledger.add(article).revision == .init(article: 3, number: 1))
    }

    /// A page is believed about its own site, and about no other.
    @Test(arguments: [
        ("https://gull.example/quay", "https://gull.example/a?b", true),
        ("https://gull.example/quay", "https://www.gull.example/quay", true),
        ("https://gull.example/quay", "http://gull.example:80/a", true),
        ("https://news.gull.example/quay", "https://m.gull.example:443/a", true),
        ("https://gull.example/quay", "https://evil.example/quay", false),
        ("https://gull.example/quay", "https://gull.example.evil.example/", false),
        ("https://gull.example/quay", "https://gull.example@evil.example/", false),
        ("http://127.0.0.1:8801/quay", "http://127.0.0.1:8802/quay", false),
        ("http://127.0.0.1/quay", "http://127.0.0.2/quay", false),
        ("https://gull.co.uk/quay", "https://evil.co.uk/quay", false),
        ("https://gull.github.io/quay", "https://evil.github.io/quay", false),
        ("n/a", "https://evil.example/quay", false),
    ])
    func anotherSiteCannotSpeakForAnArticle(_ canonical: String, _ answered: String, _ isOwn: Bool) throws {
        var document = SampleArticle().reading.document
        (document.canonicalURL, document.url) = (canonical, canonical)
        var capture = SampleArticle(url: "https://short.example/1").capture
        capture.finalURL = answered + "#top"
        let key = ArticleKey.key(of: document, capture: capture, digest: "sha256:00")
        #expect(key == (isOwn ? canonical : answered))
        // A file has no address of its own; what is in it is all there is.
        (capture.url, capture.finalURL) = (nil, nil)
        let alone = ArticleKey.key(of: document, capture: capture, digest: "sha256:00")
        #expect(alone == (canonical == "n/a" ? "sha256:00" : canonical))
    }

    @Test func anOldCaptureFromAnArchiveDoesNotBecomeTheLatest() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        var article = SampleArticle()
        try ledger.add(article)
        article.said[0].content = "the quay may close"
        article.archive = .init(file: "a.warc", offset: 0, date: "2029-01-01T00:00:00Z")
        #expect(try ledger.add(article).revision.number == 2)
        #expect(try ledger.revisions(of: 1).map(\.key.number) == [1, 2])
        #expect(try ledger.revisions(of: 1).map(\.isLatest) == [true, false])
        #expect(try ledger.latestRevisions() == [.init(article: 1, number: 1)])
        #expect(try ledger.article(1)?.revisions == 2)
        article.said[0].content = "the quay is shut"
        article.archive?.date = "2032-01-01T00:00:00Z"
        try ledger.add(article)
        article.said[0].content = "the quay is open"
        try ledger.add(article)
        // In the order in which they were seen; of two of the same time, the last one that came first.
        #expect(try ledger.revisions(of: 1).map(\.key.number) == [4, 3, 1, 2])
        #expect(try ledger.verify().findings.isEmpty)
    }

    @Test func whatIsThereIsKnownBeforeTheReading() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let article = SampleArticle()
        try ledger.add(article)
        let digest = try #require(try ledger.revisions(of: 1).first).digest
        #expect(try ledger.find(digest: digest, url: article.url, facts: [:])?.change == .unchanged)
        #expect(try ledger.find(digest: digest, url: nil, facts: [:]) == nil)
        #expect(try ledger.find(digest: digest, url: article.url, facts: ["outlet": "X"]) == nil)
        #expect(try ledger.find(digest: "sha256:00", url: article.url, facts: [:]) == nil)
    }

    @Test func nothingIsStoredOfAnArticleThatFails() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(SampleArticle())
        let before = try ledger.counts()
        var article = SampleArticle(url: "https://gull.example/other")
        article.said.append(.init(name: "Petra Lind", content: "nothing"))
        var reading = article.reading
        reading.statements[1].voice = "v9"
        #expect(throws: LedgerError(.failed, "", path: "")) {
            try ledger.add(article.capture, reading: reading, at: "2031-03-23T10:00:00Z")
        }
        #expect(try ledger.counts() == before)
        #expect(try ledger.sources(limit: 9).count == 1)
        #expect(try ledger.verify().findings.isEmpty)
    }

    @Test func textThatSQLiteCannotHoldIsShownAndKept() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let article = SampleArticle(
            url: "https://gull.example/\0", headline: "Quay\0closes",
            said: [.init(name: "Ines\0Okoro", content: "no\u{0}thing\n\t at \u{1F30A} all")])
        let added = try ledger.add(article)
        #expect(try ledger.reading(added.revision) == article.reading)
        #expect(try ledger.capture(added.revision) == article.capture)
        #expect(try ledger.article(1)?.title == "Quay\u{FFFD}closes")
        #expect(try ledger.source(1)?.statements.map(\.words) == ["no\u{FFFD}thing at \u{1F30A} all"])
        #expect(try ledger.add(article).change == .unchanged)
        #expect(try ledger.verify().findings.isEmpty)
    }

    @Test func vectorsComeBack() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let units = StoredUnits(
            version: "minilm-1",
            units: [
                .init(span: TextSpan(0, 4), statement: nil, vector: [0.5, -1.25, .leastNonzeroMagnitude]),
                .init(span: TextSpan(4, 9), statement: 3, vector: [0, 1, 2]),
            ])
        let key = try ledger.add(SampleArticle(), units: units).revision
        let back = try #require(try ledger.units(key))
        #expect(back.version == units.version && back.units.map(\.span) == units.units.map(\.span))
        #expect(back.units.map(\.statement) == [nil, 3])
        // In four bits a value.
        for (one, other) in zip(back.units.flatMap(\.vector), units.units.flatMap(\.vector)) {
            #expect(abs(one - other) <= 0.25)
        }
        let none = StoredUnits(version: "2", units: [])
        try ledger.storeUnits(none, for: key)
        #expect(try ledger.units(key) == none)
        #expect(throws: LedgerError(.notFound, "", path: "")) {
            try ledger.storeUnits(none, for: RevisionKey(article: 9, number: 1))
        }
    }

    @Test func listsGoByPublicationAndPage() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        for (number, day) in ["2031-03-02", nil, "2031-03-05T10:00:00Z", "2031-03-05"].enumerated() {
            try ledger.add(SampleArticle(url: "https://gull.example/\(number)", published: day))
        }
        // Without a date the capture counts, 2031-03-22.
        #expect(try ledger.articles(limit: 9).map(\.id) == [2, 3, 4, 1])
        #expect(try ledger.articles(limit: 2).map(\.id) == [2, 3])
        func place(_ id: Int) throws -> ArticlePlace? { try ledger.article(id)?.place }
        #expect(try ledger.articles(limit: 2, after: place(3)).map(\.id) == [4, 1])
        #expect(try ledger.articles(limit: 2, after: place(1)).isEmpty)
        #expect(try ledger.articles(limit: -1).isEmpty)
        #expect(try ledger.articles([1, 9]).keys.sorted() == [1])
        #expect(try ledger.article(9) == nil)
    }
}
