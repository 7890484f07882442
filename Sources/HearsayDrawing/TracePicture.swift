public import HearsayCore

/// What a drawing of a trace shows: articles, who took from whom, and the voices behind the claims.
public struct TracePicture: Hashable, Sendable {
    /// An article.
    struct Node: Hashable, Sendable {
        var id: String
        /// The outlet's name; nil where it is not known.
        var outlet: String?
        /// The day and the time of day, as far as they are known.
        var day: CivilDay?
        var clock: String?
        var headline: String?
        var marks: Set<Mark> = []
    }

    /// What is to be seen at an article.
    enum Mark: Int, Comparable, Sendable, CaseIterable {
        /// It denies the claim that is shown.
        case denies
        /// A circle of citations begins here, or comes back.
        case circle
        /// A later version takes something back that others rest on.
        case changed
        /// It rests on what was taken back.
        case rests

        static func < (a: Mark, b: Mark) -> Bool { a.rawValue < b.rawValue }
    }

    /// How something came from one to the other.
    enum Way: String, Sendable, CaseIterable {
        /// A voice spoke in an article.
        case told
        case cites, copies, rewrites
        /// The later one is a version of the earlier one.
        case version
    }

    /// An article that took from another, both by their places in ``nodes``.
    struct Arrow: Hashable, Sendable {
        var giver: Int
        var taker: Int
        var way: Way
        var credited: Bool
        var confidence: Double
        /// Whether it is part of a circle.
        var isRound: Bool
    }

    /// A voice with the articles that have its words from nobody else, by their places in ``nodes``.
    struct Voice: Hashable, Sendable {
        var label: String
        var kind: Origin.Kind
        var least: Int
        var most: Int
        var nodes: [Int]
    }

    /// The most voices that a drawing of many claims shows.
    private static let mostVoices = 8

    /// What the drawing is called: the claim's words.
    public private(set) var title: String
    private(set) var nodes: [Node]
    private(set) var arrows: [Arrow]
    private(set) var voices: [Voice]
    /// How many more voices there are.
    private(set) var otherVoices: Int
    /// The outlets of which no article is at hand.
    private(set) var outsiders: [Outsider]
    /// How many more of them there are.
    private(set) var otherOutsiders: Int
    private(set) var circles: Int

