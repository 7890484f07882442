public import HearsayCore

/// Readings as a table (RFC 4180), one row per statement, for spreadsheets and data frames.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe instead.
public struct ReadingCSV: ReadingFormatter {
    /// The columns, in order.
    public static let columns = [
        "article", "outlet", "published", "headline", "statement", "voice", "chain", "name", "kind", "anonymous",
        "affiliation", "role", "reason", "relay", "quotation", "stance", "source", "cue", "content", "said", "times",
        "quantities", "places", "forecast", "due", "confidence",
    ]

    /// A table.
    public init() {}

    /// The names of the columns.
    public mutating func head() -> [UInt8] { Self.row(Self.columns) }

    /// The rows of one article.
    public mutating func article(_ reading: Reading, id: String?) -> [UInt8] {
        reading.statements.flatMap { Self.row(cells($0, in: reading, id: id)) }
    }

    private func cells(_ statement: Statement, in reading: Reading, id: String?) -> [String] {
        let (document, text) = (reading.document, reading.document.text)
        let voice = reading.voice(statement.voice)
        let article = [
            id ?? document.id, document.outlet.name ?? document.outlet.domain ?? "", document.published ?? "",
            document.headline ?? "",
        ]
        let who = [
            statement.id, statement.voice, VoiceLabel.chain(statement.relay, statement.voice, in: reading),
            voice?.name ?? "", voice?.kind.rawValue ?? "", voice?.anonymous == true ? "true" : "false",
            voice?.affiliation ?? "", voice?.role ?? "", voice?.reason ?? "", statement.relay.joined(separator: " "),
        ]
        let what = [
            statement.quotation.rawValue, statement.stance.rawValue, Statement.text(of: statement.source, in: text),
            Statement.text(of: statement.cue, in: text), statement.contentText(in: text),
            statement.said.map(TimeLabel.days) ?? "",
            statement.times.compactMap(TimeLabel.label).joined(separator: "; "),
            statement.quantities.map(FigureLabel.label).joined(separator: "; "),
            statement.places.map(\.name).joined(separator: "; "), statement.forecast?.certainty.rawValue ?? "",
            statement.forecast?.due.map(TimeLabel.days) ?? "", "\((statement.confidence * 1000).rounded() / 1000)",
        ]
        return article + who + what
    }

    static func row(_ cells: [String]) -> [UInt8] {
        Array((cells.map(cell).joined(separator: ",") + "\r\n").utf8)
    }

    static func cell(_ text: String) -> String {
        var text = text
        if let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) { text = "'" + text }
        let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        return needsQuotes
            ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
            : text
    }
}
