public import HearsayCore

/// A version of an article that a later one took the place of, with what the later one took back.
public struct Superseded: Sendable {
    /// A sentence that is reported otherwise, vouched for by somebody else, or gone.
    public struct Change: Sendable {
        /// All that became of it, the most serious first; never empty.
        public var kinds: [Withdrawal.Kind]
        /// The sentence before.
        public var old: TextSpan
        /// The sentence after; nil where it was taken out.
        public var new: TextSpan?
        /// The words of ``old`` that are gone; empty where words were only added.
        public var words: [TextSpan]
        /// One line for people.
        public var reason: String

        /// A change.
        public init(kinds: [Withdrawal.Kind], old: TextSpan, new: TextSpan?, words: [TextSpan], reason: String) {
            (self.kinds, self.old, self.new, self.words, self.reason) = (kinds, old, new, words, reason)
        }
    }

    /// The id of the version in the trace.
    public var article: String
    /// The id of the version after it.
    public var revision: String
    /// By when it was changed, as far as that is known: "YYYY-MM-DD" or RFC 3339.
    public var changed: String?
    /// What was changed.
    public var changes: [Change]

    /// A superseded version.
    public init(article: String, revision: String, changed: String?, changes: [Change]) {
        (self.article, self.revision, self.changed, self.changes) = (article, revision, changed, changes)
    }
}
