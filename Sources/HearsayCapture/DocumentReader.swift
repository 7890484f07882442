public import HearsayCore

/// Turns captured bytes, or a text, into a ``Document``.
///
/// Reading is a pure function of input, options and limits; it takes time in proportion to the input.
public struct DocumentReader: Sendable {
    /// The version of what makes documents. It is raised whenever the same bytes may give another document, so that a
    /// ledger can tell which of its documents are old.
    public static let version = "1"

    /// How large an input may be.
    public var limits: CaptureLimits

    /// A reader with its limits.
    public init(limits: CaptureLimits = .init()) { self.limits = limits }

    /// The document of captured bytes: a web page, a mail, Markdown or a plain text, in any common encoding.
    ///
    /// Plain text and Markdown in UTF-8 are kept unchanged to the last byte. Throws when the bytes are no text, hold no
    /// article, or exceed the limits; never traps, whatever the bytes.
    public func document(
        from bytes: [UInt8], id: String, options: CaptureOptions = .init()
    ) throws(CaptureError) -> Document {
        guard bytes.count <= limits.bytes else {
            throw CaptureError(.tooLarge, "\(bytes.count) bytes; at most \(limits.bytes) are read")
        }
        guard bytes.contains(where: { !$0.isASCIISpace }) else { throw CaptureError(.empty, "the input is empty") }
        let format = options.format == .automatic ? FormatSniffer.format(of: bytes) : options.format
        switch format {
        case .mail: return try MailCapture(limits: limits).document(bytes, id: id, options: options)
        case .mhtml: return try WebBundle(limits: limits).document(bytes, id: id, options: options)
        case .html: return try page(bytes, id: id, options: options)
        case .ninjs: return try item(bytes, id: id, options: options)
        case .automatic, .text, .markdown: break
        }
        let text = try TextDecoding.text(of: bytes, charset: options.charset, page: false)
        guard options.format == .automatic else { return try document(text, format, id: id, options: options) }
        // Only now can a page in UTF-16 be told.
        return try document(text, FormatSniffer.textFormat(of: text.utf8), id: id, options: options)
    }

    /// What bytes look like, by what they begin with; never `.automatic`.
    public static func format(of bytes: [UInt8]) -> CaptureOptions.Format { FormatSniffer.format(of: bytes) }

    /// The document of a text that is already decoded, as in JSON Lines input; the text is kept unchanged.
    ///
    /// It is read as Markdown where the options say so, else as plain text. Throws when the text is empty or exceeds the
    /// limits.
    public func document(text: String, id: String, options: CaptureOptions = .init()) throws(CaptureError) -> Document {
        let format: CaptureOptions.Format = options.format == .markdown ? .markdown : .text
        return try document(SourceText(text), format, id: id, options: options)
    }

    private func document(
        _ text: SourceText, _ format: CaptureOptions.Format, id: String, options: CaptureOptions
    ) throws(CaptureError) -> Document {
        if format == .html { return try HTMLCapture(limits: limits).document(text, id: id, options: options) }
        guard text.count <= limits.text else {
            throw CaptureError(.tooLarge, "\(text.count) bytes of text; at most \(limits.text) are read")
        }
        guard !text.utf8[...].trimmed.isEmpty else { throw CaptureError(.empty, "the text is empty") }
        var document = Document(id: id, text: text)
        if format == .markdown {
            try MarkdownAnalysis.fill(&document, options: options)
        } else {
            options.apply(to: &document)
            LayoutAnalysis.fill(&document)
        }
        document.completeOutlet()
        return document
    }

    private func item(_ bytes: [UInt8], id: String, options: CaptureOptions) throws(CaptureError) -> Document {
        let value: JSONValue
        do { value = try JSONReader.value(of: bytes) } catch { throw CaptureError(.malformed, error.description) }
        return try NinjsReader.document(from: value, id: id, options: options, limits: limits)
    }

    /// The document of a page; of one that was saved with its pictures, only the text is looked at.
    private func page(_ bytes: [UInt8], id: String, options: CaptureOptions) throws(CaptureError) -> Document {
        var (bytes, options) = (bytes, options)
        if let saved = SavedPage(bytes) {
            options.url = options.url ?? saved.address
            if saved.isSingleFile { bytes = SavedPage.withoutData(bytes) }
        }
        let text = try TextDecoding.text(of: bytes, charset: options.charset, page: true)
        return try HTMLCapture(limits: limits).document(text, id: id, options: options)
    }
}

extension CaptureOptions {
    /// Puts what the caller knows into a document.
    func apply(to document: inout Document) {
        document.url = url ?? document.url
        document.outlet.name = outlet ?? document.outlet.name
        if let published { (document.published, document.publishedBasis) = (published, .given) }
        document.headline = headline ?? document.headline
        if let byline { document.authors = Byline.authors(given: byline) }
    }
}

extension Document {
    /// Completes the outlet from the document's address.
    mutating func completeOutlet() {
        guard let address = url ?? canonicalURL, let domain = RegisteredDomain.of(address: address) else { return }
        outlet.domain = outlet.domain ?? domain
        outlet.name = outlet.name ?? OutletNames.name(ofDomain: domain)
    }
}
