import HearsayCore

/// Joins paragraphs that a page break or a stray blank line cut in the middle of a sentence.
enum PassageJoining {
    /// Joins neighbouring paragraphs; page numbers between them become furniture of the joined one.
    static func join(_ passages: inout [Passage], furniture: [TextSpan]) {
        var out: [Passage] = []
        out.reserveCapacity(passages.count)
        for passage in passages {
            guard let last = out.last, last.kind == .paragraph, passage.kind == .paragraph,
                goesOn(last.words, in: passage.words)
            else {
                out.append(passage)
                continue
            }
            out[out.count - 1] = joined(last, passage, furniture)
        }
        passages = out
    }

    private static func joined(_ first: Passage, _ second: Passage, _ furniture: [TextSpan]) -> Passage {
        var out = first
        out.span = first.span.union(second.span)
        out.words = second.words
        out.lines += second.lines
        out.isFollowedByBlank = second.isFollowedByBlank
        let gap = TextSpan(first.span.end, second.span.start)
        out.furniture += furniture.filter { gap.contains($0) } + second.furniture
        return out
    }

    /// Whether a sentence that `first` leaves open goes on in `second`.
    private static func goesOn(_ first: ByteSlice, in second: ByteSlice) -> Bool {
        guard !SentenceEnd.closes(first), !endsQuoted(first), first.count >= 30 else { return false }
        guard let start = second.first, start.isASCIILetter || start.isASCIIDigit || start >= 0x80 || start == 0x22
        else {
            return false
        }
        if second.starts(with: [0xE2, 0x80, 0xA2]) { return false }
        if SentenceEnd.mustGoOn(first) { return true }
        if SentenceEnd.startsWithin(second) { return true }
        guard start != 0x22, start != 0xE2 else { return false }
        return SentenceEnd.holdsSentence(first) && first.words.count >= 12 && second.words.count >= 4
    }

    /// A closing quotation mark ends a quotation even without a full stop.
    private static func endsQuoted(_ words: ByteSlice) -> Bool {
        words.last == 0x22 || words.suffix(3).elementsEqual([0xE2, 0x80, 0x9D])
            || words.suffix(3).elementsEqual([0xE2, 0x80, 0x9C])
    }
}
