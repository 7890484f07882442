internal import HearsayCore

/// Rules over the tagger's attributions: what is none, what was joined wrongly, and what holds what.
struct DraftRepair {
    let prose: Prose
    let lexicon: Lexicon

    private static let citing: Set<String> = ["citing", "quoting"]
    private static let silence: Set<String> = ["comment", "comments", "requests", "request"]
    private static let refusing: Set<String> = [
        "declined", "declines", "declining", "refused", "refuses", "asked", "asking", "asks", "requested", "requesting",
        "insisted", "insisting", "insists", "wanted", "want", "prefers", "preferred", "willing", "fears", "feared",
        "authorised", "authorized", "permitted", "name", "named", "spoke", "speaking", "confirmed",
    ]

    /// The attributions that stand, with their contents put right.
    func repaired(_ drafts: [Draft]) -> [Draft] {
        var out = drafts.map { passive(atHome(joinedToSource($0))) }
        out = out.map { carried($0, from: out) }
        out = out.compactMap { cited($0) }
        out.removeAll(where: isNone)
        var seen: Set<[TextSpan]> = []
        return out.filter { draft in
            // Two cues of one verb phrase ("reported Friday", "reported") are one.
            let home = draft.cue.map {
                prose.span(prose.sentences[prose.sentence(of: prose.words(touching: $0).lowerBound)])
            }
            return seen.insert([home].compactMap(\.self) + draft.content).inserted
        }
    }

    // MARK: what is none

    /// Asking for anonymity, declining to comment, neither confirming nor denying.
    private func isNone(_ draft: Draft) -> Bool {
        guard let cue = draft.cue.map({ prose.words(touching: $0) }), let first = cue.first else { return false }
        let content = prose.words(touching: draft.content[0])
        let near = prose.lower(cue) + prose.lower(content).prefix(8)
        if near.contains("neither"), near.contains("nor") { return true }
        if near.contains(where: Self.refusing.contains) {
            if lexicon.find(.anonymity, in: near) != nil || near.contains("anonymity") { return true }
            if near.contains("named") || near.contains("identified") || near.contains("quoted"),
                near.contains("not") || near.contains("if")
            {
                return true
            }
        }
        let declined = prose.lower(cue).contains {
            ["declined", "declines", "refused", "refuses", "declining"].contains($0)
        }
        if declined,
            near.contains(where: { ["say", "comment", "answer", "speak", "discuss", "elaborate"].contains($0) })
        {
            return true
        }
        if near.contains(where: Self.silence.contains),
            near.contains(where: Self.refusing.contains) || near.contains("for")
        {
            return content.count <= 8
        }
        let lower = prose.lower(cue)
        if isSilence(lower, draft, content) || isFalse(draft, lower) { return true }
        return lower == ["it", "goes", "without", "saying"] || lower == ["must", "be", "said"]
            || (prose.words[first].lower == "did" && lower.contains("name"))
    }

    /// "has not said how", "nobody said", "would say nothing": nothing is attributed.
    private func isSilence(_ cue: [String], _ draft: Draft, _ content: Range<Int>) -> Bool {
        let source = draft.source.map { prose.lower(prose.words(touching: $0)) } ?? []
        if source == ["nobody"] || source == ["no", "one"] || source.first == "neither" { return true }
        let saying = cue.contains { ["say", "said", "saying", "dispute", "know", "confirm", "says"].contains($0) }
        let denied = cue.contains { lexicon.has(.negation, $0) || $0.hasSuffix("n't") }
        if saying, denied { return true }
        return saying && prose.lower(content).prefix(2).contains("nothing")
    }

    /// A passive cue without a source that is no word of saying or thinking ("is listed"), or the publisher's own knowledge.
    private func isFalse(_ draft: Draft, _ cue: [String]) -> Bool {
        if let source = draft.source {
            let lower = prose.lower(prose.words(touching: source))
            return lower == ["our", "information"] || lower == ["plan"]
        }
        guard let first = cue.first, ["is", "are", "was", "were", "be", "been"].contains(first) else { return false }
        let known: [Lexicon.Section] = [
            .speech, .confirms, .denies, .asks, .urges, .intends, .believes, .nobodyCue,
        ]
        return !cue.contains { word in known.contains { lexicon.has($0, word) } }
    }

    // MARK: contents of other sentences

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
        return out
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
        guard start < end else { return draft }
        var out = draft
        out.source = prose.span(start..<end)
        return out
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
        return out
    }

    // MARK: "X reported, citing Y"

    /// Where the tagger took "citing" for the cue, the real cue is the verb before it (or "according to"), and what
    /// follows the cited ones, or else the clause before the outlet, is the content.
    private func cited(_ draft: Draft) -> Draft? {
        let draft = withoutCiting(draft)
        guard let cue = draft.cue.map({ prose.words(touching: $0) }), cue.count <= 2, let first = cue.first,
            Self.citing.contains(prose.words[first].lower), let source = draft.source
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
            return out
        }
        // "The tax will rise, the paper reported, citing two officials."
        let before = sentence.lowerBound..<max(sentence.lowerBound, sourceWords.lowerBound)
        guard before.count > 4, prose.words[before.upperBound - 1].lower == "," else { return nil }
        out.content = [prose.span(before.lowerBound..<before.upperBound - 1)]
        return out
    }

    /// A content that begins with "citing two officials," without that.
    private func withoutCiting(_ draft: Draft) -> Draft {
        var out = draft
        out.content = draft.content.compactMap { span in
            let words = prose.words(touching: span)
            guard let first = words.first(where: { prose.words[$0].kind == .word }),
                Self.citing.contains(prose.words[first].lower)
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

    /// Attributions that follow what they attribute and were left without content, because the content holds
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
            guard drafts.contains(where: { clause.contains($0.extent) && $0.outer == nil }) else { return nil }
            var out = draft
            out.content = [clause]
            return out
        }
    }

    /// Sets `outer` of every draft that lies inside another one's content, to the innermost such one.
    func nested(_ drafts: [Draft]) -> [Draft] {
        drafts.indices.map { index in
            var draft = drafts[index]
            let whole = [draft.source, draft.cue].compactMap { $0 }.reduce(draft.extent) { $0.union($1) }
            let holders = drafts.indices.filter { other in
                other != index && drafts[other].content.contains { $0.contains(whole) && $0.count > draft.extent.count }
            }
            draft.outer = holders.min { drafts[$0].extent.count < drafts[$1].extent.count }
            return draft
        }
    }
}