    /// The picture of a trace.
    /// - Parameters:
    ///   - trace: a whole trace, or the part about a claim or an article.
    ///   - headlines: the headlines of its articles, as far as they are known, by the articles' ids.
    ///   - claim: the id of the claim that it is about. Without one, the voices behind the claims of several articles are
    ///     shown, those behind most articles first.
    public init(_ trace: Trace, headlines: [String: String] = [:], claim: String? = nil) {
        let places = Dictionary(trace.articles.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let shown = trace.claims.first { $0.id == claim }
        let round = Set(trace.circles.flatMap { $0.steps.map { [$0.from, $0.to] } })
        nodes = trace.articles.map { Self.node($0, headlines[$0.id]) }
        let versions = Dictionary(trace.articles.map { ($0.id, $0.revisionOf) }) { first, _ in first }
        arrows = trace.edges.compactMap { edge in
            guard let giver = places[edge.to], let taker = places[edge.from], giver != taker else { return nil }
            let isVersion = versions[edge.from] == edge.to
            return Arrow(
                giver: giver, taker: taker, way: isVersion ? .version : Way(edge.kind), credited: edge.credited,
                confidence: edge.confidence, isRound: round.contains([edge.from, edge.to]))
        }
        circles = trace.circles.count
        title =
            shown.map { DrawnText.line($0.text) }
            ?? (trace.articles.count == 1 ? "One article" : "How claims travelled")
        let all = Self.voices(of: shown.map { [$0] } ?? trace.claims.filter(Self.isShared), places, arrows)
        // Of many claims those for whom somebody answers; an outlet itself stands there as a lane.
        let told = shown == nil ? all.filter { $0.kind != .unattributed } : all
        let most = shown == nil ? Self.mostVoices : told.count
        voices = told.prefix(most).sorted { ($0.nodes.first ?? 0, $0.label) < ($1.nodes.first ?? 0, $1.label) }
        otherVoices = told.count - voices.count
        (outsiders, otherOutsiders) = Self.outsiders(of: trace, shown: shown, places, voices: &voices)
        mark(trace, shown, places)
    }

    private static func isShared(_ claim: Claim) -> Bool { Set(claim.members.map(\.article)).count > 1 }

    private static func node(_ article: Trace.Article, _ headline: String?) -> Node {
        let time = article.published ?? ""
        let bytes = Array(time.utf8.prefix(16))
        let hasClock =
            bytes.count == 16 && bytes[13] == UInt8(ascii: ":")
            && [11, 12, 14, 15].allSatisfy { bytes[$0].isASCIIDigit }
        let day = CivilDay(iso: time)
        return Node(
            id: DrawnText.line(article.id),
            outlet: article.outlet.map(DrawnText.line).flatMap { $0.isEmpty ? nil : $0 },
            day: day, clock: day != nil && hasClock ? String(decoding: bytes[11...], as: UTF8.self) : nil,
            headline: headline.map(DrawnText.line))
    }

    private mutating func mark(_ trace: Trace, _ claim: Claim?, _ places: [String: Int]) {
        func mark(_ ids: [String?], _ mark: Mark) {
            for id in ids { id.flatMap { places[$0] }.map { _ = nodes[$0].marks.insert(mark) } }
        }
        mark((claim?.members ?? []).filter { $0.stance == .denies }.map(\.article), .denies)
        mark(trace.circles.flatMap { [$0.articles.first, $0.articles.last] }, .circle)
        mark(trace.withdrawn.map(\.article), .changed)
        mark(trace.withdrawn.flatMap { $0.dependents.map(\.path.first) }, .rests)
    }

    /// The voices of claims, one for each name and kind. A voice leads to the articles that took its words from none of the
    /// others that have them.
    private static func voices(of claims: [Claim], _ places: [String: Int], _ arrows: [Arrow]) -> [Voice] {
        var (voices, known) = ([Voice](), [String: Int]())
        for claim in claims {
            for origin in claim.sources {
                let carrying = Set(
                    origin.members.lazy.filter(claim.members.indices.contains).compactMap {
                        places[claim.members[$0].article]
                    })
                let second = Set(
                    arrows.lazy.filter { carrying.contains($0.giver) && carrying.contains($0.taker) }.map(\.taker))
                let first = second.count < carrying.count ? carrying.subtracting(second) : carrying
                let voice = Voice(
                    label: DrawnText.line(origin.label), kind: origin.kind, least: origin.least, most: origin.most,
                    nodes: first.sorted())
                let key = "\(voice.kind) \(voice.label)"
                if let place = known[key] {
                    voices[place].nodes = Set(voices[place].nodes + voice.nodes).sorted()
                    voices[place].least = max(voices[place].least, voice.least)
                    voices[place].most = max(voices[place].most, voice.most)
                } else {
                    known[key] = voices.count
                    voices.append(voice)
                }
            }
        }
        if claims.count == 1 { return voices }
        return voices.enumerated().sorted { a, b in
            (-a.element.nodes.count, a.offset) < (-b.element.nodes.count, b.offset)
        }.map(\.element)
    }
}

extension TracePicture.Way {
    init(_ kind: Edge.Kind) {
        switch kind {
        case .cites: self = .cites
        case .copies: self = .copies
        case .rewrites: self = .rewrites
        }
    }

    /// What it is called.
    var label: String {
        switch self {
        case .told: "a voice speaks in it"
        case .cites: "cites"
        case .copies: "mostly the same text"
        case .rewrites: "the same in other words"
        case .version: "a later version"
        }
    }
}

extension Origin.Kind {
    /// What it is called.
    var label: String {
        switch self {
        case .named: "named"
        case .unnamed: "unnamed"
        case .document: "document"
        case .unattributed: "nobody given"
        }
    }
}

extension TracePicture.Mark {
    /// What it means.
    var label: String {
        switch self {
        case .denies: "denies it"
        case .circle: "begins or closes a circle"
        case .changed: "took something back later"
        case .rests: "rests on what was taken back"
        }
    }
}
