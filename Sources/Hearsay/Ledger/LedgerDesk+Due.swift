public import HearsayCore
internal import HearsayLedger
internal import HearsayReckoning

extension LedgerDesk {
    /// Forecasts in the order in which they fall due.
    public func due() throws -> [DueItem] {
        let forecasts = try currentLookup().forecasts()
        // In an order that does not tell in which one the ledger was traced.
        let claims = forecasts.claims.sorted { $0.id < $1.id }
        return try dueItems(DueList(claims: claims, on: day()).items, of: forecasts.revisions)
    }

    /// The day where the user is.
    func day() throws -> CivilDay {
        guard let day = today() else { throw DeskError(.failed, "the system does not tell what day it is") }
        return day
    }

    /// Forecasts with who makes them and the earliest article that tells them.
    func dueItems(_ items: some Sequence<DueList.Item>, of revisions: [String: RevisionKey]) throws -> [DueItem] {
        try asking { ledger in
            var articles: [Int: ArticleSummary] = [:]
            return try items.compactMap { entry in
                guard let first = entry.claim.members.first, let key = revisions[first.article] else { return nil }
                if articles[key.article] == nil {
                    articles[key.article] = try ledger.article(key.article).map(ArticleSummary.init)
                }
                guard let article = articles[key.article] else { return nil }
                return DueItem(
                    claim: ClaimSummary(entry.claim), state: DueItem.State(entry.state), voice: first.voice,
                    source: try first.statement.flatMap { try ledger.source(of: $0, in: key) }, article: article)
            }
        }
    }

    /// Logs what became of a forecast.
    public func settle(_ claim: String, outcome: Claim.Outcome, evidence: [String], judge: String?) throws {
        guard let snapshot = try snapshot(of: { try $0.trace(ofClaim: claim) }), let claim = snapshot.claim(claim)
        else {
            throw DeskError(.notFound, "there is no claim \(claim)")
        }
        guard claim.forecast != nil else { throw DeskError(.invalid, "claim \(claim.id) is no forecast") }
        let evidence = evidence.map(PlainText.singleLine).filter { !$0.isEmpty }
        guard !evidence.isEmpty else { throw DeskError(.invalid, "a judgement needs evidence") }
        let judge = judge.map(PlainText.singleLine).flatMap { $0.isEmpty ? nil : $0 }
        let anchors = Settlement.anchors(of: claim) { snapshot.documents[$0] }
        try asking { ledger in
            _ = try ledger.judge(
                Judgement(
                    outcome: outcome, evidence: evidence, judge: judge, time: now(), claim: claim.text,
                    anchors: anchors))
        }
    }
}

extension DueItem.State {
    init(_ state: DueList.State) {
        self =
            switch state {
            case .overdue: .overdue
            case .running: .running
            case .ahead: .ahead
            case .undated: .undated
            case .settled: .settled
            }
    }
}
