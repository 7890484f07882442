internal import HearsayCore
internal import HearsayLedger
internal import HearsayReckoning
internal import Synchronization

/// An overview with what it depends on.
struct MadeOverview {
    let size: Int
    let day: CivilDay
    let state: TraceState
    let overview: LedgerOverview
}

extension LedgerDesk {
    /// Counts, latest articles, and what the trace tells as far as it is there: the most told claims, what falls due.
    ///
    /// It is put together once for each state of the ledger, each day.
    public func overview() throws -> LedgerOverview {
        let (lookup, day) = (try lookup(), try day())
        let size = try asking { try $0.logSize() }
        let made = overviewed.withLock { $0 }
        if let made, (made.size, made.day, made.state) == (size, day, lookup.state) { return made.overview }
        let overview = try overview(lookup, on: day)
        overviewed.withLock { $0 = MadeOverview(size: size, day: day, state: lookup.state, overview: overview) }
        return overview
    }

    private func overview(_ lookup: any TraceLookup, on day: CivilDay) throws -> LedgerOverview {
        let counts = try asking { try $0.counts() }
        var overview = LedgerOverview()
        overview.tracing = lookup.state
        (overview.articles, overview.outlets) = (counts.articles, counts.outlets)
        (overview.statements, overview.unnamed) = (counts.statements, counts.unnamed)
        overview.recent = try articles(limit: 8, after: nil)
        if lookup.state == .absent { return overview }
        let (shared, forecasts) = try asking { _ in (try lookup.shared(limit: 8), try lookup.forecasts()) }
        (overview.claims, overview.sharedClaims) = (shared.claims, shared.count)
        let due = DueList(claims: forecasts.claims, on: day).items
        overview.open = due.count { $0.state != .settled }
        overview.overdue = due.count { $0.state == .overdue }
        let next = due.filter { [.overdue, .running, .ahead].contains($0.state) }
        overview.due = try dueItems(next.prefix(6), of: forecasts.revisions)
        return overview
    }
}
