internal import HearsayCore

/// Tells whether a content says that something will happen, and how sure it is of that.
struct ForecastReader: Sendable {
    /// Longer contents speak of too much for one day in them to be what is foretold.
    private static let longestOpen = 24
    private static let quotes: Set<String> = ["\"", "“", "”"]
    /// Words of a question told on: "how people will read it".
    private static let questions: Set<String> = ["how", "why", "what", "whether"]
    /// What one announces to do while one does it: "I'm going to read you the letter".
    private static let performing: Set<String> = ["tell", "say", "admit", "be", "read", "ask", "quote", "explain"]

    let lexicon: Lexicon

    /// The certainty of a forecast; nil when the content is none.
    /// - Parameters:
    ///   - held: the contents of statements inside this one, which are others' forecasts.
    ///   - isDirect: whether the content is quoted as it was said, so that "would" is no "will" told later.
    func certainty(
        cue: Range<Int>?, content: [Range<Int>], stance: Statement.Stance, held: [TextSpan] = [],
        isDirect: Bool = false, in prose: Prose
    ) -> Forecast.Certainty? {
        guard stance != .denies, stance != .asks, stance != .urges else { return nil }
        let words = own(content, held, in: prose)
        let cueWords = cue.map { prose.lower($0) } ?? []
        if let first = words.first, ["how", "why", "whether"].contains(first) { return nil }
        var certainty: Forecast.Certainty?
        var isQuoted = isDirect && !words.contains(where: Self.quotes.contains)
        for index in words.indices where certainty == nil {
            // Of "would take “robust steps”" only the steps are quoted.
            if isDirect, Self.quotes.contains(words[index]) { isQuoted = words[index] != "”" && !isQuoted }
            certainty = sign(at: index, words, isDirect: isQuoted, cue: cueWords, stance)
        }
        guard let certainty = certainty ?? sign(of: cueWords, words, stance) else { return nil }
        return isConditional(words) ? .conditional : certainty
    }

    /// The certainty of a content without a sign of the future, should a day to come be told in it: "the last train
    /// runs on 13 December". Nothing in it may speak of the past.
    func open(
        cue: Range<Int>?, content: [Range<Int>], stance: Statement.Stance, held: [TextSpan] = [], in prose: Prose
    ) -> Forecast.Certainty? {
        guard [.asserts, .believes, .intends, .confirms].contains(stance) else { return nil }
        // "called the plan a first in ten years"
        if let cue, prose.words[cue].contains(where: { lexicon.has(.naming, $0.lower) }) { return nil }
        let words = own(content, held, in: prose)
        let isPast = words.contains { word in
            lexicon.has(.pastSign, word) || word.utf8.count > 4 && word.hasSuffix("ed")
        }
        guard !words.isEmpty, words.count <= Self.longestOpen, !isPast else { return nil }
        return stance == .believes ? .likely : .certain
    }

    /// The lower-case words of the content up to where it retells what somebody else says. "May" is a month, "may" a
    /// chance.
    private func own(_ content: [Range<Int>], _ held: [TextSpan], in prose: Prose) -> [String] {
        var out: [String] = []
        for index in content.joined() where !held.contains(where: { $0.overlaps(prose.words[index].span) }) {
            let word = prose.words[index]
            // "he said she would": what he says himself goes on.
            if let before = out.last, lexicon.has(.retelling, word.lower), before != "to",
                !lexicon.has(.pronoun, before), !tellsTales(index, in: prose)
            {
                break
            }
            // "his proclamation that he would run": an announcement of another day.
            if lexicon.has(.sayingNoun, word.lower), !out.isEmpty, index + 1 < prose.words.count,
                prose.words[index + 1].lower == "that", content.contains(where: { $0.contains(index + 1) })
            {
                break
            }
            out.append(word.lower == "may" && word.isCapitalised ? "May" : word.lower)
        }
        return out
    }

    /// "tells so many lies": a telling behind which no content stands.
    private func tellsTales(_ index: Int, in prose: Prose) -> Bool {
        prose.words[index + 1..<min(index + 4, prose.words.count)].contains {
            ["lie", "lies", "truth", "joke", "jokes", "story", "stories", "tale", "tales"].contains($0.lower)
        }
    }

    // MARK: signs

