import ArgumentParser
import Glibc
import Hearsay

/// `hearsay watch`.
struct WatchCommand: ParsableCommand {
    /// The forms in which events are shown.
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, jsonl }

    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Polls feeds, takes new articles, and looks again at the pages of the ledger.",
        discussion: """
            EXAMPLES
              hearsay watch https://gull.example/feed.xml
              hearsay watch --once subscriptions.opml
              hearsay watch
              hearsay watch --list
              hearsay watch --remove https://gull.example/feed.xml

            Feeds are named by address, in an OPML file, or in a text file with an address on
            each line. They are kept in the ledger; without any, those that it has are polled.
            Pages that were fetched into the ledger are looked at again: after an hour at
            first, and ever more seldom the longer they stay as they are. "gone" means that
            the server says so (404 or 410); "look failed", that nobody knows; "changed",
            that the page has other words now, which are kept as a new revision; "postponed",
            that the site wants to be left alone for a while. A feed that is gone is asked
            for once a day.
            The times are those of the looks; when a page changed between two of them is not
            known. robots.txt is obeyed, and no host is asked more than once a second.
            Ctrl-C stops the watch; started again, it goes on where it stopped.
            """)

    @Argument(
        help: ArgumentHelp("Addresses of feeds, OPML files, lists of addresses.", valueName: "feed"),
        completion: .file())
    var feeds: [String] = []

    @Flag(help: "Do what is due now, and stop.")
    var once = false

    @Flag(help: "Do at once what is not due yet, too.")
    var all = false

    @Flag(help: "List the feeds that are polled, and stop.")
    var list = false

    @Flag(help: "Take the named feeds out of those that are polled, and stop.")
    var remove = false

    @Option(help: ArgumentHelp("Minutes between two polls of a feed.", valueName: "minutes"))
    var every = 30

    @Option(help: ArgumentHelp("Pages fetched and read at once.", valueName: "number"))
    var jobs = 4

    @Option(help: "How events are shown.")
    var format: Format = .text

    @OptionGroup var ledger: LedgerOptions

    @OptionGroup var model: ModelOptions

    @Flag(name: .customLong("allow-private"), help: "Also fetch from addresses of this machine and its network.")
    var allowPrivate = false

    func validate() throws {
        if !(1...10_080).contains(every) { throw ValidationError("--every must be 1 to 10080.") }
        if !(1...64).contains(jobs) { throw ValidationError("--jobs must be 1 to 64.") }
        if list && remove { throw ValidationError("--list and --remove are two things.") }
        if remove && feeds.isEmpty { throw ValidationError("Name the feeds to remove.") }
    }

    func run() throws {
        Interruption.prepare()
        if list { return try show(ledger.open(.read)) }
        let desk = try ledger.open(remove ? .write : .create, reader: model, allowPrivate: allowPrivate)
        if remove { return try takeOut(desk) }
        try DeskErrors.reported {
            var problems = 0
            let named = try FeedList.feeds(feeds) { problem in
                problems += 1
                Diagnostics.error(problem.description)
            }
            for feed in named { try desk.follow(feed.url, title: feed.title) }
            try desk.prepareToRead()
            var run = WatchRun(desk: desk, watcher: watcher(desk), format: format, failed: problems)
            if once { return try run.once(everything: all) }
            try run.forever(everything: all)
        }
    }

    private func watcher(_ desk: LedgerDesk) -> Watcher {
        var schedule = WatchSchedule()
        schedule.poll = every * 60
        return Watcher(desk: desk, schedule: schedule, threads: jobs)
    }

    private func show(_ desk: LedgerDesk) throws {
        let feeds = try DeskErrors.reported { try desk.feeds() }
        let lines = feeds.map { feed in
            let state = [
                feed.outcome.map { "\($0) \(feed.polled ?? "")" }
                    ?? feed.polled.map { "named again, polled \($0)" } ?? "not polled yet",
                "\(feed.taken) taken",
                feed.open > 0 ? "\(feed.open) waiting" : nil, feed.reason,
            ]
            return
                "\(feed.url)\n  \(feed.title.map { "\($0); " } ?? "")\(state.compactMap(\.self).joined(separator: "; "))\n"
        }
        try Output.write(lines.isEmpty ? "no feeds\n" : lines.joined())
    }

    private func takeOut(_ desk: LedgerDesk) throws {
        try DeskErrors.reported {
            let named = try FeedList.feeds(feeds) { Diagnostics.error($0.description) }
            for feed in named where try !desk.unfollow(feed.url) {
                throw DeskError(.notFound, "\(feed.url): no such feed is polled")
            }
        }
    }
}

/// The rounds of one `hearsay watch`.
struct WatchRun {
    let desk: LedgerDesk
    let watcher: Watcher
    let format: WatchCommand.Format
    private var failed: Int
    private var succeeded: Int

    /// Rounds; `failed` lines of a list of feeds were none, and others were.
    init(desk: LedgerDesk, watcher: Watcher, format: WatchCommand.Format, failed: Int = 0) {
        (self.desk, self.watcher, self.format) = (desk, watcher, format)
        (self.failed, succeeded) = (failed, failed > 0 ? 1 : 0)
    }

    /// One round; ends with the documented exit code.
    mutating func once(everything: Bool) throws {
        try round(everything: everything)
        if failed > 0 { throw ExitCode(succeeded > 0 ? 3 : 1) }
    }

    /// Rounds until the user stops them.
    mutating func forever(everything: Bool) throws {
        Interruption.isTheNormalEnd()
        var everything = everything
        while true {
            try round(everything: everything)
            everything = false
            guard let next = try watcher.nextDue() else {
                throw DeskError(.invalid, "there is nothing to watch; name a feed, or add pages by their addresses")
            }
            let wait = max(1, next.seconds - time(nil))
            if Terminal.isTerminal(STDERR_FILENO) { Diagnostics.write("hearsay: next at \(next)\n") }
            // Not all at once: the clock of a machine that slept has gone on.
            sleep(UInt32(min(wait, 300)))
        }
    }

    private mutating func round(everything: Bool) throws {
        do {
            try watcher.round(everything: everything) { event in
                count(event)
                guard let line = line(event) else { return }
                try ByteSink().write(line)
            }
        } catch ByteSink.Problem.brokenPipe {
            throw ExitCode.success
        }
    }

    private func line(_ event: WatchEvent) -> [UInt8]? {
        switch format {
        case .text: WatchText.line(event).map { Array("\($0)\n".utf8) }
        case .jsonl: WatchText.json(event, at: SystemClock.now())
        }
    }

    private mutating func count(_ event: WatchEvent) {
        switch event {
        case .feedFailed, .notTaken, .postponed, .looked(_, _, .failed): failed += 1
        default: succeeded += 1
        }
    }
}
