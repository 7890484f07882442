import HearsayLanguage

@testable import HearsayCore
@testable import HearsayReading

/// A tokenizer whose pieces are single letters, so that a word has as many pieces as letters.
enum TinyVocabulary {
    static func tokenizer() throws -> WordPieceTokenizer {
        let letters = "abcdefghijklmnopqrstuvwxyz0123456789".map(String.init)
        let marks = ["\"", "'", ".", ",", "“", "”", "«", "»", "‘", "’", "-"]
        let pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"] + letters + letters.map { "##" + $0 } + marks
        return try WordPieceTokenizer(vocabulary: Array(pieces.joined(separator: "\n").utf8))
    }

    /// The words of some paragraphs.
    static func sequence(_ paragraphs: String..., skipping: String? = nil) throws -> WordSequence {
        let text = SourceText(paragraphs.joined(separator: "\n\n"))
        let stretches = Passage.paragraphs(text)
        let skipped = try skipping.map { try [Passage(text.string).span($0)] } ?? []
        return WordSequence(text, stretches: stretches, tokenizer: try tokenizer(), skipping: skipped)
    }
}
