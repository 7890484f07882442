import HearsayCore

/// A run of lines of a plain text that belong together, and what it is taken to be.
struct Passage {
    /// Where it stands, trimmed.
    var span: TextSpan
    /// Its words without leftover tags, as one run.
    var words: ByteSlice
    /// Number of lines.
    var lines: Int
    /// Whether a blank line (or the end of the text) follows.
    var isFollowedByBlank: Bool
    /// What it is; a paragraph until something else is known.
    var kind: Document.Block.Kind = .paragraph
    /// Page numbers that were skipped inside it.
    var furniture: [TextSpan] = []

    /// Number of words.
    var wordCount: Int { words.words.count }
}
