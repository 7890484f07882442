internal import Hearsay
internal import HearsayCore

/// The list of articles.
struct ArticlesView {
    var frame: Frame
    var isEmpty: Bool
    var articles: [ArticleLine]
    var nextHref: String?

    init(_ articles: [ArticleSummary], nextAfter: String?, site: Site) {
        frame = Frame("Articles", section: .articles, twin: "/articles.json", site: site)
        isEmpty = articles.isEmpty
        self.articles = articles.map(ArticleLine.init)
        nextHref = nextAfter.map { "/articles?after=\($0)" }
    }
}

/// One revision of an article with its statements marked.
struct ArticleView {
    struct RevisionLine {
        var number: Int
        var revisionHref: String
        var captured: String
        var isShown: Bool
        /// What changed since the one before; nil for the first.
        var changesHref: String?
    }

    var frame: Frame
    var language: String
    var title: String
    var headlineMarkup: Markup?
    var textMarkup: Markup
    var voicesMarkup: Markup
    var outlet: String?
    var day: String?
    var authors: String?
    var updates: [String]
    var url: String?
    var urlHref: String?
    var summary: String
    var revision: Int
    var isOld: Bool
    var latestHref: String
    var captured: String
    var digest: String
    var entry: Int
    var captureHref: String
    var hasRevisions: Bool
    var revisions: [RevisionLine]
    var hasEdges: Bool
    var takenFrom: [LinkLine]
    var outside: [OutsideLine]
    var givenTo: [LinkLine]
    var givenToMore: String?
    var untraced: TraceNote?
    var outLinks: [OutLink]
    var hasOutLinks: Bool
    var goneWords: String?
    var lookWords: String?

    /// A link of the article that leads out of it, shown as text and as what it is.
    struct OutLink {
        var linkWords: String
        var linkURL: String
        var linkHref: String?
    }

    init(_ article: ArticleDetail, site: Site) {
        let (document, id) = (article.reading.document, article.summary.id)
        frame = Frame(
            article.summary.title, section: .articles, twin: "/articles/\(id).json?revision=\(article.revision.number)",
            site: site)
        let links = ReadingLinks(
            statement: { article.claims[$0].map(Address.claim) },
            voice: { article.sources[$0].map(Address.source) })
        let parts = Markup.article(ReadingMarkup(article.reading, links: links))
        (headlineMarkup, textMarkup, voicesMarkup) = (parts.headline, parts.text, parts.voices)
        language = document.language
        title = PlainText.singleLine(article.summary.title)
        outlet = (document.outlet.name ?? document.outlet.domain ?? article.summary.outlet).map(PlainText.singleLine)
        day = Words.day(document.published ?? article.summary.published)
        authors = document.authors.isEmpty ? nil : document.authors.joined(separator: ", ")
        updates = document.updates.map(\.text)
        url = document.url ?? article.summary.url
        urlHref = Address.outside(url)
        summary = ReadingSummary(article.reading).sentence
        revision = article.revision.number
        // The latest is the one that was seen last, which need not have the highest number.
        isOld = article.revisions.first.map { $0.number != article.revision.number } ?? false
        latestHref = Address.article(id)
        captured = Words.minute(article.revision.captured)
        (digest, entry) = (article.revision.digest, article.revision.entry)
        captureHref = "/articles/\(id)/capture?revision=\(article.revision.number)"
        hasRevisions = article.revisions.count > 1
        revisions = Self.lines(article)
        takenFrom = article.takenFrom.map(LinkLine.init)
        outside = article.outside.map(OutsideLine.init)
        givenTo = article.givenTo.map(LinkLine.init)
        givenToMore = article.givenToMore > 0 ? Words.count(article.givenToMore, "article") : nil
        untraced = TraceNote(article.tracing, article: id)
        hasEdges = !takenFrom.isEmpty || !outside.isEmpty || !givenTo.isEmpty
        outLinks = document.links.map {
            OutLink(linkWords: PlainText.singleLine($0.text), linkURL: $0.url, linkHref: Address.outside($0.url))
        }
        hasOutLinks = !outLinks.isEmpty
        let sentence = article.looks.sentence.map(PlainText.singleLine)
        (goneWords, lookWords) = article.looks.isGone ? (sentence, nil) : (nil, sentence)
    }
    private static func lines(_ article: ArticleDetail) -> [RevisionLine] {
        let (id, revisions) = (article.summary.id, article.revisions)
        return revisions.enumerated().map { place, revision in
            let before = revisions.indices.contains(place + 1) ? revisions[place + 1].number : nil
            return RevisionLine(
                number: revision.number, revisionHref: "/articles/\(id)?revision=\(revision.number)",
                captured: Words.minute(revision.captured), isShown: revision.number == article.revision.number,
                changesHref: before.map { "/articles/\(id)/changes?from=\($0)&to=\(revision.number)" })
        }
    }
}
