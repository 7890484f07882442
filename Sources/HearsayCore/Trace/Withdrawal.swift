/// Words that an article took back or changed in a later version, with every place in other articles that rests on them.
public struct Withdrawal: Hashable, Sendable {
    /// What became of the words.
    public enum Kind: String, Sendable, CaseIterable {
        /// Something else is reported, or the sentence is gone.
        case fact
        /// It is no longer the same who vouches for it.
        case attribution
    }

    /// When an article was published, seen from the change.
    public enum Moment: String, Sendable, CaseIterable { case before, after }

    /// A place that rests on the words.
    public struct Dependent: Hashable, Sendable {
        /// The place, by its number in ``Claim/members``.
        public var member: Int
        /// The articles by which it came: its own first, each took from the next, the last is a version of the changed one.
        public var path: [String]
        /// Whether its article was published before the change or after it; nil where that cannot be told.
        public var published: Moment?

        /// A place that rests on the words.
        public init(member: Int, path: [String], published: Moment?) {
            (self.member, self.path, self.published) = (member, path, published)
        }
    }

    /// The version that has the words.
    public var article: String
    /// The version that has them no more.
    public var revision: String
    /// By when they were changed, as far as it is known: "YYYY-MM-DD" or RFC 3339.
    public var changed: String?
    /// What became of them.
    public var kind: Kind
    /// The sentence before.
    public var old: TextSpan
    /// The sentence after; nil where it was taken out.
    public var new: TextSpan?
    /// One line for people: "300,000 became 200,000".
    public var reason: String
    /// The claim that the words carry.
    public var claim: String
    /// What rests on them, in the order of the claim's members.
    public var dependents: [Dependent]

    /// A withdrawal.
    public init(
        article: String, revision: String, changed: String?, kind: Kind, old: TextSpan, new: TextSpan?, reason: String,
        claim: String, dependents: [Dependent]
    ) {
        (self.article, self.revision, self.changed, self.kind) = (article, revision, changed, kind)
        (self.old, self.new, self.reason) = (old, new, reason)
        (self.claim, self.dependents) = (claim, dependents)
    }
}
