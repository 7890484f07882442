internal import HearsayCore

/// Tells which words stand inside double quotation marks; a single one is more often an apostrophe.
enum Quoting {
    /// One flag for each word. `sentences` are the ranges of the sentences: a straight mark at the start of one opens a
    /// quotation, whatever came before, because a quotation that goes on over paragraphs is opened anew in each.
    static func flags(_ words: [Word], sentences: [Range<Int>]) -> [Bool] {
        var (flags, isOpen) = ([Bool](), false)
        flags.reserveCapacity(words.count)
        for sentence in sentences {
            for i in sentence {
                switch words[i].lower {
                case "“", "«": isOpen = true
                case "”", "»": isOpen = false
                case "\"": isOpen = i == sentence.lowerBound || !isOpen
                default: break
                }
                flags.append(isOpen)
            }
        }
        return flags
    }
}

extension Corpus {
    /// Words in a row that two sentences must quote alike to quote the same speech.
    private static let quotation = 5

    /// Whether two units hold the same words inside quotation marks.
    func quotesTheSame(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (quotedWords(a), quotedWords(b))
        guard x.count >= Self.quotation, y.count >= Self.quotation else { return false }
        return (0...x.count - Self.quotation).contains { i in
            (0...y.count - Self.quotation).contains { j in
                x[i..<i + Self.quotation].elementsEqual(y[j..<j + Self.quotation])
            }
        }
    }

    private func quotedWords(_ unit: Int) -> [String] {
        let article = articles[units[unit].article]
        return units[unit].words.filter { article.quoted[$0] && article.words[$0].kind != .punctuation }
            .map { article.words[$0].lower }
    }
}
