internal import GRDB

/// A word that is looked for.
struct SearchTerm: Equatable {
    /// The word, as the indexes hold words.
    let word: String
    /// Whether longer words that start so are meant too.
    var isPrefix: Bool

    /// Letters that the start of a word must have; fewer start too many words.
    private static let leastOfPrefix = 3

    /// In quotes, so that nothing in it is an operator.
    var pattern: String { "\"\(word)\"" + (isPrefix ? "*" : "") }

    /// The terms of a query's words: what stands between white space, and has a star behind it, is the start of words.
    /// The last one is so too when no index holds it as a word.
    static func terms(of words: String, in scopes: Set<SearchQuery.Scope>, _ db: Database) throws -> [SearchTerm] {
        let tokenizer = try db.makeTokenizer(.unicode61(diacritics: .remove))
        var terms: [SearchTerm] = []
        for piece in words.column.split(whereSeparator: \.isWhitespace) {
            terms += try tokenizer.tokenize(query: String(piece)).map { SearchTerm(word: $0.token, isPrefix: false) }
            if piece.hasSuffix("*"), !terms.isEmpty { terms[terms.count - 1].isPrefix = true }
        }
        if let last = terms.last, !last.isPrefix, last.word.count >= leastOfPrefix, try !last.occurs(in: scopes, db) {
            terms[terms.count - 1].isPrefix = true
        }
        return terms.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func occurs(in scopes: Set<SearchQuery.Scope>, _ db: Database) throws -> Bool {
        try scopes.contains { scope in
            let sql = "SELECT 1 FROM \(scope.index) WHERE \(scope.index) MATCH ? LIMIT 1"
            return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [pattern]) != nil
        }
    }
}
