/// One place that a search found, in the latest revision of an article.
public struct SearchMatch: Hashable, Sendable {
    /// A piece of the found text.
    public struct Piece: Hashable, Sendable {
        /// Its words.
        public var words: String
        /// Whether they are what was searched for.
        public var isMatch: Bool

        /// A piece.
        public init(words: String, isMatch: Bool) { (self.words, self.isMatch) = (words, isMatch) }
    }

    /// What was found: a statement, an article, or a voice.
    public var scope: SearchQuery.Scope
    /// The article.
    public var article: StoredArticle
    /// The statement's id, when the place is a statement.
    public var statement: String?
    /// Who says it, when the place is a statement; who was found, when it is a voice.
    public var voice: String?
    /// The number of that voice's source; nil when nobody is given.
    public var source: Int?
    /// The words around the match, in order.
    public var pieces: [Piece]
}

/// Some of what a search found, best first.
public struct SearchMatches: Hashable, Sendable {
    /// The places.
    public var matches: [SearchMatch]
    /// From where to go on, for the same query; nil when that was all.
    ///
    /// The next page begins behind the last place of this one, on the ledger as it is by then. While the ledger stays as it
    /// is, the pages hold every place once. What is added or taken out between two pages changes how rare words are and so
    /// the order of what they find, so that a place near the end of a page may come twice or not at all.
    public var next: String?
}
