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
    var untraced: TraceNote?
    var isTraced: Bool
    var contested: [ClaimLine]
    var due: [DueLine]
    var recent: [ArticleLine]

    init(_ overview: LedgerOverview, site: Site) {
        frame = Frame("Start", twin: "/.json", site: site)
        isEmpty = overview.articles == 0
        let counts: [(Int?, String, String)] = [
            (overview.articles, "article", "/articles"), (overview.outlets, "outlet", "/articles"),
            (overview.statements, "statement", "/search"), (overview.unnamed, "unnamed voice", "/sources"),
            (overview.sharedClaims, "shared claim", "/claims"), (overview.open, "open forecast", "/due"),
        ]
        figures = counts.compactMap { count, noun, href in count.map { Self.figure($0, noun, href) } }
        untraced = TraceNote(overview.tracing)
        isTraced = overview.tracing != .absent
        contested = overview.claims.map { ClaimLine($0) }
        due = overview.due.map(DueLine.init)
        recent = overview.recent.map(ArticleLine.init)
    }

    private static func figure(_ count: Int, _ noun: String, _ href: String) -> Figure {
        Figure(number: Words.number(count), label: count == 1 ? noun : noun + "s", figureHref: href)
    }
}
