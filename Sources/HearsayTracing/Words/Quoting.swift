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
