import Hearsay
import HearsayCore
import Synchronization

/// A desk in memory over an invented affair. What is added to it is read by a rule that suffices for looking at pages:
/// a sentence with "said" is a statement.
final class FixtureDesk: Desk {
    struct State {
        var articles: [FixtureArticle] = []
        var judgements: [String: [Judgement]] = [:]
        var checkpoint: (note: String, size: Int)?
        var joining = FixtureJoining()
    }

    let state: Mutex<State>
    /// Thrown by every call, to see what becomes of errors.
    let failure: DeskError?
    /// How far it says that it is traced.
    let tracing: Mutex<TraceState>

    init(
        _ articles: [FixtureArticle] = HarbourAffair.articles, tracing: TraceState = .current,
        failure: DeskError? = nil
    ) {
        state = Mutex(State(articles: articles))
        self.tracing = Mutex(tracing)
        self.failure = failure
    }

    var articles: [FixtureArticle] {
        get throws {
            if let failure { throw failure }
            return state.withLock { $0.articles }
        }
    }

    // MARK: Reading

    func overview() throws -> LedgerOverview {
        var overview = LedgerOverview()
        let articles = try articles
        overview.articles = articles.count
        overview.outlets = Set(articles.map(\.outlet)).count
        overview.statements = articles.reduce(0) { $0 + $1.said.count }
        overview.unnamed = articles.reduce(0) { $0 + $1.voices.count(where: \.anonymous) }
        overview.tracing = tracing.withLock { $0 }
        overview.recent = try self.articles(limit: 5, after: nil)
        if overview.tracing == .absent { return overview }
        overview.claims = try claims(limit: 5, shared: true)
        overview.sharedClaims = overview.claims.count
        overview.due = try due().filter { $0.state != .settled }
        (overview.open, overview.overdue) = (overview.due.count, 0)
        return overview
    }

    func articles(limit: Int, after: String?) throws -> [ArticleSummary] {
        let sorted = try articles.sorted { ($0.published, $0.id) > ($1.published, $1.id) }
        let last = after.flatMap { place in sorted.firstIndex { "\($0.id)" == place } }
        return sorted[(last.map { $0 + 1 } ?? 0)...].prefix(limit).map { article in
            var summary = article.summary
            summary.place = "\(article.id)"
            return summary
        }
    }

    func article(_ id: Int, revision: Int?) throws -> ArticleDetail? {
        let articles = try articles
        guard let article = articles.first(where: { $0.id == id }) else { return nil }
        let numbers = Array((1...article.summary.revisions).reversed())
        guard let shown = numbers.first(where: { revision == nil || $0 == revision }) else { return nil }
        let revisions = numbers.map {
            ArticleDetail.Revision(
                number: $0, captured: "2031-05-20T08:0\($0):00Z", digest: article.reading.document.id,
                entry: id * 2 + $0)
        }
        let claims = try claims(limit: 100, shared: false)
        let isLatest = shown == numbers.first
        let isTraced = tracing.withLock { $0 } != .absent
        let carried = article.said.enumerated().compactMap { index, said in
            claims.first { isTraced && $0.id == said.claim }.map { ("s\(index + 1)", $0.id) }
        }
        func links(_ edges: [Edge], _ other: KeyPath<Edge, String>) -> [ArticleDetail.Link] {
            edges.compactMap { edge in
                articles.first { $0.traceID == edge[keyPath: other] }.map {
                    ArticleDetail.Link(
                        other: $0.summary, edge: edge,
                        words: [("The Lantern reported Friday", edge.kind == .cites ? nil : "it said")])
                }
            }
        }
        var detail = ArticleDetail(
            summary: article.summary, revision: revisions[numbers.firstIndex(of: shown) ?? 0], revisions: revisions,
            reading: article.reading,
            claims: isLatest ? Dictionary(carried, uniquingKeysWith: { first, _ in first }) : [:],
            sources: article.sources, takenFrom: links(HarbourAffair.edges.filter { $0.from == article.traceID }, \.to),
            givenTo: links(HarbourAffair.edges.filter { $0.to == article.traceID }, \.from))
        detail.tracing = tracing.withLock { $0 }
        detail.outside = article.outsideEdges.map {
            ArticleDetail.Outside(edge: $0, words: [article.paragraphs.first ?? ""])
        }
        return detail
    }

    func capture(_ id: Int, revision: Int?) throws -> [UInt8]? {
        try articles.first { $0.id == id }.map { Array($0.text.utf8) }
    }

