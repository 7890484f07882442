import HearsayCore
import Testing

@testable import HearsayLedger

/// Everything that can be asked, asked of both.
extension ModelRun {
    func compareAll() throws {
        try compareArticles()
        try compareSources()
        try compareLog()
        try compareWatching()
        for query in [SearchQuery("quay"), SearchQuery("okoro", scopes: [.voices])] { try search(query, page: 2) }
    }

    // MARK: Articles

    private func compareArticles() throws {
        try agree("the counts", model.counts, ledger.counts())
        let list = model.latest.compactMap(model.stored)
        try agree("the articles", list, ledger.articles(limit: 1000))
        try agree("the articles by pages", list, pages())
        for place in places {
            let rest = list.filter { ($0.place.ordering, $0.id) < (place.ordering, place.article) }
            try agree("the articles after \(place)", Array(rest.prefix(2)), ledger.articles(limit: 2, after: place))
        }
        let read = model.left.sorted {
            ($0.key.article, $0.seen, $0.key.number) < ($1.key.article, $1.seen, $1.key.number)
        }
        try agree("all revisions", read.map(\.key), ledger.allRevisions())
        try agree("the latest revisions", model.latest.map(\.key).sorted(), ledger.latestRevisions())
        try agree(
            "what other stages read", read.filter { $0.stages != ["tagger": "3"] }.map(\.key),
            ledger.revisions(notReadBy: ["tagger": "3"]))
        for article in model.articles.indices { try compareRevisions(of: article + 1) }
        try agree("an article that is not there", nil, ledger.article(model.articles.count + 1))
    }

    private func pages() throws -> [StoredArticle] {
        var (articles, after) = ([StoredArticle](), ArticlePlace?.none)
        repeat {
            let page = try ledger.articles(limit: 2, after: after)
            articles += page
            after = try page.last.map { try #require(ArticlePlace($0.place.text)) }
        } while after != nil
        return articles
    }

    private func compareRevisions(of article: Int) throws {
        let latest = model.latest(of: model.articles[article - 1])
        let left = model.articles[article - 1].revisions.filter { $0.capture != nil }.sorted { $0.order > $1.order }
        let stored = left.compactMap { revision -> StoredRevision? in
            guard let capture = revision.capture, let reading = revision.reading else { return nil }
            return StoredRevision(
                key: revision.key, isLatest: revision.key == latest?.key, captured: capture.captured,
                digest: Digest.name(of: capture.bytes), document: reading.document.id,
                captureEntry: revision.captureEntry, readingEntry: revision.readingEntries.last ?? -1,
                stages: revision.stages)
        }
        try agree("the revisions of \(article)", stored, ledger.revisions(of: article))
        for revision in model.articles[article - 1].revisions {
            let key = revision.key
            try agree("the reading of \(key)", revision.reading, ledger.reading(key))
            try agree("whether \(key) has vectors", revision.hasUnits, ledger.units(key) != nil)
            if let capture = revision.capture {
                try agree("the capture of \(key)", capture, ledger.capture(key))
                try agree(
                    "what is found by its digest", key.article,
                    ledger.find(
                        digest: Digest.name(of: capture.bytes), url: capture.url, facts: capture.facts)?.revision
                        .article)
            }
            let speakers = model.speakers.filter { $0.revision == key }.map { ($0.id, model.source($0)) }
            try agree(
                "the sources of \(key)", Dictionary(speakers) { first, _ in first }, ledger.voiceSources(key))
        }
    }

    // MARK: Sources

    private func compareSources() throws {
        let sources = model.storedSources
        let list = sources.sorted {
            ($1.statements, $1.articles, $0.id) < ($0.statements, $0.articles, $1.id)
        }
        try agree("the sources", list, ledger.sources(limit: 1000))
        try agree("the first sources", Array(list.prefix(2)), ledger.sources(limit: 2))
        for source in 1...model.sources.count + 1 {
            try agree("source \(source)", model.rows(ofSource: source), ledger.source(source))
        }
        for name in SampleArticle.people + SampleArticle.bodies + ["okoro", "the gull", "lind petra"] {
            try agree("sources named \(name)", model.named(name), ledger.sources(named: name))
        }
        try agree("possible sources", model.possible, ledger.possibleSources(limit: 1000))
        try agree("the decisions", model.decisions, ledger.joinings())
    }

    // MARK: Log

    private func compareLog() throws {
        let entries = try ledger.entries(from: 0, limit: 10_000)
        let expected = model.entries
        try agree("the kinds of the entries", expected.map(\.kind), entries.map(\.kind))
        try agree("what the entries are about", expected.map(\.about), entries.map(\.about))
        try agree("the revisions of the entries", expected.map(\.revision), entries.map(\.revision))
        try agree("the latest entries", Array(entries.reversed().prefix(3)), ledger.latestEntries(limit: 3))
        try agree("the judgements", model.judgements.map(\.judgement), ledger.judgements())
        try agree("the erasures", model.erasures, ledger.erasures())
        let gone = Set(model.erasures.flatMap(\.entries))
            .union(model.articles.flatMap(\.revisions).flatMap { $0.readingEntries.dropLast() })
        for entry in entries {
            try agree(
                "whether entry \(entry.index) has content", !gone.contains(entry.index),
                ledger.content(ofEntry: entry.index) != nil)
        }
        try agree("what the check finds", [], ledger.verify().findings)
    }

    // MARK: Watching

    private func compareWatching() throws {
        try agree("the pages", model.pages, ledger.pages())
        for article in 1...model.articles.count + 1 {
            try agree("the looks at \(article)", model.looks(at: article), ledger.looks(at: article))
        }
        try agree("the feeds", model.storedFeeds, ledger.feeds())
        try agree("the open sightings", model.openSightings, ledger.openSightings(failedLessThan: 2))
    }

    // MARK: Search

    /// Compares what is found, in one go and by pages.
    func search(_ query: SearchQuery, page: Int) throws {
        let whole = try ledger.search(query, limit: 10_000)
        let (found, expected) = (whole.matches.map(ModelHit.init), model.found(query))
        try agree("how often \(query) finds what", expected.counted, found.counted)
        if ModelWords.words(of: query.words).isEmpty { try agree("the order of \(query)", expected, found) }
        for match in whole.matches {
            try agree(
                "the article of a hit", model.latest(of: model.articles[match.article.id - 1]).flatMap(model.stored),
                match.article)
        }
        var (pages, after) = ([SearchMatch](), String?.none)
        repeat {
            let next = try ledger.search(query, limit: page, after: after)
            pages += next.matches
            after = next.next
            if after != nil { try agree("the length of a page", page, next.matches.count) }
        } while after != nil
        try agree("\(query) by pages", whole.matches, pages)
    }
}

extension Sequence where Element: Hashable {
    fileprivate var counted: [Element: Int] { Dictionary(grouping: self) { $0 }.mapValues(\.count) }
}
