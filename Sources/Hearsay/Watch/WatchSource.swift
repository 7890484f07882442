internal import HearsayLedger

/// What a look at a page brought.
enum PageAnswer: Sendable {
    /// The page, with what the server gave for asking again.
    case page(InputItem, Validators)
    /// The server says that it is as it was.
    case unchanged
}

/// What a poll of a feed brought.
enum FeedAnswer: Sendable {
    /// The feed's title, the articles that it names, and what the server gave for asking again.
    case feed(title: String?, entries: [FeedPoll.Entry], Validators)
    /// The server says that it is as it was.
    case unchanged
}

/// Why a page or a feed did not come.
struct WatchFailure: Error, Hashable, Sendable {
    /// Whether the server says that it is no more (404 or 410). Anything else may pass.
    var isGone: Bool
    /// The HTTP status, if the server answered.
    var status: Int?
    /// The reason, as the end of a sentence.
    var reason: String

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
