internal import GRDB
internal import HearsayCore

extension Judgement {
    /// The judgement as JSON with sorted keys: what the log's entry covers. Spans are in bytes.
    var record: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("anchors") { writer in
                writer.array(anchors) { writer, anchor in
                    writer.object {
                        $0.field("document", anchor.document)
                        $0.field("end", anchor.span.end)
                        $0.field("start", anchor.span.start)
                    }
                }
            }
            writer.field("claim", claim)
            writer.field("evidence") { $0.array(evidence) { $0.string($1) } }
            writer.field("judge", judge)
            writer.field("outcome", outcome.rawValue)
            writer.field("time", time)
        }
        return writer.bytes
    }

    /// The judgement of a record; nil when it is none.
    init?(record: [UInt8]) {
        guard case .object(let fields)? = try? JSONReader.value(of: record),
            case .string(let outcome)? = fields["outcome"], let outcome = Claim.Outcome(rawValue: outcome),
            case .string(let time)? = fields["time"], case .string(let claim)? = fields["claim"],
            case .array(let evidence)? = fields["evidence"], case .array(let anchors)? = fields["anchors"]
        else { return nil }
        self.init(outcome: outcome, evidence: [], time: time, claim: claim, anchors: [])
        if case .string(let judge)? = fields["judge"] { self.judge = judge }
        for piece in evidence {
            guard case .string(let piece) = piece else { return nil }
            self.evidence.append(piece)
        }
        for anchor in anchors {
            guard let anchor = Anchor(anchor) else { return nil }
            self.anchors.append(anchor)
        }
    }
}

extension Judgement.Anchor {
    fileprivate init?(_ value: JSONValue) {
        guard case .object(let fields) = value, case .string(let document)? = fields["document"],
            case .number(let start)? = fields["start"], case .number(let end)? = fields["end"],
            let start = Int(exactly: start), let end = Int(exactly: end), 0 <= start, start <= end
        else { return nil }
        self.init(document: document, span: TextSpan(start, end))
    }
}

/// The columns of a judgement. They follow from its record alone.
struct JudgementRow: Equatable {
    struct Anchor: Equatable {
        var document: String
        var start: Int
        var end: Int
    }

    var outcome: String
    var claim: String
    var judge: String?
    var time: String
    var anchors: [Anchor]

    init(_ judgement: Judgement) {
        (outcome, claim) = (judgement.outcome.rawValue, judgement.claim.column)
        (judge, time) = (judgement.judge?.column, judgement.time.column)
        anchors = judgement.anchors.map {
            Anchor(document: $0.document.column, start: $0.span.start, end: $0.span.end)
        }
    }

    init(_ row: Row, _ db: Database) throws {
        outcome = try row.value("outcome")
        claim = try row.value("claim")
        judge = try row.optional("judge")
        time = try row.value("time")
        let id: Int = try row.value("id")
        let sql = "SELECT * FROM judgement_anchor WHERE judgement = ? ORDER BY ordinal"
        anchors = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id]).map { row in
            Anchor(
                document: try row.value("document"), start: try row.value("start"), end: try row.value("end"))
        }
    }
}
