internal import HearsayCore

extension Twins {
    /// A claim in the contract's form, with the articles and edges that it needs, and beside it the words of its
    /// places and what people decided. Offsets count code points of the latest revision's text.
    package static func claim(_ detail: ClaimDetail, desk: any Desk) throws -> [UInt8] {
        var offsets: [String: TextOffsets] = [:]
        for (id, article) in detail.articles {
            offsets[id] = try desk.article(article.id, revision: nil).map { TextOffsets($0.reading.document.text) }
        }
        return object { writer in
            writer.field("articles") { writer in
                writer.array(detail.articles.sorted { $0.key < $1.key }) { writer, article in
                    writer.object {
                        $0.field("id", article.key)
                        $0.field("number", article.value.id)
                        $0.field("outlet", article.value.outlet)
                        $0.field("published", article.value.published)
                    }
                }
            }
            writer.field("edges") { $0.array(detail.edges) { edge($1, to: &$0, offsets) } }
            writer.field("outside") { $0.array(detail.outside) { outside($1, to: &$0, offsets) } }
            writer.field("claim") { body(detail.claim, to: &$0, offsets) }
            writer.field("places") { $0.array(detail.places) { place($1, to: &$0) } }
            writer.field("circles") { $0.array(detail.circles) { round($1, to: &$0) } }
            writer.field("withdrawn") { $0.array(detail.withdrawn) { takenBack($1, to: &$0) } }
            writer.field("judgements") { $0.array(detail.judgements) { judgement($1, to: &$0) } }
        }
    }

    private static func body(_ claim: Claim, to writer: inout JSONWriter, _ offsets: [String: TextOffsets]) {
        writer.object { writer in
            writer.field("id", claim.id)
            writer.field("text", claim.text)
            writer.field("members") { $0.array(claim.members) { member($1, to: &$0, offsets) } }
            writer.field("origins") { $0.origins(claim.origins) }
            writer.field("sources") { $0.array(claim.sources) { origin($1, to: &$0) } }
            writer.field("contradicts") { $0.array(claim.contradicts) { $0.string($1.claim) } }
            writer.field("contradictions") { writer in
                writer.array(claim.contradicts) { writer, other in
                    writer.object {
                        $0.field("claim", other.claim)
                        $0.field("clash", other.clash.rawValue)
                    }
                }
            }
            writer.field("forecast") { $0.forecast(claim.forecast) }
        }
    }

    private static func member(
        _ member: Claim.Member, to writer: inout JSONWriter, _ offsets: [String: TextOffsets]
    ) {
        writer.object { writer in
            writer.field("article", member.article)
            writer.field("statement", member.statement)
            writer.offsets(member.span, offsets[member.article])
            writer.field("stance", member.stance.rawValue)
            writer.field("voice", member.voice)
            writer.field("anonymous", member.anonymous)
            writer.field("relay") { $0.array(member.relay) { $0.string($1) } }
        }
    }

    private static func origin(_ origin: Origin, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("label", origin.label)
            writer.field("kind", origin.kind.rawValue)
            writer.field("members") { $0.array(origin.members) { $0.number($1) } }
            writer.field("least", origin.least)
            writer.field("most", origin.most)
            writer.field("reason", origin.reason)
        }
    }

    private static func edge(_ edge: Edge, to writer: inout JSONWriter, _ offsets: [String: TextOffsets]) {
        writer.object { writer in
            writer.field("from", edge.from)
            writer.field("to", edge.to)
            writer.field("kind", edge.kind.rawValue)
            writer.field("credited", edge.credited)
            writer.field("confidence", edge.confidence)
            writer.field("evidence") { writer in
                writer.array(edge.evidence) { writer, evidence in
                    writer.object { writer in
                        writer.field("from") { $0.span(evidence.from, offsets[edge.from]) }
                        writer.field("to") { $0.span(evidence.to, offsets[edge.to]) }
                    }
                }
            }
        }
    }

    private static func outside(
        _ edge: OutsideEdge, to writer: inout JSONWriter, _ offsets: [String: TextOffsets]
    ) {
        writer.object { writer in
            writer.field("from", edge.from)
            writer.field("outlet", edge.outlet)
            writer.field("confidence", edge.confidence)
            writer.field("evidence") { $0.array(edge.evidence) { $0.span($1, offsets[edge.from]) } }
        }
    }

    private static func place(_ place: ClaimDetail.Place, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("article", place.article.id)
            writer.field("statement", place.member.statement)
            writer.field("before", place.before)
            writer.field("words", place.words)
            writer.field("after", place.after)
            writer.field("source", place.source)
            writer.field("origin", place.origin)
        }
    }

    private static func judgement(_ judgement: Judgement, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("outcome", judgement.outcome.rawValue)
            writer.field("evidence") { $0.array(judgement.evidence) { $0.string($1) } }
            writer.field("judge", judgement.judge)
            writer.field("time", judgement.time)
            writer.field("claim", judgement.claim)
        }
    }
}

/// The places of a text in code points, for offsets that may belong to another revision of it.
private struct TextOffsets {
    let map: CodePointMap
    let bytes: Int

    init(_ text: SourceText) { (map, bytes) = (CodePointMap(text), text.count) }

    func codePoint(at byte: Int) -> Int? { byte <= bytes ? map.codePoint(atByte: byte) : nil }
}

extension JSONWriter {
    /// The two fields of a span in code points; null where the text does not reach so far.
    fileprivate mutating func offsets(_ span: TextSpan, _ map: TextOffsets?) {
        field("start", map.flatMap { $0.codePoint(at: span.start) })
        field("end", map.flatMap { $0.codePoint(at: span.end) })
    }

    fileprivate mutating func span(_ span: TextSpan?, _ map: TextOffsets?) {
        guard let span, map != nil else { return null() }
        object { $0.offsets(span, map) }
    }
}
