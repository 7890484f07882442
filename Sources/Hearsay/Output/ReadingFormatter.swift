public import HearsayCore

/// The forms in which readings are shown.
public enum OutputFormat: String, CaseIterable, Sendable {
    /// For reading in a terminal.
    case text
    /// One JSON object per article.
    case json
    /// One JSON object per article, always one a line.
    case jsonl
    /// One row per statement.
    case csv
    /// For notes and issues.
    case markdown
    /// One self-contained page.
    case html
}

/// What a view may rely on about the place where it is shown.
public struct OutputStyle: Sendable {
    /// Whether colours may be used.
    public var colour: Bool
    /// Columns of the terminal.
    public var width: Int
    /// Whether JSON is indented.
    public var indented: Bool

    /// A style; plain, 80 columns wide and not indented if nothing else is said.
    public init(colour: Bool = false, width: Int = 80, indented: Bool = false) {
        self.colour = colour
        self.width = max(40, min(width, 100))
        self.indented = indented
    }
}

/// Writes readings one after the other in one form.
public protocol ReadingFormatter {
    /// What stands before the first article.
    mutating func head() -> [UInt8]
    /// One article; `id` is the caller's own.
    mutating func article(_ reading: Reading, id: String?) -> [UInt8]
    /// What stands after the last article.
    mutating func foot() -> [UInt8]
}

extension ReadingFormatter {
    /// Nothing stands before the first article.
    public mutating func head() -> [UInt8] { [] }
    /// Nothing stands after the last article.
    public mutating func foot() -> [UInt8] { [] }
}

extension OutputFormat {
    /// A formatter of this form.
    public func formatter(style: OutputStyle) -> any ReadingFormatter {
        switch self {
        case .text: ReadingText(style: style)
        case .json: JSONFormatter(indented: style.indented)
        case .jsonl: JSONFormatter(indented: false)
        case .csv: ReadingCSV()
        case .markdown: ReadingMarkdown()
        case .html: ReadingHTML()
        }
    }
}

private struct JSONFormatter: ReadingFormatter {
    var indented: Bool

    mutating func article(_ reading: Reading, id: String?) -> [UInt8] {
        ReadingJSON.bytes(of: reading, id: id, indented: indented)
    }
}
