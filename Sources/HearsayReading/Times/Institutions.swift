internal import HearsayCore

/// The days that the law of the United States fixes for its elections, for articles that speak of them without a date.
///
/// Federal elections are held on the Tuesday after the first Monday of November in even years (2 U.S.C. 7), presidents
/// elected in years divisible by four (3 U.S.C. 1), and sworn in on 20 January (Twentieth Amendment).
struct Institutions: Sendable {
    private static let signs: Set<String> = [
        "u.s.", "us", "republican", "republicans", "democrat", "democrats", "democratic", "gop", "american",
    ]

    private let published: CivilDay
    /// Whether a presidential race is on: it is its year, and a nominee or candidate is spoken of.
    private let hasRace: Bool

    /// Nil for a document that is not about the United States.
    init?(prose: Prose, published: CivilDay) {
        self.published = published
        guard prose.words.contains(where: { Self.signs.contains($0.lower) && $0.isCapitalised }) else { return nil }
        let names = zip(prose.words, prose.words.dropFirst()).contains {
            $0.lower == "presidential" && ["nominee", "candidate", "election", "debate", "race"].contains($1.lower)
                || ["republican", "democratic", "gop"].contains($0.lower) && $1.lower == "nominee"
        }
        hasRace = names && published.year.isMultiple(of: 4)
    }

    /// The day of the institution that a content names.
    func day(in content: [Range<Int>], of prose: Prose) -> DayInterval? {
        for index in content.joined() where index + 2 < prose.words.count {
            let (word, next, third) = (prose.words[index], prose.words[index + 1], prose.words[index + 2])
            if word.lower == "election", next.lower == "day", word.isCapitalised, next.isCapitalised {
                return election(every: 2)
            }
            if word.lower == "inauguration", next.lower == "day" { return inauguration() }
            guard hasRace else { continue }
            let isVote = word.lower == "vote" && next.lower == "for" && third.isCapitalised
            let isGoal = word.lower == "to" && prose.words[max(0, index - 1)].lower == "way" && third.lower == "white"
            if isVote || isGoal { return election(every: 4) }
        }
        return nil
    }

    private func election(every years: Int) -> DayInterval? {
        let day = Holiday.nth(1, weekday: 1, month: 11, plus: 1)
        let year = published.year
        return (year..<year + years + 1).lazy.filter { $0.isMultiple(of: years) }
            .compactMap { day.day(in: $0) }.first { $0 >= published }.map { DayInterval($0, $0) }
    }

    private func inauguration() -> DayInterval? {
        let year = published.year
        return (year...year + 4).lazy.filter { $0 % 4 == 1 }.compactMap { CivilDay($0, 1, 20) }
            .first { $0 >= published }.map { DayInterval($0, $0) }
    }
}
