internal import HearsayCore

/// Rules over the edges of contents: where what is said begins and ends, and which parts of it are the article's own.
struct ContentRepair {
    let prose: Prose
    let lexicon: Lexicon

    /// A draft with its content put right.
    func repaired(_ draft: Draft) -> Draft {
        ended(completed(interrupted(withoutAside(withoutTail(quotedOnly(atHome(draft)))))))
    }

    /// Leaves out fragments of an unquoted content that lie in another sentence than cue and main content.
    private func atHome(_ draft: Draft) -> Draft {
        guard draft.content.count > 1, let cue = draft.cue else { return draft }
        let home = prose.sentence(of: prose.words(touching: cue).lowerBound)
        var kept = draft.content.filter { span in
            let words = prose.words(touching: span)
            guard let first = words.first, let last = words.last else { return false }
            let touches = prose.sentence(of: first)...prose.sentence(of: last)
            return touches.contains(home) || QuotationReader.quotation([span], prose) == .direct
        }
        if kept.isEmpty { kept = draft.content }
        var out = draft
        out.content = kept
        if kept.count < draft.content.count { out.rules.append("content of other sentences left out") }
        return out
    }

    /// "According to the Gull, the mill closed. It was old.": what stands behind its cue unquoted ends with the sentence.
    private func ended(_ draft: Draft) -> Draft {
        guard let cue = draft.cue.map({ prose.words(touching: $0) }), let last = cue.last,
            QuotationReader.quotation(draft.content, prose) == .indirect
        else { return draft }
        let sentence = prose.sentences[prose.sentence(of: last)]
        var out = draft
        out.content = draft.content.map { span in
            let words = prose.words(touching: span)
            // A sentence without its full stop may have been broken by the layout.
            guard words.lowerBound > last, sentence.contains(words.lowerBound), words.upperBound > sentence.upperBound,
                [".", "!", "?"].contains(prose.words[sentence.upperBound - 1].lower)
            else { return span }
            var end = sentence.upperBound
            while end > words.lowerBound + 1, prose.words[end - 1].kind == .punctuation { end -= 1 }
            return prose.span(words.lowerBound..<end)
        }
        if out.content != draft.content { out.rules.append("content ended with its sentence") }
        return out
    }

    /// "When it rained, Kolen told the crew to sail, and they sailed": the order is the content, and it ends before the
    /// next clause.
    func ordered(_ draft: Draft) -> Draft {
        guard let cue = draft.cue.map({ prose.words(touching: $0) }), let verb = cue.last,
            lexicon.has(.orderVerb, prose.words[verb].lower)
        else { return draft }
        let sentence = prose.sentences[prose.sentence(of: verb)]
        guard verb + 2 < sentence.upperBound, verb > sentence.lowerBound,
            let to = (verb + 1..<min(sentence.upperBound, verb + 7)).first(where: { prose.words[$0].lower == "to" }),
            (verb + 1..<to).allSatisfy({ prose.words[$0].kind == .word && prose.words[$0].lower != "that" }),
            draft.content.allSatisfy({
                $0.end <= prose.words[verb].span.start || $0.start == prose.words[to].span.start
            })
        else { return draft }
        var out = draft
        guard to + 2 < sentence.upperBound else { return draft }
        let end = (to + 2..<sentence.upperBound).first { index in
            let isConjunction =
                index + 1 < sentence.upperBound && ["and", "but"].contains(prose.words[index + 1].lower)
            return prose.words[index].kind == .punctuation && (isConjunction || index == sentence.upperBound - 1)
        }
        guard let end, !(verb..<end).contains(where: isDoubleMark) else { return draft }
        let known = draft.content.last.map { prose.words(touching: $0) }
        let limit = known.map { $0.contains(to) ? min(end, $0.upperBound) : end } ?? end
        out.content = [prose.span(to..<limit)]
        return out
    }

    // MARK: quotations and the words beside them

