internal import HearsayCore
internal import HearsayLedger
internal import HearsayReckoning

extension LedgerDesk {
    /// Claims, those that most articles tell first.
    public func claims(limit: Int, shared: Bool) throws -> [ClaimSummary] {
        if shared { return try currentLookup().shared(limit: limit).claims }
        return Array(ClaimSummary.mostTold(try snapshot().trace.claims, shared: false).prefix(limit))
    }

    /// The claims that the statements of an article carry, in their order, each once.
    public func claims(of article: ArticleDetail) throws -> [ClaimSummary] {
        var seen: Set<String> = []
        let ids = article.reading.statements.compactMap { article.claims[$0.id] }.filter { seen.insert($0).inserted }
        // An article is of one affair, and so are its claims; some may be gone since.
        for id in ids {
            guard let snapshot = try snapshot(of: { try $0.trace(ofClaim: id) }) else { continue }
            return ids.compactMap { snapshot.claim($0).map(ClaimSummary.init) }
        }
        return []
    }

    /// A claim by its id.
    public func claim(_ id: String) throws -> ClaimDetail? {
        guard let snapshot = try snapshot(of: { try $0.trace(ofClaim: id) }), let claim = snapshot.claim(id) else {
            return nil
        }
        return try asking { try ClaimAssembly(ledger: $0, snapshot: snapshot, claim: claim).detail() }
    }
}

extension ClaimSummary {
    /// Claims, those that most articles tell first; `shared` leaves out those of a single article.
    static func mostTold(_ claims: [Claim], shared: Bool) -> [ClaimSummary] {
        let summaries = claims.map(ClaimSummary.init)
        let wanted = shared ? summaries.filter { $0.articles > 1 } : summaries
        return wanted.sorted { ($1.articles, $0.id) < ($0.articles, $1.id) }
    }
}

/// Puts together what a claim rests on.
struct ClaimAssembly {
    let ledger: Ledger
    let snapshot: TraceSnapshot
    let claim: Claim

    func detail() throws -> ClaimDetail {
        let circles = snapshot.trace.circles.filter { $0.claims.contains(claim.id) }
        let withdrawn = snapshot.trace.withdrawn.filter { $0.claim == claim.id }
        let readings = try self.readings(beside: withdrawn.map(\.revision))
        let edges = path()
        var articles: [String: ArticleSummary] = [:]
        let ids = claim.members.map(\.article) + edges.flatMap { [$0.from, $0.to] } + withdrawn.map(\.revision)
        for id in Set(ids) {
            guard let key = snapshot.revisions[id] else { continue }
            articles[id] = try ledger.article(key.article).map(ArticleSummary.init)
        }
        var places: [ClaimDetail.Place] = []
        for (number, member) in claim.members.enumerated() {
            guard let reading = readings[member.article], let article = articles[member.article] else { continue }
            places.append(try place(member, number: number, in: reading, of: article))
        }
        let against = claim.contradicts.compactMap { other in
            snapshot.claim(other.claim).map { ClaimDetail.Against(claim: ClaimSummary($0), clash: other.clash) }
        }
        return ClaimDetail(
            claim: claim, places: places, edges: edges, outside: snapshot.trace.outside(of: claim), articles: articles,
            against: against,
            circles: circles.map { round($0, readings) }, withdrawn: withdrawn.map { takenBack($0, readings) },
            judgements: judgements())
    }

    private func round(_ circle: Circle, _ readings: [String: Reading]) -> ClaimDetail.Round {
        let first = circle.steps.first.map { words($0.evidence.first?.to, of: $0.to, readings) }
        let others = circle.steps.map { words($0.evidence.first?.from, of: $0.from, readings) }
        return ClaimDetail.Round(circle: circle, words: [first ?? ""] + others)
    }

    private func takenBack(_ withdrawal: Withdrawal, _ readings: [String: Reading]) -> ClaimDetail.TakenBack {
        ClaimDetail.TakenBack(
            withdrawal: withdrawal, old: words(withdrawal.old, of: withdrawal.article, readings),
            new: withdrawal.new.map { words($0, of: withdrawal.revision, readings) })
    }

    private func words(_ span: TextSpan?, of article: String, _ readings: [String: Reading]) -> String {
        span.flatMap { readings[article]?.document.text.string($0) } ?? ""
    }

    private func readings(beside others: [String]) throws -> [String: Reading] {
        var readings: [String: Reading] = [:]
        for id in Set(claim.members.map(\.article) + others) {
            readings[id] = try snapshot.revisions[id].flatMap { try ledger.reading($0) }
        }
        return readings
    }

    /// The edges between the claim's articles, and those that lead on from them to what they took from.
    private func path() -> [Edge] {
        var reached = Set(claim.members.map(\.article))
        var edges: [Edge] = []
        var frontier = reached
        while !frontier.isEmpty {
            let next = snapshot.edges(from: frontier)
            edges += next
            frontier = Set(next.map(\.to)).subtracting(reached)
            reached.formUnion(frontier)
        }
        return edges
    }

    private func place(
        _ member: Claim.Member, number: Int, in reading: Reading, of article: ArticleSummary
    ) throws -> ClaimDetail.Place {
        let text = reading.document.text
        let around = Excerpt.around(member.span, in: reading.document)
        var source: Int?
        if let statement = member.statement, let key = snapshot.revisions[member.article] {
            source = try ledger.source(of: statement, in: key)
        }
        return ClaimDetail.Place(
            member: member, article: article, before: text.string(TextSpan(around.start, member.span.start)),
            words: text.string(member.span), after: text.string(TextSpan(member.span.end, around.end)),
            source: source, origin: claim.sources.firstIndex { $0.members.contains(number) })
    }

    private func judgements() -> [Judgement] {
        let places = Settlement.anchors(of: claim) { snapshot.documents[$0] }
        return snapshot.judgements.reversed().filter { judgement in
            judgement.anchors.contains { anchor in
                places.contains { $0.document == anchor.document && $0.span.overlaps(anchor.span) }
            }
        }
    }
}
