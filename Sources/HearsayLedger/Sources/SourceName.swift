internal import GRDB

/// Names as joining and searching compare them.
struct SourceName {
    /// The search's own tokenizer, so that a name is found as it is joined.
    private let tokenizer: any FTS5Tokenizer

    init(_ db: Database) throws { tokenizer = try db.makeTokenizer(.unicode61(diacritics: .remove)) }

    /// Small letters, no diacritics, no punctuation, no leading "the".
    func fold(_ name: String) throws -> String {
        var words = try words(name)
        if words.count > 1, words[0] == "the" { words.removeFirst() }
        return words.isEmpty ? name : words.joined(separator: " ")
    }

    /// The folded words of a text.
    func words(_ text: String) throws -> [String] { try tokenizer.tokenize(query: text).map(\.token) }
}
