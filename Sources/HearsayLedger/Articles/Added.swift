/// What adding an article changed in the ledger.
public struct Added: Hashable, Sendable {
    /// What changed.
    public enum Change: String, Sendable, CaseIterable {
        /// A new article.
        case added
        /// A new revision of a known article.
        case revised
        /// Nothing: the same bytes with the same facts were there.
        case unchanged
    }

    /// What changed.
    public var change: Change
    /// The article and its revision: the new one, or the one that was there.
    public var revision: RevisionKey
    /// Statements in that revision.
    public var statements: Int

    /// A result.
    public init(change: Change, revision: RevisionKey, statements: Int) {
        (self.change, self.revision, self.statements) = (change, revision, statements)
    }
}

/// Names one revision of one article.
public struct RevisionKey: Hashable, Comparable, Sendable {
    /// The article's number in the ledger.
    public var article: Int
    /// The revision's number within the article, from 1.
    public var number: Int

    /// A key.
    public init(article: Int, number: Int) { (self.article, self.number) = (article, number) }

    /// Order by article, then by revision.
    public static func < (a: RevisionKey, b: RevisionKey) -> Bool {
        (a.article, a.number) < (b.article, b.number)
    }
}
