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

    /// The article.
    public var article: StoredArticle
    /// The statement's id, when the place is a statement.
    public var statement: String?
    /// Who says it, when the place is a statement.
    public var voice: String?
    /// The words around the match, in order.
    public var pieces: [Piece]
}
