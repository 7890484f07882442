internal import HearsayCore

extension Twins {
    /// A circle of a claim with the sentences that make it.
    static func round(_ round: ClaimDetail.Round, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("outlets") { $0.array(round.circle.outlets) { $0.string($1) } }
            writer.field("articles") { $0.array(round.circle.articles) { $0.string($1) } }
            writer.field("words") { $0.array(round.words) { $0.string($1) } }
            writer.field("claims") { $0.array(round.circle.claims) { $0.string($1) } }
        }
    }

    /// What was taken back of a claim, with the sentence before and after.
    static func takenBack(_ back: ClaimDetail.TakenBack, to writer: inout JSONWriter) {
        let withdrawal = back.withdrawal
        writer.object { writer in
            writer.field("article", withdrawal.article)
            writer.field("revision", withdrawal.revision)
            writer.field("changed", withdrawal.changed)
            writer.field("kind", withdrawal.kind.rawValue)
            writer.field("old", back.old)
            writer.field("new", back.new)
            writer.field("reason", withdrawal.reason)
            writer.field("dependents") { TraceJSON.write(withdrawal.dependents, to: &$0) }
        }
    }
}
