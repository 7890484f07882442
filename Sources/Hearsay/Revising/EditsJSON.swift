public import HearsayCore
public import HearsayRevising

/// The edits between two versions of an article as JSON, with offsets in code points of each version's text.
///
/// `{"hearsay", "id"?, "old", "new", "edits": [{"kind", "kinds", "place", "certainty", "moved", "old", "new", "reason",
/// "statements": {"old", "new"}}]}`; a side is `{"start", "end", "text", "words": [{"start", "end", "text"}]}` or null.
/// `start` and `end` are null for a headline or note that the text does not hold; the offsets of its words count within
/// its own `text`.
public enum EditsJSON {
    /// The edits as one JSON object and a line end; `id` is the caller's own.
    public static func bytes(
        of edits: [Edit], from old: Document, to new: Document, id: String? = nil, indented: Bool = false
    ) -> [UInt8] {
        let (before, after) = (Offsets(old.text), Offsets(new.text))
        var writer = JSONWriter(indented: indented)
        writer.object { writer in
            writer.field("hearsay", ReadingJSON.version)
            if let id { writer.field("id", id) }
            writer.field("old", old.id)
            writer.field("new", new.id)
            writer.field("edits") { writer in
                writer.array(edits) { write($1, to: &$0, before, after) }
            }
        }
        return writer.bytes + [0x0A]
    }

    private static func write(_ edit: Edit, to writer: inout JSONWriter, _ old: Offsets, _ new: Offsets) {
        writer.object { writer in
            writer.field("kind", edit.kind.rawValue)
            writer.field("kinds") { $0.array(edit.kinds) { $0.string($1.rawValue) } }
            writer.field("place", edit.place.rawValue)
            writer.field("certainty", edit.certainty?.rawValue)
            writer.field("moved", edit.isMoved)
            writer.field("old") { write(edit.old, to: &$0, old) }
            writer.field("new") { write(edit.new, to: &$0, new) }
            writer.field("reason", edit.reason)
            writer.field("statements") { writer in
                writer.object { writer in
                    writer.field("old") { $0.array(edit.old?.statements ?? []) { $0.string($1) } }
                    writer.field("new") { $0.array(edit.new?.statements ?? []) { $0.string($1) } }
                }
            }
        }
    }

    private static func write(_ side: Edit.Side?, to writer: inout JSONWriter, _ offsets: Offsets) {
        guard let side else { return writer.null() }
        // The words of what the text does not hold are counted in their own.
        let own = side.span == nil ? Offsets(SourceText(side.text)) : offsets
        writer.object { writer in
            writer.field("start", side.span.map { offsets.map.codePoint(atByte: $0.start) })
            writer.field("end", side.span.map { offsets.map.codePoint(atByte: $0.end) })
            writer.field("text", side.text)
            writer.field("words") { writer in
                writer.array(side.words) { writer, span in
                    writer.object { writer in
                        writer.field("start", own.map.codePoint(atByte: span.start))
                        writer.field("end", own.map.codePoint(atByte: span.end))
                        writer.field("text", own.text.string(span))
                    }
                }
            }
        }
    }

    /// A text with the places of its code points.
    private struct Offsets {
        let text: SourceText
        let map: CodePointMap

        init(_ text: SourceText) { (self.text, map) = (text, CodePointMap(text)) }
    }
}
