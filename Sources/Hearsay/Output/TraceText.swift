public import HearsayCore

/// A trace for the terminal: the claims told by several articles, each with the count of its origins, the way on which it
/// travelled as a tree, what speaks against it, where it came back to its own outlet and what was taken back; then the
/// articles and who took from whom.
///
/// Nothing of the articles reaches the terminal as a control character, whatever they hold.
public struct TraceText: Sendable {
    let painter: TextPainter

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
        if only == nil { lines += painter.wrapped(summary(trace, claims.count), hanging: 2, .bold) }
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
        lines += view.trace.circles.filter { $0.claims.contains(claim.id) }.flatMap { round($0, view) }
        return lines + view.trace.withdrawn.filter { $0.claim == claim.id }.flatMap { takenBack($0, claim, view) }
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

    // MARK: Edges

    private func edges(_ view: TraceView) -> [String] {
        guard !view.trace.edges.isEmpty || !view.trace.outside.isEmpty else { return [] }
        var lines = [painter.paint("Who took from whom", .bold)]
        for edge in view.trace.edges {
            let credit = edge.credited ? "" : ", without credit"
            let percent = Int((edge.confidence * 100).rounded())
            let words =
                "\(view.title(of: edge.from)) \(edge.kind.rawValue) \(view.title(of: edge.to))\(credit) (\(percent) %)"
            lines += painter.wrapped(words, indent: 2, hanging: 2, .plain)
        }
        for edge in view.trace.outside {
            let percent = Int((edge.confidence * 100).rounded())
            let words = "\(view.title(of: edge.from)) cites \(edge.outlet), not at hand (\(percent) %)"
            lines += painter.wrapped(words, indent: 2, hanging: 2, .plain)
        }
        return lines + [""]
    }

    private func summary(_ trace: Trace, _ told: Int) -> String {
        func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
        if trace.articles.count == 1 { return "1 article, so nothing can be said of how its claims travelled." }
        var parts = [plural(told, "claim") + " told by several of them", plural(trace.edges.count, "edge")]
        let outlets = Set(trace.outside.map(\.outlet)).count
        if outlets > 0 { parts.append(plural(outlets, "outlet") + " not at hand") }
        if !trace.circles.isEmpty {
            parts.append(
                trace.circles.count == 1 ? "1 circle of citations" : "\(trace.circles.count) circles of citations")
        }
        let resting = Set(
            trace.withdrawn.flatMap { withdrawal in
                withdrawal.dependents.map { "\(withdrawal.claim) \($0.member)" }
            }
        ).count
        if resting > 0 { parts.append("\(plural(resting, "place")) on words that were taken back") }
        return plural(trace.articles.count, "article") + ": " + parts.joined(separator: ", ") + "."
    }
}
