public import HearsayCore

/// What the user says about an article beside its text; what the article says itself may complete it.
public struct ArticleFacts: Equatable, Sendable {
    /// The address it was taken from.
    public var url: String?
    /// Who published it.
    public var outlet: String?
    /// "YYYY-MM-DD" or RFC 3339.
    public var published: String?
    /// The headline, where it is not in the text.
    public var headline: String?
    /// The line that names the authors.
    public var byline: String?
    /// The encoding of the bytes ("windows-1252").
    public var charset: String?

    /// Facts; all unknown if nothing is said.
    public init(url: String? = nil, outlet: String? = nil, published: String? = nil, charset: String? = nil) {
        self.url = url
        self.outlet = outlet
        self.published = published
        self.charset = charset
    }
}

/// One article as it comes in, before anything is read of it.
public struct InputItem: Equatable, Sendable {
    /// The article's words.
    public enum Content: Equatable, Sendable {
        /// A file's bytes, of an encoding yet to be found.
        case bytes([UInt8], Format)
        /// Text that came as JSON.
        case text(String)
        /// A reading that was made before, in the contract's form.
        case reading(Reading)
    }

    /// What the name of a file, or the server that sent it, says about its bytes.
    public enum Format: String, Equatable, Sendable, CaseIterable {
        /// Plain text.
        case text
        /// A web page.
        case html
        /// Markdown.
        case markdown
        /// A mail.
        case mail
        /// A page saved with its pictures in one file.
        case mhtml
        /// An item of a news agency as JSON (ninjs).
        case ninjs
        /// Nothing; the bytes must tell.
        case unknown
    }

    /// Where it comes from, for messages: "a.txt", "b.jsonl:17", "standard input".
    public let origin: String
    /// The caller's own id, from a JSON input.
    public let id: String?
    /// The words.
    public let content: Content
    /// What is known beside them.
    public let facts: ArticleFacts
    /// How it was fetched; nil when it was not.
    public let retrieval: Retrieval?
    /// The web archive that it was taken from; nil when there was none.
    public let archive: ArchivePlace?

    /// An article.
    public init(
        origin: String, id: String? = nil, content: Content, facts: ArticleFacts = ArticleFacts(),
        retrieval: Retrieval? = nil, archive: ArchivePlace? = nil
    ) {
        self.origin = origin
        self.id = id
        self.content = content
        self.facts = facts
        self.retrieval = retrieval
        self.archive = archive
    }

    /// "sha256:" and the digest of the bytes as they came, the document's id.
    public var name: String {
        switch content {
        case .bytes(let bytes, _): Digest.name(of: bytes)
        case .text(let text): Digest.name(of: Array(text.utf8))
        case .reading(let reading): reading.document.id
        }
    }
}

/// Why one input could not be read. The others go on.
public struct InputProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file, with the line where there is one.
    public let origin: String
    /// The reason, as the end of a sentence.
    public let reason: String

    /// A problem; the reason is kept to one line.
    public init(origin: String, reason: String) {
        self.origin = PlainText.singleLine(origin)
        self.reason = PlainText.singleLine(reason)
    }

    /// "a.txt: no such file or folder".
    public var description: String { "\(origin): \(reason)" }
}

/// How much is read of one input. Beyond it there is an error, not a long wait.
public struct InputLimits: Equatable, Sendable {
    /// Bytes of one file that holds one article.
    public var fileBytes = 16 << 20
    /// Bytes of a WACZ that comes from a pipe or the web; one that is a file may be of any size.
    public var archiveBytes = 256 << 20
    /// Bytes of one line of JSON Lines.
    public var lineBytes = 16 << 20
    /// Bytes of an article's text, after capture.
    public var textBytes = 1 << 20

    /// The limits that fit any article: 16 MiB a file or line, 1 MiB of text.
    public init() {}
}
