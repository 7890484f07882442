/// The times and numbers of an article as JSON, in the contract's form: offsets in code points of the text.
public enum FiguresJSON {
    /// `{"id", "times", "quantities"}` and a line end.
    public static func bytes(
        id: String, times: [TimeExpression], quantities: [Quantity], text: SourceText, indented: Bool = false
    ) -> [UInt8] {
        let offsets = CodePointMap(text)
        var writer = JSONWriter(indented: indented)
        writer.object { writer in
            writer.field("id", id)
            writer.field("times") { $0.array(times) { $0.time($1, offsets) } }
            writer.field("quantities") { $0.array(quantities) { $0.quantity($1, offsets) } }
        }
        return writer.bytes + [0x0A]
    }
}
