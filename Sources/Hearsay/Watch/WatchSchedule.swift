/// When feeds are polled and pages are looked at again.
///
/// News is edited most in its first hours, so the wait before the next look is half the time for which a page has stayed
/// as it is: after one, two, three, four and a half, seven hours …, and then ever more seldom. What fails is tried again
/// after a wait that doubles each time.
public struct WatchSchedule: Hashable, Sendable {
    /// Seconds between two polls of a feed.
    public var poll = 30 * 60
    /// The shortest wait before a look, in seconds, and the wait after a first failure.
    public var shortest = 60 * 60
    /// The longest wait before a look, in seconds.
    public var longest = 30 * 86_400
    /// The longest wait after failures, in seconds.
    public var longestAfterFailure = 86_400
    /// Tries after which an article that a feed named is given up.
    public var tries = 6

    /// Polls every half hour; looks after an hour at first, after a month at last.
    public init() {}

    /// When a page is due for a look.
    ///
    /// - Parameters:
    ///   - changed: when its state, its bytes or its being gone, was first seen.
    ///   - looked: when it was last looked at.
    ///   - failures: looks that failed since.
    public func look(changed: UTCTime, looked: UTCTime, failures: Int) -> UTCTime {
        if failures > 0 { return looked.adding(wait(after: failures)) }
        let age = max(0, looked.seconds - changed.seconds)
        return looked.adding(min(max(age / 2, shortest), longest))
    }

    /// When a feed is due for a poll that was last polled at a time, and has failed so often since. One that is gone may
    /// come back, and is asked for after the longest wait after failures.
    public func poll(polled: UTCTime, failures: Int, isGone: Bool = false) -> UTCTime {
        if isGone { return polled.adding(max(poll, longestAfterFailure)) }
        return polled.adding(failures > 0 ? max(poll, wait(after: failures)) : poll)
    }

    /// When an article that could not be taken is due for another try.
    public func retry(tried: UTCTime, failures: Int) -> UTCTime {
        tried.adding(failures > 0 ? wait(after: failures) : 0)
    }

    /// An hour, two, four …, up to the longest.
    func wait(after failures: Int) -> Int {
        let doublings = min(failures - 1, 16)
        return min(shortest << doublings, longestAfterFailure)
    }
}
