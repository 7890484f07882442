/// How large an input may be. Input from outside is hostile; beyond these bounds it is refused with a ``CaptureError``.
public struct CaptureLimits: Hashable, Sendable {
    /// Bytes of one input.
    public var bytes: Int
    /// Bytes of text of one document, as UTF-8.
    public var text: Int
    /// Tags open within each other.
    public var depth: Int
    /// Elements of one page.
    public var elements: Int

    /// The bounds; the defaults are far beyond any article.
    public init(bytes: Int = 64 << 20, text: Int = 10 << 20, depth: Int = 512, elements: Int = 1_000_000) {
        (self.bytes, self.text, self.depth, self.elements) = (bytes, text, depth, elements)
    }
}
