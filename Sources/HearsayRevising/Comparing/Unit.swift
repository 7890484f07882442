/// A word or a few that say one thing, as versions are compared by what is said.
struct Unit: Hashable, Sendable {
    /// What the words are.
    enum Kind: Hashable, Sendable {
        /// A punctuation mark.
        case mark
        /// A mark that opens or closes a quotation.
        case quotationMark
        /// A word that joins others.
        case function
        /// A word that binds a deed to its end or doer ("from", "to").
        case direction
        /// "He", "their".
        case pronoun
        /// A word that can be left out.
        case filler
        /// "Not", "no", "without".
        case negation
        /// A number, a bound on one, or "several".
        case number
        /// A day, a date, a length of time.
        case time
        /// A proper name.
        case name
        /// "Will", "may", "reportedly".
        case certainty(CertaintyWords.Grade)
        /// "About" before a number.
        case rough
        /// "Said", "according to".
        case cue(CueWords.Force)
        /// Any other word.
        case content
    }

    /// In what part of an attribution a unit stands.
    enum Zone: Hashable, Sendable { case none, source, relay, withholding }

    var kind: Kind
    /// Units with the same key say the same.
    var key: String
    /// The words, as places in the line.
    var words: Range<Int>
    /// Whether it stands between quotation marks.
    var isQuoted = false
    var zone = Zone.none

    /// Whether it says that somebody says something.
    var isCue: Bool { if case .cue = kind { true } else { false } }

    /// Whether a change of it alone changes what is said.
    var tells: Bool {
        switch kind {
        case .mark, .quotationMark, .function, .direction, .pronoun, .filler:
            isQuoted && kind != .quotationMark && kind != .mark
        default: true
        }
    }
}
