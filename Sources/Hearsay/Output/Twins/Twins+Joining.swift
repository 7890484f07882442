internal import HearsayCore

extension Twins {
    package static func pairs(_ pairs: [PossibleSource], next: String? = nil) -> [UInt8] {
        object { writer in
            writer.field("possible") { $0.array(pairs) { $0.possible($1) } }
            writer.field("next", next)
        }
    }

    package static func decisions(_ decisions: [SourceDecision], next: String? = nil) -> [UInt8] {
        object { writer in
            writer.field("decisions") { $0.array(decisions) { $0.decision($1) } }
            writer.field("next", next)
        }
    }
}

extension JSONWriter {
    mutating func possible(_ pair: PossibleSource) {
        object { writer in
            writer.field("first") { $0.source(pair.first) }
            writer.field("second") { $0.source(pair.second) }
            writer.field("score", pair.score)
            writer.field("reason", pair.reason)
        }
    }

    fileprivate mutating func decision(_ decision: SourceDecision) {
        object { writer in
            writer.field("id", decision.id)
            writer.field("action", decision.action)
            writer.field("sources") { $0.array(decision.sources) { $0.number($1) } }
            writer.field("into", decision.into)
            writer.field("decision", decision.decision)
            writer.field("judge", decision.judge)
            writer.field("time", decision.time)
            writer.field("undone", decision.undone)
            writer.field("entry", decision.entry)
        }
    }
}
