internal import HearsayCore

/// The days of events that a document dates once and then takes as known: "Monday's debate", later "the debate".
struct EventReader: Sendable {
    /// Words between an event and its day.
    private static let reach = 4
    /// Words of a content that still is about the event beside it.
    private static let longest = 10
    /// Of several debates the next one has the day.
    private static let later: Set<String> = ["second", "third", "fourth", "last", "final", "next"]

    /// For each event's noun, the first day on or after that of publication that the document gives for it.
    private let days: [String: CivilDay]
    /// The fixed days of institutions that the document speaks of.
    private let institutions: Institutions?
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
        institutions = published.flatMap { Institutions(prose: prose, published: $0) }
    }

    /// The day of an event that stands beside a content which takes it up: "Monday's debate, though it was unlikely to
    /// work", or in the sentence before: "They plan to tune in".
    func day(around content: [Range<Int>], of prose: Prose) -> DayInterval? {
        guard let first = content.first?.first, content.reduce(0, { $0 + $1.count }) <= Self.longest else { return nil }
        let number = prose.sentence(of: first)
        let attends = content.joined().contains { lexicon.has(.attending, prose.words[$0].lower) }
        if attends || prose.words[first].lower == "it" {
            let own = prose.sentences[number].filter { index in !content.contains { $0.contains(index) } }
            if let day = dated(own, of: prose) { return day }
        }
        guard attends, number > 0,
            prose.paragraph(of: prose.sentences[number - 1].lowerBound) == prose.paragraph(of: first)
        else { return nil }
        return dated(Array(prose.sentences[number - 1]), of: prose)
    }

    /// The day of an event or institution that a content names without its day.
    func day(in content: [Range<Int>], of prose: Prose) -> DayInterval? {
        dated(Array(content.joined()), of: prose) ?? institutions?.day(in: content, of: prose)
    }

    private func dated(_ indices: [Int], of prose: Prose) -> DayInterval? {
        for index in indices {
            guard let day = days[prose.words[index].lower] else { continue }
            let before = prose.words[max(0, index - 3)..<index].map(\.lower)
            if !before.contains(where: Self.later.contains) { return DayInterval(day, day) }
        }
        return nil
    }
}
