internal import HearsayCore

/// The days of events that a document dates once and then takes as known: "Monday's debate", later "the debate".
struct EventReader: Sendable {
    /// Words between an event and its day.
    private static let reach = 4
    /// Of several debates the next one has the day.
    private static let later: Set<String> = ["second", "third", "fourth", "last", "final", "next"]

    /// For each event's noun, the first day on or after that of publication that the document gives for it.
    private let days: [String: CivilDay]
    private let lexicon: Lexicon

    /// Reads the days of the events of a document.
    init(prose: Prose, lexicon: Lexicon, times: [TimeExpression], published: CivilDay?) {
        self.lexicon = lexicon
        var days: [String: CivilDay] = [:]
        for time in times where time.grain == .day || time.grain == .hour {
            guard let published, let day = time.days?.start, day >= published else { continue }
            let words = prose.words(touching: time.span)
            guard let first = words.first else { continue }
            let sentence = prose.sentences[prose.sentence(of: first)]
            let near =
                Array(words.upperBound..<min(words.upperBound + Self.reach, sentence.upperBound))
                + (max(sentence.lowerBound, first - Self.reach)..<first).reversed()
            let event = near.map { prose.words[$0].lower }.first { lexicon.has(.datedEvent, $0) }
            if let event { days[event] = min(days[event] ?? day, day) }
        }
        self.days = days
    }

    /// The day of an event that a content names without its day.
    func day(in content: [Range<Int>], of prose: Prose) -> DayInterval? {
        for index in content.joined() {
            guard let day = days[prose.words[index].lower] else { continue }
            let before = prose.words[max(0, index - 3)..<index].map(\.lower)
            if !before.contains(where: Self.later.contains) { return DayInterval(day, day) }
        }
        return nil
    }
}
