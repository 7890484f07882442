/// What the caller knows about an input. What is given here outranks what the input says of itself.
public struct CaptureOptions: Hashable, Sendable {
    /// What the bytes are.
    public enum Format: String, Sendable, CaseIterable {
        /// A mail, a saved page, a page or Markdown with front matter where it looks like one, else plain text.
        case automatic
        /// A web page, saved by a browser or SingleFile or as it came.
        case html
        /// Plain text.
        case text
        /// Markdown, with or without front matter.
        case markdown
        /// A mail: a newsletter (.eml), or a mailbox that holds one.
        case mail
        /// A page saved with its pictures in one file (.mht, .mhtml).
        case mhtml
        /// An item of a news agency as JSON (ninjs).
        case ninjs

        /// The format that files with an ending have, in any case and without the point ("eml"); nil for one not known here.
        public init?(fileEnding: String) {
            switch fileEnding.lowercased() {
            case "html", "htm", "xhtml": self = .html
            case "txt", "text": self = .text
            case "md", "markdown", "mdown": self = .markdown
            case "eml", "mbox": self = .mail
            case "mht", "mhtml": self = .mhtml
            default: return nil
            }
        }

        /// The format of a media type, with or without parameters ("message/rfc822"); nil for one not known here.
        public init?(mediaType: String) {
            switch MediaType(mediaType)?.name {
            case "text/html", "application/xhtml+xml": self = .html
            case "text/plain": self = .text
            case "text/markdown", "text/x-markdown": self = .markdown
            case "message/rfc822", "application/mbox": self = .mail
            case "multipart/related", "application/x-mimearchive": self = .mhtml
            default: return nil
            }
        }
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