    /// "“You won?” she said, but he slept.": beside whole quotations, unquoted parts are the article's own words.
    private func quotedOnly(_ draft: Draft) -> Draft {
        guard draft.content.count > 1, let cue = draft.cue, draft.content.contains(where: isWholeQuotation) else {
            return draft
        }
        var out = draft
        let told = prose.words(touching: cue).upperBound
        out.content = draft.content.filter { span in
            let words = prose.words(touching: span)
            // "he said, but “when it rains …”" goes on with the quotation; "she said, and as he sat by “the wall”" does not.
            if words.lowerBound == told { return true }
            let opens = words.prefix(words.lowerBound < told ? words.count : 3).contains(where: isDoubleMark)
            return opens || QuotationReader.quotation([span], prose) == .direct
        }
        if out.content != draft.content { out.rules.append("words beside a whole quotation left out") }
        return out
    }

    /// "She says, “Don't do it,” until it ends.": what follows the stop inside the closing mark is not said.
    private func withoutTail(_ draft: Draft) -> Draft {
        guard let cue = draft.cue, draft.content.count == 1, let span = draft.content.first, cue.end <= span.start
        else { return draft }
        let words = prose.words(touching: span)
        let marks = words.filter(isDoubleMark)
        guard marks.count == 2, marks[0] == words.lowerBound, marks[1] + 1 < words.upperBound,
            [",", ".", "!", "?"].contains(prose.words[marks[1] - 1].lower)
        else { return draft }
        var out = draft
        out.content = [prose.span(words.lowerBound..<marks[1] + 1)]
        out.rules.append("content ended with its quotation")
        return out
    }

    // MARK: clauses around the attribution

    /// "It is shut, according to a priest, whose name is withheld": a clause about the source, and one behind a
    /// semicolon, are not said.
    private func withoutAside(_ draft: Draft) -> Draft {
        guard draft.content.count > 1, let cue = draft.cue, let source = draft.source else { return draft }
        let told = source.union(cue)
        guard draft.content.contains(where: { $0.end <= told.start }) else { return draft }
        var out = draft
        out.content = draft.content.filter { span in
            let words = prose.words(touching: span)
            guard span.start >= told.end, let first = words.first, !words.contains(where: isDoubleMark) else {
                return true
            }
            let between = prose.words(touching: TextSpan(told.end, span.start))
            let isClause = lexicon.has(.relativePronoun, prose.words[first].lower)
            return !isClause && !between.contains { prose.words[$0].lower == ";" }
        }
        if out.content != draft.content { out.rules.append("a clause about the source left out") }
        return out
    }

    /// "The mill, its owner told the Gull, expects to close": the attribution parts a subject from its verb, and both
    /// are the content.
    private func interrupted(_ draft: Draft) -> Draft {
        guard let source = draft.source, let cue = draft.cue, draft.content.count == 1, let span = draft.content.first
        else { return draft }
        let (subject, told) = (prose.words(touching: span), prose.words(touching: source.union(cue)))
        guard let first = subject.first, subject.count <= 8, subject.upperBound + 1 == told.lowerBound,
            prose.words[subject.upperBound].lower == ",", !lexicon.has(.leading, prose.words[first].lower),
            !subject.contains(where: { isFinite($0) || prose.words[$0].kind == .punctuation })
        else { return draft }
        let sentence = prose.sentences[prose.sentence(of: told.lowerBound)]
        guard sentence.lowerBound == first, told.upperBound + 1 < sentence.upperBound,
            let comma = (told.upperBound..<min(sentence.upperBound - 1, told.upperBound + 9)).first(where: {
                prose.words[$0].lower == ","
            }), isFinite(comma + 1)
        else { return draft }
        var out = draft
        out.content.append(prose.span(trimmed(comma + 1..<sentence.upperBound)))
        out.rules.append("the attribution parts a subject from its verb")
        return out
    }

    /// "They maintain the cheque was sent.": a content that stops before its verb goes on to the end of its clause.
    private func completed(_ draft: Draft) -> Draft {
        guard let cue = draft.cue, draft.content.count == 1, let span = draft.content.first,
            QuotationReader.quotation([span], prose) == .indirect
        else { return draft }
        let words = prose.words(touching: span)
        guard let last = words.last, let verb = prose.words(touching: cue).last, verb + 1 == words.lowerBound,
            lexicon.has(.clauseVerb, prose.words[verb].lower), prose.words[words.lowerBound].lower != "to"
        else { return draft }
        let sentence = prose.sentences[prose.sentence(of: last)]
        guard words.upperBound + 1 < sentence.upperBound, lexicon.has(.finite, prose.words[words.upperBound].lower),
            !words.contains(where: { isFinite($0) })
        else { return draft }
        let stop = (words.upperBound..<sentence.upperBound).first { prose.words[$0].lower == ";" }
        var out = draft
        out.content = [prose.span(trimmed(words.lowerBound..<(stop ?? sentence.upperBound)))]
        out.rules.append("content goes on behind its subject")
        return out
    }

