import HearsayCore

/// Claims with no more in them than a test needs.
enum SampleClaims {
    static func forecast(
        _ id: String, due: (Int, Int)? = nil, outcome: Claim.Outcome = .open, settledBy: [String] = [],
        at members: [(article: String, span: TextSpan)] = []
    ) -> Claim {
        let days = due.map { DayInterval(CivilDay(number: $0.0), CivilDay(number: $0.1)) }
        var claim = claim(id, at: members)
        claim.forecast = .init(
            due: days, certainty: .likely, outcome: outcome, settledBy: settledBy, isJudged: outcome != .open)
        return claim
    }

    static func claim(_ id: String, at members: [(article: String, span: TextSpan)] = []) -> Claim {
        Claim(
            id: id, text: id, members: members.map { .init(article: $0.article, span: $0.span) },
            origins: .init(exactly: 1), sources: [])
    }
}
