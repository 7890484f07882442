internal import Hearsay
internal import HearsayCore

/// The way of one claim: from the voices behind it through the articles that carry it.
struct PathGraph: Equatable, Sendable {
    /// A voice.
    struct Voice: Equatable, Sendable {
        var label: String
        var kind: Origin.Kind
        var href: String
    }

    /// An article.
    struct Node: Equatable, Sendable {
        var title: String
        var outlet: String
        /// RFC 3339 or a day; nil when it is not known.
        var published: String?
        var href: String
        var denies = false
    }

    /// How something came from one to the other.
    enum Kind: String, CaseIterable, Sendable {
        /// The voice spoke in the article.
        case told
        case cites, copies, rewrites
    }

    /// An article that took from another; both by their place in ``nodes``.
    struct Taking: Equatable, Sendable {
        var giver: Int
        var taker: Int
        var kind: Kind
        var note: String
    }

    /// A voice that spoke in an article; by their places in ``voices`` and ``nodes``.
    struct Telling: Equatable, Sendable {
        var voice: Int
        var node: Int
    }

    var voices: [Voice] = []
    var nodes: [Node] = []
    var takings: [Taking] = []
    var tellings: [Telling] = []
}

extension PathGraph {
    /// The way of a claim. A voice feeds the articles that have its words from nobody else of the claim.
    init(_ detail: ClaimDetail) {
        let ids = detail.articles.keys.sorted {
            Self.order(detail.articles[$0], $0) < Self.order(detail.articles[$1], $1)
        }
        let places = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let denying = Set(detail.places.filter { $0.member.stance == .denies }.map(\.member.article))
        nodes = ids.compactMap { id in detail.articles[id].map { Self.node($0, denies: denying.contains(id)) } }
        takings = detail.edges.compactMap { edge in
            guard let giver = places[edge.to], let taker = places[edge.from], giver != taker else { return nil }
            return Taking(
                giver: giver, taker: taker, kind: Self.kind(edge.kind),
                note: "\(nodes[taker].outlet) took it from \(nodes[giver].outlet): \(Words.kind(edge.kind)), "
                    + (edge.credited ? "says so" : "does not say so"))
        }
        voices = detail.claim.sources.enumerated().map { index, origin in
            let source = detail.places.first { $0.origin == index && $0.source != nil }?.source
            return Voice(
                label: PlainText.singleLine(origin.label), kind: origin.kind,
                href: source.map(Address.source) ?? "#origin-\(index + 1)")
        }
        tellings = voices.indices.flatMap { voice in
            let carrying = Set(detail.places.filter { $0.origin == voice }.compactMap { places[$0.member.article] })
            let second = Set(takings.filter { carrying.contains($0.giver) && carrying.contains($0.taker) }.map(\.taker))
            let first = second.count < carrying.count ? carrying.subtracting(second) : carrying
            return first.sorted().map { Telling(voice: voice, node: $0) }
        }
    }

    private static func order(_ article: ArticleSummary?, _ id: String) -> (String, String) {
        (article?.published ?? "9999", id)
    }

    private static func node(_ article: ArticleSummary, denies: Bool) -> Node {
        Node(
            title: PlainText.singleLine(article.title),
            outlet: PlainText.singleLine(article.outlet ?? "unknown outlet"),
            published: article.published, href: Address.article(article.id), denies: denies)
    }

    private static func kind(_ kind: Edge.Kind) -> Kind {
        switch kind {
        case .cites: .cites
        case .copies: .copies
        case .rewrites: .rewrites
        }
    }
}
