internal import HearsayCore

/// Gives quotations without a cue to whoever spoke before them.
///
/// A quotation that goes on in the paragraph of its speaker, or in the next one while the marks are still open, is a
/// further part of the same content; one that fills a paragraph of its own is a statement of the same source. Other
/// whole sentences in marks stay, without a source.
struct CarriedQuotation {
    let prose: Prose

    /// The drafts with such quotations joined or given a source; contents without source, cue and marks are nothing.
    func carried(_ drafts: [Draft]) -> [Draft] {
        var out = drafts.filter { $0.cue != nil || $0.source != nil }
        let free = drafts.filter { $0.cue == nil && $0.source == nil }.sorted { $0.start < $1.start }
        for draft in free {
            guard QuotationReader.quotation(draft.content, prose) == .direct,
                prose.words(touching: draft.extent).count(where: { prose.words[$0].kind == .word }) > 1
            else { continue }
            let words = prose.words(touching: draft.extent)
            guard let speaker = speaker(before: draft, out) else {
                if isWhole(words) { out.append(draft) }
                continue
            }
            let gap = paragraph(of: words) - paragraph(of: prose.words(touching: place(out[speaker])))
            if gap == 0 && !isWithin(words, behind: out[speaker]) || gap == 1 && isOpen(out[speaker]) {
                out[speaker].content += draft.content
            } else if gap == 1, fills(words) {
                var own = draft
                own.source = out[speaker].source
                out.append(own)
            } else if isWhole(words) {
                out.append(draft)
            }
        }
        return out
    }

    /// The last draft before another one, when it is quoted and has a source.
    private func speaker(before draft: Draft, _ drafts: [Draft]) -> Int? {
        let before = drafts.indices.filter { max(place(drafts[$0]).end, drafts[$0].cue?.end ?? 0) <= draft.start }
        guard let last = before.max(by: { place(drafts[$0]).end < place(drafts[$1]).end }), drafts[last].source != nil,
            QuotationReader.quotation(drafts[last].content, prose) != .indirect
        else { return nil }
        return last
    }

    /// Whether a quotation is only a part of another sentence than the speaker's ("The wing, in his words, “is shut”").
    private func isWithin(_ words: Range<Int>, behind speaker: Draft) -> Bool {
        let sentence = prose.sentence(of: words.lowerBound)
        return !isWhole(words) && prose.sentences[sentence].lowerBound < words.lowerBound
            && prose.sentence(of: prose.words(touching: place(speaker)).upperBound - 1) < sentence
    }

    /// Where a draft ends: its cue or the last part of its content.
    private func place(_ draft: Draft) -> TextSpan {
        draft.content.max { $0.end < $1.end } ?? draft.extent
    }

    private func paragraph(of words: Range<Int>) -> Int { prose.paragraph(of: words.lowerBound) }

    /// Whether the paragraph of a draft's end closes with marks still open.
    private func isOpen(_ draft: Draft) -> Bool {
        var inside = false
        for index in prose.paragraphs[paragraph(of: prose.words(touching: place(draft)))] {
            guard let mark = QuotationMark(prose.text, prose.words[index].span), mark.isDouble else { continue }
            inside = mark.side == .either ? !inside : mark.side == .opening
        }
        return inside
    }

    /// Whether a quotation is a sentence of its own: somebody said it, whoever it was.
    private func isWhole(_ words: Range<Int>) -> Bool {
        guard let first = words.first(where: { prose.words[$0].kind != .punctuation }) else { return false }
        return prose.words[first].isCapitalised && words.count > 4
            && words.suffix(2).contains { [".", "!", "?"].contains(prose.words[$0].lower) }
    }

    /// Whether some words and the marks around them are a whole paragraph.
    private func fills(_ words: Range<Int>) -> Bool {
        let paragraph = prose.paragraphs[paragraph(of: words)]
        return paragraph.allSatisfy { words.contains($0) || prose.words[$0].kind == .punctuation }
    }
}
