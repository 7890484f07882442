internal import Hearsay
internal import HearsayCore

/// A circle in which a claim went round: each of its articles with what it says.
struct RoundView: Sendable {
    struct Step: Sendable {
        var stepHref: String
        var stepOutlet: String
        var stepDay: String
        var did: String
        var stepWords: String
    }

    var outlets: String
    var steps: [Step]

    init(_ round: ClaimDetail.Round, in detail: ClaimDetail) {
        let names = round.circle.outlets + round.circle.outlets.prefix(1)
        outlets = names.map(PlainText.singleLine).joined(separator: " → ")
        steps = zip(round.circle.articles, round.words).enumerated().compactMap { number, step in
            guard let article = detail.articles[step.0] else { return nil }
            let kind = number > 0 && number <= round.circle.steps.count ? round.circle.steps[number - 1].kind : nil
            return Step(
                stepHref: Address.article(article.id),
                stepOutlet: PlainText.singleLine(article.outlet ?? article.title),
                stepDay: Words.day(article.published) ?? "no date", did: kind.map(Self.did) ?? "tells it",
                stepWords: PlainText.singleLine(step.1))
        }
    }

    private static func did(_ kind: Edge.Kind) -> String {
        switch kind {
        case .cites: "cites the one before"
        case .copies: "prints mostly the same text"
        case .rewrites: "tells it in other words"
        }
    }
}

/// What an article took back of a claim, and who rests on it.
struct TakenBackView: Sendable {
    struct Resting: Sendable {
        var restingHref: String
        var restingName: String
        var moment: String?
    }

    var backHref: String
    var backOutlet: String
    var backDay: String?
    var kindWords: String
    var backReason: String
    var oldWords: String
    var newWords: String?
    var resting: [Resting]

    init?(_ back: ClaimDetail.TakenBack, in detail: ClaimDetail) {
        let withdrawal = back.withdrawal
        guard let article = detail.articles[withdrawal.revision] ?? detail.articles[withdrawal.article] else {
            return nil
        }
        backHref = Address.article(article.id) + "/changes"
        backOutlet = PlainText.singleLine(article.outlet ?? article.title)
        backDay = Words.day(withdrawal.changed)
        kindWords =
            switch withdrawal.kind {
            case .fact: back.new == nil ? "the sentence is gone" : "something else is reported"
            case .attribution: "somebody else vouches for it, or nobody"
            }
        backReason = PlainText.singleLine(withdrawal.reason)
        oldWords = PlainText.singleLine(back.old)
        newWords = back.new.map(PlainText.singleLine)
        var seen = Set<String>()
        resting = withdrawal.dependents.compactMap { dependent in
            guard let id = dependent.path.first, seen.insert(id).inserted, let article = detail.articles[id] else {
                return nil
            }
            let name = [article.outlet ?? article.title, Words.day(article.published)].compactMap(\.self)
            return Resting(
                restingHref: Address.article(article.id),
                restingName: PlainText.singleLine(name.joined(separator: ", ")),
                moment: dependent.published.map { "published \($0.rawValue) the change" })
        }
    }
}