    func claims(limit: Int, shared: Bool) throws -> [ClaimSummary] {
        try whole().claims.map(ClaimSummary.init).filter { !shared || $0.articles > 1 }.prefix(limit).map(\.self)
    }

    func due() throws -> [DueItem] {
        let states: [DueItem.State] = [.overdue, .running, .undated, .ahead]
        return try whole().claims.filter { $0.forecast != nil }.enumerated().compactMap { index, claim in
            guard let place = try self.claim(claim.id)?.places.first else { return nil }
            return DueItem(
                claim: ClaimSummary(claim), state: claim.forecast?.outcome != .open ? .settled : states[index % 4],
                voice: place.member.voice, source: place.source, article: place.article)
        }
    }

    func search(_ request: SearchRequest, limit: Int, after: String?) throws -> SearchResult {
        let words = request.words
        let hits: [SearchHit] = try articles.flatMap { article in
            article.said.enumerated().compactMap { index, said -> SearchHit? in
                guard let found = said.content.firstRange(of: words) else { return nil }
                let before = SearchHit.Piece(words: String(said.content[..<found.lowerBound]), isMatch: false)
                let after = SearchHit.Piece(words: String(said.content[found.upperBound...]), isMatch: false)
                return SearchHit(
                    article: article.summary, statement: "s\(index + 1)", voice: said.source,
                    pieces: [before, .init(words: words, isMatch: true), after])
            }
        }
        return SearchResult(hits: hits)
    }

    // MARK: Changing

    func settle(_ claim: String, outcome: Claim.Outcome, evidence: [String], judge: String?) throws {
        guard let detail = try self.claim(claim) else { throw DeskError(.notFound, "There is no claim \(claim).") }
        guard detail.claim.forecast != nil else { throw DeskError(.invalid, "The claim is no forecast.") }
        let judgement = Judgement(
            outcome: outcome, evidence: evidence, judge: judge, time: "2031-06-03T09:30:00Z", claim: detail.claim.text,
            anchors: [])
        state.withLock { $0.judgements[claim, default: []].insert(judgement, at: 0) }
    }

    func add(_ item: InputItem) throws -> AddedArticle {
        if let failure { throw failure }
        let text =
            switch item.content {
            case .bytes(let bytes, _): String(decoding: bytes, as: UTF8.self)
            case .text(let text): text
            case .reading(let reading): reading.document.text.string
            }
        guard text.count > 10 else { throw InputProblem(origin: item.origin, reason: "no article is in it") }
        return state.withLock { state in
            let article = Self.read(text, facts: item.facts, id: state.articles.count + 1)
            if let known = state.articles.first(where: { $0.text == article.text }) {
                return AddedArticle(change: .unchanged, article: known.id, revision: 1, statements: known.said.count)
            }
            state.articles.append(article)
            return AddedArticle(change: .added, article: article.id, revision: 1, statements: article.said.count)
        }
    }

    func fetch(_ url: String) throws -> InputItem {
        guard url.hasPrefix("https://") else {
            throw InputProblem(origin: url, reason: "only http and https are fetched")
        }
        return InputItem(origin: url, content: .text("A fetched page\n\nThe mayor said the sea wall is sound."))
    }

    // MARK: The log

    func log(limit: Int) throws -> LogDetail {
        let entries = try articles.enumerated().map { index, article in
            LogDetail.Entry(
                index: index, kind: "capture", time: "2031-05-20T08:00:00Z", hash: String(repeating: "3f", count: 32),
                about: "\(article.outlet): \(article.headline)", article: article.id)
        }
        let signed = state.withLock { $0.checkpoint }
        return LogDetail(
            origin: "hearsay.example/ledger", size: entries.count, root: String(repeating: "a1", count: 32),
            checkpoint: signed?.note, signedSize: signed?.size,
            verifierKey: signed.map { _ in "hearsay.example+5f2c+AbCd" },
            entries: entries.reversed().prefix(limit).map(\.self))
    }

    func checkpoint() throws -> String {
        let size = try articles.count
        let note = "hearsay.example/ledger\n\(size)\noaGh\n\n— hearsay.example/ledger AbCdEf==\n"
        state.withLock { $0.checkpoint = (note, size) }
        return note
    }

    func verify() throws -> LogVerification {
        let size = try articles.count
        return LogVerification(
            entries: size, root: String(repeating: "a1", count: 32),
            anchor: state.withLock { $0.checkpoint }.map { .checkpoint(size: $0.size) } ?? .itself, findings: [])
    }
}
