internal import HearsayCore

/// A name that the text abbreviates in brackets: "Alliance to Mend the Piers (AMP)".
struct Abbreviated {
    /// The words before the bracket whose initials the abbreviation gives.
    let name: Range<Int>

    /// Reads what a bracket at a word holds; nil when the words before it are not spelled by it.
    init?(bracket: Int, in sentence: Range<Int>, _ prose: Prose) {
        guard prose.words[bracket].lower == "(", bracket + 2 < sentence.upperBound,
            prose.words[bracket + 2].lower == ")"
        else { return nil }
        let span = prose.words[bracket + 1].span
        let letters = Array(prose.text.utf8[span.range])
        guard letters.count > 2, letters.count < 9, letters.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else { return nil }
        let lower: Set<String> = ["of", "and", "for", "the", "&", "to", "on", "in", "against", "at"]
        var (left, word) = (letters[...], bracket - 1)
        while let letter = left.last, word >= sentence.lowerBound {
            let one = prose.words[word]
            if one.isCapitalised, prose.text.utf8[one.span.range].first == letter {
                left.removeLast()
            } else if !lower.contains(one.lower) {
                return nil
            }
            word -= 1
        }
        guard left.isEmpty, bracket - word - 1 > 1 else { return nil }
        name = word + 1..<bracket
    }
}
