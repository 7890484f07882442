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
            noun(verb, words) ?? nounOf(verb, words) ?? passive(verb, words) ?? active(verb, words)
                ?? trailing(verb, words) ?? put(verb, words) ?? per(verb, words) ?? telling(verb, words)
                ?? quoted(verb, words)
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

    /// "a report in the weekly Gull that it was shut", "a claim by the owners that …".
    private func nounOf(_ noun: Int, _ words: Range<Int>) -> Draft? {
        guard lexicon.has(.sayingNoun, lower(noun)) || lower(noun) == "report" || lower(noun) == "reports",
            noun + 5 < words.upperBound, ["by", "in", "from"].contains(lower(noun + 1)),
            let link = (noun + 3..<min(words.upperBound - 2, noun + 11)).first(where: { lower($0) == "that" }),
            (noun + 2..<link).allSatisfy({ isNominal($0) }), isSubject(noun + 2..<link)
        else { return nil }
        return draft(source: noun + 2..<link, cue: noun..<noun + 1, content: link..<words.upperBound)
    }

    /// "It will shut by May, insiders have let slip.", "ADEN, 4 May - It is shut, a pilot told the Gull, asking …"
    private func trailing(_ verb: Int, _ words: Range<Int>) -> Draft? {
        let isSlip = lower(verb) == "let" && verb + 1 < words.upperBound && lower(verb + 1) == "slip"
        guard isSlip || lexicon.has(.clauseVerb, lower(verb)), !prose.words[verb].isCapitalised,
            prose.sentences[prose.sentence(of: verb)].lowerBound == words.lowerBound
        else { return nil }
        let next = isSlip ? verb + 2 : verb + 1
        let stop = (next..<min(words.upperBound, next + 5)).first { prose.words[$0].kind == .punctuation }
        guard stop.map({ [",", "."].contains(lower($0)) }) ?? (words.upperBound - next < 5) else { return nil }
        var begin = verb
        while begin > words.lowerBound, isAuxiliary(begin - 1) { begin -= 1 }
        // Many verbs of saying are nouns, too ("the member states").
        guard isSlip || lexicon.has(.plainSaying, lower(verb)) || lower(verb).hasSuffix("ed") || begin < verb,
            let source = subject(endingAt: begin, words, opening: true), source.upperBound == begin,
            !source.contains(where: { lower($0) == "that" || lexicon.has(.relativePronoun, lower($0)) }),
            lower(max(words.lowerBound, source.lowerBound - 1)) == ",",
            !(begin..<verb).contains(where: { lexicon.has(.negation, lower($0)) })
        else { return nil }
        let start = behindDateline(words)
        guard start + 3 < source.lowerBound - 1 else { return nil }
        let content = start..<source.lowerBound - 1
        guard !content.contains(where: { QuotationMark(prose.text, prose.words[$0].span) != nil })
        else { return nil }
        return draft(source: source, cue: begin..<next, content: content)
    }

    /// The first word behind "ADEN, 4 May -".
    private func behindDateline(_ words: Range<Int>) -> Int {
        let first = prose.words[words.lowerBound]
        let isCapital = prose.text.utf8[first.span.range].allSatisfy { !($0 >= 0x61 && $0 <= 0x7A) }
        guard isCapital, first.span.count > 2, words.count > 9,
            let dash = words.prefix(9).first(where: { ["-", "\u{2013}", "\u{2014}"].contains(lower($0)) })
        else { return words.lowerBound }
        return dash + 1
    }

    /// "Her aide, she said, had told her that …": a predicate whose subject an attribution parts from it.
    func predicate(_ words: Range<Int>, of subject: Range<Int>) -> Draft? {
        guard let verb = words.first(where: { !isAuxiliary($0) }), verb + 2 < words.upperBound else { return nil }
        if lexicon.has(.planVerb, lower(verb)), lower(verb + 1) == "to" {
            return draft(source: subject, cue: words.lowerBound..<verb + 1, content: verb + 1..<words.upperBound)
        }
        guard lexicon.has(.clauseVerb, lower(verb)) || lexicon.has(.orderVerb, lower(verb)),
            !(words.lowerBound..<verb).contains(where: { lexicon.has(.negation, lower($0)) }),
            verb == words.lowerBound || !lexicon.has(.being, lower(verb - 1)),
            let link = (verb + 1..<min(words.upperBound - 1, verb + 9)).first(where: { isLink($0) }),
            (verb + 1..<link).allSatisfy({ prose.words[$0].kind != .punctuation }),
            lexicon.has(.orderVerb, lower(verb)) || link == verb + 1 && lower(link) == "that"
        else { return nil }
        return draft(source: subject, cue: words.lowerBound..<verb + 1, content: link..<words.upperBound)
    }

    /// "The owner put the loss at two million."
    private func put(_ verb: Int, _ words: Range<Int>) -> Draft? {
        guard ["put", "puts"].contains(lower(verb)), verb + 4 < words.upperBound,
            let at = (verb + 2..<min(words.upperBound - 1, verb + 10)).first(where: { lower($0) == "at" }),
            (verb + 1..<at).allSatisfy({ prose.words[$0].kind != .punctuation }),
            (at + 1..<min(words.upperBound, at + 4)).contains(where: {
                prose.words[$0].kind == .number || lexicon.has(.numeral, lower($0))
            }), let source = subject(endingAt: verb, words, opening: true)
        else { return nil }
        let end = (at..<words.upperBound).first { [",", ";", "."].contains(lower($0)) } ?? words.upperBound
        return draft(source: source, cue: verb..<verb + 1, content: verb + 1..<end)
    }

    /// "that, per the weekly Gull, it was shut": the source stands between commas or at an end.
    private func per(_ per: Int, _ words: Range<Int>) -> Draft? {
        guard lower(per) == "per", per + 2 < words.upperBound,
            per == words.lowerBound || lower(per - 1) == ",",
            prose.words[per + 1].isCapitalised || isDeterminer(per + 1)
        else { return nil }
        let end = (per + 2..<words.upperBound).first { prose.words[$0].kind == .punctuation } ?? words.upperBound
        let isLast = end >= words.upperBound - 1
        guard end - per < 10, isLast || lower(end) == ",", isLast ? per - words.lowerBound > 3 : true else {
            return nil
        }
        return around(source: per + 1..<end, cue: per..<per + 1, aside: per..<end, words)
    }

    /// "In the ministry's telling, it landed.", "The wing, in his words, “is shut”."
    private func telling(_ noun: Int, _ words: Range<Int>) -> Draft? {
        guard lexicon.has(.tellingNoun, lower(noun)), noun + 3 < words.upperBound, lower(noun + 1) == ",",
            let begin = (max(words.lowerBound, noun - 7)..<noun).last(where: { lower($0) == "in" }), begin + 1 < noun,
            begin == words.lowerBound || lower(begin - 1) == ",",
            prose.words[noun - 1].isPossessive || lower(noun - 1).hasSuffix("s'")
                || begin + 2 == noun && ["his", "her", "their", "its"].contains(lower(noun - 1))
        else { return nil }
        return around(source: begin + 1..<noun, cue: noun..<noun + 1, aside: begin..<noun + 1, words)
    }

    /// The words before and behind what commas set aside.
    private func around(source: Range<Int>, cue: Range<Int>, aside: Range<Int>, _ words: Range<Int>) -> Draft? {
        let behind = aside.upperBound + 1
        guard behind < words.upperBound - 1 else {
            guard aside.lowerBound - 1 > words.lowerBound else { return nil }
            return draft(source: source, cue: cue, content: words.lowerBound..<aside.lowerBound - 1)
        }
        guard var out = draft(source: source, cue: cue, content: behind..<words.upperBound) else { return nil }
        // "that, per the Gull, it is shut" begins behind the comma; "The wing, per the Gull, is shut" before it.
        if aside.lowerBound - 1 > words.lowerBound, lower(aside.lowerBound - 2) != "that" {
            let before = words.lowerBound..<aside.lowerBound - 1
            let mark = before.last { [":", ";"].contains(lower($0)) }
            guard (mark ?? 0) + 1 < before.upperBound else { return nil }
            out.content.insert(prose.span((mark.map { $0 + 1 } ?? before.lowerBound)..<before.upperBound), at: 0)
        }
        return out
    }

    /// "Kolen was quoted in the Gull as having told the crew that it was shut."
    private func quoted(_ verb: Int, _ words: Range<Int>) -> Draft? {
        guard ["quoted", "cited"].contains(lower(verb)), verb > words.lowerBound, lexicon.has(.being, lower(verb - 1)),
            let link = (verb + 1..<min(words.upperBound, verb + 9)).first(where: { lower($0) == "as" }),
            link + 4 < words.upperBound, ["saying", "telling", "writing", "having"].contains(lower(link + 1))
        else { return nil }
        let saying = lower(link + 1) == "having" ? link + 2 : link + 1
        let that = (saying + 1..<min(words.upperBound, saying + 8)).first { lower($0) == "that" }
        guard saying == link + 1 || that != nil,
            let source = subject(endingAt: verb - 1, words, opening: true)
        else { return nil }
        return draft(source: source, cue: saying..<saying + 1, content: (that ?? saying + 1)..<words.upperBound)
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
        if isOrder, let to = (next + 1..<min(words.upperBound, next + 10)).first(where: { isLink($0) }),
            (next..<to).allSatisfy({ prose.words[$0].kind != .punctuation })
        {
            return draft(source: source, cue: begin..<next, content: to..<words.upperBound)
        }
        guard lexicon.has(.clauseVerb, lower(verb)) else { return nil }
        let complement = behindAddressee(behindParenthesis(next, words), words)
        guard opensClause(complement, words) else { return nil }
        return draft(source: source, cue: begin..<next, content: complement..<words.upperBound)
    }

    /// "boasted to a cellmate that …": the word behind whom it was said to.
    private func behindAddressee(_ next: Int, _ words: Range<Int>) -> Int {
        guard next + 3 < words.upperBound, lower(next) == "to" else { return next }
        let that = (next + 2..<min(words.upperBound - 1, next + 9)).first { lower($0) == "that" }
        guard let that, (next + 1..<that).allSatisfy({ prose.words[$0].kind != .punctuation }) else { return next }
        return that
    }

    /// "reported, citing a court document, that …": the word behind what commas enclose before "that".
    private func behindParenthesis(_ next: Int, _ words: Range<Int>) -> Int {
        guard lower(next) == ",", next + 2 < words.upperBound else { return next }
        let close = (next + 2..<min(words.upperBound - 1, next + 12)).first { lower($0) == "," }
        guard let close, lower(close + 1) == "that" else { return next }
        return close + 1
    }
}
