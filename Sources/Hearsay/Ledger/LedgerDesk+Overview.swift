internal import HearsayCore
internal import HearsayLedger

extension LedgerDesk {
    /// Counts, latest articles, most told claims, what falls due.
    public func overview() throws -> LedgerOverview {
        let snapshot = try snapshot()
        let counts = try asking { try $0.counts() }
        let due = try due()
        var overview = LedgerOverview()
        (overview.articles, overview.outlets) = (counts.articles, counts.outlets)
        (overview.statements, overview.unnamed) = (counts.statements, counts.unnamed)
        overview.sharedClaims = snapshot.trace.claims.count { Set($0.members.map(\.article)).count > 1 }
        overview.open = due.count { $0.state != .settled }
        overview.overdue = due.count { $0.state == .overdue }
        overview.recent = try articles(limit: 8, after: nil)
        overview.claims = try claims(limit: 8, shared: true)
        overview.due = Array(due.filter { [.overdue, .running, .ahead].contains($0.state) }.prefix(6))
        return overview
    }
}
