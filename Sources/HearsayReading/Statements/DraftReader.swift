internal import HearsayCore

/// Finds the attributions of a document, those inside others' contents included.
struct DraftReader: Sendable {
    /// How many times contents are read again for attributions inside them.
    private static let deepest = 2
    /// Inner attributions below this certainty are left out.
    private static let innerFloor = 0.55

    let tagger: Tagger
    let lexicon: Lexicon

    /// The drafts of some blocks, in text order; `outer` refers to the result.
    func drafts(_ prose: Prose, blocks: [TextSpan], markup: [TextSpan]) -> [Draft] {
        let text = prose.text
        let repair = DraftRepair(prose: prose, lexicon: lexicon)
        let sequence = tagger.words(text, blocks, skipping: markup)
        let tagged = tagger.attributions(in: [sequence])[0].map { draft($0, sequence) }
        var drafts = repair.repaired(tagged.filter { !$0.content.isEmpty })
        drafts += repair.trailing(tagged.filter(\.content.isEmpty), drafts)
        var layer = Array(drafts.indices)
        for _ in 0..<Self.deepest where !layer.isEmpty {
            let first = drafts.count
            drafts += repair.repaired(inner(of: layer, drafts, text, markup))
            layer = Array(first..<drafts.count)
        }
        return ordered(repair.nested(drafts.filter { !isBeyond($0, drafts) }))
    }

    private func draft(_ tagged: TaggedAttribution, _ sequence: WordSequence) -> Draft {
        Draft(
            source: tagged.source.map(sequence.span), cue: tagged.cue.map(sequence.span),
            content: tagged.content.map(sequence.span), outer: nil, labelling: tagged.labelling,
            linking: tagged.linking)
    }

    /// The attributions inside the contents of some drafts, each content read as a text of its own.
    private func inner(of layer: [Int], _ drafts: [Draft], _ text: SourceText, _ markup: [TextSpan]) -> [Draft] {
        let jobs = layer.flatMap { index in
            drafts[index].content.compactMap { span in
                plain(span, text).map { (index: index, words: tagger.words(text, [$0], skipping: markup)) }
            }
        }
        let found = tagger.attributions(in: jobs.map(\.words))
        var out: [Draft] = []
        for (job, attributions) in zip(jobs, found) {
            for one in attributions where one.cue != nil && !one.content.isEmpty {
                var draft = draft(one, job.words)
                guard accepted(draft, inside: drafts[job.index]) else { continue }
                draft.outer = job.index
                out.append(draft)
            }
        }
        return out
    }

    /// A content without the "that" and the quotation marks around it; nil when too little is left to hold another.
    private func plain(_ span: TextSpan, _ text: SourceText) -> TextSpan? {
        var words = WordScanner.words(in: text, span: span)[...]
        while let first = words.first, first.kind == .punctuation || first.lower == "that" { words.removeFirst() }
        while let last = words.last, last.kind == .punctuation { words.removeLast() }
        guard words.count >= 4, let first = words.first, let last = words.last else { return nil }
        return TextSpan(first.span.start, last.span.end)
    }

    private func accepted(_ draft: Draft, inside outer: Draft) -> Bool {
        guard draft.source != nil, !draft.content.isEmpty, !outer.content.contains(where: { $0 == draft.extent }) else {
            return false
        }
        let certainty = draft.labelling.values.reduce(1, *) * draft.linking
        return certainty >= Self.innerFloor
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
