internal import HearsayCore

/// Tells attributions that only look like one: silence, set phrases, names, and what nobody has said yet.
struct NearMiss {
    let prose: Prose
    let lexicon: Lexicon

    /// Whether nothing is attributed.
    func isNone(_ draft: Draft) -> Bool {
        guard let cue = draft.cue.map({ prose.words(touching: $0) }), let first = cue.first,
            let span = draft.content.first
        else { return false }
        let content = prose.words(touching: span)
        let lower = prose.lower(cue)
        // Whoever is quoted is neither silent nor asks to stay unnamed, whatever the quoted words are.
        let isQuoted = content.count > 4 && QuotationReader.quotation(draft.content, prose) == .direct
        return !isQuoted && (isRefusal(lower, content) || isSilence(lower, draft, content)) || isFalse(draft, lower)
            || isBystander(draft, cue) || isSetPhrase(cue) || isUnsaid(draft, lower, first) || isEmpty(draft, cue)
            || (lower.first == "did" && lower.contains("name"))
    }

    // MARK: silence

    /// Asking for anonymity, declining to comment, neither confirming nor denying.
    private func isRefusal(_ cue: [String], _ content: Range<Int>) -> Bool {
        let near = cue + prose.lower(content).prefix(8)
        if near.contains("neither"), near.contains("nor") { return true }
        let refuses = near.contains { lexicon.has(.refusing, $0) }
        if refuses {
            if lexicon.find(.anonymity, in: near) != nil || near.contains("anonymity") { return true }
            if near.contains(where: { ["named", "identified", "quoted", "seen"].contains($0) }),
                near.contains("not") || near.contains("if")
            {
                return true
            }
            // "asked that her name not be used"
            if near.contains("name"), near.contains("not"), near.contains("be") { return true }
        }
        let answers = near.contains { lexicon.has(.answering, $0) }
        if answers, cue.contains(where: { lexicon.has(.declining, $0) }) { return true }
        if near.contains(where: { lexicon.has(.silence, $0) }), refuses || near.contains("for") {
            return content.count <= 8
        }
        return false
    }

    /// "has not said how", "nobody said", "would say nothing": nothing is attributed.
    private func isSilence(_ cue: [String], _ draft: Draft, _ content: Range<Int>) -> Bool {
        let source = draft.source.map { prose.lower(prose.words(touching: $0)) } ?? []
        if source == ["nobody"] || source == ["no", "one"] || source.first == "neither" { return true }
        let denied = cue.contains { lexicon.has(.negation, $0) || $0.hasSuffix("n't") }
        if denied, cue.contains(where: { lexicon.has(.knowing, $0) }) { return true }
        guard cue.contains(where: { lexicon.has(.knowing, $0) }) else { return false }
        let last = draft.content.last.map { prose.lower(prose.words(touching: $0)).suffix(1) }
        return prose.lower(content).prefix(2).contains("nothing") || draft.content.count > 1 && last == ["nothing"]
    }

    // MARK: no saying

    /// A passive cue without a source that is no word of saying or thinking ("is listed"), one that is denied or gives a
    /// name ("is called", "known as"), or the publisher's own knowledge.
    private func isFalse(_ draft: Draft, _ cue: [String]) -> Bool {
        if let source = draft.source {
            let lower = prose.lower(prose.words(touching: source))
            return lower == ["our", "information"] || lower == ["plan"] || lower == ["schedule"]
        }
        if cue.contains(where: { lexicon.has(.christening, $0) || lexicon.has(.negation, $0) }) { return true }
        guard let first = cue.first else { return false }
        if first.hasSuffix("ing") { return true }
        guard lexicon.has(.being, first) else { return false }
        let known: [Lexicon.Section] = [
            .speech, .confirms, .denies, .asks, .urges, .intends, .believes, .nobodyCue,
        ]
        return !cue.contains { word in known.contains { lexicon.has($0, word) } }
    }

    /// "the word “scuttled” appears twice", "Kolen, asked by neither, left": words that only stand somewhere, and somebody
    /// who only stands beside an asking.
    private func isBystander(_ draft: Draft, _ cue: Range<Int>) -> Bool {
        guard draft.source == nil, cue.count == 1, let verb = cue.first else { return false }
        if lexicon.has(.showing, prose.words[verb].lower) {
            return draft.content.first.map { prose.words[prose.words(touching: $0).lowerBound].lower } != "that"
        }
        let words = draft.content.reduce(0) { $0 + prose.words(touching: $1).count }
        return words <= 2 && draft.extent.end <= prose.words[verb].span.start && prose.words[verb].lower.hasSuffix("ed")
            && QuotationReader.quotation(draft.content, prose) == .indirect
    }

    /// "needless to say", "that is to say", "as they say": the cue lies in a set phrase.
    private func isSetPhrase(_ cue: Range<Int>) -> Bool {
        let sentence = prose.sentences[prose.sentence(of: cue.lowerBound)]
        let lower = prose.lower(sentence)
        return (max(sentence.lowerBound, cue.lowerBound - 5)..<min(cue.upperBound, sentence.upperBound)).contains {
            start in
            let length = lexicon.prefix(.setPhrase, of: lower[(start - sentence.lowerBound)...])
            return length > 0 && start + length > cue.lowerBound
        }
    }

    /// "if he says", "to say", "would say": it has not been said.
    private func isUnsaid(_ draft: Draft, _ cue: [String], _ first: Int) -> Bool {
        let words = draft.source.map { prose.words(touching: $0) }
        let begin = min(first, words?.first ?? first)
        let sentence = prose.sentences[prose.sentence(of: begin)]
        if begin > sentence.lowerBound, lexicon.has(.supposing, prose.words[begin - 1].lower) { return true }
        guard cue.count > 1 else { return false }
        if cue[0] == "to" { return true }
        let modal = [.future, .possible, .would].contains { lexicon.has($0, cue[0]) }
        return modal && cue.dropFirst().contains { lexicon.has(.speech, $0) }
    }

    /// "said so", "say no", "what he said will help": the content says nothing.
    private func isEmpty(_ draft: Draft, _ cue: Range<Int>) -> Bool {
        let content = draft.content.map { prose.words(touching: $0).filter { prose.words[$0].kind != .punctuation } }
        let all = content.joined().map { prose.words[$0].lower }
        if all.count <= 2, all.allSatisfy({ lexicon.has(.emptyContent, $0) }) {
            return QuotationReader.quotation(draft.content, prose) == .indirect
        }
        guard let what = content.first, what.count == 1, prose.words[what[0]].lower == "what", what[0] < cue.lowerBound,
            prose.lower(cue).contains(where: { lexicon.has(.knowing, $0) }),
            QuotationReader.quotation(draft.content, prose) == .indirect
        else { return false }
        guard cue.upperBound < prose.words.count else { return true }
        let next = prose.words[cue.upperBound]
        return next.kind == .punctuation
            || [.future, .possible, .would].contains { lexicon.has($0, next.lower) }
    }
}
