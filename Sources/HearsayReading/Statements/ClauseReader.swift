internal import HearsayCore

/// Finds attributions in a clause by its words: a subject, a verb of saying, thinking or planning, and what follows it.
///
/// It mends what the tagger misses inside contents, so it takes only clauses whose subject opens them.
struct ClauseReader {
    let prose: Prose
    let lexicon: Lexicon

    /// The attributions in some words of one sentence.
    func drafts(in words: Range<Int>) -> [Draft] {
        words.compactMap { verb in
            noun(verb, words) ?? passive(verb, words) ?? active(verb, words)
        }
    }

    // MARK: shapes

    /// "the captain's claim that it was shut".
    private func noun(_ noun: Int, _ words: Range<Int>) -> Draft? {
        guard lexicon.has(.sayingNoun, lower(noun)), noun > words.lowerBound, noun + 2 < words.upperBound,
            prose.words[noun - 1].isPossessive || prose.words[noun - 1].lower.hasSuffix("s'"),
            lower(noun + 1) == "that" || lower(noun + 1) == "to",
            let owner = subject(endingAt: noun, words, opening: false)
        else { return nil }
        return draft(source: owner, cue: noun..<noun + 1, content: noun + 1..<words.upperBound)
    }

    /// "the school was warned by a nurse that the boy was ill".
    private func passive(_ verb: Int, _ words: Range<Int>) -> Draft? {
        guard lexicon.has(.orderVerb, lower(verb)) || lexicon.has(.clauseVerb, lower(verb)),
            verb > words.lowerBound, lexicon.has(.being, lower(verb - 1)), verb + 3 < words.upperBound,
            lower(verb + 1) == "by",
            let link = (verb + 3..<min(words.upperBound - 1, verb + 12)).first(where: {
                ["that", "to"].contains(lower($0))
            })
        else { return nil }
        return draft(source: verb + 2..<link, cue: verb..<verb + 1, content: link..<words.upperBound)
    }

    /// "the captain said it was shut", "the crew agreed to sail".
    private func active(_ verb: Int, _ words: Range<Int>) -> Draft? {
        let isPlan = lexicon.has(.planVerb, lower(verb))
        let isOrder = lexicon.has(.orderVerb, lower(verb))
        guard isPlan || isOrder || lexicon.has(.clauseVerb, lower(verb)), verb + 1 < words.upperBound,
            prose.words[verb].kind == .word, !prose.words[verb].isCapitalised
        else { return nil }
        var begin = verb
        while begin > words.lowerBound, isAuxiliary(begin - 1) { begin -= 1 }
        if begin < verb, lexicon.has(.being, lower(verb - 1)), !lower(verb).hasSuffix("ing") { return nil }
        let negated = (begin..<verb).contains { lexicon.has(.negation, lower($0)) || lower($0).hasSuffix("n't") }
        guard !negated, let source = subject(endingAt: begin, words, opening: true) else { return nil }
        let next = verb + 1
        if isPlan, lower(next) == "to" {
            return draft(source: source, cue: begin..<next, content: next..<words.upperBound)
        }
        if isOrder, let to = (next + 1..<min(words.upperBound, next + 6)).first(where: { isLink($0) }),
            (next..<to).allSatisfy({ prose.words[$0].kind == .word })
        {
            return draft(source: source, cue: begin..<next, content: to..<words.upperBound)
        }
        guard lexicon.has(.clauseVerb, lower(verb)) else { return nil }
        let complement = behindParenthesis(next, words)
        guard opensClause(complement, words) else { return nil }
        return draft(source: source, cue: begin..<next, content: complement..<words.upperBound)
    }

    /// "reported, citing a court document, that …": the word behind what commas enclose before "that".
    private func behindParenthesis(_ next: Int, _ words: Range<Int>) -> Int {
        guard lower(next) == ",", next + 2 < words.upperBound else { return next }
        let close = (next + 2..<min(words.upperBound - 1, next + 12)).first { lower($0) == "," }
        guard let close, lower(close + 1) == "that" else { return next }
        return close + 1
    }

    // MARK: parts

    private func lower(_ index: Int) -> String { prose.words[index].lower }

    private func isLink(_ index: Int) -> Bool {
        ["that", "to"].contains(lower(index)) || QuotationMark(prose.text, prose.words[index].span) != nil
    }

