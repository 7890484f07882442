internal import Hearsay
internal import HearsayCore

/// The list of claims.
struct ClaimsView {
    var frame: Frame
    var isEmpty: Bool
    var isShared: Bool
    var claims: [ClaimLine]
    /// How many are shown, where there may be more.
    var cut: Int?

    /// The claims of a list that ends after `limit`.
    init(_ claims: [ClaimSummary], shared: Bool, limit: Int, site: Site) {
        frame = Frame("Claims", section: .claims, twin: shared ? "/claims.json" : "/claims.json?all=1", site: site)
        (isEmpty, isShared) = (claims.isEmpty, shared)
        self.claims = claims.map { ClaimLine($0) }
        cut = claims.count < limit ? nil : limit
    }
}

/// One claim: how many independent origins it has and why, its way, what speaks against it, what became of it.
struct ClaimView {
    var frame: Frame
    var title: String
    var countWords: String
    var told: String
    var isUncertain: Bool
    var origins: [OriginView]
    var hasOrigins: Bool
    var path: PathView
    var drawingHref: String
    var circles: [RoundView]
    var hasCircles: Bool
    var withdrawn: [TakenBackView]
    var hasWithdrawn: Bool
    var hasAgainst: Bool
    var denials: [PlaceLine]
    var against: [ClaimLine]
    var forecast: ForecastView?
    var places: [PlaceLine]
    var edges: [EdgeLine]
    var citations: [CitationLine]
    var hasEdges: Bool

    init(_ detail: ClaimDetail, site: Site) {
        let claim = detail.claim
        title = PlainText.singleLine(claim.text)
        frame = Frame(title, section: .claims, twin: Address.claim(claim.id) + ".json", site: site)
        countWords = Words.origins(claim.origins)
        told = "told by \(Words.count(Set(claim.members.map(\.article)).count, "article"))"
        isUncertain = claim.origins.least != claim.origins.most
        places = detail.places.map { PlaceLine($0, in: detail) }
        let lines = places
        origins = claim.sources.enumerated().map { index, origin in
            OriginView(
                origin, number: index + 1,
                places: zip(detail.places, lines).filter { $0.0.origin == index }.map(\.1))
        }
        hasOrigins = !origins.isEmpty
        path = PathView(PathGraph(detail))
        drawingHref = Address.claim(claim.id) + ".svg"
        circles = detail.circles.map { RoundView($0, in: detail) }
        hasCircles = !circles.isEmpty
        withdrawn = detail.withdrawn.compactMap { TakenBackView($0, in: detail) }
        hasWithdrawn = !withdrawn.isEmpty
        denials = zip(detail.places, lines).filter { $0.0.member.stance == .denies }.map(\.1)
        against = detail.against.map { ClaimLine($0.claim, reason: Words.clash($0.clash)) }
        hasAgainst = !denials.isEmpty || !against.isEmpty
        forecast = claim.forecast.map { ForecastView($0, detail) }
        edges = detail.edges.compactMap { EdgeLine($0, in: detail) }
        citations = detail.outside.compactMap { CitationLine($0, in: detail) }
        hasEdges = !edges.isEmpty || !citations.isEmpty
    }
}

/// A place that carries a claim, with its words in their sentence.
struct PlaceLine: Sendable {
    var articleHref: String
    var articleTitle: String
    var outlet: String
    var day: String
    var before: String
    var words: String
    var after: String
    var voice: String
    var voiceHref: String?
    var isUnnamed: Bool
    var relay: String?
    var stance: String
    var originNumber: Int?

    init(_ place: ClaimDetail.Place, in detail: ClaimDetail) {
        let (member, article) = (place.member, place.article)
        articleHref = Address.article(article.id) + (member.statement.map { "#" + URLEncodedForm.encode($0) } ?? "")
        articleTitle = PlainText.singleLine(article.title)
        outlet = PlainText.singleLine(article.outlet ?? "unknown outlet")
        day = Words.day(article.published) ?? "no date"
        (before, words, after) = (place.before, place.words, place.after)
        voice = member.voice.map(PlainText.singleLine) ?? "the outlet itself"
        (voiceHref, isUnnamed) = (place.source.map(Address.source), member.anonymous)
        relay = member.relay.isEmpty ? nil : member.relay.map(PlainText.singleLine).joined(separator: " ← ")
        stance = member.stance.rawValue
        originNumber = place.origin.map { $0 + 1 }
    }
}