    private func sign(
        at index: Int, _ words: [String], isDirect: Bool, cue: [String], _ stance: Statement.Stance
    ) -> Forecast.Certainty? {
        let at = { (offset: Int) in words.indices.contains(index + offset) ? words[index + offset] : "" }
        let (word, next, before) = (at(0), at(1), at(-1))
        let hedged = words.contains("probably") || words.contains("likely") || words.contains("unlikely")
        if lexicon.has(.future, word) || word.hasSuffix("'ll") {
            // "the will to act"; "I'll tell you" is a way of speaking.
            if lexicon.has(.nounSign, before) || next == "to" && word == "will" { return nil }
            if before == "i" || word == "i'll", Self.performing.contains(next) { return nil }
            if [before, at(-2), at(-3)].contains(where: Self.questions.contains) { return nil }
            return hedged ? .likely : .certain
        }
        if lexicon.has(.possible, word) { return mayHappen(at) ? .possible : nil }
        if lexicon.has(.would, word) {
            guard word != "should", !isDirect || isConditional(words), !isHypothetical(at),
                index < 2 || !lexicon.has(.relative, before)
            else { return nil }
            return stance == .believes || hedged ? .likely : .certain
        }
        if word == "gonna" || word == "going" && next == "to" {
            let past = [before, at(-2)].contains { ["was", "were", "wasn't", "weren't"].contains($0) }
            if before == "i'm" || at(-2) == "i", Self.performing.contains(at(2)), at(2) != "be" { return nil }
            return past || before == "not" && isDirect && stance == .asserts && at(-2) == "" ? nil : .certain
        }
        return arrangement(at, words)
    }

    /// Plans, dates and expectations: "plans to", "set to", "is expected to", "unlikely to".
    private func arrangement(_ at: (Int) -> String, _ words: [String]) -> Forecast.Certainty? {
        let (word, next, before) = (at(0), at(1), at(-1))
        if lexicon.has(.arranged, word), next == "to" || next == "for" {
            // "due to a fault" gives a cause.
            return lexicon.has(.nounSign, at(2)) ? nil : .certain
        }
        if lexicon.has(.planning, word), !lexicon.has(.nounSign, before), !["has", "have", "had"].contains(before) {
            return next == "to" || word == "plans" ? .likely : nil
        }
        if lexicon.has(.likely, word), next == "to" { return .likely }
        if word == "risk", before == "at", next == "of" { return .possible }
        // "is on its way to a second term"
        if word == "way", next == "to", at(-2) == "on", isPresent(at(-3)) { return .likely }
        if lexicon.has(.predicting, word), !lexicon.has(.nounSign, before) { return .likely }
        if lexicon.has(.expecting, word), before != "than", before != "as" {
            return word == "expected" && next != "to" ? nil : .likely
        }
        return nil
    }

    private func isPresent(_ verb: String) -> Bool {
        ["is", "are", "am"].contains(verb) || verb.hasSuffix("'s") || verb.hasSuffix("'re") || verb.hasSuffix("'m")
    }

    /// "may leave", "could lead to", not "may have left", "may be ill", "what he could carry", "she could see".
    private func mayHappen(_ at: (Int) -> String) -> Bool {
        let (word, next, before) = (at(0), at(1) == "not" ? at(2) : at(1), at(-1))
        if next == "have" || next == "be" && at(2).hasSuffix("ing") { return false }
        // "if I may"
        if word == "may", before == "i" { return false }
        guard word == "could" else { return next != "be" || at(2).hasSuffix("ed") || at(2).hasSuffix("en") }
        if ["not", "barely", "hardly", "only", "never"].contains(at(1)) { return false }
        return !lexicon.has(.relative, before) && !lexicon.has(.pronoun, before)
    }

    /// "would have left", "would rather stay", "would otherwise fail".
    private func isHypothetical(_ at: (Int) -> String) -> Bool {
        at(1) == "have" || at(2) == "have" || ["rather", "like", "otherwise", "prefer", "love", "'ve"].contains(at(1))
    }

    /// What the cue says of the future: "expected", "promised a ballot", "plans to".
    private func sign(
        of cue: [String], _ words: [String], _ stance: Statement.Stance
    ) -> Forecast.Certainty? {
        if let first = cue.first, first == "don't" || first == "do" { return nil }
        if cue.contains(where: { lexicon.has(.expecting, $0) || lexicon.has(.predicting, $0) }) { return .likely }
        guard stance == .intends, !cue.contains(where: { lexicon.has(.mereWish, $0) }) else { return nil }
        if words.first == "to" { return cue.contains { lexicon.has(.planning, $0) } ? .likely : .certain }
        return cue.contains { lexicon.has(.promising, $0) } && !words.contains("that") ? .certain : nil
    }

    private func isConditional(_ words: [String]) -> Bool {
        words.indices.contains { index in
            guard lexicon.has(.condition, words[index]) else { return false }
            // "to see if that is true", "as if".
            return index == 0 || !lexicon.has(.wondering, words[index - 1])
        }
    }
}
