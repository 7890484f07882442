internal import HearsayCore

/// A table of statements, one row each, for spreadsheets and data frames (RFC 4180, UTF-8, lines end in CR LF).
///
/// Words stand as they do in the article, line breaks among them. A cell that a spreadsheet would take for a formula
/// begins with an apostrophe instead; ``unguarded(_:)`` takes it away again.
public struct StatementTable: LedgerExport {
    /// The columns, in order.
    public static let columns = [
        "article", "revision", "outlet", "url", "published", "captured", "digest", "statement", "voice", "kind",
        "anonymous", "affiliation", "role", "reason", "relay", "stance", "quotation", "words", "said", "due",
        "certainty", "confidence",
    ]

    /// A table.
    public init() {}

    /// The names of the columns.
    public mutating func head() -> [UInt8] { Self.row(Self.columns) }

    /// The rows of one article's statements.
    public mutating func article(_ article: ExportedArticle) -> [UInt8] {
        let voices = Dictionary(article.reading.voices.map { ($0.id, $0) }) { first, _ in first }
        let facts = Self.facts(of: article)
        return article.reading.statements.flatMap { statement in
            Self.row(facts + Self.cells(of: statement, voices, in: article.reading.document.text))
        }
    }

    /// Nothing: a table has no end.
    public mutating func foot() -> [UInt8] { [] }

    private static func facts(of article: ExportedArticle) -> [String] {
        let (revision, document) = (article.revision, article.reading.document)
        return [
            String(revision.article), String(revision.number), document.outlet.label ?? "", revision.address ?? "",
            document.published ?? "", revision.captured, revision.digest,
        ]
    }

    private static func cells(
        of statement: Statement, _ voices: [String: Voice], in text: SourceText
    ) -> [String] {
        let voice = voices[statement.voice]
        let relay = statement.relay.map { voices[$0]?.label ?? $0 }
        return [
            statement.id, voice?.name ?? "", voice?.kind.rawValue ?? "", voice?.anonymous == true ? "true" : "false",
            voice?.affiliation ?? "", voice?.role ?? "", voice?.reason ?? "", relay.joined(separator: " ← "),
            statement.stance.rawValue, statement.quotation.rawValue, QuotedText.words(of: statement.content, in: text),
            statement.said?.label ?? "", statement.forecast?.due?.label ?? "",
            statement.forecast?.certainty.rawValue ?? "", Chance.rounded(statement.confidence).map { "\($0)" } ?? "",
        ]
    }

    /// The first characters by which a spreadsheet takes a cell for a formula, in narrow and in full width.
    private static let formulaStarts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
    ]

    /// Text as a cell that no spreadsheet takes for a formula: with an apostrophe before it if it begins like one.
    ///
    /// Text that begins like that after apostrophes of its own gets one more, so that the guard can be taken away.
    public static func guarded(_ text: String) -> String { isFormula(text) ? "'" + text : text }

    /// The text of a cell that was guarded.
    public static func unguarded(_ cell: String) -> String {
        cell.utf8.first == 0x27 && isFormula(cell) ? String(cell.unicodeScalars.dropFirst()) : cell
    }

    private static func isFormula(_ text: String) -> Bool {
        text.unicodeScalars.first { $0 != "'" }.map(formulaStarts.contains) ?? false
    }

    private static func row(_ cells: [String]) -> [UInt8] {
        var row: [UInt8] = []
        for (i, text) in cells.enumerated() {
            if i > 0 { row.append(0x2C) }
            append(guarded(text), to: &row)
        }
        return row + [0x0D, 0x0A]
    }

    /// Appends a cell, in quotes where anything in it could end a cell for any reader, also one that takes semicolons
    /// or tabs for commas. RFC 4180 has no NUL, at which many readers end; it becomes U+FFFD.
    private static func append(_ cell: String, to row: inout [UInt8]) {
        let bytes = Array(cell.utf8)
        let isPlain = bytes.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x2C && $0 != 0x3B }
        if isPlain { return row.append(contentsOf: bytes) }
        row.append(0x22)
        for byte in bytes {
            switch byte {
            case 0x00: row.append(contentsOf: [0xEF, 0xBF, 0xBD])
            case 0x22: row.append(contentsOf: [0x22, 0x22])
            default: row.append(byte)
            }
        }
        row.append(0x22)
    }
}
