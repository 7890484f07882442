internal import GRDB
public import HearsayCore

extension Ledger {
    /// Stores and logs a judgement. Nothing is ever changed by a later one; readers let the latest count.
    /// - Returns: the number of its entry.
    @discardableResult
    public func judge(_ judgement: Judgement) throws(LedgerError) -> Int {
        let record = judgement.record
        return try write { db in
            let entry = try db.append(.judgement, time: judgement.time, content: ["judgement": record])
            try db.insert(judgement, record: record, entry: entry)
            return entry
        }
    }

    /// All judgements in the order of the log.
    public func judgements() throws(LedgerError) -> [Judgement] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT record FROM judgement ORDER BY entry").map { row in
                guard let judgement = Judgement(record: try row.bytes("record")) else {
                    throw DamagedRow(column: "record")
                }
                return judgement
            }
        }
    }
}

extension Database {
    /// Stores a judgement under its entry.
    func insert(_ judgement: Judgement, record: [UInt8], entry: Int) throws {
        let row = JudgementRow(judgement)
        try execute(
            sql: "INSERT INTO judgement (outcome, claim, judge, time, record, entry) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [row.outcome, row.claim, row.judge, row.time, record.blob, entry])
        let id = lastInsertedRowID
        for (ordinal, anchor) in row.anchors.enumerated() {
            try execute(
                sql: """
                    INSERT INTO judgement_anchor (judgement, ordinal, document, start, "end") VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [id, ordinal, anchor.document, anchor.start, anchor.end])
        }
    }
}
