internal import GRDB
internal import HearsayCore

/// The columns of a statement that lists and searches need. They follow from the reading alone.
struct StatementRow: Equatable {
    var statement: String
    var words: String
    var stance: String
    var quotation: String
    var certainty: String?
    var dueStart: String?
    var dueEnd: String?
    var confidence: Double
    var saidStart: String?
    var saidEnd: String?
    var relayed: Bool

    init(_ statement: HearsayCore.Statement, text: SourceText) {
        self.statement = statement.id.column
        words = OneLine.text(statement.content.map(text.string).joined(separator: " … ")).column
        (stance, quotation) = (statement.stance.rawValue, statement.quotation.rawValue)
        certainty = statement.forecast?.certainty.rawValue
        dueStart = statement.forecast?.due?.start.description
        dueEnd = statement.forecast?.due?.end.description
        confidence = statement.confidence
        saidStart = statement.said?.start.description
        saidEnd = statement.said?.end.description
        relayed = !statement.relay.isEmpty
    }

    init(_ row: Row) throws {
        statement = try row.value("statement")
        words = try row.value("words")
        stance = try row.value("stance")
        quotation = try row.value("quotation")
        certainty = try row.optional("certainty")
        dueStart = try row.optional("due_start")
        dueEnd = try row.optional("due_end")
        confidence = try row.value("confidence")
        saidStart = try row.optional("said_start")
        saidEnd = try row.optional("said_end")
        relayed = try row.value("relayed")
    }

    /// In the order of the table.
    var values: [(any DatabaseValueConvertible)?] {
        [
            statement, words, stance, quotation, certainty, dueStart, dueEnd, confidence, saidStart, saidEnd,
            relayed,
        ]
    }
}
