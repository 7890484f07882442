internal import HearsayCore

/// Finds claims about the future, when they fall due, and what later articles tell of the outcome.
struct ForecastFinder {
    /// How near a later sentence must be to settle a claim.
    private static let settling: Float = 0.35
    /// What it adds that the sentence names the day.
    private static let sameDay: Float = 0.1
    /// How many of the nearest sentences decide.
    private static let witnesses = 3
    private static let failures = Terms.words(
        "missed cancelled canceled postponed delayed abandoned failed scrapped called-off longer later instead off below"
    )

    let corpus: Corpus
    let similarity: Similarity
    let tellings: [Telling]
    /// What each unit says of the future; nil where it does not look ahead.
    let outlooks: [FutureReader.Outlook?]

    init(corpus: Corpus, similarity: Similarity, tellings: [Telling]) {
        (self.corpus, self.similarity, self.tellings) = (corpus, similarity, tellings)
        let reader = FutureReader(corpus: corpus)
        outlooks = corpus.units.indices.map { reader.outlook(of: $0) }
    }

    /// What a claim says of the future; nil when it is not mostly told as something to come by a day that is named.
    func prediction(of group: ClaimGroup) -> Claim.Prediction? {
        let asserting = group.asserting
        let ahead = asserting.compactMap { outlooks[$0] }
        guard let due = due(ahead) else { return nil }
        // Some look ahead to no purpose; the best words do not, when others name the same day.
        let isShared = ahead.count { $0.due?.end == due.end } > 1 && outlooks[group.best] != nil
        guard ahead.count * 5 >= asserting.count * 2 || isShared else { return nil }
        let isConditional = ahead.count { $0.certainty == .conditional } * 2 > ahead.count
        let certainty = isConditional ? .conditional : surest(ahead)
        let (outcome, articles) = outcome(of: group, due: due)
        return Claim.Prediction(due: due, certainty: certainty, outcome: outcome, settledBy: articles)
    }

    /// The days that most name; of equals the earliest.
    private func due(_ outlooks: [FutureReader.Outlook]) -> DayInterval? {
        let days = outlooks.compactMap(\.due)
        return days.max { a, b in
            let (x, y) = (days.count { $0.end == a.end }, days.count { $0.end == b.end })
            return (x, -a.end.number) < (y, -b.end.number)
        }
    }

    private func surest(_ outlooks: [FutureReader.Outlook]) -> Forecast.Certainty {
        let order: [Forecast.Certainty] = [.certain, .likely, .possible, .conditional]
        return order.first { certainty in outlooks.contains { $0.certainty == certainty } } ?? .possible
    }

    // MARK: Outcomes

    /// What articles published when it fell due or later tell of it.
    private func outcome(of group: ClaimGroup, due: DayInterval) -> (Claim.Outcome, settledBy: [String]) {
        let ahead = group.asserting.filter { outlooks[$0] != nil }
        guard let first = ahead.first.map({ corpus.units[$0].article }) else { return (.open, []) }
        let evidence = corpus.units.indices.compactMap { unit -> (unit: Int, near: Float)? in
            let article = corpus.units[unit].article
            guard article > first, corpus.related(article, first), outlooks[unit] == nil,
                let day = corpus.articles[article].time?.day, day >= due.start
            else { return nil }
            let near = (ahead.map { similarity.topic($0, unit) }.max() ?? 0) + (names(due.end, unit) ? Self.sameDay : 0)
            return near >= Self.settling ? (unit, near) : nil
        }
        let nearest = evidence.sorted { ($1.near, $0.unit) < ($0.near, $1.unit) }.prefix(Self.witnesses)
        let against = nearest.filter { contradicts($0.unit, group) }
        let weight = { (votes: [(unit: Int, near: Float)]) in votes.reduce(0) { $0 + $1.near } }
        guard !nearest.isEmpty else { return (.open, []) }
        let isFalse = weight(against) * 2 > weight(Array(nearest))
        let witness = isFalse ? against.first : nearest.first { !contradicts($0.unit, group) }
        let article = witness.map { corpus.articles[corpus.units[$0.unit].article].id }
        return (isFalse ? .false : .true, article.map { [$0] } ?? [])
    }

    /// Whether a sentence names the day on which a claim fell due.
    private func names(_ day: CivilDay, _ unit: Int) -> Bool {
        corpus.units[unit].days.contains { mention in
            mention.weekday == day.weekday || mention.day == day.day && (mention.month ?? day.month) == day.month
        }
    }

    /// Whether a sentence tells that a claim did not come true.
    private func contradicts(_ unit: Int, _ group: ClaimGroup) -> Bool {
        if group.asserting.contains(where: { similarity.figures($0, unit) == .clash }) { return true }
        let words = corpus.articles[corpus.units[unit].article].words[corpus.units[unit].words]
        let isNot = tellings[unit].isNegated || words.contains { Self.failures.contains($0.lower) }
        return isNot != group.isNegated
    }
}
