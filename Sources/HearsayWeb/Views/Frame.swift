internal import Hearsay

/// What every page has around it.
struct Frame: Sendable {
    /// The parts of the site that the head of every page leads to.
    enum Section: String, CaseIterable, Sendable {
        case articles, claims, sources, due, add, log

        var label: String {
            switch self {
            case .articles: "Articles"
            case .claims: "Claims"
            case .sources: "Sources"
            case .due: "Due"
            case .add: "Add"
            case .log: "Log"
            }
        }
    }

    struct Part: Sendable {
        var partHref: String
        var partLabel: String
        var isCurrent: Bool
    }

    var pageTitle: String
    var query: String
    var parts: [Part]
    var twinHref: String?
    var token: String

    /// The frame of a page in a section; `twin` is the address of its JSON twin.
    init(_ title: String, section: Section? = nil, twin: String?, query: String = "", site: Site) {
        pageTitle = PlainText.singleLine(title)
        parts = Section.allCases.map {
            Part(partHref: "/\($0.rawValue)", partLabel: $0.label, isCurrent: $0 == section)
        }
        (twinHref, self.query, token) = (twin, query, site.token.value)
    }
}
