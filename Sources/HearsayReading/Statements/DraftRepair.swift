internal import HearsayCore

/// Rules over the tagger's attributions: what is none, what was joined wrongly, and what holds what.
struct DraftRepair {
    let prose: Prose
    let lexicon: Lexicon
    /// How sure a link is that a rule made.
    private static let certain = 0.9

    /// The attributions that stand, with their contents put right.
    func repaired(_ drafts: [Draft]) -> [Draft] {
        let contents = ContentRepair(prose: prose, lexicon: lexicon)
        var out = drafts.map { draft in
            contents.ordered(told(quoted(passive(contents.repaired(spoken(joinedToSource(draft)))))))
        }
        out = out.map { carried($0, from: out) }
        out = out.compactMap { cited($0) }
        out.removeAll(where: NearMiss(prose: prose, lexicon: lexicon).isNone)
        var seen: Set<[TextSpan]> = []
        return out.filter { draft in
            // Two cues of one verb phrase ("reported Friday", "reported") are one.
            let home = draft.cue.map {
                prose.span(prose.sentences[prose.sentence(of: prose.words(touching: $0).lowerBound)])
            }
            return seen.insert([home].compactMap(\.self) + draft.content).inserted
        }
    }

    // MARK: sources

    /// "the weekly" right before the source "The Gull" belongs to the source, not to the content.
    private func joinedToSource(_ draft: Draft) -> Draft {
        guard let source = draft.source, draft.content.count > 1,
            let index = draft.content.firstIndex(where: { span in
                let words = prose.words(touching: span)
                let touches = span.end + 1 == source.start
                let isPhrase = words.first.map { ["the", "a", "an", "its"].contains(prose.words[$0].lower) } ?? false
                return touches && isPhrase && words.count <= 3
            })
        else { return draft }
        var out = draft
        out.source = draft.content[index].union(source)
        out.content.remove(at: index)
        out.rules.append("words right before the source joined to it")
        return out
    }

    /// "Kolen's own words were these: “…”", "His answer: “No.”": the owner of the words is the source.
    private func spoken(_ draft: Draft) -> Draft {
        guard draft.source == nil, let span = draft.content.first,
            QuotationReader.quotation(draft.content, prose) == .direct
        else { return draft }
        let words = prose.words(touching: span)
        guard let first = words.first, first > 1, prose.words[first - 1].lower == ":" else { return draft }
        let sentence = prose.sentences[prose.sentence(of: first - 1)]
        let noun = (sentence.lowerBound..<min(first - 1, sentence.lowerBound + 7)).first { index in
            lexicon.has(.wordsNoun, prose.words[index].lower)
        }
        guard let noun, noun > sentence.lowerBound else { return draft }
        var end = noun
        while end > sentence.lowerBound + 1, ["own", "only", "last", "first"].contains(prose.words[end - 1].lower) {
            end -= 1
        }
        let owner = prose.words[end - 1]
        let isOwner =
            owner.isPossessive || owner.lower.hasSuffix("s'")
            || end - 1 == sentence.lowerBound && ["his", "her", "their", "its"].contains(owner.lower)
        guard isOwner, !(sentence.lowerBound..<end).contains(where: { prose.words[$0].kind == .punctuation }) else {
            return draft
        }
        var out = draft
        out.source = prose.span(sentence.lowerBound..<end)
        out.cue = prose.words[noun].span
        out.rules.append("the owner of the words is the source")
        return out
    }

