/// Whether two names stand for one source, how alike they are, and why.
public struct NameMatch: Hashable, Sendable {
    /// What a comparison comes to.
    public enum Verdict: String, Sendable, CaseIterable {
        /// Two spellings, forms or short forms of one name. Two sources may still bear one name: see ``AffiliationMatch``.
        case same
        /// Perhaps one name, perhaps two: a person should look, and nothing is merged.
        case possible
        /// Two names.
        case different
    }

    /// How alike the names are, from 0 to 1; ``NameMatcher/threshold`` parts alike from unlike.
    public var score: Double
    /// What follows for a ledger. A high score is not enough for `same`, and known differences (numbers, places, two
    /// entries of the alias table) make names `different` however alike they are spelt.
    public var verdict: Verdict
    /// One phrase for people: "one spelling: Vyorstka, Вёрстка".
    public var reason: String

    /// A result of these parts.
    public init(score: Double, verdict: Verdict, reason: String) {
        (self.score, self.verdict, self.reason) = (score, verdict, reason)
    }
}
