internal import HearsayCore

/// Tells whether a content is quoted: wholly, in part or not at all.
enum QuotationReader {
    /// The quotation of content spans. Direct means that every word but a leading "that" lies between double or
    /// single marks; marks around single words count as a part.
    static func quotation(_ content: [TextSpan], _ prose: Prose) -> Statement.Quotation {
        var (quoted, plain) = (0, 0)
        // Single marks quote only where no double ones do; inside those they belong to the quoted words.
        let double = content.contains { span in
            prose.words(touching: span).contains { QuotationMark(prose.text, prose.words[$0].span)?.isDouble == true }
        }
        for span in content {
            var inside = opensBefore(span, prose)
            for index in prose.words(touching: span) {
                let word = prose.words[index]
                if let mark = QuotationMark(prose.text, word.span),
                    mark.isDouble || !double && isQuoting(index, mark, prose)
                {
                    inside = mark.side == .either ? !inside : mark.side == .opening
                } else if word.kind != .punctuation, inside {
                    quoted += 1
                } else if word.kind != .punctuation, word.lower != "that" {
                    plain += 1
                }
            }
        }
        return quoted == 0 ? .indirect : plain == 0 ? .direct : .mixed
    }

    /// A single mark quotes when it stands apart from the word on its outer side.
    private static func isQuoting(_ index: Int, _ mark: QuotationMark, _ prose: Prose) -> Bool {
        let glued = prose.words[index].isGlued
        let next = index + 1 < prose.words.count && prose.words[index + 1].isGlued
        return glued != next
    }

    /// Whether the content begins inside a quotation that opened earlier in its paragraph.
    private static func opensBefore(_ span: TextSpan, _ prose: Prose) -> Bool {
        let first = prose.words(touching: span).lowerBound
        guard first < prose.words.count else { return false }
        var inside = false
        for index in prose.paragraphs[prose.paragraph(of: first)] where index < first {
            guard let mark = QuotationMark(prose.text, prose.words[index].span), mark.isDouble else { continue }
            inside = mark.side == .either ? !inside : mark.side == .opening
        }
        return inside
    }
}
