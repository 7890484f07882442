internal import HearsayCore

/// A trace with its articles and claims by id.
struct TraceView {
    let trace: Trace
    let claims: [String: Claim]
    private let articles: [String: Trace.Article]
    private let texts: [String: SourceText]

    init(_ trace: Trace, _ texts: [String: SourceText]) {
        (self.trace, self.texts) = (trace, texts)
        claims = Dictionary(trace.claims.map { ($0.id, $0) }) { first, _ in first }
        articles = Dictionary(trace.articles.map { ($0.id, $0) }) { first, _ in first }
    }

    /// "a3 Bay Courier 2031-03-22".
    func title(of id: String) -> String {
        let article = articles[id]
        return [id, article?.outlet, article?.published.map { String($0.prefix(10)) }].compactMap(\.self)
            .joined(separator: " ")
    }

    /// The outlet's name, else the article's id.
    func outlet(of id: String) -> String { articles[id]?.outlet ?? id }

    /// Words of an article in quotation marks; nil where its text is not at hand.
    func words(_ span: TextSpan?, of id: String) -> String? {
        guard let span, let text = texts[id], span.end <= text.count else { return nil }
        return "“\(text.string(span))”"
    }

    /// "cites", "copies, without credit", "later version".
    func way(_ edge: Edge) -> String {
        if articles[edge.from]?.revisionOf == edge.to { return "later version" }
        return edge.kind.rawValue + (edge.credited ? "" : ", without credit")
    }

    /// For each article the edge by which it took from one of those given before it; the surest. So no circle can arise,
    /// even where two articles of one day cite each other.
    func parents(among given: [String]) -> [String: Edge] {
        var parents: [String: Edge] = [:]
        let places = Dictionary(given.enumerated().map { ($1, $0) }) { first, _ in first }
        for edge in trace.edges {
            guard let from = places[edge.from], let to = places[edge.to], to < from else { continue }
            if edge.confidence > parents[edge.from]?.confidence ?? 0 { parents[edge.from] = edge }
        }
        return parents
    }
}
