internal import HearsayCore

/// The parts of clauses: subjects, links, and where a content begins and ends.
extension ClauseReader {
    func lower(_ index: Int) -> String { prose.words[index].lower }

    func isLink(_ index: Int) -> Bool {
        ["that", "to"].contains(lower(index)) || QuotationMark(prose.text, prose.words[index].span) != nil
    }

    func isAuxiliary(_ index: Int) -> Bool {
        let word = lower(index)
        return lexicon.has(.being, word) || lexicon.has(.negation, word) || word.hasSuffix("n't")
            || [
                "has", "have", "had", "also", "later", "once", "always", "repeatedly", "already", "even", "now", "then",
            ]
            .contains(word)
    }

    /// The comma before a relative clause or an apposition that ends before a word ("Kolen, who knew it, said"), where
    /// the noun phrase before it opens the words.
    func beforeClause(_ end: Int, _ words: Range<Int>) -> Int {
        guard end - 2 > words.lowerBound, lower(end - 1) == ",",
            let comma = (words.lowerBound + 1..<end - 2).last(where: { lower($0) == "," }),
            comma - words.lowerBound <= 6, (words.lowerBound..<comma).allSatisfy({ isNominal($0) })
        else { return end }
        return comma
    }

    /// The noun phrase that ends before a word. One that opens its clause begins the words, or stands behind "that", a
    /// conjunction or a mark.
    func subject(endingAt end: Int, _ words: Range<Int>, opening: Bool) -> Range<Int>? {
        let end = beforeClause(end, words)
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
    func isSubject(_ words: Range<Int>) -> Bool {
        let first = prose.words[words.lowerBound]
        if words.count == 1 {
            return first.isCapitalised || ["he", "she", "they", "we", "it", "i", "who"].contains(first.lower)
                || first.lower.hasSuffix("s") && !first.lower.hasSuffix("ss")
        }
        return first.isCapitalised || first.kind == .number || isDeterminer(words.lowerBound)
            || lexicon.has(.sourceNounPlural, first.lower) || lexicon.has(.crowdNoun, first.lower)
    }

    func isDeterminer(_ index: Int) -> Bool {
        [
            "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those",
            "one",
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "some", "many", "both",
            "all", "most", "every", "each", "no", "another",
        ].contains(lower(index)) || prose.words[index].isPossessive
    }

    func isNominal(_ index: Int) -> Bool {
        let word = prose.words[index]
        guard word.kind != .punctuation, !isAuxiliary(index) else { return false }
        if lexicon.has(.clauseVerb, word.lower), !isDeterminer(max(0, index - 1)) { return false }
        return ![
            "to", "by", "if", "when", "as", "than", "would", "will", "could", "should", "may", "might", "can", "must",
            "did", "does", "do", "unless", "whether", "or", "so", "not", "said", "says",
        ].contains(word.lower)
    }

    /// "that …", "“…", ": …", or words that can begin a clause without "that".
    func opensClause(_ index: Int, _ words: Range<Int>) -> Bool {
        guard index + 1 < words.upperBound else { return false }
        let word = prose.words[index]
        if word.lower == "that" || QuotationMark(prose.text, word.span) != nil { return true }
        if word.lower == ":" || word.lower == ",", QuotationMark(prose.text, prose.words[index + 1].span) != nil {
            return true
        }
        return ["he", "she", "they", "we", "it", "i", "there", "you"].contains(word.lower)
    }

    /// A draft whose content leaves out the marks and stops around it.
    func draft(source: Range<Int>, cue: Range<Int>, content: Range<Int>) -> Draft? {
        var content = content
        while let first = content.first, [":", ","].contains(lower(first)) { content.removeFirst() }
        while let last = content.last, prose.words[last].kind == .punctuation, !closesWithin(content) {
            content.removeLast()
        }
        guard content.count > 1 else { return nil }
        return Draft(
            source: prose.span(source), cue: prose.span(cue), content: [prose.span(content)], outer: nil,
            labelling: [.source: 0.9, .cue: 0.9, .content: 0.9], linking: 0.9)
    }

    /// Whether the last of some words is a quotation mark that closes what opened among them.
    func closesWithin(_ words: Range<Int>) -> Bool {
        let marks = words.filter { QuotationMark(prose.text, prose.words[$0].span) != nil }
        return marks.last == words.upperBound - 1 && marks.count % 2 == 0
    }
}
