internal import HearsayCore

/// Tells what a voice does with a content from the content's own form: a question, a directive, a commitment, a feeling.
struct ContentStance {
    let prose: Prose
    let lexicon: Lexicon
    private let content: [Range<Int>]
    /// The sentences of the content, without what stands around them.
    private let sentences: [Range<Int>]

    private static let neutral: Set<String> = [
        "said", "says", "say", "saying", "told", "tells", "wrote", "writes", "added", "adds", "adding", ":", "tweeted",
        "continued", "according", "put", "replied", "",
    ]
    /// Subjects that are the voice itself: in its own words, and in the article's.
    private static let ownDirect: Set<String> = ["i", "we"]
    private static let ownReported: Set<String> = ["he", "she", "they", "it", "we", "i"]
    private static let possessives: Set<String> = ["his", "her", "their", "its", "our", "my"]
    private static let clauseOpeners: Set<String> = [",", ";", "—", "–", ".", "and", "but", "so", "that", "then"]
    private static let beforeOrder: Set<String> = ["please", "just", "now", "so", "then", ",", "never", "always"]
    private static let auxiliaries: Set<String> = [
        "do", "does", "did", "will", "would", "can", "could", "should", "is", "are", "was", "were", "have", "has", "am",
    ]

    init(prose: Prose, lexicon: Lexicon, content: [Range<Int>]) {
        (self.prose, self.lexicon) = (prose, lexicon)
        self.content = content.filter { !$0.isEmpty }
        sentences = self.content.flatMap { range in
            (prose.sentence(of: range.lowerBound)...prose.sentence(of: range.upperBound - 1)).map {
                prose.sentences[$0].clamped(to: range)
            }
        }.filter { range in range.contains { prose.words[$0].kind != .punctuation } }
    }

    /// The stance behind a cue whose words, given in lower case, name none.
    func stance(cue: [String]) -> Statement.Stance {
        guard let first = sentences.first else { return .asserts }
        let start = opening(first)
        if isNo() { return .denies }
        let questions = sentences.count { isQuestion($0) }
        if questions * 2 >= sentences.count { return .asks }
        if directive(start, first.upperBound, cue) { return .urges }
        if isDirect, isImperative(start, first.upperBound) { return .urges }
        if sentences.prefix(3).contains(where: commits) { return .intends }
        if feels(start, first.upperBound) { return .believes }
        let neutral = cue.allSatisfy { Self.neutral.contains($0) || !lexicon.has(.speech, $0) }
        if neutral, demands(prose.lower(content[0])) { return .urges }
        if ["if", "whether", "why", "how", "what"].contains(lower(start)), cue.contains(where: { $0.hasPrefix("ask") })
        {
            return .asks
        }
        return .asserts
    }

    private func lower(_ index: Int) -> String { index < prose.words.count ? prose.words[index].lower : "" }

    /// Whether the content opens with a quotation mark, or follows a colon.
    private var isDirect: Bool {
        guard let first = content.first?.lowerBound else { return false }
        return QuotationMark(prose.text, prose.words[first].span) != nil
    }

    /// The first word of a stretch behind marks and "that".
    private func opening(_ range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound - 1, prose.words[index].kind == .punctuation || lower(index) == "that" {
            index += 1
        }
        return index
    }

    /// "No", and nothing else.
    private func isNo() -> Bool {
        let words = content.flatMap { prose.words[$0].filter { $0.kind == .word }.map(\.lower) }
        return words == ["no"] || words == ["never"] || words == ["no", "no"]
    }

    /// Whether a sentence ends as a question, or turns verb and subject round as one.
    private func isQuestion(_ sentence: Range<Int>) -> Bool {
        if prose.words[sentence].suffix(2).contains(where: { $0.lower == "?" }) { return true }
        let start = opening(sentence)
        return isDirect && Self.auxiliaries.contains(lower(start))
            && ["you", "we", "he", "she", "they", "i", "it"].contains(lower(start + 1))
    }

    // MARK: directives

