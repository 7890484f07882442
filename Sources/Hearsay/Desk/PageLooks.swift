/// What later looks at an article's page found, the latest first.
public struct PageLooks: Equatable, Sendable {
    /// One look.
    public struct Look: Equatable, Sendable {
        /// When the page was asked for, RFC 3339.
        public var time: String
        /// "unchanged", "changed", "gone" or "failed".
        public var outcome: String
        /// The HTTP status, if the server answered.
        public var status: Int?
        /// Why it failed, or what else is to be said.
        public var reason: String?

        /// A look.
        public init(time: String, outcome: String, status: Int? = nil, reason: String? = nil) {
            (self.time, self.outcome, self.status, self.reason) = (time, outcome, status, reason)
        }
    }

    /// The looks, the latest first; the earliest may be left out.
    public var looks: [Look]

    /// Looks, the latest first.
    public init(_ looks: [Look] = []) { self.looks = looks }

    /// Whether the last answer of the server was that the page is no more.
    public var isGone: Bool { looks.first { $0.outcome != "failed" }?.outcome == "gone" }

    /// The state of the page in a sentence; nil when it was never looked at again. It claims no time but those of looks.
    public var sentence: String? {
        guard let last = looks.first else { return nil }
        let failed =
            last.outcome == "failed" ? " The last look, \(last.time), failed: \(last.reason ?? "no reason known")." : ""
        if isGone {
            let answered = looks.drop { $0.outcome == "failed" }
            let gone = answered.prefix { $0.outcome == "gone" || $0.outcome == "failed" }.last { $0.outcome == "gone" }
            let there = answered.first { $0.outcome != "gone" && $0.outcome != "failed" }
            let status = gone?.status.map { " (\($0))" } ?? ""
            let before = there.map { "; last seen there \($0.time)" } ?? ""
            return "The page is gone: so the server said\(status), first \(gone?.time ?? last.time)\(before)." + failed
        }
        guard let seen = looks.first(where: { $0.outcome != "failed" }) else {
            return "The page could not be fetched again." + failed
        }
        let state = seen.outcome == "changed" ? "changed" : "unchanged"
        return "Last seen at its address \(seen.time), \(state)." + failed
    }
}
