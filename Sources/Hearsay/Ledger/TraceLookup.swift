internal import HearsayCore
internal import HearsayLedger
internal import HearsayReckoning

/// What a page asks of the trace: parts, so that a page costs what it shows.
protocol TraceLookup: Sendable {
    /// How far the trace is there.
    var state: TraceState { get }
    /// The places of a revision that carry claims; nil when it was not traced.
    func places(in key: RevisionKey) throws -> [ClaimPlace]?
    /// From whom a revision took, and who took from it; nil when it was not traced.
    func edges(of key: RevisionKey, limit: Int) throws -> TracedEdges?
    /// What people judged of each claim about the future for which a source stands.
    func outcomes(of source: Int) throws -> [Claim.Outcome]
    /// The claims that most articles tell, and how many are told by more than one.
    func shared(limit: Int) throws -> (claims: [ClaimSummary], count: Int)
    /// All claims about the future, with the outcomes that people judged.
    func forecasts() throws -> TracedClaims
}

/// Parts of a trace that is in memory.
struct SnapshotLookup: TraceLookup {
    let ledger: Ledger
    let snapshot: TraceSnapshot
    var state: TraceState { .current }

    func places(in key: RevisionKey) -> [ClaimPlace]? { snapshot.name(of: key).map(snapshot.places) }

    func edges(of key: RevisionKey, limit: Int) -> TracedEdges? {
        snapshot.name(of: key).map { snapshot.edges(of: $0, limit: limit) }
    }

    func outcomes(of source: Int) throws -> [Claim.Outcome] {
        var outcomes: [String: Claim.Outcome] = [:]
        for statement in try ledger.source(source, voices: 0)?.statements ?? [] {
            guard let name = snapshot.name(of: statement.revision),
                let place = snapshot.places(in: name).first(where: { $0.statement == statement.id }),
                let claim = snapshot.claim(place.claim), let forecast = claim.forecast
            else { continue }
            // A source answers for its own forecasts, not for those that it denies.
            let stands = claim.members.contains {
                $0.article == name && $0.statement == statement.id && $0.stance != .denies
            }
            if stands { outcomes[claim.id] = forecast.judged }
        }
        return Array(outcomes.values)
    }

    func shared(limit: Int) -> (claims: [ClaimSummary], count: Int) {
        let shared = ClaimSummary.mostTold(snapshot.trace.claims, shared: true)
        return (Array(shared.prefix(limit)), shared.count)
    }

    func forecasts() -> TracedClaims {
        TracedClaims(
            claims: snapshot.trace.claims.filter { $0.forecast != nil }, revisions: snapshot.revisions,
            documents: snapshot.documents)
    }
}

/// Parts of the trace that the ledger keeps, read one by one.
struct StoredLookup: TraceLookup {
    let ledger: Ledger
    let state: TraceState

    func places(in key: RevisionKey) throws -> [ClaimPlace]? { try ledger.claimPlaces(in: key) }

    func edges(of key: RevisionKey, limit: Int) throws -> TracedEdges? { try ledger.edges(of: key, limit: limit) }

    func outcomes(of source: Int) throws -> [Claim.Outcome] {
        let (count, judged) = try ledger.forecasts(of: source)
        let outcomes = try settled(judged).claims.compactMap { $0.forecast?.judged }
        return outcomes + repeatElement(.open, count: max(0, count - outcomes.count))
    }

    func shared(limit: Int) throws -> (claims: [ClaimSummary], count: Int) {
        let (claims, count) = try ledger.sharedClaims(limit: limit)
        return (try settled(claims).claims.map(ClaimSummary.init), count)
    }

    func forecasts() throws -> TracedClaims { try settled(ledger.forecastClaims()) }

    private func settled(_ traced: TracedClaims) throws -> TracedClaims {
        var traced = traced
        let documents = traced.documents
        traced.claims = Settlement(judgements: try ledger.judgements()).settled(traced.claims) { documents[$0] }
        return traced
    }
}

extension [ClaimPlace] {
    /// The claim that a statement carries; of a sentence with several statements, the sentence's claim.
    /// - Parameter content: where the words of the statement stand; asked for only where that decides.
    func claim(carriedBy statement: String, content: () throws -> [TextSpan]) rethrows -> String? {
        if isEmpty { return nil }
        if let own = first(where: { $0.statement == statement }) { return own.claim }
        let content = try content()
        let shares = map { place in content.reduce(0) { $0 + $1.overlap(place.span) } }
        guard let most = shares.max(), most > 0, let place = shares.firstIndex(of: most) else { return nil }
        return self[place].claim
    }
}
