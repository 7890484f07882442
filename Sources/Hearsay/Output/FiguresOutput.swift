public import HearsayCore
internal import HearsayReading

/// The times and numbers of a document, as `hearsay times` shows them.
public enum FiguresOutput {
    /// Reads the document and writes `{"id", "times", "quantities"}` and a line end; no model is needed.
    public static func bytes(of document: Document, id: String?, indented: Bool = false) -> [UInt8] {
        let figures = Figures(of: document)
        return FiguresJSON.bytes(
            id: id ?? document.id, times: figures.times, quantities: figures.quantities, text: document.text,
            indented: indented)
    }
}
