internal import HearsayCore
internal import HearsayLedger

/// Polls feeds, takes the articles that they name, and looks again at the pages of the ledger.
///
/// Everything that is found is kept as soon as it is known, so that a watch that is stopped goes on where it stopped.
public struct Watcher: Sendable {
    let desk: LedgerDesk
    let source: WatchSource
    let schedule: WatchSchedule
    let postponements = Postponements()
    private let threads: Int

    /// A watch over a ledger. Pages are fetched and read by so many threads.
    public init(desk: LedgerDesk, schedule: WatchSchedule = WatchSchedule(), threads: Int) {
        self.init(desk: desk, source: desk.fetcher.watchSource, schedule: schedule, threads: threads)
    }

    init(desk: LedgerDesk, source: WatchSource, schedule: WatchSchedule, threads: Int) {
        (self.desk, self.source, self.schedule) = (desk, source, schedule)
        self.threads = max(1, min(threads, 64))
    }

    /// Does what is due now: polls, takes, looks. `report` is called on this thread; what it throws ends the round.
    /// - Parameter everything: does what is not due yet, too.
    /// - Throws: ``DeskError`` when the ledger fails; what fails outside it is reported.
    public func round(everything: Bool = false, report: (WatchEvent) throws -> Void) throws {
        let now = everything ? nil : UTCTime(desk.now())
        try work(on: dueFeeds(now), poll, report)
        try work(on: dueSightings(now), take, report)
        try work(on: duePages(now), look, report)
    }

    /// When something is due next; nil when there is nothing to wait for.
    public func nextDue() throws -> UTCTime? {
        let feeds = try desk.asking { try $0.feeds() }.map(due)
        let sightings = try openSightings().map(due)
        let pages = try desk.asking { try $0.pages() }.map(due)
        return (feeds + sightings + pages).min()
    }

    /// Each task has a part that may be done by any thread, and gives a part that is done on this one.
    private typealias Conclusion = @Sendable () throws -> WatchEvent?

    private func work<Task: Sendable>(
        on tasks: [Task], _ body: @escaping @Sendable (Task) -> @Sendable () throws -> WatchEvent?,
        _ report: (WatchEvent) throws -> Void
    ) throws {
        guard !tasks.isEmpty else { return }
        let work = OrderedWork<Task, Conclusion>(jobs: min(threads, tasks.count), window: threads * 4, work: body)
        try work.run(tasks) { conclude in
            if let event = try LedgerDesk.reporting(conclude) { try report(event) }
        }
    }

    // MARK: What is due

    private func dueFeeds(_ now: UTCTime?) throws -> [StoredFeed] {
        try desk.asking { try $0.feeds() }.filter { isDue(due($0), now) }
    }

    private func dueSightings(_ now: UTCTime?) throws -> [Sighting] {
        var known = Set<String>()
        return try openSightings().filter { isDue(due($0), now) && known.insert($0.url).inserted }
    }

    private func duePages(_ now: UTCTime?) throws -> [WatchedPage] {
        try desk.asking { try $0.pages() }.filter { isDue(due($0), now) }
    }

    private func openSightings() throws -> [Sighting] {
        try desk.asking { try $0.openSightings(failedLessThan: schedule.tries) }
    }

    private func isDue(_ time: UTCTime, _ now: UTCTime?) -> Bool { now.map { time <= $0 } ?? true }

    /// What has no time, or one that nobody can read, is due at once.
    private static let atOnce = UTCTime(seconds: 0)

    private func due(_ feed: StoredFeed) -> UTCTime {
        later(feed.url) {
            guard let polled = feed.polled.flatMap(UTCTime.init) else { return Self.atOnce }
            return schedule.poll(polled: polled, failures: feed.failures, isGone: feed.outcome == .gone)
        }
    }

    private func due(_ sighting: Sighting) -> UTCTime {
        later(sighting.url) {
            guard let tried = sighting.tried.flatMap(UTCTime.init) else { return Self.atOnce }
            return schedule.retry(tried: tried, failures: sighting.failures)
        }
    }

    private func due(_ page: WatchedPage) -> UTCTime {
        later(page.url) {
            guard let changed = UTCTime(page.changed), let looked = UTCTime(page.looked) else { return Self.atOnce }
            return schedule.look(changed: changed, looked: looked, failures: page.failures)
        }
    }

    /// The time by the schedule, or later where the address was put off.
    private func later(_ url: String, _ time: () -> UTCTime) -> UTCTime {
        let time = time()
        return postponements.until(url).map { max($0, time) } ?? time
    }

    // MARK: What was not asked for

    /// Notes how an address was answered: what was not asked for is put off, and gives an event of its own.
    func postponed(_ url: String, _ failure: WatchFailure) -> WatchEvent? {
        if failure.isPostponed || failure.retryAfter != nil {
            let now = UTCTime(desk.now()) ?? Self.atOnce
            postponements.add(url, seconds: failure.retryAfter, now: now, schedule: schedule)
        } else {
            postponements.end(url)
        }
        return failure.isPostponed ? .postponed(url: url, reason: failure.reason) : nil
    }
}