    /// "one official was quoted as saying by the outlet": the official is the source, not the outlet.
    private func passive(_ draft: Draft) -> Draft {
        guard let cue = draft.cue.map({ prose.words(touching: $0) }), let first = cue.first else { return draft }
        let sentence = prose.sentences[prose.sentence(of: first)]
        guard let quoted = cue.first(where: { ["quoted", "cited"].contains(prose.words[$0].lower) }),
            quoted > sentence.lowerBound, ["was", "were", "is", "are", "been"].contains(prose.words[quoted - 1].lower)
        else { return draft }
        if let source = draft.source, source.end <= prose.words[quoted].span.start { return draft }
        var end = quoted - 1
        if end > sentence.lowerBound, ["has", "have", "had"].contains(prose.words[end - 1].lower) { end -= 1 }
        var start = end
        while start > sentence.lowerBound, prose.words[start - 1].kind != .punctuation,
            !draft.content.contains(where: { $0.overlaps(prose.words[start - 1].span) })
        {
            start -= 1
        }
        // "“No,” the head of the bank, Ugo Ferr, is quoted as saying": from the closing mark on.
        let mark = (sentence.lowerBound..<end).last {
            QuotationMark(prose.text, prose.words[$0].span)?.isDouble == true
        }
        if let mark, mark + 1 < end, end - mark < 14, start == end || prose.words[mark + 1].lower != "," {
            start = mark + 1
            if prose.words[end - 1].lower == "," { end -= 1 }
        }
        guard start < end else { return draft }
        var out = draft
        out.source = prose.span(start..<end)
        out.content = draft.content.compactMap { span in
            let first = prose.words[start].span.start
            guard let mark, span.contains(prose.words[mark].span), span.end > first else { return span }
            return TextSpan(span.start, prose.words[mark].span.end)
        }
        out.rules.append("passive: the words before the verb are the source")
        return out
    }

    /// "The Gull quoted a pilot as saying that …": the pilot says it, and the content begins behind "saying".
    private func quoted(_ draft: Draft) -> Draft {
        guard let cue = draft.cue.map({ prose.words(touching: $0) }), let first = cue.first else { return draft }
        let sentence = prose.sentences[prose.sentence(of: first)]
        guard let verb = cue.first(where: { sentence.contains($0) && lexicon.has(.quoting, prose.words[$0].lower) }),
            let link = (verb + 1..<sentence.upperBound).first(where: { prose.words[$0].lower == "as" }),
            let saying = (link + 1..<min(sentence.upperBound, link + 4)).first(where: {
                ["saying", "telling", "writing", "having"].contains(prose.words[$0].lower)
            }), saying + 2 < sentence.upperBound
        else { return draft }
        var out = draft
        let isPassive = verb > sentence.lowerBound && lexicon.has(.being, prose.words[verb - 1].lower)
        if !isPassive {
            // "quoted the Warsaw daily Kurier as saying"
            guard link > verb + 1 else { return draft }
            out.source = prose.span(verb + 1..<link)
            out.via = draft.source
        } else if link == verb + 1 {
            return draft
        } else if let subject = subject(before: verb - 1, in: sentence) {
            out.source = prose.span(subject)
        }
        var begin = saying + 1
        if prose.words[saying].lower == "having" {
            out.cue = prose.span(saying..<saying + 2)
            let rest = saying + 2..<sentence.upperBound
            begin = rest.prefix(6).first { ["that", "to"].contains(prose.words[$0].lower) } ?? saying + 2
        } else {
            out.cue = prose.span(link..<saying + 1)
        }
        var end = max(sentence.upperBound, draft.content.map { prose.words(touching: $0).upperBound }.max() ?? 0)
        while end > begin + 1, [".", ";"].contains(prose.words[end - 1].lower) { end -= 1 }
        guard begin < end else { return draft }
        out.content = [prose.span(begin..<end)]
        return out
    }

    /// The words from the start of a clause up to an auxiliary.
    private func subject(before end: Int, in sentence: Range<Int>) -> Range<Int>? {
        var end = end
        while end > sentence.lowerBound, ["has", "have", "had"].contains(prose.words[end - 1].lower) { end -= 1 }
        var start = end
        while start > sentence.lowerBound, prose.words[start - 1].kind != .punctuation { start -= 1 }
        return start < end ? start..<end : nil
    }

    /// "she was told by the guard that …": the guard says it; without "by", nobody is given.
    private func told(_ draft: Draft) -> Draft {
        guard let cue = draft.cue.map({ prose.words(touching: $0) }),
            let verb = cue.first(where: { lexicon.has(.orderVerb, prose.words[$0].lower) }), verb > 0,
            lexicon.has(.being, prose.words[verb - 1].lower),
            ["that", "to", "by", "about", "of", "how"].contains(
                verb + 1 < prose.words.count ? prose.words[verb + 1].lower : ""),
            draft.source.map({ $0.end <= prose.words[verb].span.start }) ?? (prose.words[verb + 1].lower == "by")
        else { return draft }
        var out = draft
        out.source = nil
        if prose.words[verb + 1].lower == "by",
            let link = (verb + 2..<min(prose.words.count, verb + 12)).first(where: {
                ["that", "to", ",", "\"", "“"].contains(prose.words[$0].lower)
            }), link > verb + 2
        {
            let agent = prose.span(verb + 2..<link)
            out.source = agent
            out.content = draft.content.compactMap { span in
                guard span.overlaps(agent) else { return withoutHearer(span, before: verb) }
                let start = prose.words[link].span.start
                return start < span.end ? TextSpan(start, span.end) : nil
            }
            if out.content.isEmpty { return draft }
        }
        return out
    }

