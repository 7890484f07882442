internal import HearsayCore

extension TracePicture {
    /// An outlet of which no article is at hand, with the articles that took from it.
    struct Outsider: Hashable, Sendable {
        /// An article that took from it, by its place in ``nodes``.
        struct Citation: Hashable, Sendable {
            var node: Int
            var confidence: Double
        }

        var name: String
        var citations: [Citation]
        /// What it counts among the origins, where it is told on its own account.
        var count: String?
    }

    /// The most outlets of which no article is at hand that a drawing of many claims shows.
    private static let mostOutsiders = 8

    /// The outlets of which no article is at hand, and how many more there are. Of many claims those that most articles took
    /// from. Takes out the voices that stand for such an outlet itself: it is one and the same.
    static func outsiders(
        of trace: Trace, shown: Claim?, _ places: [String: Int], voices: inout [Voice]
    ) -> (shown: [Outsider], others: Int) {
        var citations: [String: [Outsider.Citation]] = [:]
        for edge in shown.map(trace.outside) ?? trace.outside {
            guard let node = places[edge.from] else { continue }
            let citation = Outsider.Citation(node: node, confidence: edge.confidence)
            citations[DrawnText.line(edge.outlet), default: []].append(citation)
        }
        let all = citations.map { Outsider(name: $0, citations: $1) }
            .sorted { (-$0.citations.count, $0.name) < (-$1.citations.count, $1.name) }
        var kept = shown == nil ? Array(all.prefix(mostOutsiders)) : all
        for place in kept.indices {
            guard let own = voices.firstIndex(where: { $0.kind == .unattributed && $0.label == kept[place].name })
            else { continue }
            kept[place].count = voices.remove(at: own).count
        }
        kept.sort { ($0.citations.first?.node ?? 0, $0.name) < ($1.citations.first?.node ?? 0, $1.name) }
        return (kept, all.count - kept.count)
    }
}
