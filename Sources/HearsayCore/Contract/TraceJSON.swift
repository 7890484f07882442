/// A trace as JSON, exactly as the contract has it: offsets in code points of each article's text.
///
/// Beside the contract's fields each claim carries its origins one by one (`sources`) and why it clashes with others
/// (`contradictions`), and the trace carries `outside`, `circles` and `withdrawn`.
public enum TraceJSON {
    /// The version of the contract.
    public static let version = 1

    /// The trace as JSON and a line end; `texts` holds the text of every article by its id.
    public static func bytes(of trace: Trace, texts: [String: SourceText], indented: Bool = false) -> [UInt8] {
        let offsets = texts.mapValues { CodePointMap($0) }
        var writer = JSONWriter(indented: indented)
        writer.object { writer in
            writer.field("hearsay", version)
            writer.field("articles") { $0.array(trace.articles) { write($1, to: &$0) } }
            writer.field("edges") { $0.array(trace.edges) { write($1, to: &$0) { offsets[$0] } } }
            writer.field("outside") { $0.array(trace.outside) { write($1, to: &$0) { offsets[$0] } } }
            writer.field("claims") { $0.array(trace.claims) { write($1, to: &$0, offsets) } }
            writer.field("circles") { $0.array(trace.circles) { write($1, to: &$0) { offsets[$0] } } }
            writer.field("withdrawn") { $0.array(trace.withdrawn) { write($1, to: &$0) { offsets[$0] } } }
        }
        return writer.bytes + [0x0A]
    }

    private static func write(_ article: Trace.Article, to writer: inout JSONWriter) {
        writer.object {
            $0.field("id", article.id)
            $0.field("outlet", article.outlet)
            $0.field("published", article.published)
            $0.field("revisionOf", article.revisionOf)
        }
    }

    private static func write(_ claim: Claim, to writer: inout JSONWriter, _ offsets: [String: CodePointMap]) {
        writer.object { writer in
            writer.field("id", claim.id)
            writer.field("text", claim.text)
            writer.field("members") { $0.array(claim.members) { write($1, to: &$0, offsets) } }
            writer.field("origins") { write(claim.origins, to: &$0) }
            writer.field("sources") { $0.array(claim.sources) { write($1, to: &$0) } }
            writer.field("contradicts") { $0.array(claim.contradicts) { $0.string($1.claim) } }
            writer.field("contradictions") { writer in
                writer.array(claim.contradicts) { writer, contradiction in
                    writer.object {
                        $0.field("claim", contradiction.claim)
                        $0.field("clash", contradiction.clash.rawValue)
                    }
                }
            }
            writer.field("forecast") { write(claim.forecast, to: &$0) }
        }
    }

    private static func write(
        _ member: Claim.Member, to writer: inout JSONWriter, _ offsets: [String: CodePointMap]
    ) {
        writer.object { writer in
            writer.field("article", member.article)
            writer.field("statement", member.statement)
            if let map = offsets[member.article] { writer.fields(of: member.span, map) }
            writer.field("stance", member.stance.rawValue)
            writer.field("voice", member.voice)
            writer.field("anonymous") { $0.bool(member.anonymous) }
            writer.field("relay") { $0.array(member.relay) { $0.string($1) } }
        }
    }

    private static func write(_ count: OriginCount, to writer: inout JSONWriter) {
        writer.object {
            $0.field("least", count.least)
            $0.field("likely", count.likely)
            $0.field("most", count.most)
        }
    }

    private static func write(_ origin: Origin, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("label", origin.label)
            writer.field("kind", origin.kind.rawValue)
            writer.field("members") { $0.array(origin.members) { $0.number($1) } }
            writer.field("least", origin.least)
            writer.field("most", origin.most)
            writer.field("reason", origin.reason)
        }
    }

    private static func write(_ forecast: Claim.Prediction?, to writer: inout JSONWriter) {
        guard let forecast else { return writer.null() }
        writer.object { writer in
            writer.field("due") { $0.days(forecast.due) }
            writer.field("certainty", forecast.certainty.rawValue)
            writer.field("outcome", forecast.outcome.rawValue)
            writer.field("settledBy") { $0.array(forecast.settledBy) { $0.string($1) } }
        }
    }
}
