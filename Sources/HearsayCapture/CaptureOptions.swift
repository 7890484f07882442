/// What the caller knows about an input. What is given here outranks what the input says of itself.
public struct CaptureOptions: Hashable, Sendable {
    /// What the bytes are.
    public enum Format: String, Sendable, CaseIterable {
        /// HTML if it looks like a page, else plain text.
        case automatic
        /// A web page.
        case html
        /// Plain text.
        case text
    }

    /// What the bytes are.
    public var format: Format
    /// The character encoding, as an HTTP header names it.
    public var charset: String?
    /// The address it was taken from.
    public var url: String?
    /// The name of the outlet.
    public var outlet: String?
    /// When it was published: "YYYY-MM-DD" or RFC 3339.
    public var published: String?
    /// The headline.
    public var headline: String?
    /// The byline, with or without "By".
    public var byline: String?

    /// Options; by default nothing is known.
    public init(
        format: Format = .automatic, charset: String? = nil, url: String? = nil, outlet: String? = nil,
        published: String? = nil
    ) {
        (self.format, self.charset, self.url, self.outlet) = (format, charset, url, outlet)
        (self.published, self.headline, self.byline) = (published, nil, nil)
    }
}
