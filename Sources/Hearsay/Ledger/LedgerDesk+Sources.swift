internal import HearsayCore
internal import HearsayLedger
internal import HearsayReckoning

extension LedgerDesk {
    /// Sources, those with most statements first.
    public func sources(limit: Int, offset: Int = 0) throws -> [SourceSummary] {
        try asking { try $0.sources(limit: limit, offset: offset).map(SourceSummary.init) }
    }

    /// A source by its number, with some of its statements, and what the trace tells of it as far as it is there. The number
    /// of a source that was merged into another one gives that one.
    public func source(_ id: Int, limit: Int = .max, offset: Int = 0) throws -> SourceDetail? {
        let lookup = try lookup()
        return try asking { ledger in
            let rows = try ledger.root(ofSource: id).flatMap { root in
                try ledger.source(root, voices: SourceAssembly.mostVoices, limit: limit, offset: offset)
            }
            return try rows.map {
                try SourceAssembly(ledger: ledger, lookup: lookup, rows: $0, offset: offset).detail()
            }
        }
    }

    /// A source by its number or name, with everything that it said. Traces the ledger where that was not done.
    /// - Throws: ``DeskError`` when there is none or more than one.
    public func source(named name: String) throws -> SourceDetail {
        _ = try currentLookup()
        let number = try sourceNumber(named: name)
        guard let detail = try source(number) else { throw DeskError(.notFound, "there is no source \(number)") }
        return detail
    }

    /// The number of the one source with a number or name.
    /// - Throws: ``DeskError`` when there is none or more than one.
    public func sourceNumber(named name: String) throws -> Int {
        if let number = Int(name) {
            let isThere = try asking { try $0.root(ofSource: number) } != nil
            guard isThere else { throw DeskError(.notFound, "there is no source \(number)") }
            return number
        }
        let fitting = try asking { try $0.sources(named: name) }
        if fitting.count > 1 {
            let list = fitting.prefix(8).map { "\($0.id) \($0.label)" }.joined(separator: ", ")
            throw DeskError(.invalid, "'\(name)' fits \(fitting.count) sources: \(list)")
        }
        guard let only = fitting.first else { throw DeskError(.notFound, "there is no source '\(name)'") }
        return only.id
    }
}

/// Puts together what a source said and what came of it.
struct SourceAssembly {
    /// Of how many voices, the latest, the names and descriptions are told.
    static let mostVoices = 200
    /// How many voices are listed one by one, and pairs with other sources.
    private static let (shownVoices, shownPairs) = (20, 5)

    let ledger: Ledger
    let lookup: any TraceLookup
    let rows: SourceRows
    let offset: Int

    func detail() throws -> SourceDetail {
        let shown = rows.voices.prefix(Self.shownVoices)
        let revisions = rows.statements.map(\.revision) + shown.map(\.revision)
        let articles = try ledger.articles(Set(revisions.map(\.article)))
        var detail = SourceDetail(
            summary: SourceSummary(rows.source), names: distinct(rows.voices.map(\.name)),
            roles: distinct(rows.voices.flatMap { [$0.role, $0.affiliation] }),
            reasons: distinct(rows.voices.map(\.reason)), utterances: try utterances(articles),
            record: lookup.state == .absent
                ? nil
                : Record(of: try lookup.outcomes(of: rows.source.id)))
        (detail.offset, detail.tracing) = (offset, lookup.state)
        detail.voices = shown.compactMap { voice in
            articles[voice.revision.article].map {
                SourceDetail.Voice(
                    article: ArticleSummary($0), id: voice.id, name: voice.name, role: voice.role,
                    affiliation: voice.affiliation)
            }
        }
        let pairs = try ledger.possibleSources(with: rows.source.id, limit: Self.shownPairs)
        detail.possible = pairs.map(PossibleSource.init)
        return detail
    }

    private func utterances(_ articles: [Int: StoredArticle]) throws -> [SourceDetail.Utterance] {
        var (places, readings) = ([RevisionKey: [ClaimPlace]](), [RevisionKey: Reading]())
        func reading(_ key: RevisionKey) throws -> Reading? {
            if readings[key] == nil { readings[key] = try ledger.reading(key) }
            return readings[key]
        }
        func statement(_ row: StoredStatement) throws -> Statement? {
            try reading(row.revision)?.statements.first { $0.id == row.id }
        }
        return try rows.statements.compactMap { row in
            guard let article = articles[row.revision.article] else { return nil }
            if places[row.revision] == nil { places[row.revision] = try lookup.places(in: row.revision) ?? [] }
            let claim = try places[row.revision]?.claim(carriedBy: row.id) { try statement(row)?.content ?? [] }
            // Through whom it came only the reading tells.
            let relay = row.isRelayed ? try statement(row)?.relay ?? [] : []
            return SourceDetail.Utterance(
                article: ArticleSummary(article), statement: row.id, stance: row.stance, forecast: row.forecast,
                words: row.words,
                relay: try relay.map { id in try reading(row.revision)?.voice(id).map(VoiceLabel.label) ?? id },
                claim: claim)
        }
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
