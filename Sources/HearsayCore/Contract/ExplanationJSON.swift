/// An explanation as JSON: the statement's id and its judgements, with offsets in code points of the document's text.
public enum ExplanationJSON {
    /// The explanation as JSON and a line end; `id` is the caller's own, as a JSON Lines input gave it.
    public static func bytes(
        of explanation: Explanation, in document: Document, id: String? = nil, indented: Bool = false
    ) -> [UInt8] {
        let offsets = CodePointMap(document.text)
        var writer = JSONWriter(indented: indented)
        writer.object { writer in
            writer.field("hearsay", ReadingJSON.version)
            if let id { writer.field("id", id) }
            writer.field("document", document.id)
            writer.field("statement", explanation.statement.id)
            writer.field("reasons") { writer in
                writer.array(explanation.reasons) { write($1, to: &$0, document.text, offsets) }
            }
        }
        return writer.bytes + [0x0A]
    }

    private static func write(
        _ reason: Explanation.Reason, to writer: inout JSONWriter, _ text: SourceText, _ offsets: CodePointMap
    ) {
        writer.object { writer in
            writer.field("judgement", reason.judgement.rawValue)
            writer.field("value", reason.value)
            writer.field("rule", reason.rule)
            writer.field("words") { writer in
                writer.array(reason.words) { writer, span in
                    writer.object { writer in
                        writer.fields(of: span, offsets)
                        writer.field("text", text.string(span))
                    }
                }
            }
            writer.field("inputs") { writer in
                writer.array(reason.inputs) { writer, input in
                    writer.object {
                        $0.field("name", input.name)
                        $0.field("value", (input.value * 1000).rounded() / 1000)
                    }
                }
            }
        }
    }
}
