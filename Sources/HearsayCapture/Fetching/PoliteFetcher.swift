internal import Synchronization

/// Why a page is fetched.
public enum FetchPurpose: Hashable, Sendable {
    /// A person named its address. robots.txt, which speaks to programs that follow links, is not asked.
    case named
    /// A feed or a schedule led to it. robots.txt is obeyed.
    case crawl
}

/// Fetches as a good guest: from each host one page at a time, with a pause between two, and after asking robots.txt.
///
/// What a site wants is asked once and kept for a day, as long as the fetcher lives. A host that says when it wants to be
/// asked again rests until then: requests to it fail at once. May be used from many threads; hosts do not wait for each other.
public final class PoliteFetcher: Sendable {
    /// Seconds between two requests to a host.
    public static let pause = 1.0
    /// The longest time, in seconds, for which a host is left alone because it asks for it.
    static let longestRest = 3600.0
    /// Seconds of rest for a host that has had too much and does not say how long.
    private static let plainRest = 60.0
    /// Seconds that are rather waited for than failed over.
    private static let patience = 5.0
    /// Seconds for which it is remembered what a site wants, and that it could not be asked.
    private static let memory = (known: 86_400.0, unknown: 600.0)
    /// The name that robots.txt calls us by.
    private static let agent = "hearsay"

    private struct Host {
        var isBusy = false
        var free = -Double.infinity
        var rests = -Double.infinity
        var pause = PoliteFetcher.pause
    }

    /// What a site asks of programs.
    private enum Wishes {
        /// A thread is about to know.
        case asking
        case known(Robots, until: Double)
        /// Its robots.txt cannot be had, so nothing is fetched for a while (RFC 9309, 2.3.1.4).
        case unknown(reason: String, until: Double)
    }

    private struct State {
        var hosts: [String: Host] = [:]
        var wishes: [String: Wishes] = [:]

        mutating func keep(_ wishes: Wishes, of address: FetchAddress) {
            self.wishes[address.origin] = wishes
            guard case .known(let robots, _) = wishes, let pause = robots.pause else { return }
            hosts[address.host, default: Host()].pause = max(pause, PoliteFetcher.pause)
        }
    }

    private let fetcher: WebFetcher
    private let pace: Pace
    private let state = Mutex(State())

    /// A good guest around a fetcher.
    public init(_ fetcher: WebFetcher, pace: Pace = .system) { (self.fetcher, self.pace) = (fetcher, pace) }

    /// What a request brings.
    /// - Throws: a ``FetchError``, also of the codes ``FetchError/Code/robots``, ``FetchError/Code/robotsUnread`` and
    ///   ``FetchError/Code/resting``.
    public func fetch(_ request: FetchRequest, purpose: FetchPurpose) throws(FetchError) -> FetchAnswer {
        let visit = Visit(self, url: request.url)
        defer { visit.end() }
        do throws(FetchError) {
            return try fetcher.fetch(request) { address throws(FetchError) in
                if purpose == .crawl { try ask(address, visit) }
                try visit.enter(address.host)
            }
        } catch {
            if error.kind == .rateLimited, error.code != .resting { visit.rest(error.retryAfter) }
            throw error
        }
    }

    // MARK: robots.txt

    private func ask(_ address: FetchAddress, _ visit: Visit) throws(FetchError) {
        switch try wishes(of: address, visit) {
        case .known(let robots, _):
            if robots.allows(address.path) { return }
            throw FetchError(
                .robots, url: visit.url, "robots.txt of \(address.origin) asks programs to keep away from it")
        case .unknown(let reason, let until):
            throw FetchError(
                .robotsUnread, url: visit.url, "robots.txt of \(address.origin) cannot be read: \(reason)",
                retryAfter: max(1, Int((until - pace.now()).rounded(.up))))
        case .asking: preconditionFailure("waited for until it was known")
        }
    }

