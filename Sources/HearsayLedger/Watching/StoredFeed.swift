/// A feed that is polled for new articles.
public struct StoredFeed: Hashable, Sendable {
    /// What the last poll found.
    public enum Outcome: String, Sendable, CaseIterable {
        /// The feed was read.
        case read
        /// The server said that nothing is new.
        case unchanged
        /// The feed could not be fetched or read.
        case failed
        /// The server says that the feed is no more. It may be wrong, so that the feed is polled once a day.
        case gone
    }

    /// Its number in the ledger.
    public var id: Int
    /// Its address.
    public var url: String
    /// Its title, as it gives it or as the user's list does.
    public var title: String?
    /// What the server gave for asking again.
    public var validators: Validators
    /// When it was last polled, RFC 3339; nil when it never was.
    public var polled: String?
    /// What the last poll found; nil when there was none.
    public var outcome: Outcome?
    /// Why the last poll failed.
    public var reason: String?
    /// Polls since one went well, those that found it gone included.
    public var failures: Int
    /// Articles of it that are in the ledger.
    public var taken: Int
    /// Articles of it that are waiting, or could not be taken.
    public var open: Int
}

/// What one poll of a feed found.
public struct FeedPoll: Hashable, Sendable {
    /// One article that the feed names.
    public struct Entry: Hashable, Sendable {
        /// The article's address.
        public var url: String
        /// Its title.
        public var title: String?
        /// When it was published, by the feed's word.
        public var published: String?

        /// An entry.
        public init(url: String, title: String? = nil, published: String? = nil) {
            (self.url, self.title, self.published) = (url, title, published)
        }
    }

    /// When the feed was asked for, RFC 3339.
    public var time: String
    /// What came of it.
    public var outcome: StoredFeed.Outcome
    /// Why it failed.
    public var reason: String?
    /// The feed's title, where it was read.
    public var title: String?
    /// What the server gave for asking again; kept as it was where there is none.
    public var validators: Validators?
    /// The articles that the feed names.
    public var entries: [Entry]

    /// A poll.
    public init(
        time: String, outcome: StoredFeed.Outcome, reason: String? = nil, title: String? = nil,
        validators: Validators? = nil, entries: [Entry] = []
    ) {
        (self.time, self.outcome, self.reason) = (time, outcome, reason)
        (self.title, self.validators, self.entries) = (title, validators, entries)
    }
}

/// An article that a feed names and that is not in the ledger yet.
public struct Sighting: Hashable, Sendable {
    /// Its number in the ledger.
    public var id: Int
    /// The feed that named it.
    public var feed: Int
    /// The article's address.
    public var url: String
    /// Its title.
    public var title: String?
    /// When it was published, by the feed's word.
    public var published: String?
    /// When it was last tried, RFC 3339; nil when it never was.
    public var tried: String?
    /// Failed tries.
    public var failures: Int
}
