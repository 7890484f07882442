public import HearsayCore

/// Finds circles of citations: an outlet that cites others for what they have from itself.
///
/// Found where all of this holds, so that what is shown is one:
///
/// - An article says that it has something from another outlet: it cites it, or re-tells it with credit. A copy is no
///   confirmation, and an outlet that links to its own story comes back to nothing.
/// - In the sentence that says so, or in the two after it, stands a claim that the cited article tells too, and that leads
///   back, edge by edge, through articles of other outlets that all tell it, to one of the first outlet that is certainly
///   earlier. Who cites somebody for another matter is in no circle with him.
/// - All of these places go back to one voice. Where the cited outlet has a voice of its own, it confirms indeed.
///
/// What a later version of an article took over from the version before is told once. Works on the trace alone, so a
/// stored one will do.
public enum CircleFinder {
    /// The circles of a trace, in the order of the articles that close them.
    public static func circles(in trace: Trace) -> [Circle] { CircleSearch(trace).circles() }
}

private struct CircleSearch {
    /// How many sentences after the one that cites may carry what is cited.
    private static let reach = 2

    private let trace: Trace
    private let paths: TakingPaths
    private let outlets: [String: [String]]
    private let times: [String: PublicationTime]
    /// The sentences of each article that carry claims, which are all of them, in order.
    private let sentences: [String: [TextSpan]]

    init(_ trace: Trace) {
        self.trace = trace
        paths = TakingPaths(trace)
        var (outlets, times) = ([String: [String]](), [String: PublicationTime]())
        for article in trace.articles {
            outlets[article.id] = article.outlet.map(OutletNames.words).flatMap { $0.isEmpty ? nil : $0 }
            times[article.id] = PublicationTime(article.published)
        }
        var sentences: [String: [TextSpan]] = [:]
        for member in trace.claims.lazy.flatMap(\.members) {
            sentences[member.article, default: []].append(member.span)
        }
        (self.outlets, self.times) = (outlets, times)
        self.sentences = sentences.mapValues { $0.sorted() }
    }

    /// A citation by its two articles.
    private struct Citation: Hashable {
        var citing: String
        var cited: String
    }

