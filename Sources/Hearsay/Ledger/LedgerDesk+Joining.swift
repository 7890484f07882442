internal import HearsayLedger

extension LedgerDesk {
    /// Pairs of sources that may be one, the likeliest first.
    public func possibleSources(limit: Int) throws -> [PossibleSource] {
        try asking { ledger in
            try ledger.possibleSources(limit: limit).map { pair in
                PossibleSource(
                    first: SourceSummary(pair.first), second: SourceSummary(pair.second), score: pair.score,
                    reason: pair.reason)
            }
        }
    }

    /// Makes sources one with the first of them. Can be undone.
    /// - Returns: the number of the decision.
    public func mergeSources(_ sources: [Int], judge: String? = nil) throws -> Int {
        guard let target = sources.first, sources.count > 1 else {
            throw DeskError(.invalid, "it takes two sources to merge")
        }
        return try asking { try $0.merge(Array(sources.dropFirst()), into: target, judge: judge, at: now()) }
    }

    /// Makes voices of latest revisions a source of their own. Can be undone.
    /// - Returns: the decision and the new source.
    public func splitSource(
        _ voices: [(article: Int, voice: String)], judge: String? = nil
    ) throws -> (decision: Int, source: Int) {
        try asking { ledger in
            let places = try voices.map { voice in
                guard let latest = try ledger.revisions(of: voice.article).first(where: \.isLatest) else {
                    throw DeskError(.notFound, "there is no article \(voice.article)")
                }
                return (revision: latest.key, voice: voice.voice)
            }
            return try ledger.split(places, judge: judge, at: now())
        }
    }

    /// Says that two sources are not one. Can be undone.
    /// - Returns: the number of the decision.
    public func keepSourcesApart(_ first: Int, _ second: Int, judge: String? = nil) throws -> Int {
        try asking { try $0.keepApart(first, second, judge: judge, at: now()) }
    }

    /// Takes a decision about sources back.
    /// - Returns: the number of this decision.
    public func undoSourceDecision(_ decision: Int, judge: String? = nil) throws -> Int {
        try asking { try $0.undo(decision, judge: judge, at: now()) }
    }

    /// What people decided about sources, in order.
    public func sourceDecisions() throws -> [SourceDecision] {
        try asking { try $0.joinings().map(SourceDecision.init) }
    }
}

extension SourceDecision {
    fileprivate init(_ joining: Joining) {
        self.init(
            id: joining.id, action: joining.action.word, sources: [], into: nil, decision: nil, judge: joining.judge,
            time: joining.time, undone: joining.undone, entry: joining.entry)
        switch joining.action {
        case .merge(let sources, let target): (self.sources, into) = (sources, target)
        case .split(_, let target): into = target
        case .apart(let first, let second): sources = [first, second]
        case .undo(let decision): self.decision = decision
        }
    }
}
