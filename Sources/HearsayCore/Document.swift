/// One captured version of an article: its text and what is known about it.
public struct Document: Hashable, Sendable {
    /// Who published it.
    public struct Outlet: Hashable, Sendable {
        /// The name, as the article or the user gives it.
        public var name: String?
        /// The registered domain, without "www.".
        public var domain: String?

        /// An outlet; either part may be unknown.
        public init(name: String? = nil, domain: String? = nil) {
            self.name = name
            self.domain = domain
        }
    }

    /// A note by which the outlet says that it changed the article.
    public struct Update: Hashable, Sendable {
        /// What kind of note.
        public enum Kind: String, Sendable, CaseIterable {
            case update, correction, clarification
            case editorsNote = "editors-note"
        }
        /// What kind of note.
        public var kind: Kind
        /// Its words.
        public var text: String

        /// A note.
        public init(kind: Kind, text: String) {
            self.kind = kind
            self.text = text
        }
    }

    /// A picture with its caption and credit kept apart.
    public struct Image: Hashable, Sendable {
        /// Where the picture is.
        public var url: String?
        /// The caption, without the credit.
        public var caption: String?
        /// The credit line.
        public var credit: String?

        /// A picture; every part may be unknown.
        public init(url: String? = nil, caption: String? = nil, credit: String? = nil) {
            self.url = url
            self.caption = caption
            self.credit = credit
        }
    }

    /// A pointer to another article of the same outlet.
    public struct Related: Hashable, Sendable {
        /// Its headline.
        public var title: String?
        /// Its address.
        public var url: String?

        /// A pointer; either part may be unknown.
        public init(title: String? = nil, url: String? = nil) {
            self.title = title
            self.url = url
        }
    }

    /// A link that goes out of the article.
    public struct Link: Hashable, Sendable {
        /// Its address.
        public var url: String
        /// The linked words.
        public var text: String
        /// Where the linked words stand in the document's text.
        public var span: TextSpan?

        /// A link.
        public init(url: String, text: String, span: TextSpan? = nil) {
            self.url = url
            self.text = text
            self.span = span
        }
    }

    /// One block of the text: a paragraph of the body, or something around it.
    public struct Block: Hashable, Sendable {
        /// What a block is. Only headline, paragraph and heading are read for statements.
        public enum Kind: String, Sendable, CaseIterable {
            case headline, dateline, byline, caption, note, related, address, heading, paragraph
        }
        /// What it is.
        public var kind: Kind
        /// Where it stands; trimmed of white space, and may hold line breaks of hard-wrapped text.
        public var span: TextSpan

        /// A block.
        public init(kind: Kind, span: TextSpan) {
            self.kind = kind
            self.span = span
        }
    }

    /// What a date rests on.
    public enum DateBasis: String, Sendable, CaseIterable {
        /// The caller gave it, or the feed that named the article.
        case given
        /// The article says so of itself, in its data or in words that say what the date is.
        case claimed
        /// It stands in the article's address, or near its headline without a word of what it is.
        case inferred
    }

    /// "sha256:" and the hexadecimal digest of the captured bytes.
    public var id: String
    /// The address it was taken from.
    public var url: String?
    /// The address by which the outlet wants it known.
    public var canonicalURL: String?
    /// Who published it.
    public var outlet: Outlet
    /// The headline.
    public var headline: String?
    /// The authors of the byline.
    public var authors: [String]
    /// "YYYY-MM-DD" or RFC 3339: as precise as it is known.
    public var published: String?
    /// What ``published`` rests on.
    public var publishedBasis = DateBasis.claimed
    /// "YYYY-MM-DD" or RFC 3339: as precise as it is known. Always what the article claims.
    public var modified: String?
    /// BCP 47.
    public var language: String
    /// The article's body within ``text``.
    public var body: TextSpan
    /// Update and correction notes.
    public var updates: [Update]
    /// Pictures.
    public var images: [Image]
    /// Pointers to other articles.
    public var related: [Related]
    /// Outbound links.
    public var links: [Link]
    /// The blocks of the text in reading order; they do not overlap.
    public var blocks: [Block]
    /// Bytes inside the blocks that are no words of the article (leftover tags, page numbers); sorted, not overlapping.
    public var markup: [TextSpan]
    /// The text. For plain-text input, the input unchanged to the last character.
    public var text: SourceText

    /// A document of which only the text is known; its whole text is the body.
    public init(id: String, text: SourceText) {
        self.id = id
        self.text = text
        self.language = "en"
        self.outlet = Outlet()
        self.body = text.span
        (authors, updates, images, related, links, blocks, markup) = ([], [], [], [], [], [], [])
    }

    /// The day of publication, where it is known.
    public var publishedDay: CivilDay? { published.flatMap { CivilDay(iso: $0) } }
}
