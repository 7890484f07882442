internal import Hearsay

/// The start page: the ledger at a glance, or the first step.
struct StartView {
    struct Figure {
        var number: String
        var label: String
        var figureHref: String
    }

    var frame: Frame
    var isEmpty: Bool
    var figures: [Figure]
    var contested: [ClaimLine]
    var due: [DueLine]
    var recent: [ArticleLine]

    init(_ overview: LedgerOverview, site: Site) {
        frame = Frame("Start", twin: "/.json", site: site)
        isEmpty = overview.articles == 0
        figures = [
            Self.figure(overview.articles, "article", "/articles"),
            Self.figure(overview.outlets, "outlet", "/articles"),
            Self.figure(overview.statements, "statement", "/search"),
            Self.figure(overview.unnamed, "unnamed voice", "/sources"),
            Self.figure(overview.sharedClaims, "shared claim", "/claims"),
            Self.figure(overview.open, "open forecast", "/due"),
        ]
        contested = overview.claims.map { ClaimLine($0) }
        due = overview.due.map(DueLine.init)
        recent = overview.recent.map(ArticleLine.init)
    }

    private static func figure(_ count: Int, _ noun: String, _ href: String) -> Figure {
        Figure(number: Words.number(count), label: count == 1 ? noun : noun + "s", figureHref: href)
    }
}