    func circles() -> [Circle] {
        var ways: [Citation: [[String]: [String]]] = [:]
        for claim in trace.claims {
            for origin in claim.sources where origin.members.count > 2 {
                for (citation, way) in self.ways(of: claim, origin) {
                    let known = ways[citation, default: [:]][way, default: []]
                    if known.last != claim.id { ways[citation, default: [:]][way] = known + [claim.id] }
                }
            }
        }
        let order = Dictionary(trace.articles.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let told = ways.filter { !isInherited($0.key, in: ways.keys) }
        // Of several ways by which one citation comes back, the one of most claims, then the shortest.
        let best = told.values.compactMap { ways in
            ways.min { a, b in
                (-a.value.count, a.key.count, a.key.joined(separator: "\n"))
                    < (-b.value.count, b.key.count, b.key.joined(separator: "\n"))
            }
        }
        return best.map { circle($0.key, claims: $0.value) }.sorted { a, b in
            let (x, y) = (
                a.articles.reversed().compactMap { order[$0] }, b.articles.reversed().compactMap { order[$0] }
            )
            return x.lexicographicallyPrecedes(y)
        }
    }

    /// Whether an earlier version of the citing article has the citation already.
    private func isInherited(_ citation: Citation, in all: Dictionary<Citation, [[String]: [String]]>.Keys) -> Bool {
        paths.versions(before: citation.citing).contains {
            all.contains(Citation(citing: $0, cited: citation.cited))
        }
    }

    // MARK: One claim

    /// The ways by which citations among the places of one voice come back to the outlet that cites.
    private func ways(of claim: Claim, _ origin: Origin) -> [(Citation, [String])] {
        let places = Dictionary(grouping: origin.members.filter(claim.members.indices.contains)) {
            claim.members[$0].article
        }
        guard places.count > 2 else { return [] }
        return places.keys.sorted().flatMap { citing -> [(Citation, [String])] in
            guard let home = outlets[citing] else { return [] }
            let spans = (places[citing] ?? []).map { claim.members[$0].span }
            return paths.takings(of: citing).compactMap { edge in
                guard edge.kind != .copies, edge.credited, places[edge.to] != nil, isBeside(edge, spans),
                    let way = way(from: edge.to, to: citing, home: home, within: places.keys)
                else { return nil }
                return (Citation(citing: citing, cited: edge.to), way + [citing])
            }
        }
    }

    /// Whether one of the places stands where the article cites, or right after it.
    private func isBeside(_ edge: Edge, _ places: [TextSpan]) -> Bool {
        if edge.evidence.isEmpty { return true }
        return edge.evidence.contains { evidence in
            cited(evidence.from, in: edge.from).contains { places.contains($0) }
        }
    }

    /// The sentence that cites, and those after it that may carry what is cited.
    private func cited(_ words: TextSpan, in article: String) -> ArraySlice<TextSpan> {
        let all = sentences[article] ?? []
        guard let first = all.firstIndex(where: { $0.end > words.start }) else { return [] }
        return all[first..<min(all.count, first + 1 + Self.reach)]
    }

    /// The shortest way from a cited article back to an earlier one of the outlet that cites, earliest article first; only
    /// through articles of other outlets that are known.
    private func way(
        from cited: String, to citing: String, home: [String], within places: Dictionary<String, [Int]>.Keys
    ) -> [String]? {
        guard let outlet = outlets[cited], outlet != home, let now = times[citing] else { return nil }
        var (queue, came) = ([cited], [cited: ""])
        var next = 0
        while next < queue.count {
            let article = queue[next]
            next += 1
            for edge in paths.takings(of: article) where came[edge.to] == nil && places.contains(edge.to) {
                guard edge.to != citing, let outlet = outlets[edge.to] else { continue }
                came[edge.to] = article
                if outlet != home {
                    queue.append(edge.to)
                } else if let then = times[edge.to], now.isAfter(then) {
                    return Array(sequence(first: edge.to) { came[$0].flatMap { $0.isEmpty ? nil : $0 } })
                }
            }
        }
        return nil
    }

    // MARK: What is told of it

    private func circle(_ articles: [String], claims: [String]) -> Circle {
        var outlets: [String] = []
        let names = Dictionary(trace.articles.map { ($0.id, $0.outlet ?? "") }) { first, _ in first }
        for name in articles.dropLast().compactMap({ names[$0] }) where !outlets.contains(name) { outlets.append(name) }
        let steps = zip(articles, articles.dropFirst()).compactMap { giver, taker in
            paths.takings(of: taker).first { $0.to == giver }
        }
        return Circle(
            articles: articles, outlets: outlets,
            steps: steps.enumerated().map { place, edge in
                place == steps.count - 1 ? closing(whole(edge), claims) : whole(edge)
            }, claims: claims)
    }

    /// The edge with whole sentences for its words.
    private func whole(_ edge: Edge) -> Edge {
        var edge = edge
        edge.evidence = edge.evidence.map { evidence in
            Edge.Evidence(
                from: whole(evidence.from, in: edge.from), to: evidence.to.map { whole($0, in: edge.to) })
        }
        return edge
    }

    private func whole(_ words: TextSpan, in article: String) -> TextSpan {
        (sentences[article] ?? []).lazy.filter { $0.overlaps(words) }.reduce(words) { $0.union($1) }
    }

    /// The edge with what its article goes on to say of the claims.
    private func closing(_ edge: Edge, _ claims: [String]) -> Edge {
        let told = trace.claims.lazy.filter { claims.contains($0.id) }.flatMap(\.members)
            .filter { $0.article == edge.from }.map(\.span)
        var edge = edge
        edge.evidence = edge.evidence.map { evidence in
            let beside = cited(evidence.from, in: edge.from).filter { told.contains($0) }
            return Edge.Evidence(from: beside.reduce(evidence.from) { $0.union($1) }, to: evidence.to)
        }
        return edge
    }
}