    /// "The club, the paper was told by an agent, is Porto": a content that runs up to the verb holds the hearer behind
    /// its last comma.
    private func withoutHearer(_ span: TextSpan, before verb: Int) -> TextSpan {
        let words = prose.words(touching: span)
        guard words.upperBound <= verb, words.upperBound >= verb - 3,
            let comma = words.last(where: { prose.words[$0].lower == "," }), comma > words.lowerBound
        else { return span }
        return prose.span(words.lowerBound..<comma)
    }

    /// "…, the source said, claiming that …": a participle without a source of its own has that of the cue before it.
    private func carried(_ draft: Draft, from drafts: [Draft]) -> Draft {
        guard let cue = draft.cue.map({ prose.words(touching: $0) }), let first = cue.first,
            prose.words[first].lower.hasSuffix("ing")
        else { return draft }
        if let source = draft.source {
            let home = prose.sentence(of: prose.words(touching: source).lowerBound)
            if home == prose.sentence(of: first) { return draft }
        }
        let sentence = prose.span(prose.sentences[prose.sentence(of: first)])
        let before = drafts.filter { other in
            guard let source = other.source, let otherCue = other.cue else { return false }
            return sentence.contains(source) && otherCue.end <= prose.words[first].span.start
        }
        var out = draft
        out.source = before.max { ($0.cue?.start ?? 0) < ($1.cue?.start ?? 0) }?.source ?? draft.source
        if out.source != draft.source { out.rules.append("participle: the source of the cue before it") }
        return out
    }

    // MARK: "X reported, citing Y"

    /// Where the tagger took "citing" for the cue, the real cue is the verb before it (or "according to"), and what
    /// follows the cited ones, or else the clause before the outlet, is the content.
    private func cited(_ draft: Draft) -> Draft? {
        let draft = withoutCiting(draft)
        guard let cue = draft.cue.map({ prose.words(touching: $0) }), cue.count <= 2, let first = cue.first,
            lexicon.has(.citingParticiple, prose.words[first].lower), let source = draft.source
        else { return draft }
        let sentence = prose.sentences[prose.sentence(of: first)]
        let sourceWords = prose.words(touching: source)
        var out = draft
        out.cue = reporting(before: first, behind: sourceWords, in: sentence)
        // "…, citing two officials, the tax will rise": the content follows the cited.
        let rest = draft.content.map { prose.words(touching: $0) }.last ?? 0..<0
        if let comma = rest.first(where: { prose.words[$0].lower == "," }), rest.upperBound - comma > 4,
            !prose.words[comma + 1].isCapitalised
        {
            out.content = [prose.span(comma + 1..<rest.upperBound)]
            out.rules.append("citing: the cited are the source, the reporting verb is the cue")
            return out
        }
        // "The tax will rise, the paper reported, citing two officials."
        let before = sentence.lowerBound..<max(sentence.lowerBound, sourceWords.lowerBound)
        guard before.count > 4, prose.words[before.upperBound - 1].lower == "," else { return nil }
        out.content = [prose.span(before.lowerBound..<before.upperBound - 1)]
        out.rules.append("citing: the cited are the source, the reporting verb is the cue")
        return out
    }

    /// A content that begins with "citing two officials," without that.
    private func withoutCiting(_ draft: Draft) -> Draft {
        var out = draft
        out.content = draft.content.compactMap { span in
            let words = prose.words(touching: span)
            guard let first = words.first(where: { prose.words[$0].kind == .word }),
                lexicon.has(.citingParticiple, prose.words[first].lower)
            else { return span }
            guard let comma = words.first(where: { $0 > first && prose.words[$0].lower == "," }),
                words.upperBound - comma > 3
            else { return draft.content.count > 1 ? nil : span }
            return prose.span(comma + 1..<words.upperBound)
        }
        return out.content.isEmpty ? draft : out
    }

