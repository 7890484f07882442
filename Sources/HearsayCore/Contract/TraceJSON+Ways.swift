extension TraceJSON {
    /// Where each article's code points stand; nil for an article whose text is not at hand.
    package typealias Offsets = (String) -> CodePointMap?

    /// An edge.
    package static func write(_ edge: Edge, to writer: inout JSONWriter, _ offsets: Offsets) {
        writer.object { writer in
            writer.field("from", edge.from)
            writer.field("to", edge.to)
            writer.field("kind", edge.kind.rawValue)
            writer.field("credited") { $0.bool(edge.credited) }
            writer.field("confidence", (edge.confidence * 1000).rounded() / 1000)
            writer.field("evidence") { writer in
                writer.array(edge.evidence) { writer, evidence in
                    writer.object { writer in
                        writer.field("from") { $0.span(evidence.from, of: offsets(edge.from)) }
                        writer.field("to") { $0.span(evidence.to, of: offsets(edge.to)) }
                    }
                }
            }
        }
    }

    /// An edge to an outlet.
    package static func write(_ edge: OutsideEdge, to writer: inout JSONWriter, _ offsets: Offsets) {
        writer.object { writer in
            writer.field("from", edge.from)
            writer.field("outlet", edge.outlet)
            writer.field("confidence", (edge.confidence * 1000).rounded() / 1000)
            writer.field("evidence") { $0.array(edge.evidence) { $0.span($1, of: offsets(edge.from)) } }
        }
    }

    /// A circle.
    package static func write(_ circle: Circle, to writer: inout JSONWriter, _ offsets: Offsets) {
        writer.object { writer in
            writer.field("outlets") { $0.array(circle.outlets) { $0.string($1) } }
            writer.field("articles") { $0.array(circle.articles) { $0.string($1) } }
            writer.field("steps") { $0.array(circle.steps) { write($1, to: &$0, offsets) } }
            writer.field("claims") { $0.array(circle.claims) { $0.string($1) } }
        }
    }

    /// What rests on withdrawn words.
    package static func write(_ dependents: [Withdrawal.Dependent], to writer: inout JSONWriter) {
        writer.array(dependents) { writer, dependent in
            writer.object { writer in
                writer.field("member", dependent.member)
                writer.field("path") { $0.array(dependent.path) { $0.string($1) } }
                writer.field("published", dependent.published?.rawValue)
            }
        }
    }

    /// Withdrawn words.
    package static func write(_ withdrawal: Withdrawal, to writer: inout JSONWriter, _ offsets: Offsets) {
        writer.object { writer in
            writer.field("article", withdrawal.article)
            writer.field("revision", withdrawal.revision)
            writer.field("changed", withdrawal.changed)
            writer.field("kind", withdrawal.kind.rawValue)
            writer.field("old") { $0.span(withdrawal.old, of: offsets(withdrawal.article)) }
            writer.field("new") { $0.span(withdrawal.new, of: offsets(withdrawal.revision)) }
            writer.field("reason", withdrawal.reason)
            writer.field("claim", withdrawal.claim)
            writer.field("dependents") { write(withdrawal.dependents, to: &$0) }
        }
    }
}

extension JSONWriter {
    /// A span in code points; null without one, or without the text that it is of.
    fileprivate mutating func span(_ span: TextSpan?, of map: CodePointMap?) {
        guard let span, let map else { return null() }
        self.span(span, map)
    }
}
