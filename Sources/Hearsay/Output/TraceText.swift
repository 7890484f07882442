public import HearsayCore

/// A trace for the terminal.
public struct TraceText: Sendable {
    private let style: OutputStyle

    /// A view in a style.
    public init(style: OutputStyle = OutputStyle()) { self.style = style }

    /// The trace; `texts` holds the text of every article by its id.
    public func bytes(of trace: Trace, texts: [String: SourceText]) -> [UInt8] { [] }
}