    /// The verb between an outlet and "citing", or "according to" before the outlet.
    private func reporting(before citing: Int, behind source: Range<Int>, in sentence: Range<Int>) -> TextSpan? {
        let start = source.lowerBound
        if start >= sentence.lowerBound + 2, prose.words[start - 2].lower == "according",
            prose.words[start - 1].lower == "to"
        {
            return prose.span(start - 2..<start)
        }
        guard source.upperBound < citing, prose.words[source.upperBound].kind == .word else {
            return prose.words[citing].span
        }
        return prose.words[source.upperBound].span
    }

    // MARK: what holds what

    /// "“We must win,” Kolen said.": a quotation belongs to the attribution right behind it, though the tagger joined it
    /// to another one.
    func claimed(by empty: [Draft], _ drafts: [Draft]) -> [Draft] {
        var out = drafts
        for draft in empty {
            guard let source = draft.source, let cue = draft.cue else { continue }
            let first = prose.words(touching: source.union(cue)).lowerBound
            guard first > 1, QuotationMark(prose.text, prose.words[first - 1].span)?.isDouble == true,
                prose.words[first - 1].isGlued,
                let holder = out.indices.first(where: { index in
                    out[index].content.count > 1
                        && out[index].content.contains { $0.end == prose.words[first - 1].span.end }
                }), !out.contains(where: { $0.cue == cue }),
                let place = out[holder].content.firstIndex(where: { $0.end == prose.words[first - 1].span.end })
            else { continue }
            // What is quoted further on in the paragraph goes on with it.
            let paragraph = prose.paragraph(of: first)
            let parts = out[holder].content[place...].filter {
                prose.paragraph(of: prose.words(touching: $0).lowerBound) == paragraph
            }
            var own = draft
            own.content = Array(parts)
            own.linking = max(own.linking, Self.certain)
            out[holder].content.removeAll(where: parts.contains)
            own.rules.append("the quotation before the attribution is its content")
            out.append(own)
        }
        return out
    }

    /// Attributions that follow what they attribute and were left without content, mostly because the content holds
    /// attributions of its own: "X has told friends that he is leaving, a person close to him told the Globe."
    func trailing(_ empty: [Draft], _ drafts: [Draft]) -> [Draft] {
        empty.compactMap { draft in
            guard let source = draft.source, let cue = draft.cue else { return nil }
            let words = prose.words(touching: source.union(cue))
            guard let first = words.first else { return nil }
            let sentence = prose.sentences[prose.sentence(of: first)]
            guard first - sentence.lowerBound > 4, prose.words[first - 1].lower == ",",
                !drafts.contains(where: { $0.source == source && $0.cue == cue && !$0.content.isEmpty })
            else { return nil }
            let clause = prose.span(sentence.lowerBound..<first - 1)
            let touching = drafts.filter { draft in draft.content.contains { $0.overlaps(clause) } }
            guard touching.allSatisfy({ clause.contains($0.extent) && $0.outer == nil }) else { return nil }
            var out = draft
            out.content = [clause]
            out.rules.append("the clause before the attribution is its content")
            return out
        }
    }

    /// Sets `outer` of every draft that lies inside another one's content, to the innermost such one.
    func nested(_ drafts: [Draft]) -> [Draft] {
        drafts.indices.map { index in
            var draft = drafts[index]
            // An attribution in the middle parts a content: subject and verb may lie in two of its spans.
            let parts = [draft.source, draft.cue].compactMap(\.self) + [draft.extent]
            let whole = parts.dropFirst().reduce(parts[0]) { $0.union($1) }
            let holders = drafts.indices.filter { other in
                let spans = drafts[other].content
                return other != index && drafts[other].extent.contains(whole)
                    && drafts[other].extent.count > draft.extent.count
                    && parts.allSatisfy { part in spans.contains { $0.contains(part) } }
            }
            draft.outer = holders.min { drafts[$0].extent.count < drafts[$1].extent.count }
            return draft
        }
    }
}
