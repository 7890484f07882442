import HearsayCore

@testable import HearsayLedger

/// The ledger as one would write it without a database: lists that are walked from end to end.
struct LedgerModel {
    /// One captured version of an article.
    struct Revision {
        var key: RevisionKey
        /// Nil once it is erased, and so is the reading.
        var capture: CaptureRecord?
        var reading: Reading?
        var stages: [String: String] = [:]
        var captureEntry: Int
        /// The last one is that of the reading; the others were renewed.
        var readingEntries: [Int]
        var hasUnits: Bool
    }

    struct Article {
        /// Nil once all of it is erased.
        var key: String?
        var added: String
        var revisions: [Revision] = []
        var page: Page?
    }

    /// A voice of a reading that has a source.
    struct Speaker {
        var revision: RevisionKey
        var id: String
        var kind: Voice.Kind
        var anonymous: Bool
        var name: String?
        var role: String?
        var affiliation: String?
        /// The source that it was given by its name.
        var home: Int
        /// The decisions that gave it another, and which.
        var splits: [(decision: Int, into: Int)] = []

        var label: String { name ?? role ?? affiliation ?? "" }
    }

    /// What is known of a source; its number is its place in the list, from 1.
    struct Source {
        var kind: Voice.Kind
        var label = ""
        var anonymous = false
        var isNamed = false
        var affiliations: [String] = []
    }

    struct Judged {
        var judgement: Judgement
        var entry: Int
    }

    var articles: [Article] = []
    /// In the order in which they came.
    var speakers: [Speaker] = []
    var sources: [Source] = []
    var pairs: [Pair: Likeness] = [:]
    var decisions: [Joining] = []
    var judgements: [Judged] = []
    var erasures: [Erasure] = []
    var feeds: [Feed] = []
    var sightings: [Sighting] = []
    var looks: [LookRow] = []
    /// The kinds of the log's entries, and what those name that are about no revision.
    var log: [(kind: LogEntry.Kind, about: String)] = []

    mutating func append(_ kind: LogEntry.Kind, about: String = "") -> Int {
        log.append((kind, about))
        return log.count - 1
    }

    // MARK: Adding

    mutating func add(_ article: SampleArticle, time: String) -> Added {
        let (capture, reading) = (article.capture, article.reading)
        let key = article.url ?? String(decoding: article.bytes, as: UTF8.self)
        let known = articles.firstIndex { $0.key == key }
        let statements = reading.statements.count
        if let known, let same = articles[known].revisions.first(where: { $0.holds(capture) }) {
            return Added(change: .unchanged, revision: same.key, statements: same.reading?.statements.count ?? 0)
        }
        if known == nil { articles.append(Article(key: key, added: time)) }
        let place = known ?? articles.count - 1
        let revision = RevisionKey(article: place + 1, number: articles[place].revisions.count + 1)
        let entries = [append(.capture), append(.reading)]
        articles[place].revisions.append(
            Revision(
                key: revision, capture: capture, reading: reading, stages: ["tagger": "3"], captureEntry: entries[0],
                readingEntries: [entries[1]], hasUnits: article.hasUnits))
        join(reading, revision)
        watch(revision, capture)
        return Added(change: known == nil ? .added : .revised, revision: revision, statements: statements)
    }

    // MARK: Lists

    /// The revision of each article that lists and searches see: of those that are left the one that was seen last, of
    /// several the last one.
    func latest(of article: Article) -> Revision? {
        article.revisions.filter { $0.capture != nil }.max { $0.order < $1.order }
    }

    /// Those revisions as lists have them, the latest published first.
    var latest: [Revision] {
        articles.compactMap(latest(of:)).sorted {
            ($0.ordering, $0.key.article) > ($1.ordering, $1.key.article)
        }
    }

    var left: [Revision] { articles.flatMap(\.revisions).filter { $0.capture != nil } }

    func revision(_ key: RevisionKey) -> Revision? { left.first { $0.key == key } }

    func stored(_ revision: Revision) -> StoredArticle? {
        guard let document = revision.reading?.document else { return nil }
        let article = articles[revision.key.article - 1]
        return StoredArticle(
            id: revision.key.article, title: document.headline ?? Self.firstWords(document),
            outlet: document.outlet.name, domain: nil, url: document.url, published: document.published,
            added: article.added, statements: revision.reading?.statements.count ?? 0,
            unnamed: revision.reading?.voices.count(where: \.anonymous) ?? 0,
            revisions: article.revisions.count { $0.capture != nil },
            place: ArticlePlace(ordering: revision.ordering, article: revision.key.article))
    }

    private static func firstWords(_ document: Document) -> String {
        let words = document.text.string(document.body).split(whereSeparator: \.isWhitespace)
        return words.prefix(10).joined(separator: " ") + (words.count > 10 ? " …" : "")
    }

    var counts: LedgerCounts {
        let readings = latest.compactMap(\.reading)
        let statements = readings.flatMap(\.statements)
        return LedgerCounts(
            articles: readings.count, revisions: left.count, outlets: Set(readings.map(\.document.outlet.name)).count,
            statements: statements.count, unnamed: readings.flatMap(\.voices).count(where: \.anonymous),
            forecasts: statements.count { $0.forecast != nil }, judgements: judgements.count, entries: log.count)
    }

    /// What the entries of the log are about, by their numbers.
    var entries: [(kind: LogEntry.Kind, about: String, revision: RevisionKey?)] {
        var entries = log.map { (kind: $0.kind, about: $0.about, revision: RevisionKey?.none) }
        func name(_ entry: Int, _ revision: Revision) {
            entries[entry].revision = revision.key
            entries[entry].about = stored(revision)?.title ?? ""
        }
        for revision in articles.flatMap(\.revisions) {
            name(revision.captureEntry, revision)
            if revision.capture != nil, let last = revision.readingEntries.last { name(last, revision) }
        }
        for judged in judgements { entries[judged.entry].about = judged.judgement.claim }
        for look in looks {
            guard let entry = look.entry, let shown = latest(of: articles[look.article - 1]) else { continue }
            name(entry, shown)
        }
        return entries
    }
}

extension LedgerModel.Revision {
    var seen: String { capture?.seen ?? "" }
    var ordering: String { reading?.document.published ?? seen }
    /// By this the latest revision is the greatest.
    var order: (String, Int) { (seen, key.number) }

    func holds(_ other: CaptureRecord) -> Bool { capture?.bytes == other.bytes && capture?.facts == other.facts }
}
