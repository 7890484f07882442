import HearsayCore

/// A block of a Markdown text that is read: a paragraph, a list item, a row of a table, or a heading.
struct MarkdownBlock {
    /// What it is.
    enum Kind: Hashable {
        case paragraph
        /// A heading of a level from 1 to 6.
        case heading(Int)
    }

    /// What it is.
    var kind: Kind
    /// Where it stands, without the marks at its start and end.
    var span: TextSpan
    /// Number of lines.
    var lines = 1
    /// Marks of quotation at the start of its further lines, and the strokes of a table's row.
    var marks: [TextSpan] = []
    /// How many quotations it stands in.
    var depth = 0
    /// Whether it is one picture alone on its line.
    var isImage = false
}
