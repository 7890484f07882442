internal import HearsayCore

/// Tells whether a content says that something will happen, and how sure it is of that.
struct ForecastReader: Sendable {
    /// Longer contents speak of too much for one day in them to be what is foretold.
    private static let longestOpen = 24

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
        for index in words.indices where certainty == nil {
            certainty = sign(at: index, words, isDirect: isDirect, cue: cueWords, stance)
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
                !lexicon.has(.pronoun, before)
            {
                break
            }
            out.append(word.lower == "may" && word.isCapitalised ? "May" : word.lower)
        }
        return out
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
            if before == "i" || word == "i'll", ["tell", "say", "admit", "be"].contains(next) { return nil }
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
        if lexicon.has(.predicting, word), !lexicon.has(.nounSign, before) { return .likely }
        if lexicon.has(.expecting, word), before != "than", before != "as" {
            return word == "expected" && next != "to" ? nil : .likely
        }
        return nil
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
