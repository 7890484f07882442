internal import HearsayLedger

/// What a look at a page brought.
enum PageAnswer: Sendable {
    /// The page, with what the server gave for asking again.
    case page(InputItem, Validators)
    /// The server says that it is as it was; with the time when it was asked, where that is known.
    case unchanged(at: String?)
}

/// What a poll of a feed brought.
enum FeedAnswer: Sendable {
    /// The feed as it was read.
    case feed(ReadFeed)
    /// The server says that it is as it was; with the time when it was asked, where that is known.
    case unchanged(at: String?)
}

/// A feed as a poll read it.
struct ReadFeed: Sendable {
    /// Its title.
    var title: String?
    /// The articles that it names.
    var entries: [FeedPoll.Entry]
    /// What the server gave for asking again.
    var validators = Validators()
    /// When it was asked for, where that is known.
    var time: String?
    /// What of it could not be read.
    var problem: String?
}

/// Why a page or a feed did not come.
struct WatchFailure: Error, Hashable, Sendable {
    /// Whether the server says that it is no more (404 or 410). Anything else may pass.
    var isGone = false
    /// Whether it was not asked for at all, so that there is nothing to say of it yet.
    var isPostponed = false
    /// The HTTP status, if the server answered.
    var status: Int?
    /// The reason, as the end of a sentence.
    var reason: String
    /// When the server was asked last, where that is known.
    var time: String?
    /// Seconds after which it wants to be asked again, where it says so.
    var retryAfter: Int?

    /// A failure.
    init(isGone: Bool = false, status: Int? = nil, reason: String) {
        (self.isGone, self.status, self.reason) = (isGone, status, reason)
    }
}

/// Where the watch gets pages and feeds from. The calls block, and may be made from many threads at once.
struct WatchSource: Sendable {
    /// The page at an address, if it has changed since the validators were given; a ``WatchFailure`` otherwise.
    let page: @Sendable (String, Validators?) throws -> PageAnswer
    /// The feed at an address, if it has changed since the validators were given; a ``WatchFailure`` otherwise.
    let feed: @Sendable (String, Validators?) throws -> FeedAnswer

    /// A source.
    init(
        page: @escaping @Sendable (String, Validators?) throws -> PageAnswer,
        feed: @escaping @Sendable (String, Validators?) throws -> FeedAnswer
    ) {
        (self.page, self.feed) = (page, feed)
    }
}
