internal import HearsayCore

/// Says of edges whose direction rests on little that they are not sure.
///
/// Clocks of outlets differ and pages are dated anew, so of two articles within an hour either may have been first. An edge
/// that only the order of time points one way then counts as even. Where the words say who took from whom, it stands, unless
/// each of the two names the other.
struct EdgeOrder {
    /// Minutes within which an order of publication tells nothing.
    private static let minutes = 60
    /// The most that an edge is worth whose direction is open.
    private static let open = 0.5

    let corpus: Corpus
    let names: OutletNames

    /// The edges, those within the hour with no more confidence than their words give them.
    func weighed(_ edges: [Edge]) -> [Edge] {
        let places = Dictionary(corpus.articles.enumerated().map { ($1.id, $0) }) { first, _ in first }
        return edges.map { edge in
            guard let from = places[edge.from], let to = places[edge.to], isClose(from, to),
                !edge.credited || names.mentions(in: corpus.articles[to]).contains(where: { isOutlet($0, from) }),
                corpus.articles[from].revisionOf != to
            else { return edge }
            var edge = edge
            edge.confidence = min(edge.confidence, Self.open)
            return edge
        }
    }

    private func isOutlet(_ mention: OutletNames.Mention, _ article: Int) -> Bool {
        mention.outlet == names.outlets[article] && names.outlets[article] != nil
    }

    private func isClose(_ from: Int, _ to: Int) -> Bool {
        guard let later = corpus.articles[from].time, let earlier = corpus.articles[to].time else { return true }
        return later.earliest - earlier.latest < Self.minutes
    }
}
