public import HearsayCore
internal import HearsayLedger
internal import HearsayReckoning
internal import HearsayTracing
internal import Synchronization

extension LedgerDesk {
    /// The whole trace of the ledger.
    public func trace() throws -> Trace { try snapshot().trace }

    /// The trace of the affair that a claim is of; the beginning of the claim's id will do where it fits one only. Nil when
    /// there is no such claim. Costs what the affair costs, in a ledger of any size.
    public func trace(ofClaim id: String) throws -> Trace? {
        guard let snapshot = try snapshot(of: { try $0.trace(ofClaim: id) }), snapshot.claim(id) != nil else {
            return nil
        }
        return snapshot.trace
    }

    /// The trace of the affair that an article is of, by its id in the trace; nil when there is no such article.
    public func trace(ofArticle id: String) throws -> Trace? {
        try snapshot { try $0.trace(ofArticle: id) }?.trace
    }

    /// The texts that the spans of a trace of this ledger refer to, by the article's id in the trace.
    public func texts(of trace: Trace) throws -> [String: SourceText] {
        try eachArticle(of: trace) { ledger, key in try ledger.reading(key)?.document.text }
    }

    /// The titles of the articles of a trace, or of a part of it, by their ids.
    public func headlines(of trace: Trace) throws -> [String: String] {
        try eachArticle(of: trace) { ledger, key in try ledger.article(key.article)?.title }
    }

    private func eachArticle<Value>(
        of trace: Trace, _ body: (Ledger, RevisionKey) throws -> Value?
    ) throws -> [String: Value] {
        let whole = try snapshotAtHand()?.revisions
        return try asking { ledger in
            let revisions = try whole ?? ledger.tracedRevisions(trace.articles.map(\.id))
            var values: [String: Value] = [:]
            for article in trace.articles {
                if let key = revisions[article.id] { values[article.id] = try body(ledger, key) }
            }
            return values
        }
    }

    /// With at most so many captured versions a ledger is traced whenever a page of it asks, which takes about a second. A
    /// larger one, which takes up to minutes, only for what cannot do without (claims, the due list) and for who asks.
    static let tracedAtOnce = 300
    /// So many new versions are taken into a trace that is there whenever a page asks.
    static let addedAtOnce = 20

    /// The trace as far as it is there, for what shows parts of it.
    func lookup() throws -> any TraceLookup {
        if try !asking({ try $0.holds(moreRevisionsThan: Self.tracedAtOnce) }) {
            return SnapshotLookup(ledger: ledger, snapshot: try snapshot())
        }
        var standing = try asking { try $0.traceStanding() }
        if standing.map(isCurrent) != true, let changed = try asking({ try LedgerTracing.changes(in: $0) }),
            changed.count <= Self.addedAtOnce
        {
            try making.withLock { _ in try updateTrace() }
            standing = try asking { try $0.traceStanding() }
        }
        if let standing, isCurrent(standing) { return StoredLookup(ledger: ledger, state: .current) }
        // Where the ledger cannot be written to, the one in memory is all there is.
        if let made = try snapshotAtHand() { return SnapshotLookup(ledger: ledger, snapshot: made) }
        return StoredLookup(ledger: ledger, state: standing == nil ? .absent : .outdated)
    }

    /// The trace brought up to date, however long that takes, for what cannot do with less and shows parts of it only.
    func currentLookup() throws -> any TraceLookup {
        if try snapshotAtHand() == nil,
            try making.withLock({ _ in try Self.reporting { try bringUpToDate { _, _ in } } })
        {
            return StoredLookup(ledger: ledger, state: .current)
        }
        return SnapshotLookup(ledger: ledger, snapshot: try snapshot())
    }

    /// The trace at the log's present size: the one at hand, the stored one, or a new one.
    func snapshot() throws -> TraceSnapshot {
        if let made = try snapshotAtHand() { return made }
        // Whoever asks meanwhile for less than all of it does not wait here.
        return try making.withLock { _ in
            if let made = try snapshotAtHand() { return made }
            let size = try asking { try $0.logSize() }
            let made = try Self.reporting { try self.current(size: size) }
            cached.withLock { $0 = made }
            return made
        }
    }

    private func snapshotAtHand() throws -> TraceSnapshot? {
        let size = try asking { try $0.logSize() }
        return cached.withLock { $0?.size == size ? $0 : nil }
    }