    /// "He says it is shut but denies that it burned": what the source says in a second verb is a statement of its own.
    func coordinated(_ draft: Draft) -> [Draft] {
        guard let cue = draft.cue.map({ prose.words(touching: $0) }), let told = cue.last, draft.source != nil,
            draft.content.count == 1, let span = draft.content.first, span.start >= prose.words[told].span.end
        else { return [draft] }
        let words = prose.words(touching: span)
        let sentence = prose.sentences[prose.sentence(of: told)]
        for link in words.dropFirst(2) where link + 3 < sentence.upperBound {
            let word = prose.words[link].lower
            guard word == "but" || word == "and" && prose.words[link - 1].lower == ",",
                isSecond(link + 1, to: told), let begin = complement(link + 1, in: sentence),
                !(words.lowerBound..<link).contains(where: isDoubleMark)
            else { continue }
            var (first, second) = (draft, draft)
            first.content = [prose.span(trimmed(words.lowerBound..<link))]
            second.cue = prose.words[link + 1].span
            second.content = [prose.span(trimmed(begin..<max(begin + 2, min(words.upperBound, sentence.upperBound))))]
            second.rules.append("a second verb of the same source")
            return [first, second]
        }
        return [draft]
    }

    /// Whether a verb of saying has the tense of another one.
    private func isSecond(_ verb: Int, to first: Int) -> Bool {
        let (one, two) = (prose.words[first].lower, prose.words[verb].lower)
        guard lexicon.has(.clauseVerb, two) || lexicon.has(.orderVerb, two) || lexicon.has(.denies, two) else {
            return false
        }
        let isPresent = { (word: String) in word.hasSuffix("s") }
        let isPerfect = first > 0 && ["has", "have"].contains(prose.words[first - 1].lower)
        return isPresent(one) == isPresent(two) || isPerfect
    }

    /// Where the complement of a verb begins: "that", "whether", a mark, or "to" behind whoever is told to.
    private func complement(_ verb: Int, in sentence: Range<Int>) -> Int? {
        if ["that", "whether"].contains(prose.words[verb + 1].lower) || isDoubleMark(verb + 1) { return verb + 1 }
        guard lexicon.has(.orderVerb, prose.words[verb].lower) else { return nil }
        let to = (verb + 2..<min(sentence.upperBound - 1, verb + 6)).first { prose.words[$0].lower == "to" }
        guard let to, (verb + 1..<to).allSatisfy({ prose.words[$0].kind == .word }) else { return nil }
        return to
    }

    // MARK: words

    private func isDoubleMark(_ index: Int) -> Bool {
        QuotationMark(prose.text, prose.words[index].span)?.isDouble == true
    }

    /// A quoted sentence of its own.
    private func isWholeQuotation(_ span: TextSpan) -> Bool {
        let words = prose.words(touching: span)
        guard let first = words.first, isDoubleMark(first), words.count > 3, prose.words[first + 1].isCapitalised else {
            return false
        }
        return QuotationReader.quotation([span], prose) == .direct
    }

    /// An auxiliary, or a word with the ending of a verb in the past or of a known verb in the present.
    private func isFinite(_ index: Int) -> Bool {
        let word = prose.words[index]
        guard !word.isCapitalised, word.kind == .word else { return false }
        return lexicon.has(.finite, word.lower) || word.lower.hasSuffix("ed")
            || word.lower.hasSuffix("s") && (lexicon.has(.clauseVerb, word.lower) || lexicon.has(.planVerb, word.lower))
    }

    /// Without the marks at the end that close nothing inside.
    private func trimmed(_ words: Range<Int>) -> Range<Int> {
        var end = words.upperBound
        while end > words.lowerBound + 1, prose.words[end - 1].kind == .punctuation, !isDoubleMark(end - 1) { end -= 1 }
        return words.lowerBound..<end
    }
}
