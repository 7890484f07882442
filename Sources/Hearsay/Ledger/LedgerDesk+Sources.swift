internal import HearsayCore
internal import HearsayLedger
internal import HearsayReckoning

extension LedgerDesk {
    /// Sources, those with most statements first.
    public func sources(limit: Int) throws -> [SourceSummary] {
        try asking { try $0.sources(limit: limit).map(SourceSummary.init) }
    }

    /// A source by its number.
    public func source(_ id: Int) throws -> SourceDetail? {
        let snapshot = try snapshot()
        return try asking { ledger in
            guard let rows = try ledger.source(id) else { return nil }
            return try SourceAssembly(ledger: ledger, snapshot: snapshot, rows: rows).detail()
        }
    }

    /// A source by its number or name.
    /// - Throws: ``DeskError`` when there is none or more than one.
    public func source(named name: String) throws -> SourceDetail {
        if let number = Int(name) {
            if let detail = try source(number) { return detail }
            throw DeskError(.notFound, "there is no source \(number)")
        }
        let fitting = try asking { try $0.sources(named: name) }
        if fitting.count > 1 {
            let list = fitting.prefix(8).map { "\($0.id) \($0.label)" }.joined(separator: ", ")
            throw DeskError(.invalid, "'\(name)' fits \(fitting.count) sources: \(list)")
        }
        guard let only = fitting.first, let detail = try source(only.id) else {
            throw DeskError(.notFound, "there is no source '\(name)'")
        }
        return detail
    }
}

/// Puts together what a source said and what came of it.
struct SourceAssembly {
    let ledger: Ledger
    let snapshot: TraceSnapshot
    let rows: SourceRows

    func detail() throws -> SourceDetail {
        var (utterances, claims) = ([SourceDetail.Utterance](), [String: Claim]())
        var readings: [RevisionKey: Reading] = [:]
        for row in rows.statements {
            if readings[row.revision] == nil { readings[row.revision] = try ledger.reading(row.revision) }
            guard let reading = readings[row.revision], let article = try ledger.article(row.revision.article),
                let statement = reading.statements.first(where: { $0.id == row.id })
            else { continue }
            let name = Ledger.traceID(row.revision, isLatest: true)
            let claim = snapshot.claim(carriedBy: statement, of: name)
            if let claim, Self.stands(behind: claim, statement: statement.id, article: name) {
                claims[claim.id] = claim
            }
            utterances.append(
                SourceDetail.Utterance(
                    article: ArticleSummary(article), statement: statement, words: row.words,
                    relay: statement.relay.map { id in reading.voice(id).map(VoiceLabel.label) ?? id },
                    claim: claim.map(ClaimSummary.init)))
        }
        return SourceDetail(
            summary: SourceSummary(rows.source), names: distinct(rows.voices.map(\.name)),
            roles: distinct(rows.voices.flatMap { [$0.role, $0.affiliation] }),
            reasons: distinct(rows.voices.map(\.reason)), utterances: utterances,
            record: Record(of: claims.values.compactMap { $0.forecast?.judged }))
    }

    /// Whether a statement asserts the claim: a source answers for its own forecasts, not for those it denies.
    private static func stands(behind claim: Claim, statement: String, article: String) -> Bool {
        claim.members.contains { $0.article == article && $0.statement == statement && $0.stance != .denies }
    }

    private func distinct(_ texts: [String?]) -> [String] {
        var seen: Set<String> = []
        return texts.compactMap(\.self).filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}

extension SourceSummary {
    init(_ stored: StoredSource) {
        self.init(
            id: stored.id, label: stored.label, kind: stored.kind, anonymous: stored.anonymous,
            statements: stored.statements, articles: stored.articles)
    }
}
