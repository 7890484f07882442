internal import HearsayCore

/// Tells whether a content says that something will happen, and how sure it is of that.
struct ForecastReader: Sendable {
    let lexicon: Lexicon

    private static let expecting: Set<String> = [
        "expect", "expects", "expected", "expecting", "predict", "predicts", "predicted", "forecast", "forecasts",
        "project", "projects", "projected", "anticipate", "anticipates", "anticipated",
    ]
    private static let set: Set<String> = ["due", "scheduled", "set", "slated", "bound", "poised", "planned"]
    private static let conditions: Set<String> = ["if", "unless", "provided", "should", "once"]

    /// The certainty of a forecast; nil when the content is none.
    func certainty(
        cue: Range<Int>?, content: [Range<Int>], stance: Statement.Stance, in prose: Prose
    ) -> Forecast.Certainty? {
        guard stance != .denies, stance != .asks, stance != .urges else { return nil }
        // "May" is a month, "may" a chance.
        let words = content.flatMap { range in
            prose.words[range].map { $0.lower == "may" && $0.isCapitalised ? "May" : $0.lower }
        }
        let cueWords = cue.map { prose.lower($0) } ?? []
        guard let sign = sign(words, cueWords, stance) else { return nil }
        if words.contains(where: Self.conditions.contains), words.first != "if" || words.contains("will") {
            return .conditional
        }
        return sign
    }

    private func sign(_ words: [String], _ cue: [String], _ stance: Statement.Stance) -> Forecast.Certainty? {
        for (index, word) in words.enumerated() {
            let next = index + 1 < words.count ? words[index + 1] : ""
            let later = index + 2 < words.count ? words[index + 2] : ""
            if lexicon.has(.future, word) || word.hasSuffix("'ll") || word == "won't" {
                return words.contains("probably") || words.contains("likely") ? .likely : .certain
            }
            if lexicon.has(.possible, word), next != "have", later != "have", word != "could" || !cue.contains("if") {
                return .possible
            }
            if lexicon.has(.would, word), word != "should", next != "have", later != "have", next != "rather",
                next != "like"
            {
                return stance == .believes || words.contains("likely") ? .likely : .certain
            }
            if word == "going", next == "to" { return .certain }
            if ["plans", "aims", "intends", "seeks", "considering", "planning"].contains(word) { return .likely }
            if Self.set.contains(word), next == "to" || next == "for" { return .certain }
            if Self.expecting.contains(word) { return .likely }
        }
        if cue.contains(where: Self.expecting.contains) { return .likely }
        if stance == .intends, words.first == "to",
            !cue.contains(where: {
                ["wants", "wanted", "want", "hopes", "hoped", "declined", "refused", "tried"].contains($0)
            })
        {
            return cue.contains { ["planning", "plans", "plan", "considering"].contains($0) } ? .likely : .certain
        }
        return nil
    }
}
