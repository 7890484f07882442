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
    var sourceTabs = SourceTab.all(shown: "/sources")
    var isEmpty: Bool
    var sources: [SourceLine]
    var nextHref: String?
    var earlierHref: String?

    init(_ sources: [SourceSummary], pager: Pager, site: Site) {
        frame = Frame("Sources", section: .sources, twin: "/sources.json", site: site)
        isEmpty = sources.isEmpty
        self.sources = sources.map {
            SourceLine(
                href: Address.source($0.id), label: PlainText.singleLine($0.label), kind: $0.kind.rawValue,
                anonymous: $0.anonymous,
                facts: "\(Words.count($0.statements, "statement")) · \(Words.count($0.articles, "article"))")
        }
        (nextHref, earlierHref) = (pager.nextHref, pager.earlierHref)
    }
}

/// One source: who it is, what it said, what came of it, and with whom it is one.
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
    var done: DecisionLine?
    var untraced: TraceNote?
    var record: RecordView?
    var hasUtterances: Bool
    var utterances: [UtteranceLine]
    /// "Statements 51 to 100 of 3,200"; nil where all are shown.
    var shown: String?
    var nextHref: String?
    var earlierHref: String?
    /// Nil for a source without a name, which is never one with another.
    var joining: SourceJoiningView?

    init(_ source: SourceDetail, pager: Pager, done: SourceDecision?, site: Site) {
        let summary = source.summary
        frame = Frame(summary.label, section: .sources, twin: "/sources/\(summary.id).json", site: site)
        (label, kind, anonymous) = (PlainText.singleLine(summary.label), summary.kind.rawValue, summary.anonymous)
        facts = "\(Words.count(summary.statements, "statement")) in \(Words.count(summary.articles, "article"))"
        let others = source.names.filter { $0 != summary.label }
        names = others.isEmpty ? nil : others.joined(separator: " · ")
        roles = source.roles.isEmpty ? nil : source.roles.joined(separator: " · ")
        (hasReasons, reasons) = (!source.reasons.isEmpty, source.reasons)
        self.done = done.map(DecisionLine.init)
        untraced = TraceNote(source.tracing, source: summary.id)
        record = source.record.map(RecordView.init)
        hasUtterances = !source.utterances.isEmpty
        utterances = source.utterances.map(Self.line)
        (nextHref, earlierHref) = (pager.nextHref, pager.earlierHref)
        if nextHref != nil || earlierHref != nil {
            let last = Words.number(source.offset + utterances.count)
            shown =
                "Statements \(Words.number(source.offset + 1)) to \(last) of \(Words.number(summary.statements))"
        }
        joining = summary.anonymous ? nil : SourceJoiningView(source)
    }

    private static func line(_ said: SourceDetail.Utterance) -> UtteranceLine {
        UtteranceLine(
            words: PlainText.singleLine(said.words), claimHref: said.claim.map(Address.claim),
            articleHref: Address.article(said.article.id) + "#" + URLEncodedForm.encode(said.statement),
            articleTitle: PlainText.singleLine(said.article.title), articleOutlet: said.article.outlet,
            articleDay: Words.day(said.article.published),
            relay: said.relay.isEmpty ? nil : said.relay.map(PlainText.singleLine).joined(separator: " ← "),
            stance: said.stance.rawValue, forecast: said.forecast.map { "forecast, \(Words.due($0.due))" })
    }
}

/// The forms by which a source is made one with another, or something is split off from it.
struct SourceJoiningView {
    struct VoiceLine {
        var voiceID: String
        var voiceWords: String
        var voiceArticleHref: String
        var voiceArticle: String
    }

    var into: Int
    var splitHref: String
    var hasPairs: Bool
    var pairs: [PairLine]
    var hasNames: Bool
    var splitNames: [String]
    var hasVoices: Bool
    var splitVoices: [VoiceLine]

    init(_ source: SourceDetail) {
        into = source.summary.id
        splitHref = Address.source(into) + "/split"
        pairs = source.possible.map { PairLine($0, known: source.summary.id) }
        splitNames = source.names.count > 1 ? source.names : []
        splitVoices =
            source.voices.count > 1
            ? source.voices.map { voice in
                let words = [voice.name, voice.role, voice.affiliation].compactMap(\.self).filter { !$0.isEmpty }
                let article = [voice.article.outlet ?? voice.article.title, Words.day(voice.article.published)]
                return VoiceLine(
                    voiceID: "\(voice.article.id):\(voice.id)",
                    voiceWords: words.map(PlainText.singleLine).joined(separator: ", "),
                    voiceArticleHref: Address.article(voice.article.id),
                    voiceArticle: article.compactMap(\.self).map(PlainText.singleLine).joined(separator: ", "))
            } : []
        (hasPairs, hasNames, hasVoices) = (!pairs.isEmpty, !splitNames.isEmpty, !splitVoices.isEmpty)
    }
}
