internal import HearsayCore
internal import HearsayLedger

/// The trace of a whole ledger at one size of its log, with what is needed to look things up in it.
struct TraceSnapshot: Sendable {
    /// The log's size when it was made.
    let size: Int
    /// The trace: claims with their lasting ids, and outcomes as people judged them.
    let trace: Trace
    /// The revision that each article id of the trace stands for.
    let revisions: [String: RevisionKey]
    /// The document's id behind each article id of the trace.
    let documents: [String: String]
    /// What people judged, in the log's order.
    let judgements: [Judgement]
    private let claims: [String: Int]
    /// The places of each article that carry a claim.
    private let places: [String: [ClaimPlace]]
    private let names: [RevisionKey: String]
    /// The edges from and to each article, by their places in the trace.
    private let taken: [String: [Int]], given: [String: [Int]]
    private let outside: [String: [OutsideEdge]]

    init(
        size: Int, trace: Trace, revisions: [String: RevisionKey], documents: [String: String],
        judgements: [Judgement]
    ) {
        (self.size, self.trace, self.revisions) = (size, trace, revisions)
        (self.documents, self.judgements) = (documents, judgements)
        claims = Dictionary(trace.claims.enumerated().map { ($1.id, $0) }) { first, _ in first }
        names = Dictionary(revisions.map { ($1, $0) }) { first, _ in first }
        var places: [String: [ClaimPlace]] = [:]
        for claim in trace.claims {
            for member in claim.members {
                places[member.article, default: []].append(
                    ClaimPlace(claim: claim.id, statement: member.statement, span: member.span))
            }
        }
        self.places = places
        taken = Dictionary(grouping: trace.edges.indices) { trace.edges[$0].from }
        given = Dictionary(grouping: trace.edges.indices) { trace.edges[$0].to }
        outside = Dictionary(grouping: trace.outside, by: \.from)
    }

    /// The claim with an id; the beginning of an id will do where it fits one claim only.
    func claim(_ id: String) -> Claim? {
        if let place = claims[id] { return trace.claims[place] }
        guard id.utf8.count >= 4 else { return nil }
        let fitting = trace.claims.filter { $0.id.hasPrefix(id) }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// The id of a revision in the trace; nil when it is not in it.
    func name(of key: RevisionKey) -> String? { names[key] }

    /// The places of an article that carry claims.
    func places(in article: String) -> [ClaimPlace] { places[article] ?? [] }

    /// From whom an article took, and who took from it, at most so many of either.
    func edges(of article: String, limit: Int) -> TracedEdges {
        let all = given[article] ?? []
        return TracedEdges(
            taken: (taken[article] ?? []).prefix(limit).map { trace.edges[$0] },
            given: all.prefix(limit).map { trace.edges[$0] }, more: max(0, all.count - limit),
            outside: Array((outside[article] ?? []).prefix(limit)), revisions: revisions)
    }

    /// The edges by which articles took.
    func edges(from articles: Set<String>) -> [Edge] {
        articles.flatMap { taken[$0] ?? [] }.sorted().map { trace.edges[$0] }
    }
}

extension Trace {
    /// The same trace with claim ids that stay while the earliest place of the claim stays: made of that place's
    /// document and span.
    func withLastingIDs(documents: [String: String]) -> Trace {
        var taken: [String: Int] = [:]
        var ids: [String: String] = [:]
        for claim in claims {
            guard let first = claim.members.first else { continue }
            let place = "\(documents[first.article] ?? first.article):\(first.span.start)-\(first.span.end)"
            let id = "c" + Digest.hex(Digest.hash(Array(place.utf8))).prefix(10)
            taken[id, default: 0] += 1
            ids[claim.id] = taken[id] == 1 ? id : "\(id)-\(taken[id, default: 0])"
        }
        var renamed = self
        for place in renamed.claims.indices {
            renamed.claims[place].id = ids[claims[place].id] ?? claims[place].id
            for other in renamed.claims[place].contradicts.indices {
                let old = claims[place].contradicts[other].claim
                renamed.claims[place].contradicts[other].claim = ids[old] ?? old
            }
        }
        return renamed
    }
}
