/// What one look at a captured page found. Its time is that of the look; what happened between two looks is not known.
public struct Look: Hashable, Sendable {
    /// What it found.
    public enum Outcome: String, Sendable, CaseIterable {
        /// The page is as it was captured last.
        case unchanged
        /// The page has other bytes now.
        case changed
        /// The server says that the page is no more.
        case gone
        /// The page could not be fetched; whether it is there is not known.
        case failed
    }

    /// The article's number in the ledger.
    public var article: Int
    /// When the page was asked for, RFC 3339.
    public var time: String
    /// What was found.
    public var outcome: Outcome
    /// The HTTP status, if the server answered.
    public var status: Int?
    /// Why it failed, or what else is to be said.
    public var reason: String?
    /// The number of its entry in the log; only looks after which the page is gone, or back, have one.
    public var entry: Int?

    /// A look.
    public init(article: Int, time: String, outcome: Outcome, status: Int? = nil, reason: String? = nil) {
        (self.article, self.time, self.outcome, self.status, self.reason) = (article, time, outcome, status, reason)
    }
}

/// A page that was fetched once and is looked at again.
public struct WatchedPage: Hashable, Sendable {
    /// The article's number in the ledger.
    public var article: Int
    /// The address to ask.
    public var url: String
    /// What the server gave for asking again.
    public var validators: Validators
    /// When its present bytes were first seen, RFC 3339.
    public var changed: String
    /// When it was last looked at, RFC 3339.
    public var looked: String
    /// Whether the last answer was that it is gone.
    public var isGone: Bool
    /// Looks that failed since one went well.
    public var failures: Int
    /// What to call it.
    public var title: String
    /// The digest of the bytes that it showed last.
    public var seen: String
    /// The number of the revision whose words it showed last.
    public var shown: Int
    /// By what the article is known again.
    public var key: String
}

/// What a page showed when it was looked at.
public struct Sight: Hashable, Sendable {
    /// What the server gave for asking again.
    public var validators: Validators
    /// The digest of its bytes.
    public var digest: String
    /// The number of the revision that holds its words.
    public var revision: Int

    /// A sight.
    public init(validators: Validators, digest: String, revision: Int) {
        (self.validators, self.digest, self.revision) = (validators, digest, revision)
    }
}
