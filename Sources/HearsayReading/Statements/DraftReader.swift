internal import HearsayCore

/// Finds the attributions of a document, those inside others' contents included.
struct DraftReader: Sendable {
    /// How many times contents are read again for attributions inside them.
    private static let deepest = 2
    /// Attributions with less confidence are left out.
    private static let floor = 0.25
    /// Inner attributions below this certainty are left out.
    private static let innerFloor = 0.55
    /// The same where the cue holds a plain verb of saying, thinking or planning.
    private static let plainFloor = 0.35

    /// Words without which a content is not read again.
    private static let attributing: [Lexicon.Section] = [
        .speech, .confirms, .denies, .asks, .urges, .intends, .believes, .nobodyCue, .clauseVerb,
    ]

    let tagger: Tagger
    let lexicon: Lexicon

    /// The drafts of some blocks, in text order; `outer` refers to the result.
    func drafts(_ prose: Prose, blocks: [TextSpan], markup: [TextSpan]) -> [Draft] {
        let repair = DraftRepair(prose: prose, lexicon: lexicon)
        var drafts = top(prose, blocks, markup, repair)
        var layer = Array(drafts.indices)
        for _ in 0..<Self.deepest where !layer.isEmpty {
            let first = drafts.count
            let found = repair.repaired(inner(of: layer, drafts, prose, markup)).filter { isLikely($0, prose) }
            drafts += found + repair.repaired(mended(layer, drafts + found, prose))
            layer = Array(first..<drafts.count)
        }
        return ordered(repair.nested(drafts.filter { !isBeyond($0, drafts) && isLikely($0, prose) }))
    }

    /// The drafts that are in no other's content, or were tagged so.
    private func top(_ prose: Prose, _ blocks: [TextSpan], _ markup: [TextSpan], _ repair: DraftRepair) -> [Draft] {
        let sequence = tagger.words(prose.text, blocks, skipping: markup)
        let tagged = tagger.attributions(in: [sequence])[0].map { draft($0, sequence) }
        let layout = LayoutReader(prose: prose, lexicon: lexicon).drafts()
        let whole = LayoutReader.merged(tagged.filter { !$0.content.isEmpty }, with: layout)
        let empty = tagged.filter(\.content.isEmpty)
        let claimed = repair.claimed(by: empty, whole).filter { !$0.content.isEmpty }
        var drafts = repair.repaired(CarriedQuotation(prose: prose).carried(claimed))
        drafts += repair.trailing(empty, drafts)
        drafts = separated(drafts, prose).filter { isLikely($0, prose) }
        return drafts + repair.repaired(untouched(by: drafts, prose))
    }

    /// The drafts with what their sources say in second verbs apart.
    private func separated(_ drafts: [Draft], _ prose: Prose) -> [Draft] {
        let contents = ContentRepair(prose: prose, lexicon: lexicon)
        return drafts.flatMap { draft in
            let parts = contents.coordinated(draft)
            guard parts.count == 2, let cue = parts[1].cue else { return parts }
            return drafts.contains { $0.cue?.overlaps(cue) == true } ? [parts[0]] : parts
        }
    }

    /// What the words tell in sentences in which the tagger found nothing.
    private func untouched(by drafts: [Draft], _ prose: Prose) -> [Draft] {
        let reader = ClauseReader(prose: prose, lexicon: lexicon)
        return prose.sentences.flatMap { sentence in
            let span = prose.span(sentence)
            let isTouched = drafts.contains { one in
                (one.content + [one.cue, one.source].compactMap(\.self)).contains { $0.overlaps(span) }
            }
            return isTouched ? [] : Array(reader.drafts(in: sentence).prefix(1))
        }
    }

    private func draft(_ tagged: TaggedAttribution, _ sequence: WordSequence) -> Draft {
        Draft(
            source: tagged.source.map(sequence.span), cue: tagged.cue.map(sequence.span),
            content: tagged.content.map(sequence.span), outer: nil, labelling: tagged.labelling,
            linking: tagged.linking)
    }

    /// The attributions inside the contents of some drafts, each content read as a text of its own.
    private func inner(of layer: [Int], _ drafts: [Draft], _ prose: Prose, _ markup: [TextSpan]) -> [Draft] {
        let jobs = layer.flatMap { index in
            drafts[index].content.compactMap { span in
                plain(span, prose).map { (index: index, words: tagger.words(prose.text, [$0], skipping: markup)) }
            }
        }
        let found = tagger.attributions(in: jobs.map(\.words))
        var out: [Draft] = []
        for (job, attributions) in zip(jobs, found) {
            for one in attributions where one.cue != nil && !one.content.isEmpty {
                var draft = draft(one, job.words)
                guard accepted(draft, inside: drafts[job.index], prose) else { continue }
                draft.outer = job.index
                out.append(draft)
            }
        }
        return out
    }

