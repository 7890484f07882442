internal import HearsayCore

/// A word with its meaning for the rules of time.
struct TimeToken: Sendable {
    /// Where it stands, without a possessive "'s".
    var span: TextSpan
    /// Lower case, without a possessive "'s".
    var lower: String
    var meaning: TimeMeaning
    /// The number, where it starts with a digit.
    var numeral: Numeral?
    /// The number below a hundred that is spelled in letters.
    var spelled: Double?
    var isCapitalised: Bool
    /// Whether nothing stands between it and the word before.
    var isGlued: Bool
    var isPossessive: Bool
    var isPunctuation: Bool

    /// The whole number that it is, without letters at its end.
    var integer: Int? { numeral.flatMap { $0.suffix.isEmpty ? $0.integer : nil } }
}

/// Turns words into tokens of time.
enum TimeLexer {
    /// Parts words in which digits and letters of time are stuck together ("mar4", "3h") stay whole; the grammar
    /// reads them by their numeral.
    static func tokens(_ words: [Word]) -> [TimeToken] {
        let lexicon = TimeLexicon.shared
        return words.map { word in
            var lower = word.lower
            var span = word.span
            var isPossessive = false
            if word.kind == .word, lower.utf8.count > 2, lower.hasSuffix("'s") {
                lower.removeLast(2)
                isPossessive = true
                span.end = word.span.end - possessiveLength(word, lower)
            }
            return TimeToken(
                span: span, lower: lower,
                meaning: word.kind == .word ? lexicon.meaning(lower) : .none,
                numeral: word.kind == .number ? Numeral(word.lower) : nil,
                spelled: word.kind == .punctuation ? nil : NumberWords.small(lower),
                isCapitalised: word.isCapitalised, isGlued: word.isGlued, isPossessive: isPossessive,
                isPunctuation: word.kind == .punctuation)
        }
    }

    /// Bytes of "'s" in the text, where the apostrophe may be curly.
    private static func possessiveLength(_ word: Word, _ lower: String) -> Int {
        let isASCII = lower.utf8.allSatisfy { $0 < 0x80 }
        return isASCII ? word.span.count - lower.utf8.count : 0
    }
}
