internal import HearsayCore

/// Tells what a voice does with a content: from the words of the cue, or, where these are neutral, from the content.
struct StanceReader: Sendable {
    let lexicon: Lexicon

    private static let order: [(Lexicon.Section, Statement.Stance)] = [
        (.denies, .denies), (.confirms, .confirms), (.urges, .urges), (.intends, .intends), (.asks, .asks),
        (.believes, .believes),
    ]
    /// What may stand before "back" when it is a verb ("did not back the plan", but "shot back").
    private static let beforeVerb: Set<String> = [
        "to", "not", "will", "would", "could", "should", "did", "does", "do", "can", "may", "might", "also", "still",
        "now", "n't", "won't", "wouldn't", "didn't", "doesn't", "don't", "strongly", "fully",
    ]

    /// The stance of a statement.
    /// - Parameters:
    ///   - cue: the words of the cue.
    ///   - content: the words of the content.
    func stance(cue: Range<Int>?, content: [Range<Int>], in prose: Prose) -> Statement.Stance {
        let words = cue.map { prose.words[$0].map(\.stem) } ?? []
        if words.contains("deny") || words.contains("denied"), words.contains("not") { return .denies }
        for (section, stance) in Self.order where lexicon.find(section, in: words) != nil { return stance }
        for (index, word) in words.enumerated() {
            if word == "back", index > 0, !Self.beforeVerb.contains(words[index - 1]) { continue }
            for (section, stance) in Self.order where lexicon.has(section, word) {
                return settled(stance, word, words[(index + 1)...], content, prose)
            }
        }
        return ContentStance(prose: prose, lexicon: lexicon, content: content).stance(cue: words)
    }

    /// Verbs whose sense hangs on what follows: "asked him to leave" urges, "agreed to pay" intends.
    private func settled(
        _ stance: Statement.Stance, _ word: String, _ behind: ArraySlice<String>, _ content: [Range<Int>],
        _ prose: Prose
    ) -> Statement.Stance {
        if word == "known", behind.first == "as" { return .asserts }
        guard let first = content.first?.first else { return stance }
        let opens = prose.words[first].lower
        let toAct = opens == "to" || behind.contains("to")
        if stance == .asks, opens == "to" || opens == "that" || opens == "for" { return .urges }
        if stance == .asks, behind.first == "for" { return .urges }
        if stance == .confirms, opens == "to", word.hasPrefix("agree") { return .intends }
        if stance == .intends, ["decided", "hoped"].contains(word), opens == "that" { return .asserts }
        // "swears the reel burned" and "offered an assessment" tell; "swore to return" and "offered to pay" intend.
        if stance == .intends, word.hasPrefix("sw") || word.hasPrefix("offer"), !toAct { return .asserts }
        return stance
    }
}
