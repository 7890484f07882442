public import HearsayCore
internal import HearsayLedger
internal import HearsayReckoning
internal import HearsayTracing
internal import Synchronization

extension LedgerDesk {
    /// The whole trace of the ledger.
    public func trace() throws -> Trace { try snapshot().trace }

    /// The texts that the spans of ``trace()`` refer to, by the article's id in the trace.
    public func texts() throws -> [String: SourceText] {
        let revisions = try snapshot().revisions
        return try asking { ledger in
            var texts: [String: SourceText] = [:]
            for (id, key) in revisions { texts[id] = try ledger.reading(key)?.document.text }
            return texts
        }
    }

    /// The trace at the log's present size: the one at hand, the stored one, or a new one.
    func snapshot() throws -> TraceSnapshot {
        try cached.withLock { cached in
            let size = try asking { try $0.logSize() }
            if let cached, cached.size == size { return cached }
            let made = try Self.reporting { try self.current(size: size) }
            cached = made
            return made
        }
    }

    private func current(size: Int) throws -> TraceSnapshot {
        let stored = try ledger.trace()
        let (bare, revisions) =
            if let stored, !stored.isStale, stored.version == Tracer.version { (stored.trace, stored.revisions) } else {
                try traced(size: size)
            }
        let documents = try self.documents(of: revisions)
        let judgements = try ledger.judgements()
        var trace = bare
        trace.claims = Settlement(judgements: judgements).settled(bare.claims) { documents[$0] }
        return TraceSnapshot(
            size: size, trace: trace, revisions: revisions, documents: documents, judgements: judgements)
    }

    /// Traces the ledger anew and keeps the result where that is possible.
    private func traced(size: Int) throws -> (Trace, [String: RevisionKey]) {
        let latest = Set(try ledger.latestRevisions())
        let all = try ledger.allRevisions()
        var (articles, revisions, documents) = ([TracedArticle](), [String: RevisionKey](), [String: String]())
        var before: RevisionKey?
        for key in all {
            defer { before = key }
            guard let reading = try ledger.reading(key) else { continue }
            let id = Ledger.traceID(key, isLatest: latest.contains(key))
            // Of the numbers before it some may be erased.
            let earlier = before.flatMap { $0.article == key.article ? $0 : nil }
            let article = try tracedArticle(
                key, id: id, reading: reading,
                revisionOf: earlier.map { Ledger.traceID($0, isLatest: latest.contains($0)) })
            articles.append(article)
            revisions[id] = key
            documents[id] = reading.document.id
        }
        let trace = Tracer().trace(articles).withLastingIDs(documents: documents)
        // A ledger that cannot be written to is traced again each time; nothing else is lost by it.
        try? ledger.replaceTrace(trace, basis: size, version: Tracer.version)
        return (trace, revisions)
    }

    private func tracedArticle(
        _ key: RevisionKey, id: String, reading: Reading, revisionOf: String?
    ) throws -> TracedArticle {
        let text = reading.document.text
        // Of another reading than this one they would point anywhere.
        if let stored = try ledger.units(key), stored.version == ClaimUnits.version,
            stored.units.allSatisfy({
                $0.span.end <= text.count && $0.statement ?? -1 < reading.statements.count
            })
        {
            let units = stored.units.map {
                ClaimUnit(span: $0.span, statement: $0.statement, text: text.string($0.span))
            }
            return TracedArticle(
                id: id, reading: reading, revisionOf: revisionOf, units: units, vectors: stored.units.map(\.vector))
        }
        let units = ClaimUnits.of(reading)
        let vectors = try reader().vectors(units.map(\.text))
        let read = FileTracing.ReadArticle(reading: reading, units: units, vectors: vectors)
        try? ledger.storeUnits(StoredUnits(read), for: key)
        return TracedArticle(id: id, reading: reading, revisionOf: revisionOf, units: units, vectors: vectors)
    }

    /// The document's id of each article of a trace.
    private func documents(of revisions: [String: RevisionKey]) throws -> [String: String] {
        var documents: [String: String] = [:]
        for article in Set(revisions.values.map(\.article)) {
            for revision in try ledger.revisions(of: article) {
                documents[Ledger.traceID(revision.key, isLatest: revision.isLatest)] = revision.document
            }
        }
        return documents
    }
}
