internal import HearsayCore

/// Finds where the article says that a name is withheld, and why.
struct AnonymityReader: Sendable {
    let prose: Prose
    let lexicon: Lexicon

    private static let openers: Set<String> = [
        "because", "since", "as", "citing", "for", "out", "so", "due", "lest", "given",
    ]
    private static let closers: Set<String> = [".", ";", ",", ")", "—", "–", "\"", "”"]

    /// Whether a sentence withholds a name, and the reason that it gives, without "because".
    func reading(sentence: Range<Int>) -> (withheld: Bool, reason: String?) {
        let lower = prose.lower(sentence)
        guard let mark = lexicon.find(.anonymity, in: lower) else { return (false, nil) }
        let first = sentence.lowerBound + mark.lowerBound
        if let reason = reason(behind: sentence.lowerBound + mark.upperBound, sentence) { return (true, reason) }
        // "not authorised to discuss it" is a reason in itself.
        if lower[mark].contains("authorized") || lower[mark].contains("authorised") {
            return (true, prose.string(first..<end(from: first, sentence)))
        }
        return (true, nil)
    }

    private func reason(behind start: Int, _ sentence: Range<Int>) -> String? {
        var index = start
        while index < sentence.upperBound, index - start < 6 {
            let lower = prose.words[index].lower
            if Self.openers.contains(lower), let first = begin(index, lower, sentence) {
                let end = end(from: first, sentence)
                return end > first ? prose.string(first..<end) : nil
            }
            index += 1
        }
        return nil
    }

    /// The first word of the reason behind its opener ("because" | "for fear of" | "so as" | "out of").
    private func begin(_ index: Int, _ opener: String, _ sentence: Range<Int>) -> Int? {
        let next = index + 1 < sentence.upperBound ? prose.words[index + 1].lower : ""
        switch opener {
        case "because", "since", "as", "citing", "given": return next == "of" ? index + 2 : index + 1
        case "for": return next == "fear" ? index + 1 : nil
        case "out", "due": return next == "of" || next == "to" ? index + 2 : nil
        case "so": return next == "as" ? index + 2 : nil
        case "lest": return index
        default: return nil
        }
    }

    private func end(from first: Int, _ sentence: Range<Int>) -> Int {
        var end = first
        while end < sentence.upperBound, !Self.closers.contains(prose.words[end].lower) { end += 1 }
        // A relative clause without a comma before the main verb ("… told") ends at a verb of speech.
        return end
    }
}
