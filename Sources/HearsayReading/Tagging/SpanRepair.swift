internal import HearsayCore

/// Small repairs of decoded spans that the labels cannot express: balanced quotation marks at the edges of contents.
enum SpanRepair {
    /// The spans with the quotation marks at their edges put right; order is kept.
    static func repaired(_ spans: [RoleSpan], in sequence: WordSequence) -> [RoleSpan] {
        var taken = Set(spans.flatMap { Array($0.words) })
        return spans.map { span in
            guard span.role == .content else { return span }
            var words = span.words
            closeBehind(&words, sequence, &taken)
            openBefore(&words, sequence, &taken)
            return RoleSpan(role: span.role, words: words)
        }
    }

    /// A content that opens a quotation and stops one mark (and perhaps a comma) short of its end takes the mark in.
    private static func closeBehind(_ words: inout Range<Int>, _ sequence: WordSequence, _ taken: inout Set<Int>) {
        guard sequence.quoted[words.upperBound - 1], !isMark(words.upperBound - 1, sequence) else { return }
        for end in words.upperBound..<min(words.upperBound + 2, sequence.count) {
            guard !taken.contains(end), sequence.quoted[end], !sequence.begins[end] else { return }
            if isMark(end, sequence) {
                taken.formUnion(words.upperBound...end)
                words = words.lowerBound..<end + 1
                return
            }
            guard sequence.shape[end] == .other else { return }
        }
    }

    /// A content that begins right behind an opening mark takes the mark in.
    private static func openBefore(_ words: inout Range<Int>, _ sequence: WordSequence, _ taken: inout Set<Int>) {
        let before = words.lowerBound - 1
        guard before >= 0, !taken.contains(before), isMark(before, sequence), sequence.quoted[words.lowerBound],
            !isMark(words.lowerBound, sequence), before == 0 || !sequence.quoted[before - 1] || sequence.begins[before]
        else { return }
        taken.insert(before)
        words = before..<words.upperBound
    }

    private static func isMark(_ word: Int, _ sequence: WordSequence) -> Bool {
        sequence.isDoubleMark[word]
    }
}
