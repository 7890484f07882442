internal import HearsayCore

/// Tells what a voice does with a content, from the words of the cue and the first words of the content.
struct StanceReader: Sendable {
    let lexicon: Lexicon

    private static let order: [(Lexicon.Section, Statement.Stance)] = [
        (.denies, .denies), (.confirms, .confirms), (.urges, .urges), (.intends, .intends), (.asks, .asks),
        (.believes, .believes),
    ]
    private static let neutral: Set<String> = [
        "said", "says", "say", "saying", "told", "tells", "wrote", "writes", "added", "adds", "adding", ":", "tweeted",
        "continued", "according", "put", "replied", "",
    ]

    /// The stance of a statement.
    /// - Parameters:
    ///   - cue: the words of the cue.
    ///   - content: the words of the content.
    func stance(cue: Range<Int>?, content: [Range<Int>], in prose: Prose) -> Statement.Stance {
        let words = cue.map { prose.words[$0].map(\.stem) } ?? []
        if words.contains("deny") || words.contains("denied"), words.contains("not") { return .denies }
        for (section, stance) in Self.order where lexicon.find(section, in: words) != nil { return stance }
        for word in words {
            for (section, stance) in Self.order where lexicon.has(section, word) {
                return settled(stance, word, content, prose)
            }
        }
        return fromContent(words, content, prose)
    }

    /// Verbs whose sense hangs on what follows: "asked him to leave" urges, "agreed to pay" intends.
    private func settled(
        _ stance: Statement.Stance, _ word: String, _ content: [Range<Int>], _ prose: Prose
    ) -> Statement.Stance {
        guard let first = content.first?.first else { return stance }
        let opens = prose.words[first].lower
        if stance == .asks, opens == "to" || opens == "that" || opens == "for" { return .urges }
        if stance == .confirms, opens == "to", word.hasPrefix("agree") { return .intends }
        if stance == .intends, ["decided", "hoped"].contains(word), opens == "that" { return .asserts }
        return stance
    }

    /// With a neutral cue the content decides: a question, a directive, a commitment.
    private func fromContent(_ cue: [String], _ content: [Range<Int>], _ prose: Prose) -> Statement.Stance {
        guard let first = content.first, let last = content.last, !first.isEmpty else { return .asserts }
        var index = first.lowerBound
        while index < first.upperBound, prose.words[index].kind == .punctuation { index += 1 }
        guard index < first.upperBound else { return .asserts }
        let opens = prose.words[index].lower
        let ends = prose.words[last].suffix(2).map(\.lower)
        if ends.contains("?") { return .asks }
        let told = cue.contains { ["told", "tells", "said", "warned", "telling", "warns", "begged"].contains($0) }
        if told, directive(index, first, prose) { return .urges }
        let next = index + 1 < first.upperBound ? prose.words[index + 1].lower : ""
        let own =
            ["he", "she", "they", "we", "i", "it"].contains(opens)
            || opens == "that" && ["he", "she", "they", "we", "i"].contains(next)
        let verbs = [next, index + 2 < first.upperBound ? prose.words[index + 2].lower : ""]
        if own, verbs.contains(where: { ["will", "would", "'ll", "plans", "intends"].contains($0) }) {
            return .intends
        }
        if ["i'll", "we'll"].contains(opens) { return .intends }
        let feeling = [
            "hope", "hopes", "hoped", "support", "supports", "backs", "backed", "love", "feels", "felt", "fears",
            "concerned",
        ]
        if own, verbs.contains(where: feeling.contains) { return .believes }
        let neutral = cue.allSatisfy { Self.neutral.contains($0) || !lexicon.has(.speech, $0) }
        if neutral, demands(prose.lower(first)) { return .urges }
        if ["if", "whether", "why", "how", "what"].contains(opens), cue.contains(where: { $0.hasPrefix("ask") }) {
            return .asks
        }
        return .asserts
    }

    /// "must", "should be", "needs to", "let's": what ought to be done.
    private func demands(_ words: [String]) -> Bool {
        for (index, word) in words.enumerated().prefix(12) {
            let next = index + 1 < words.count ? words[index + 1] : ""
            if word == "let's" || word == "let" && index < 2 { return true }
            if word == "must" || word == "should" { return next != "have" }
            if ["needs", "need", "has", "have", "got"].contains(word), next == "to" { return true }
        }
        return false
    }

    /// "to leave", "them to leave", "his men to leave".
    private func directive(_ start: Int, _ content: Range<Int>, _ prose: Prose) -> Bool {
        var index = start
        while index < content.upperBound, index - start < 3,
            ["them", "him", "her", "me", "us", "his", "their", "her", "the"].contains(prose.words[index].lower)
                || index > start
        {
            if prose.words[index].lower == "to" { return true }
            index += 1
        }
        return index < content.upperBound && prose.words[index].lower == "to"
    }
}
