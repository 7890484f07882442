internal import Glibc
internal import HearsayCore
internal import HearsayLedger
internal import HearsayTracing

/// Brings the stored trace of a ledger up to date: what is new or was read anew, and the affairs that it is near to.
///
/// When a ledger has grown by a quarter since its words were counted, everything is traced anew, so that what is rare is
/// told from what is common; the work of that, shared among the articles that came, stays the same for each.
struct LedgerTracing: Sendable {
    /// How many affairs are kept in one transaction: few transactions, since each costs a flush of the disk; small ones,
    /// since they are lost together.
    private static let group = 64

    /// Of fewer revisions the words are counted anew each time.
    private static let small = 200

    let ledger: Ledger
    /// Makes sentence vectors where the ledger has none.
    let article: @Sendable (TraceNode) throws -> TracedArticle?
    /// Is told how many revisions are traced, of how many.
    let progress: @Sendable (Int, Int) -> Void

    /// What changed since the trace was made last; nil when it must be made anew, as small ones always are.
    static func changes(in ledger: Ledger) throws -> [TraceNode]? {
        guard let standing = try ledger.traceStanding(), standing.version == Tracer.version,
            standing.counted >= Self.small
        else { return nil }
        let changed = try ledger.traceNodes(since: standing.basis)
        let there = try ledger.countNodes()
        return there + changed.count > standing.counted * 5 / 4 ? nil : changed
    }

    /// Traces what waits to be traced. What was traced before an error or an interruption stays.
    func update() throws {
        let basis = try ledger.logSize()
        if let changed = try Self.changes(in: ledger) {
            if !changed.isEmpty { try extend(changed, basis: basis) }
            try traceWaiting(ledger.waitingNodes()) { try ledger.neighbours(of: $0) }
        } else {
            let near = try begin(basis: basis)
            try traceWaiting(ledger.waitingNodes()) { near[$0] ?? [] }
        }
        try ledger.finishTrace()
    }

    /// Takes revisions into the trace that is there; their affairs then wait.
    func extend(_ changed: [TraceNode], basis: Int) throws {
        let counted = try ledger.traceStanding()?.counted ?? 0
        let sketches = try changed.compactMap { node -> TraceSketch? in
            guard let terms = try terms(of: node) else { return nil }
            let counts = TermCounts(articles: counted, holders: try ledger.holders(of: terms.numbers))
            return TraceSketch(node: node.id, sketch: ArticleSketch(terms, counts: counts))
        }
        try ledger.extendTrace(sketches, least: Affair.levels[0], basis: basis)
    }

    private func terms(of node: TraceNode) throws -> ArticleTerms? {
        try ledger.reading(node.key).map { ArticleTerms($0.document) }
    }

    /// Counts the terms of all revisions, and finds who is near to whom.
    @discardableResult
    func begin(basis: Int) throws -> [Int: [Neighbour]] {
        var (nodes, terms, counts) = ([TraceNode](), [ArticleTerms](), TermCounts())
        for node in try ledger.traceNodes() {
            guard let own = try self.terms(of: node) else { continue }
            counts.count(own)
            nodes.append(node)
            terms.append(own)
        }
        let sketches = terms.map { ArticleSketch($0, counts: counts) }
        terms = []
        var neighbours = Neighbour.all(among: sketches)
        for versions in Dictionary(grouping: nodes.indices, by: { nodes[$0].key.article }).values {
            for one in versions {
                neighbours[one].removeAll { versions.contains($0.article) }
                neighbours[one] += versions.filter { $0 != one }.map {
                    Neighbour(article: $0, nearness: Neighbour.same)
                }
            }
        }
        let traced = nodes.indices.map { place in
            TraceSketch(
                node: nodes[place].id, sketch: sketches[place],
                neighbours: neighbours[place].map {
                    Neighbour(article: nodes[$0.article].id, nearness: $0.nearness)
                })
        }
        try ledger.beginTrace(traced, holders: counts.holders, basis: basis, version: Tracer.version)
        return Dictionary(uniqueKeysWithValues: traced.map { ($0.node, $0.neighbours) })
    }

    // MARK: Affairs

    /// Traces the affairs of revisions that wait, those of many articles first, on all cores at once.
    func traceWaiting(_ waiting: [Int], _ near: (Int) throws -> [Neighbour]) throws {
        if waiting.isEmpty { return }
        var (known, seen, affairs) = ([Int: [Neighbour]](), Set<Int>(), [Affair]())
        func neighbours(_ node: Int) throws -> [Neighbour] {
            if let there = known[node] { return there }
            let found = try near(node)
            known[node] = found
            return found
        }
        for node in waiting where !seen.contains(node) {
            let affair = try Affair(of: node, neighbours: neighbours)
            seen.formUnion(affair.articles)
            affairs.append(affair)
        }
        affairs.sort { ($1.articles.count, $0.articles[0]) < ($0.articles.count, $1.articles[0]) }
        let jobs = try affairs.map { Job(affair: $0, neighbours: try $0.near(neighbours)) }
        try run(jobs, of: affairs.reduce(0) { $0 + $1.articles.count })
    }

    private struct Job: Sendable {
        let affair: Affair
        let neighbours: [[Int]]
    }

    private func run(_ jobs: [Job], of total: Int) throws {
        let threads = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let work = OrderedWork<Job, Result<TracedNodes, any Error>>(jobs: threads, window: 2 * Self.group) { job in
            Result { try trace(job) }
        }
        var done = 0
        try work.run(jobs, inGroupsOf: Self.group) { results in
            let traced = try results.map { try $0.get() }
            try ledger.keepTraces(traced)
            done += traced.reduce(0) { $0 + $1.nodes.count }
            progress(done, total)
        }
    }

    private func trace(_ job: Job) throws -> TracedNodes {
        let nodes = try ledger.traceNodes(job.affair.articles)
        let articles = try nodes.map { node in
            guard let article = try article(node) else {
                throw LedgerError(.notFound, "article \(node.key.article) is gone", path: ledger.path)
            }
            return article
        }
        guard articles.count == job.neighbours.count else {
            throw LedgerError(.notFound, "some articles are gone", path: ledger.path)
        }
        let documents = Dictionary(nodes.map { ($0.name, $0.document) }) { first, _ in first }
        let trace = Tracer().trace(TracedAffair(articles: articles, neighbours: job.neighbours))
        return TracedNodes(level: job.affair.level, nodes: nodes, trace: trace.withLastingIDs(documents: documents))
    }
}
