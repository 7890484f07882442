internal import Hearsay
internal import HearsayCore

/// An article in a list.
struct ArticleLine: Sendable {
    var href: String
    var title: String
    var outlet: String?
    var day: String?
    var facts: String

    init(_ article: ArticleSummary) {
        (href, title) = (Address.article(article.id), PlainText.singleLine(article.title))
        (outlet, day) = (article.outlet.map(PlainText.singleLine), Words.day(article.published))
        var parts = [Words.count(article.statements, "statement")]
        if article.unnamed > 0 { parts.append(Words.count(article.unnamed, "unnamed voice")) }
        if article.revisions > 1 { parts.append(Words.count(article.revisions, "revision")) }
        facts = parts.joined(separator: " · ")
    }
}

/// A claim in a list.
struct ClaimLine: Sendable {
    var href: String
    var words: String
    var told: String
    var origins: String
    var against: String?
    var forecast: String?
    /// Why it stands in this list, where that needs a word.
    var reason: String?

    init(_ claim: ClaimSummary, reason: String? = nil) {
        (href, words) = (Address.claim(claim.id), PlainText.singleLine(claim.text))
        told = "told by \(Words.count(claim.articles, "article"))"
        origins = Words.originRange(claim.origins)
        var parts: [String] = []
        if claim.contradictions > 0 { parts.append("\(Words.count(claim.contradictions, "claim")) against it") }
        if claim.denials > 0 { parts.append(Words.count(claim.denials, "denial")) }
        against = parts.isEmpty ? nil : parts.joined(separator: ", ")
        forecast = claim.forecast.map {
            $0.outcome == .open ? "forecast, \(Words.due($0.due))" : "forecast, \(Words.outcome(of: $0))"
        }
        self.reason = reason
    }
}

/// A forecast in a list.
struct DueLine: Sendable {
    var href: String
    var words: String
    var days: String
    var state: String
    var stateClass: String
    var voice: String?
    var voiceHref: String?
    var articleHref: String
    var articleLabel: String
    /// What articles tell of the outcome, while nobody has judged it.
    var told: String?

    init(_ item: DueItem) {
        (href, words) = (Address.claim(item.claim.id), PlainText.singleLine(item.claim.text))
        let forecast = item.claim.forecast
        days = forecast?.due.map(TimeLabel.days) ?? "no day given"
        state = item.state == .settled ? Words.outcome(forecast?.outcome ?? .open) : Self.label(item.state)
        stateClass = item.state == .settled ? "settled-\(forecast?.outcome.rawValue ?? "open")" : item.state.rawValue
        (voice, voiceHref) = (item.voice.map(PlainText.singleLine), item.source.map(Address.source))
        articleHref = Address.article(item.article.id)
        articleLabel = PlainText.singleLine(item.article.outlet ?? item.article.title)
        told = forecast.flatMap { $0.outcome == .open || $0.isJudged ? nil : Words.outcome(of: $0) }
    }

    static func label(_ state: DueItem.State) -> String {
        switch state {
        case .overdue: "overdue"
        case .running: "running"
        case .ahead: "ahead"
        case .undated: "undated"
        case .settled: "settled"
        }
    }
}

/// An edge to or from another article, with its proof.
struct LinkLine: Sendable {
    struct Proof: Sendable {
        var taken: String
        var given: String?
    }

    var other: ArticleLine
    var how: String
    var proofs: [Proof]

    init(_ link: ArticleDetail.Link) {
        other = ArticleLine(link.other)
        how = [
            Words.kind(link.edge.kind), link.edge.credited ? "says so" : "does not say so",
            "\(Words.percent(link.edge.confidence)) sure",
        ].joined(separator: " · ")
        proofs = link.words.map { Proof(taken: PlainText.singleLine($0.from), given: $0.to.map(PlainText.singleLine)) }
    }
}

/// An outlet that an article took from, of which no article is at hand.
struct OutsideLine: Sendable {
    var outsideOutlet: String
    var outsideHow: String
    var outsideWords: [String]

    init(_ outside: ArticleDetail.Outside) {
        outsideOutlet = PlainText.singleLine(outside.edge.outlet)
        outsideHow = "cited, not at hand · \(Words.percent(outside.edge.confidence)) sure"
        outsideWords = outside.words.map(PlainText.singleLine)
    }
}

/// How the forecasts of a source ended, as words and as a bar from 0 to 100.
struct RecordView: Sendable {
    struct Count: Sendable {
        var label: String
        var number: Int
    }

    var sentence: String
    var counts: [Count]
    /// Where the interval begins on the bar, how long it is, and where the share itself stands; nil while nothing is
    /// settled.
    var bar: Bar?

    struct Bar: Sendable {
        var start: Int
        var length: Int
        var share: Int
    }

    init(_ record: Record) {
        let settled = record.isTrue + record.isFalse
        counts = [
            Count(label: "open", number: record.open), Count(label: "came true", number: record.isTrue),
            Count(label: "did not", number: record.isFalse), Count(label: "cannot be settled", number: record.void),
        ]
        guard settled > 0, let interval = record.interval else {
            sentence = record.open > 0 ? "No forecast is settled yet." : "No forecasts."
            return
        }
        let (low, high) = (Int((interval.lowerBound * 100).rounded()), Int((interval.upperBound * 100).rounded()))
        sentence = "\(record.isTrue) of \(settled) came true; 95 % interval \(low) to \(high) %."
        bar = Bar(start: low, length: max(1, high - low), share: record.isTrue * 100 / settled)
    }
}