    /// What a site wants, asked for by one thread while the others wait for it.
    private func wishes(of address: FetchAddress, _ visit: Visit) throws(FetchError) -> Wishes {
        let origin = address.origin
        while true {
            let now = pace.now()
            let found: Wishes? = state.withLock { state in
                switch state.wishes[origin] {
                case .known(_, let until) where now < until, .unknown(_, let until) where now < until:
                    return state.wishes[origin]
                case .asking: return .asking
                default:
                    state.wishes[origin] = .asking
                    return nil
                }
            }
            guard let found else {
                let wishes = readRobots(of: origin, visit)
                state.withLock { $0.keep(wishes, of: address) }
                return wishes
            }
            guard case .asking = found else { return found }
            // Whoever asks may need the host that this visit is at.
            visit.end()
            try wait(0.02, visit.url)
        }
    }

    private func readRobots(of origin: String, _ visit: Visit) -> Wishes {
        // The page's own visit may be at this host; it must not wait for itself.
        visit.end()
        let known: (Robots) -> Wishes = { .known($0, until: self.pace.now() + Self.memory.known) }
        do throws(FetchError) {
            let request = FetchRequest(url: origin + "/robots.txt", accepts: .anything)
            guard case .page(let page) = try fetch(request, purpose: .named) else { return known(.open) }
            return known(Robots(page.bytes, agent: Self.agent))
        } catch {
            // Without the file, or with an empty one, everything is allowed.
            if case .status(200..<500) = error.code, error.kind != .rateLimited { return known(.open) }
            let memory =
                error.code == .interrupted ? 0 : error.retryAfter.map { Double($0) } ?? Self.memory.unknown
            return .unknown(reason: error.reason, until: pace.now() + min(memory, Self.memory.unknown))
        }
    }

    private func wait(_ seconds: Double, _ url: String) throws(FetchError) {
        if fetcher.isCancelled() { throw FetchError(.interrupted, url: url, "interrupted") }
        pace.wait(seconds)
    }

    // MARK: Hosts

    /// One fetch's stay at the hosts that its redirects lead through, one after the other.
    private final class Visit {
        private let guest: PoliteFetcher
        let url: String
        private var host: String?

        init(_ guest: PoliteFetcher, url: String) { (self.guest, self.url) = (guest, url) }

        /// Waits until the host is free. A redirect within a host needs no pause.
        func enter(_ name: String) throws(FetchError) {
            if host == name { return }
            end()
            try guest.enter(name, url)
            host = name
        }

        func end() {
            if let host { guest.leave(host) }
            host = nil
        }

        func rest(_ seconds: Int?) { if let host { guest.rest(host, seconds) } }
    }

    private func enter(_ name: String, _ url: String) throws(FetchError) {
        while true {
            let now = pace.now()
            let (delay, rest): (Double, Double) = state.withLock { state in
                var host = state.hosts[name] ?? Host()
                if now < host.rests { return (host.rests - now, host.rests - now) }
                if host.isBusy { return (0.02, 0) }
                if now < host.free { return (host.free - now, 0) }
                host.isBusy = true
                state.hosts[name] = host
                return (0, 0)
            }
            if delay <= 0 { return }
            if rest > Self.patience {
                throw FetchError(
                    .resting, url: url, "the site asked to be left alone for another \(Int(rest.rounded(.up))) seconds",
                    retryAfter: Int(rest.rounded(.up)))
            }
            try wait(min(delay, 1), url)
        }
    }

    private func leave(_ name: String) {
        let now = pace.now()
        state.withLock { state in
            guard var host = state.hosts[name] else { return }
            (host.isBusy, host.free) = (false, now + host.pause)
            state.hosts[name] = host
        }
    }

    private func rest(_ name: String, _ seconds: Int?) {
        let now = pace.now()
        state.withLock { state in
            let rest = min(seconds.map { Double($0) } ?? Self.plainRest, Self.longestRest)
            state.hosts[name, default: Host()].rests = now + rest
        }
    }
}
