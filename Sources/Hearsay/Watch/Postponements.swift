internal import Synchronization

/// What is not asked for before some time, because its host wants so or could not be asked; kept as long as the watch runs.
final class Postponements: Sendable {
    private struct Wait {
        var until: UTCTime
        /// How often it was put off, one time after the other.
        var count: Int
    }

    private let waits = Mutex<[String: Wait]>([:])

    /// The time before which an address is not asked for; nil for any other.
    func until(_ url: String) -> UTCTime? { waits.withLock { $0[url]?.until } }

    /// Puts an address off for some seconds, and each time in a row for longer.
    func add(_ url: String, seconds: Int?, now: UTCTime, schedule: WatchSchedule) {
        waits.withLock { waits in
            let count = (waits[url]?.count ?? 0) + 1
            let least = count > 1 ? schedule.wait(after: count - 1) : 0
            waits[url] = Wait(until: now.adding(max(seconds ?? 60, least)), count: count)
        }
    }

    /// Notes that an address was asked for.
    func end(_ url: String) { waits.withLock { $0[url] = nil } }
}
