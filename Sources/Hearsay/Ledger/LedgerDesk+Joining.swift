internal import HearsayLedger

extension LedgerDesk {
    /// Pairs of sources that may be one, the likeliest first.
    public func possibleSources(limit: Int, offset: Int = 0) throws -> [PossibleSource] {
        try asking { try $0.possibleSources(limit: limit, offset: offset).map(PossibleSource.init) }
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

    /// Makes the voices of a source that articles call by one of its names a source of their own. Can be undone.
    /// - Returns: the decision and the new source.
    public func splitSource(
        _ source: Int, named name: String, judge: String? = nil
    ) throws -> (decision: Int, source: Int) {
        try asking { ledger in
            let voices = try ledger.voices(of: source, named: name)
            guard !voices.isEmpty else { throw DeskError(.notFound, "source \(source) is not called '\(name)'") }
            let others = try ledger.source(source, voices: voices.count + 1, limit: 0)?.voices.count ?? 0
            guard others > voices.count else {
                throw DeskError(.invalid, "source \(source) is called nothing but '\(name)'")
            }
            return try ledger.split(
                voices.map { (revision: $0.revision, voice: $0.id) }, judge: judge, at: now())
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
        try asking { ledger in try decisions(ledger.joinings(), in: ledger) }
    }

    /// Some of what people decided about sources, the latest first.
    public func sourceDecisions(limit: Int, offset: Int) throws -> [SourceDecision] {
        try asking { ledger in try decisions(ledger.latestJoinings(limit: limit, offset: offset), in: ledger) }
    }

    /// What a person decided about sources, by its number. Nil when there is no such decision.
    public func sourceDecision(_ id: Int) throws -> SourceDecision? {
        try asking { ledger in
            try ledger.joining(id).flatMap { try decisions([$0], in: ledger).first }
        }
    }

    private func decisions(_ joinings: [Joining], in ledger: Ledger) throws -> [SourceDecision] {
        var decisions = joinings.map(SourceDecision.init)
        let sources = Set(decisions.flatMap(\.named))
        let (labels, shown) = (try ledger.labels(ofSources: sources), try ledger.shownSources(sources))
        for place in decisions.indices {
            let named = decisions[place].named
            decisions[place].labels = labels.filter { named.contains($0.key) }
            decisions[place].shown = shown.intersection(named)
        }
        return decisions
    }
}

extension PossibleSource {
    init(_ pair: PossiblePair) {
        self.init(
            first: SourceSummary(pair.first), second: SourceSummary(pair.second), score: pair.score,
            reason: pair.reason)
    }
}

extension SourceDecision {
    /// All sources that it is about.
    fileprivate var named: [Int] { sources + [into].compactMap(\.self) }

    fileprivate init(_ joining: Joining) {
        self.init(
            id: joining.id, action: joining.action.word, sources: [], into: nil, decision: nil, judge: joining.judge,
            time: joining.time, undone: joining.undone, entry: joining.entry)
        switch joining.action {
        case .merge(let sources, let target): (self.sources, into) = (sources, target)
        case .split(let places, let target): (sources, into) = (Set(places.map(\.base)).sorted(), target)
        case .apart(let first, let second): sources = [first, second]
        case .undo(let decision): self.decision = decision
        }
    }
}