    /// What the words of the contents tell and the tagger missed.
    private func mended(_ layer: [Int], _ drafts: [Draft], _ prose: Prose) -> [Draft] {
        let reader = ClauseReader(prose: prose, lexicon: lexicon)
        var out: [Draft] = []
        let isKnown = { (draft: Draft, found: [Draft]) in
            (drafts + found).contains { one in
                guard let cue = one.cue, let own = draft.cue else { return false }
                return cue.overlaps(own)
            }
        }
        for index in layer {
            let parts = drafts[index].content.map { prose.words(touching: $0) }
            if parts.count == 2, prose.sentence(of: parts[0].lowerBound) == prose.sentence(of: parts[1].lowerBound),
                var draft = reader.predicate(parts[1], of: parts[0]), !isKnown(draft, out)
            {
                draft.outer = index
                out.append(draft)
            }
            for span in drafts[index].content {
                let words = prose.words(touching: span)
                for sentence in prose.sentences where sentence.overlaps(words) {
                    for var draft in reader.drafts(in: sentence.clamped(to: words)) {
                        guard !isKnown(draft, out), !isReflexive(draft, inside: drafts[index], prose) else { continue }
                        draft.outer = index
                        out.append(draft)
                    }
                }
            }
        }
        return out
    }

    /// A content without the "that" and the quotation marks around it; nil when too little is left to hold another, or
    /// no word of saying or thinking is there.
    private func plain(_ span: TextSpan, _ prose: Prose) -> TextSpan? {
        var words = WordScanner.words(in: prose.text, span: span)[...]
        while let first = words.first, first.kind == .punctuation || first.lower == "that" { words.removeFirst() }
        while let last = words.last, last.kind == .punctuation { words.removeLast() }
        guard words.count >= 4, let first = words.first, let last = words.last,
            words.contains(where: { word in Self.attributing.contains { lexicon.has($0, word.lower) } })
        else { return nil }
        return TextSpan(first.span.start, last.span.end)
    }

    private func accepted(_ draft: Draft, inside outer: Draft, _ prose: Prose) -> Bool {
        guard draft.source != nil, !draft.content.isEmpty, !outer.content.contains(where: { $0 == draft.extent }),
            !isReflexive(draft, inside: outer, prose)
        else { return false }
        let certainty = draft.labelling.values.reduce(1, *) * draft.linking
        let isPlain = draft.cue.map { cue in
            prose.lower(prose.words(touching: cue)).contains {
                lexicon.has(.clauseVerb, $0) || lexicon.has(.planVerb, $0) || lexicon.has(.orderVerb, $0)
            }
        }
        return certainty >= (isPlain == true ? Self.plainFloor : Self.innerFloor)
    }

    /// "he said he hoped to win", "I say what I like": the speaker's own mind or saying, or what a denial denies.
    private func isReflexive(_ draft: Draft, inside outer: Draft, _ prose: Prose) -> Bool {
        guard let source = draft.source, let cue = draft.cue else { return false }
        let words = prose.lower(prose.words(touching: source))
        let isQuoted = QuotationReader.quotation(outer.content, prose) == .direct
        let own: Set<String> = isQuoted ? ["i", "we"] : ["he", "she", "they", "it", "who", "i", "we"]
        guard words.count == 1, own.contains(words[0]) else { return false }
        if isQuoted { return true }
        let denied = outer.cue.map { prose.lower(prose.words(touching: $0)).contains { lexicon.has(.denies, $0) } }
        return denied == true
            || prose.lower(prose.words(touching: cue)).contains {
                lexicon.has(.believes, $0) || lexicon.has(.intends, $0) || lexicon.has(.asks, $0)
            }
    }

    /// Whether a draft with a cue is likely enough to be told.
    private func isLikely(_ draft: Draft, _ prose: Prose) -> Bool {
        draft.cue == nil
            || Confidence.of(draft, quotation: QuotationReader.quotation(draft.content, prose)) >= Self.floor
    }

    /// An inner draft that repeats one that is there already.
    private func isBeyond(_ draft: Draft, _ drafts: [Draft]) -> Bool {
        draft.outer != nil && drafts.contains { $0.outer == nil && $0.cue == draft.cue }
    }

    private func ordered(_ drafts: [Draft]) -> [Draft] {
        let key = { (draft: Draft) in (draft.start, draft.extent.start, -draft.extent.end) }
        let order = drafts.indices.sorted { key(drafts[$0]) < key(drafts[$1]) }
        var place = [Int](repeating: 0, count: drafts.count)
        for (new, old) in order.enumerated() { place[old] = new }
        return order.map { old in
            var draft = drafts[old]
            draft.outer = draft.outer.map { place[$0] }
            return draft
        }
    }
}
