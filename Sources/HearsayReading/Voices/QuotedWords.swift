internal import HearsayCore

/// Which words stand between double quotation marks.
struct QuotedWords: Sendable {
    private var isQuoted: [Bool]

    /// Reads the marks of a document, paragraph by paragraph.
    init(_ prose: Prose) {
        isQuoted = Array(repeating: false, count: prose.words.count)
        for paragraph in prose.paragraphs {
            var (inside, open) = (false, Int?.none)
            for word in paragraph {
                if let mark = QuotationMark(prose.text, prose.words[word].span), mark.isDouble {
                    // An opening mark inside a quotation: the mark before was a slip.
                    if inside, mark.side == .opening, let open { for slip in open..<word { isQuoted[slip] = false } }
                    inside = mark.side == .either ? !inside : mark.side == .opening
                } else {
                    isQuoted[word] = inside
                    if inside { open = min(open ?? word, word) } else { open = nil }
                }
            }
            // A mark that nothing closes is a slip, unless the next paragraph opens with one again.
            if inside, let open, !opens(paragraph.upperBound, prose) {
                for word in open..<paragraph.upperBound { isQuoted[word] = false }
            }
        }
    }

    private func opens(_ word: Int, _ prose: Prose) -> Bool {
        word < prose.words.count && QuotationMark(prose.text, prose.words[word].span)?.isDouble == true
    }

    /// Whether a word is quoted.
    subscript(word: Int) -> Bool { isQuoted[word] }
}