    private func isAuxiliary(_ index: Int) -> Bool {
        let word = lower(index)
        return lexicon.has(.being, word) || lexicon.has(.negation, word) || word.hasSuffix("n't")
            || [
                "has", "have", "had", "also", "later", "once", "always", "repeatedly", "already", "even", "now", "then",
            ]
            .contains(word)
    }

    /// The noun phrase that ends before a word. One that opens its clause begins the words, or stands behind "that", a
    /// conjunction or a mark.
    private func subject(endingAt end: Int, _ words: Range<Int>, opening: Bool) -> Range<Int>? {
        var start = end
        while start > words.lowerBound, end - start < 9, isNominal(start - 1) { start -= 1 }
        guard start < end else { return nil }
        while start < end, ["that", "how", "and", "but", "because", "while"].contains(lower(start)) { start += 1 }
        guard start < end, !["to", "of", "in", "who", "which", "what"].contains(lower(end - 1)) else { return nil }
        if opening, start > words.lowerBound, prose.words[start - 1].kind != .punctuation,
            !["that", "how", "and", "but", "because", "while"].contains(lower(start - 1))
        {
            return nil
        }
        return isSubject(start..<end) ? start..<end : nil
    }

    /// A pronoun, a name, or words behind an article, a possessive or a number; or bare plurals.
    private func isSubject(_ words: Range<Int>) -> Bool {
        let first = prose.words[words.lowerBound]
        if words.count == 1 {
            return first.isCapitalised || ["he", "she", "they", "we", "it", "i", "who"].contains(first.lower)
                || first.lower.hasSuffix("s") && !first.lower.hasSuffix("ss")
        }
        return first.isCapitalised || first.kind == .number || isDeterminer(words.lowerBound)
            || lexicon.has(.sourceNounPlural, first.lower) || lexicon.has(.crowdNoun, first.lower)
    }

    private func isDeterminer(_ index: Int) -> Bool {
        [
            "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those",
            "one",
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "some", "many", "both",
            "all", "most", "every", "each", "no", "another",
        ].contains(lower(index)) || prose.words[index].isPossessive
    }

    private func isNominal(_ index: Int) -> Bool {
        let word = prose.words[index]
        guard word.kind != .punctuation, !isAuxiliary(index) else { return false }
        if lexicon.has(.clauseVerb, word.lower), !isDeterminer(max(0, index - 1)) { return false }
        return ![
            "to", "by", "if", "when", "as", "than", "would", "will", "could", "should", "may", "might", "can", "must",
            "did", "does", "do", "unless", "whether", "or", "so", "not", "said", "says",
        ].contains(word.lower)
    }

    /// "that …", "“…", ": …", or words that can begin a clause without "that".
    private func opensClause(_ index: Int, _ words: Range<Int>) -> Bool {
        guard index + 1 < words.upperBound else { return false }
        let word = prose.words[index]
        if word.lower == "that" || QuotationMark(prose.text, word.span) != nil { return true }
        if word.lower == ":" || word.lower == ",", QuotationMark(prose.text, prose.words[index + 1].span) != nil {
            return true
        }
        return ["he", "she", "they", "we", "it", "i", "there", "you"].contains(word.lower)
    }

    /// A draft whose content leaves out the marks and stops around it.
    private func draft(source: Range<Int>, cue: Range<Int>, content: Range<Int>) -> Draft? {
        var content = content
        while let first = content.first, [":", ","].contains(lower(first)) { content.removeFirst() }
        while let last = content.last, prose.words[last].kind == .punctuation, !closesWithin(content) {
            content.removeLast()
        }
        guard content.count > 1 else { return nil }
        return Draft(
            source: prose.span(source), cue: prose.span(cue), content: [prose.span(content)], outer: nil,
            labelling: [.source: 0.8, .cue: 0.8, .content: 0.8], linking: 0.8)
    }

    /// Whether the last of some words is a quotation mark that closes what opened among them.
    private func closesWithin(_ words: Range<Int>) -> Bool {
        let marks = words.filter { QuotationMark(prose.text, prose.words[$0].span) != nil }
        return marks.last == words.upperBound - 1 && marks.count % 2 == 0
    }
}