/// One ultimate voice behind a claim, with why it counts as it does.
struct OriginView: Sendable {
    var number: Int
    var label: String
    var originHref: String?
    var kindWords: String
    var kindClass: String
    var counts: String
    var reason: String
    var originPlaces: [PlaceLine]

    init(_ origin: Origin, number: Int, places: [PlaceLine]) {
        (self.number, label) = (number, PlainText.singleLine(origin.label))
        originHref = places.compactMap(\.voiceHref).first
        kindClass = origin.kind.rawValue
        kindWords =
            switch origin.kind {
            case .named: "named"
            case .unnamed: "unnamed"
            case .document: "document"
            case .unattributed: "nobody given"
            }
        counts =
            origin.least == origin.most ? "counts \(origin.most)" : "counts \(origin.least) to \(origin.most)"
        reason = origin.reason
        originPlaces = places
    }
}

/// Who took from whom, in words; what the drawing shows by arrows.
struct EdgeLine: Sendable {
    var taker: String
    var takerHref: String
    var giver: String
    var giverHref: String
    var how: String
    var kindClass: String

    init?(_ edge: Edge, in detail: ClaimDetail) {
        guard let from = detail.articles[edge.from], let to = detail.articles[edge.to] else { return nil }
        (taker, takerHref) = (Self.name(from), Address.article(from.id))
        (giver, giverHref) = (Self.name(to), Address.article(to.id))
        how = [
            Words.kind(edge.kind), edge.credited ? "says so" : "does not say so",
            "\(Words.percent(edge.confidence)) sure",
        ].joined(separator: ", ")
        kindClass = edge.kind.rawValue
    }

    fileprivate static func name(_ article: ArticleSummary) -> String {
        PlainText.singleLine(
            [article.outlet ?? article.title, Words.day(article.published)].compactMap(\.self).joined(separator: ", "))
    }
}

/// Who took from an outlet of which no article is at hand.
struct CitationLine: Sendable {
    var citingName: String
    var citingHref: String
    var citedOutlet: String
    var citedHow: String

    init?(_ edge: OutsideEdge, in detail: ClaimDetail) {
        guard let from = detail.articles[edge.from] else { return nil }
        (citingName, citingHref) = (EdgeLine.name(from), Address.article(from.id))
        citedOutlet = PlainText.singleLine(edge.outlet)
        citedHow = "cited, not at hand, \(Words.percent(edge.confidence)) sure"
    }
}

/// What a claim says about the future, what people decided, and the form to decide.
struct ForecastView: Sendable {
    struct JudgementLine: Sendable {
        var verdict: String
        var verdictClass: String
        var judge: String?
        var judged: String
        var evidence: [Evidence]
    }

    struct Teller: Sendable {
        var tellerHref: String
        var tellerName: String
    }

    struct Evidence: Sendable {
        var evidenceText: String
        var evidenceHref: String?
    }

    var state: String
    var stateClass: String
    var days: String
    var certainty: String
    /// The articles that tell what became of it.
    var tellers: [Teller]
    var hasTellers: Bool
    var hasJudgements: Bool
    var judgements: [JudgementLine]
    var settleHref: String
    var isSettled: Bool

    init(_ forecast: Claim.Prediction, _ detail: ClaimDetail) {
        state = Words.outcome(of: forecast)
        stateClass = forecast.outcome.rawValue
        days = Words.due(forecast.due)
        certainty = forecast.certainty.rawValue
        tellers = forecast.settledBy.compactMap { detail.articles[$0] }.map {
            Teller(tellerHref: Address.article($0.id), tellerName: PlainText.singleLine($0.outlet ?? $0.title))
        }
        hasTellers = !tellers.isEmpty
        hasJudgements = !detail.judgements.isEmpty
        judgements = detail.judgements.map { judgement in
            JudgementLine(
                verdict: judgement.outcome == .open ? "taken back" : Words.outcome(judgement.outcome),
                verdictClass: judgement.outcome.rawValue, judge: judgement.judge, judged: Words.minute(judgement.time),
                evidence: judgement.evidence.map { Evidence(evidenceText: $0, evidenceHref: Address.outside($0)) })
        }
        settleHref = Address.claim(detail.claim.id) + "/settle"
        isSettled = forecast.judged != .open
    }
}
