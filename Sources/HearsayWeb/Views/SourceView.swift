internal import Hearsay
internal import HearsayCore

/// The list of sources.
struct SourcesView {
    struct SourceLine {
        var href: String
        var label: String
        var kind: String
        var anonymous: Bool
        var facts: String
    }

    var frame: Frame
    var isEmpty: Bool
    var sources: [SourceLine]
    /// How many are shown, where there may be more.
    var cut: Int?

    /// The sources of a list that ends after `limit`.
    init(_ sources: [SourceSummary], limit: Int, site: Site) {
        frame = Frame("Sources", section: .sources, twin: "/sources.json", site: site)
        (isEmpty, cut) = (sources.isEmpty, sources.count < limit ? nil : limit)
        self.sources = sources.map {
            SourceLine(
                href: Address.source($0.id), label: PlainText.singleLine($0.label), kind: $0.kind.rawValue,
                anonymous: $0.anonymous,
                facts: "\(Words.count($0.statements, "statement")) · \(Words.count($0.articles, "article"))")
        }
    }
}

/// One source: who it is, what it said, what came of it.
struct SourceView {
    struct UtteranceLine {
        var words: String
        var claimHref: String?
        var articleHref: String
        var articleTitle: String
        var articleOutlet: String?
        var articleDay: String?
        var relay: String?
        var stance: String
        var forecast: String?
    }

    var frame: Frame
    var label: String
    var kind: String
    var anonymous: Bool
    var facts: String
    var names: String?
    var roles: String?
    var hasReasons: Bool
    var reasons: [String]
    var record: RecordView
    var hasUtterances: Bool
    var utterances: [UtteranceLine]

    init(_ source: SourceDetail, site: Site) {
        let summary = source.summary
        frame = Frame(summary.label, section: .sources, twin: "/sources/\(summary.id).json", site: site)
        (label, kind, anonymous) = (PlainText.singleLine(summary.label), summary.kind.rawValue, summary.anonymous)
        facts = "\(Words.count(summary.statements, "statement")) in \(Words.count(summary.articles, "article"))"
        let others = source.names.filter { $0 != summary.label }
        names = others.isEmpty ? nil : others.joined(separator: " · ")
        roles = source.roles.isEmpty ? nil : source.roles.joined(separator: " · ")
        (hasReasons, reasons) = (!source.reasons.isEmpty, source.reasons)
        record = RecordView(source.record)
        hasUtterances = !source.utterances.isEmpty
        utterances = source.utterances.map(Self.line)
    }

    private static func line(_ said: SourceDetail.Utterance) -> UtteranceLine {
        UtteranceLine(
            words: PlainText.singleLine(said.words), claimHref: said.claim.map { Address.claim($0.id) },
            articleHref: Address.article(said.article.id) + "#" + URLEncodedForm.encode(said.statement.id),
            articleTitle: PlainText.singleLine(said.article.title), articleOutlet: said.article.outlet,
            articleDay: Words.day(said.article.published),
            relay: said.relay.isEmpty ? nil : said.relay.map(PlainText.singleLine).joined(separator: " ← "),
            stance: said.statement.stance.rawValue,
            forecast: said.statement.forecast.map { "forecast, \(Words.due($0.due))" })
    }
}
