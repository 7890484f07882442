internal import HearsayCore

/// What the words of a source say: whether they name, describe or point back, and whom.
struct SourcePhrase: Sendable {
    /// How the words refer.
    enum Form: Equatable, Sendable {
        /// Nobody is given.
        case nobody
        /// "he", "they", "we", …
        case pronoun(String)
        /// A name: the number of its entity.
        case name(Int)
        /// Several names: the numbers of their entities.
        case names([Int])
        /// A name and a noun that make a new one ("the Trump campaign").
        case named(String)
        /// A description by a common noun, its last word.
        case noun(String)
        /// "one", "another", "one of them": a member of a group that was mentioned.
        case member
    }

    /// How a description is introduced.
    enum Determiner: Sendable { case definite, indefinite, possessive, bare }

    var form: Form
    var words: Range<Int>
    /// The words up to the first comma or clause: what introduces the voice.
    var core: Range<Int>
    var kind: Voice.Kind
    var determiner: Determiner = .bare
    var people: Voice.People?
    var anonymous = false
    var affiliation: String?
    var role: String?
}
