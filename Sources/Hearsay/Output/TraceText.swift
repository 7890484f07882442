public import HearsayCore

/// A trace for the terminal: the claims told by several articles, each with the count of its origins, the way on which it
/// travelled, and what speaks against it; then the articles and who took from whom.
///
/// Nothing of the articles reaches the terminal as a control character, whatever they hold.
public struct TraceText: Sendable {
    private let painter: TextPainter

    /// A view in a style.
    public init(style: OutputStyle = OutputStyle()) { painter = TextPainter(style: style) }

    /// The trace; `texts` holds the text of every article by its id. With `only`, the claim of that id is shown, however
    /// many articles tell it; of a single article, the claims that it makes more than once or that look ahead.
    public func bytes(of trace: Trace, texts: [String: SourceText], only: String? = nil) -> [UInt8] {
        let isSingle = trace.articles.count == 1
        let claims = trace.claims.filter { claim in
            if let only { return claim.id == only }
            let several = isSingle ? claim.members.count : Set(claim.members.map(\.article)).count
            return several > 1 || isSingle && claim.forecast != nil
        }
        let view = TraceView(trace, texts)
        var lines: [String] = []
        for claim in claims { lines += block(claim, view) + [""] }
        lines += edges(view)
        if only == nil { lines.append(painter.paint(summary(trace, claims.count), .bold)) }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    // MARK: Claims

    private func block(_ claim: Claim, _ view: TraceView) -> [String] {
        var lines = painter.wrapped("\(claim.id) \(claim.text)", indent: 0, hanging: 4, .bold)
        lines += painter.wrapped(Self.count(claim.origins), indent: 4, .value)
        for source in claim.sources where source.most > 0 {
            let range = source.least == source.most ? "\(source.most)" : "\(source.least) to \(source.most)"
            lines += painter.wrapped("\(source.label) (\(range)): \(source.reason)", indent: 4, hanging: 2, .faint)
        }
        lines += tree(claim, view)
        for contradiction in claim.contradicts {
            guard let other = view.claims[contradiction.claim] else { continue }
            let words = "against it (\(contradiction.clash.rawValue)): \(other.id) \(other.text)"
            lines += painter.wrapped(words, indent: 4, hanging: 2, .alarm)
        }
        if let forecast = claim.forecast {
            lines += painter.wrapped(Self.outlook(forecast), indent: 4, hanging: 2, .value)
        }
        return lines
    }

    /// "1 to 2 origins (likely 1)".
    private static func count(_ origins: OriginCount) -> String {
        if origins.least == origins.most { return "\(origins.most) origin\(origins.most == 1 ? "" : "s")" }
        return "\(origins.least) to \(origins.most) origins (likely \(origins.likely))"
    }

    /// "forecast (likely), due 2031-03-17: true, settled by a8".
    private static func outlook(_ forecast: Claim.Prediction) -> String {
        let due = forecast.due.map { ", due \(TimeLabel.days($0))" } ?? ""
        let settled = forecast.settledBy.isEmpty ? "" : ", settled by \(forecast.settledBy.joined(separator: ", "))"
        return "forecast (\(forecast.certainty.rawValue))\(due): \(forecast.outcome.rawValue)\(settled)"
    }

    /// The articles of a claim, each below the one that it took from.
    private func tree(_ claim: Claim, _ view: TraceView) -> [String] {
        let articles = claim.members.map(\.article).unique()
        let parents = view.parents(among: articles)
        var lines: [String] = []
        func add(_ article: String, depth: Int) {
            guard depth <= articles.count else { return }
            let rows = claim.members.filter { $0.article == article }.map { row($0, view, depth: depth) }
            lines += rows.unique().flatMap(\.self)
            for child in articles where parents[child] == article { add(child, depth: depth + 1) }
        }
        for article in articles where parents[article] == nil { add(article, depth: 0) }
        return lines
    }

    private func row(_ member: Claim.Member, _ view: TraceView, depth: Int) -> [String] {
        let way = (member.relay + [member.voice ?? "nobody named"]).joined(separator: " ← ")
        let stance = member.stance == .asserts ? "" : " \(member.stance.rawValue)"
        let head = "\(depth > 0 ? "└ " : "")\(view.title(of: member.article))\(stance): \(way)"
        return painter.wrapped(
            head, indent: 4 + 2 * min(depth, 8), hanging: 2, member.stance == .denies ? .alarm : .named)
    }

    // MARK: Edges

    private func edges(_ view: TraceView) -> [String] {
        guard !view.trace.edges.isEmpty else { return [] }
        var lines = [painter.paint("Who took from whom", .bold)]
        for edge in view.trace.edges {
            let credit = edge.credited ? "" : ", without credit"
            let percent = Int((edge.confidence * 100).rounded())
            let words =
                "\(view.title(of: edge.from)) \(edge.kind.rawValue) \(view.title(of: edge.to))\(credit) (\(percent) %)"
            lines += painter.wrapped(words, indent: 2, hanging: 2, .plain)
        }
        return lines + [""]
    }

    private func summary(_ trace: Trace, _ told: Int) -> String {
        func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
        if trace.articles.count == 1 { return "1 article, so nothing can be said of how its claims travelled." }
        return plural(trace.articles.count, "article") + ": " + plural(told, "claim") + " told by several of them, "
            + plural(trace.edges.count, "edge") + "."
    }
}

/// A trace with its articles and claims by id.
private struct TraceView {
    let trace: Trace
    let claims: [String: Claim]
    private let articles: [String: Trace.Article]

    init(_ trace: Trace, _ texts: [String: SourceText]) {
        self.trace = trace
        claims = Dictionary(trace.claims.map { ($0.id, $0) }) { first, _ in first }
        articles = Dictionary(trace.articles.map { ($0.id, $0) }) { first, _ in first }
    }

    /// "a3 Bay Courier 2031-03-22".
    func title(of id: String) -> String {
        let article = articles[id]
        return [id, article?.outlet, article?.published.map { String($0.prefix(10)) }].compactMap(\.self)
            .joined(separator: " ")
    }

    /// For each article one that it took from, of those given before it; the surest. So no circle can arise, even where
    /// two articles of one day cite each other.
    func parents(among given: [String]) -> [String: String] {
        var parents: [String: (id: String, confidence: Double)] = [:]
        let places = Dictionary(given.enumerated().map { ($1, $0) }) { first, _ in first }
        for edge in trace.edges {
            guard let from = places[edge.from], let to = places[edge.to], to < from else { continue }
            if edge.confidence > parents[edge.from]?.confidence ?? 0 { parents[edge.from] = (edge.to, edge.confidence) }
        }
        return parents.mapValues(\.id)
    }
}

extension Array where Element: Hashable {
    /// The elements without repetitions, in the order in which they first stand.
    fileprivate func unique() -> [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}
