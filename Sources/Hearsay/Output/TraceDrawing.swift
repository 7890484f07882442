public import HearsayCore
internal import HearsayDrawing

/// A trace as a picture.
public enum TraceDrawing {
    /// The kinds of pictures.
    public enum Format: String, Sendable, CaseIterable {
        /// A drawing that needs no other program.
        case svg
        /// A graph for Graphviz.
        case dot
    }

    /// The picture of a trace, or of the part about one claim.
    /// - Parameter headlines: the headlines of its articles, as far as they are known, by the articles' ids.
    public static func bytes(
        of trace: Trace, headlines: [String: String], claim: String? = nil, as format: Format
    ) -> [UInt8] {
        let picture = TracePicture(trace, headlines: headlines, claim: claim)
        return switch format {
        case .svg: SVGDrawing.bytes(of: picture)
        case .dot: DOTDrawing.bytes(of: picture)
        }
    }
}
