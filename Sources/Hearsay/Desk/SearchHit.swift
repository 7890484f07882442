/// One place that a search found.
public struct SearchHit: Equatable, Sendable {
    /// A piece of the found text.
    public struct Piece: Equatable, Sendable {
        /// Its words.
        public var words: String
        /// Whether they are what was searched for.
        public var isMatch: Bool

        /// A piece.
        public init(words: String, isMatch: Bool) { (self.words, self.isMatch) = (words, isMatch) }
    }

    /// The article.
    public var article: ArticleSummary
    /// The statement's id, when the place is a statement.
    public var statement: String?
    /// Who says it, when the place is a statement.
    public var voice: String?
    /// The words around the match, in order.
    public var pieces: [Piece]
    /// What was found.
    public var scope = SearchRequest.Scope.statements
    /// The number of the voice's source, where there is one.
    public var source: Int?
    /// For a search by meaning: how alike they are, 1 for the same.
    public var likeness: Double?

    /// A place.
    public init(article: ArticleSummary, statement: String?, voice: String?, pieces: [Piece]) {
        (self.article, self.statement, self.voice, self.pieces) = (article, statement, voice, pieces)
    }
}