    /// "told them to leave", "said to leave", "warned his men to leave".
    private func directive(_ start: Int, _ end: Int, _ cue: [String]) -> Bool {
        let spoken: Set<String> = ["told", "tells", "tell", "telling", "said", "says", "warned", "warns", "warning"]
        guard cue.contains(where: { spoken.contains($0) }), start + 1 < end else { return false }
        if lower(start) == "to" {
            // "To be frank, …" opens a sentence of its own.
            return !isDirect && !(start + 1..<min(start + 4, end)).contains { lower($0) == "," }
        }
        guard !cue.contains(where: { $0.hasPrefix("sa") }) else { return false }
        if ["them", "him", "her", "me", "us", "you", "people", "everyone"].contains(lower(start)) {
            return lower(start + 1) == "to"
        }
        // "warned North Loam to refrain"
        let named = (start..<min(start + 6, end)).prefix { prose.words[$0].isCapitalised || lower($0) == "the" }
        if named.contains(where: { prose.words[$0].isCapitalised }), lower(named.upperBound) == "to" { return true }
        let owned = Self.possessives.contains(lower(start)) || lower(start) == "the"
        return owned && lower(start + 2) == "to"
    }

    /// "Burn the second copy.", "Please wait.", "Don't shoot": an order in the voice's own words.
    private func isImperative(_ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end, Self.beforeOrder.contains(lower(index)) { index += 1 }
        guard index < end else { return false }
        if ["don't", "don\u{2019}t"].contains(lower(index)) { return index + 1 < end && !isPronoun(index + 1) }
        if lower(index) == "do", lower(index + 1) == "not" { return true }
        let next = lower(index + 1)
        // "Stop!" and "Wait here", but not "Look, we tried" or "Hope is left".
        return lexicon.has(.imperative, lower(index)) && index + 1 < end
            && !["is", "was", "are", "were", "has", "had", "will", "would", ",", "of", "and"].contains(next)
    }

    private func isPronoun(_ index: Int) -> Bool {
        Self.ownReported.contains(lower(index)) || lower(index) == "you"
    }

    /// "must", "should be", "needs to", "let's": what ought to be done.
    private func demands(_ words: [String]) -> Bool {
        for (index, word) in words.enumerated().prefix(12) {
            let next = index + 1 < words.count ? words[index + 1] : ""
            let before = index > 0 ? words[index - 1] : ""
            if word == "let's" || word == "let\u{2019}s" || word == "let" && index < 2 { return true }
            // "The question should be", "the bridge should be open by May" expect; "he should resign" demands.
            if word == "must" || word == "should" { return next != "have" && !["question", "really"].contains(before) }
            if ["needs", "need", "has", "have", "got"].contains(word), next == "to" {
                let further = index > 1 ? words[index - 2] : ""
                return !["not", "to", "don't", "don\u{2019}t"].contains(before)
                    && !["do", "does", "did", "that"].contains(further)
            }
        }
        return false
    }

    // MARK: commitments and feelings

    /// "We will appeal", "he plans to run", "his clients would appeal": an act to come of the voice itself.
    private func commits(_ sentence: Range<Int>) -> Bool {
        let start = opening(sentence)
        if Self.possessives.contains(lower(start)), !isDirect, lexicon.has(.principal, lower(start + 1)) {
            return isFuture(start + 2)
        }
        // "the campaign planned to": who speaks of such a plan speaks for the body that has it.
        let isBody = lower(start) == "the" && NameKind.noun(lower(start + 1), lexicon) == .organisation
        if isBody, !isDirect, wishes(start + 2) { return true }
        for index in start..<sentence.upperBound {
            let word = lower(index)
            let isMarked = index > start && QuotationMark(prose.text, prose.words[index - 1].span) != nil
            guard index == start || isMarked || Self.clauseOpeners.contains(lower(index - 1)) else { continue }
            if contracted(word, ["'ll"]) { return !isMereSpeech(index + 1) }
            if contracted(word, ["'re", "'m"]), goes(index + 1) { return true }
            let own = index == start && !isDirect ? Self.ownReported : Self.ownDirect
            if own.contains(word), isFuture(index + 1) || wishes(index + 1) { return true }
        }
        return false
    }

    /// "I'll", "we're": a contraction with the voice as its subject.
    private func contracted(_ word: String, _ endings: [String]) -> Bool {
        let straight = String(word.map { $0 == "\u{2019}" ? "'" : $0 })
        return endings.contains { ending in
            straight.hasSuffix(ending) && Self.ownDirect.contains(String(straight.dropLast(ending.count)))
        }
    }

