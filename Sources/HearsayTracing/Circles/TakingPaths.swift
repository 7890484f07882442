internal import HearsayCore

/// Who took from whom in a trace, and which articles are versions of one another.
struct TakingPaths {
    private let taken: [String: [Edge]]
    private let given: [String: [Edge]]
    private let before: [String: String]

    init(_ trace: Trace) {
        taken = Dictionary(grouping: trace.edges, by: \.from)
        given = Dictionary(grouping: trace.edges, by: \.to)
        before = Dictionary(trace.articles.compactMap { article in article.revisionOf.map { (article.id, $0) } }) {
            first, _ in first
        }
    }

    /// The edges by which an article took.
    func takings(of article: String) -> [Edge] { taken[article] ?? [] }

    /// The edges by which others took from an article.
    func givings(of article: String) -> [Edge] { given[article] ?? [] }

    /// The earlier versions of an article, the latest first.
    func versions(before article: String) -> [String] {
        var (versions, seen) = ([String](), Set([article]))
        var next = before[article]
        while let version = next, seen.insert(version).inserted {
            versions.append(version)
            next = before[version]
        }
        return versions
    }
}
