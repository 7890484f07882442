internal import HearsayLedger

/// A feed that the watch polls.
public struct FollowedFeed: Equatable, Sendable {
    /// Its address.
    public var url: String
    /// Its title, where it is known.
    public var title: String?
    /// When it was last polled, RFC 3339; nil when it never was.
    public var polled: String?
    /// What the last poll found: "read", "unchanged", "failed", "gone"; nil when there was none.
    public var outcome: String?
    /// Why the last poll failed.
    public var reason: String?
    /// Articles of it in the ledger.
    public var taken: Int
    /// Articles of it that are waiting, or could not be taken.
    public var open: Int
}

extension LedgerDesk {
    /// The feeds that the watch polls, in the order in which they were added.
    public func feeds() throws -> [FollowedFeed] {
        try asking { try $0.feeds() }.map {
            FollowedFeed(
                url: $0.url, title: $0.title, polled: $0.polled, outcome: $0.outcome?.rawValue, reason: $0.reason,
                taken: $0.taken, open: $0.open)
        }
    }

    /// Adds a feed to those that the watch polls.
    /// - Returns: false when it was there.
    @discardableResult
    public func follow(_ url: String, title: String? = nil) throws -> Bool {
        try asking { try $0.follow(url, title: title, at: now()) }
    }

    /// Takes a feed out of those that the watch polls; its articles stay.
    /// - Returns: false when it was not there.
    public func unfollow(_ url: String) throws -> Bool { try asking { try $0.unfollow(url) } }
}