    /// "going to", "not going to".
    private func goes(_ index: Int) -> Bool {
        let at = ["not", "also", "now"].contains(lower(index)) ? index + 1 : index
        return lower(at) == "going" && lower(at + 1) == "to" && !isMereSpeech(at + 2)
            || lower(at) == "committed" && lower(at + 1) == "to"
    }

    /// "will", "never will", "would not", "is going to", "remain committed to", before a verb that is not mere speech.
    private func isFuture(_ index: Int) -> Bool {
        var at = index
        if ["also", "then", "now", "still", "never", "and"].contains(lower(at)) { at += 1 }
        let modal = lower(at)
        if ["is", "are", "was", "were", "wasn't", "wasn\u{2019}t", "isn't", "isn\u{2019}t", "am"].contains(modal) {
            return goes(at + 1)
        }
        if modal == "remain" || modal == "remains" || modal == "remained" { return lower(at + 1) == "committed" }
        let modals: Set<String> = [
            "will", "won't", "won\u{2019}t", "'ll", "shall", "cannot", "wouldn't", "wouldn\u{2019}t", "would",
        ]
        guard modals.contains(modal) else { return false }
        if modal == "cannot" { return lower(at + 1) == "allow" || lower(at + 1) == "accept" }
        // In the voice's own words "would" is a supposition.
        if modal.hasPrefix("would") { return !isDirect && lower(at + 1) != "have" && !isMereSpeech(at + 1) }
        return !isMereSpeech(at + 1)
    }

    /// "I'll tell you", "I will say": no promise.
    private func isMereSpeech(_ index: Int) -> Bool {
        let at = ["just", "also", "only"].contains(lower(index)) ? index + 1 : index
        return ["tell", "say", "add", "admit", "note", "read", "ask", "show", "be"].contains(lower(at))
            && (lower(at) != "be" || ["honest", "frank", "clear"].contains(lower(at + 1)))
    }

    /// "plans to", "wants", "hopes", "had decided to".
    private func wishes(_ index: Int) -> Bool {
        let skipped: Set<String> = ["also", "had", "has", "have", "still", "now", "do", "does", "did", "not"]
        var at = index
        while skipped.contains(lower(at)), at < index + 3 { at += 1 }
        guard lexicon.has(.intends, lower(at)) else { return false }
        return ["hope", "hopes", "hoped", "want", "wants", "wanted", "vow", "vows", "vowed"].contains(lower(at))
            && !isDirect
            || lower(at + 1) == "to" && !["tried", "try", "tries", "refused", "refuses"].contains(lower(at))
                && !isMereSpeech(at + 2)
    }

    /// "he was troubled", "I'm very proud", "they support": what the voice feels.
    private func feels(_ start: Int, _ end: Int) -> Bool {
        let skipped: Set<String> = [
            "very", "so", "also", "deeply", "greatly", "really", "extremely", "quite", "a", "bit", "little", "too",
            "just", "truly", "increasingly", "resolutely", "strongly", "profoundly", "incredibly", "absolutely", "\"",
            "“", "firmly", "rather", "not", "still", "bitterly", "genuinely",
        ]
        let openings: Set<String> = ["but", "and", "well", ",", "so", "frankly", "obviously", "honestly"]
        var index = start
        while index < end, openings.contains(lower(index)) { index += 1 }
        guard index < end else { return false }
        let isBound = contracted(lower(index), ["'m", "'re"])
        guard isBound || (isDirect ? Self.ownDirect : Self.ownReported).contains(lower(index)) else { return false }
        index += 1
        let copulas: Set<String> = ["am", "is", "are", "was", "were", "be", "been", "feel", "feels", "felt", "remain"]
        let hasCopula = isBound || copulas.contains(lower(index))
        // "said she felt the bridge was safe"
        if lower(index) == "felt", !isDirect { return true }
        if hasCopula, !isBound { index += 1 }
        while index < end, skipped.contains(lower(index)) { index += 1 }
        guard index < end else { return false }
        return lexicon.has(hasCopula ? .feeling : .feelingVerb, lower(index))
    }
}
