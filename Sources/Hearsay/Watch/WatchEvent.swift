/// What the watch has to tell.
public enum WatchEvent: Equatable, Sendable {
    /// A feed was polled, and named so many articles that it had not named before.
    case polled(feed: String, new: Int)
    /// A feed could not be read, or is no more.
    case feedFailed(feed: String, isGone: Bool, reason: String)
    /// An article that a feed named is in the ledger.
    case taken(AddedArticle, label: String)
    /// An article that a feed named could not be taken; `isLast` when it is not tried again.
    case notTaken(url: String, reason: String, isLast: Bool)
    /// A page or feed was not asked for: its host wants to be left alone, or could not be asked what it wants. It is
    /// asked for later, and nothing is said of it.
    case postponed(url: String, reason: String)
    /// A page was looked at again.
    case looked(article: Int, title: String, PageState)

    /// What a look found.
    public enum PageState: Hashable, Sendable {
        /// The same words as at the last look.
        case unchanged
        /// The same words again, after the page had been gone.
        case back
        /// Other words; the number of the revision that holds them.
        case changed(revision: Int)
        /// The server says that it is no more.
        case gone(status: Int?)
        /// It could not be fetched; whether it is there is not known.
        case failed(reason: String)
    }
}
