public import HearsayCore

/// The forecasts among claims as they stand on one day: what should be known by now, what is running, what is to come.
public struct DueList: Hashable, Sendable {
    /// How a forecast stands, in the order of the list.
    public enum State: String, Sendable, CaseIterable {
        /// Its last day is past, and nobody has judged what became of it.
        case overdue
        /// Its days have begun; its last day may be today.
        case running
        /// Its days are to come.
        case ahead
        /// No time is given, so it never falls due.
        case undated
        /// Somebody has judged what became of it, or that this cannot be known. What articles tell is no judgement.
        case settled

        /// How a forecast stands on a day.
        public init(of forecast: Claim.Prediction, on day: CivilDay) {
            if forecast.isJudged, forecast.outcome != .open {
                self = .settled
            } else if let due = forecast.due {
                self = due.end < day ? .overdue : due.start <= day ? .running : .ahead
            } else {
                self = .undated
            }
        }
    }

    /// A claim that says something about the future.
    public struct Item: Hashable, Sendable {
        /// The claim.
        public var claim: Claim
        /// What it says about the future.
        public var forecast: Claim.Prediction
        /// How that stands.
        public var state: State
    }

    /// The day that the list is of.
    public let day: CivilDay
    /// By state, within a state by the last day, then by the first; claims that are equal in all this keep their order.
    public let items: [Item]

    /// The forecasts among `claims`, as they stand on `day`.
    public init(claims: [Claim], on day: CivilDay) {
        self.day = day
        let items = claims.compactMap { claim in
            claim.forecast.map { Item(claim: claim, forecast: $0, state: State(of: $0, on: day)) }
        }
        self.items = State.allCases.flatMap { state in
            // The sort of the standard library is stable.
            items.filter { $0.state == state }.sorted { Self.precedes($0.forecast.due, $1.forecast.due) }
        }
    }

    /// What has no days comes last.
    private static func precedes(_ a: DayInterval?, _ b: DayInterval?) -> Bool {
        guard let a else { return false }
        guard let b else { return true }
        return (a.end, a.start) < (b.end, b.start)
    }
}