    private func current(size: Int) throws -> TraceSnapshot {
        if ledger.isWritable, let stored = try stored() { return try snapshot(stored, size: size) }
        if let stored = try ledger.trace(), isCurrent(stored.standing) { return try snapshot(stored, size: size) }
        let (trace, revisions) = try traced()
        return try snapshot(trace, revisions, size: size)
    }

    private func snapshot(_ stored: StoredTrace, size: Int) throws -> TraceSnapshot {
        try snapshot(stored.trace.inOrder(), stored.revisions, size: size)
    }

    /// A trace, or that of some affairs, with what people judged and what follows from it.
    private func snapshot(
        _ bare: Trace, _ revisions: [String: RevisionKey], size: Int
    ) throws -> TraceSnapshot {
        let documents = try self.documents(of: revisions)
        let judgements = try ledger.judgements()
        var trace = bare
        trace.claims = Settlement(judgements: judgements).settled(bare.claims) { documents[$0] }
        // Both follow from what is stored, so they are not.
        trace.circles = CircleFinder.circles(in: trace)
        trace.withdrawn = try SupersededVersions.withdrawals(in: trace) { try version($0, of: revisions) }
        return TraceSnapshot(
            size: size, trace: trace, revisions: revisions, documents: documents, judgements: judgements)
    }

    /// The captured version behind an article of a trace.
    private func version(
        _ id: String, of revisions: [String: RevisionKey]
    ) throws -> SupersededVersions.Version? {
        guard let key = revisions[id], let reading = try ledger.reading(key) else { return nil }
        let captured = try ledger.revisions(of: key.article).first { $0.key == key }?.captured
        return SupersededVersions.Version(id: id, reading: reading, captured: captured)
    }

    /// The part of the trace that an affair is, which `find` looks up in the stored one; all of it where that is at hand, or
    /// where the ledger cannot be written to. Nil when the affair is not found.
    func snapshot(of find: (Ledger) throws -> StoredTrace?) throws -> TraceSnapshot? {
        if let made = try snapshotAtHand() { return made }
        return try making.withLock { _ in
            if let made = try snapshotAtHand() { return made }
            return try Self.reporting {
                let size = try ledger.logSize()
                guard try bringUpToDate({ _, _ in }) else { return try current(size: size) }
                return try find(ledger).map { try snapshot($0, size: size) }
            }
        }
    }

    private func isCurrent(_ standing: TraceStanding) -> Bool {
        !standing.isStale && standing.version == Tracer.version
    }

    /// The stored trace, brought up to date; nil where there is no room for it.
    private func stored() throws -> StoredTrace? { try bringUpToDate { _, _ in } ? ledger.trace() : nil }

    /// Brings the stored trace up to date: the work is that of what came since, and of what is near to that. Where it is
    /// interrupted, it goes on the next time. Does nothing where the ledger cannot be written to.
    /// - Parameter progress: is told how many of the articles that wait are traced, and how many those are.
    public func updateTrace(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) throws {
        _ = try Self.reporting { try bringUpToDate(progress) }
    }

    /// - Returns: whether it is up to date; false where there is no room for it.
    private func bringUpToDate(_ progress: @escaping @Sendable (Int, Int) -> Void) throws -> Bool {
        guard ledger.isWritable else { return false }
        if let standing = try ledger.traceStanding(), isCurrent(standing) { return true }
        do { try tracing(progress).update() } catch let error as LedgerError
            where [.readOnly, .full].contains(error.code)
        { return false }
        return true
    }

    func tracing(_ progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) -> LedgerTracing {
        LedgerTracing(ledger: ledger, article: tracedArticle, progress: progress)
    }

    /// The trace of a ledger that cannot be written to, made in memory each time.
    private func traced() throws -> (Trace, [String: RevisionKey]) {
        let nodes = try ledger.traceNodes()
        let trace = Tracer().trace(try nodes.compactMap(tracedArticle))
        let documents = Dictionary(nodes.map { ($0.name, $0.document) }) { first, _ in first }
        let revisions = Dictionary(nodes.map { ($0.name, $0.key) }) { first, _ in first }
        return (trace.withLastingIDs(documents: documents), revisions)
    }

    /// An article as it is traced; nil when it is gone.
    private func tracedArticle(_ node: TraceNode) throws -> TracedArticle? {
        guard let reading = try ledger.reading(node.key) else { return nil }
        return try tracedArticle(node.key, id: node.name, reading: reading, revisionOf: node.revisionOf)
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
