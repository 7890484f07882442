import HearsayCore

/// Tells the parts of a Markdown text: front matter, headings, paragraphs, pictures, links, and the marks between words.
///
/// The text itself is never changed. What a paragraph is (a byline, a note, a pointer) is told by ``LayoutAnalysis``, as
/// in every plain text; here is only what the marks say.
struct MarkdownAnalysis {
    /// Bytes that may be looked at again, for each byte of the text.
    private static let effort = 32

    private var document: Document
    private let bytes: [UInt8]
    private var passages: [Passage] = []
    private var marks: [TextSpan] = []
    /// The picture alone on the line above, whose caption may follow.
    private var picture: Int?

    /// Reads the text of a document into it. What the caller knows outranks the front matter.
    ///
    /// Throws when the marks would take far more time than the text deserves.
    static func fill(_ document: inout Document, options: CaptureOptions) throws(CaptureError) {
        var analysis = MarkdownAnalysis(document)
        try analysis.run(options)
        document = analysis.document
    }

    private init(_ document: Document) {
        self.document = document
        bytes = document.text.utf8
    }

    private mutating func run(_ options: CaptureOptions) throws(CaptureError) {
        let front = FrontMatter(bytes)
        front?.fill(&document)
        options.apply(to: &document)
        let scanner = MarkdownBlockScanner(document.text, from: front?.end ?? 0)
        let tags = InlineMarkup.tags(in: document.text)
        var (next, effort) = (0, Self.effort * (bytes.count + 4096))
        for block in scanner.blocks {
            while next < tags.count, tags[next].end <= block.span.start { next += 1 }
            var last = next
            while last < tags.count, tags[last].end <= block.span.end { last += 1 }
            // A tag that starts above the block is none of it.
            let within = tags[next..<last].drop { $0.start < block.span.start }
            let inline = MarkdownInline(
                bytes, block: block, tags: within, definitions: scanner.definitions, effort: effort)
            next = last
            effort -= inline.work
            guard effort >= 0 else {
                throw CaptureError(
                    .tooCostly, "marks that would take too long to read", at: .init(byte: block.span.start))
            }
            read(block, inline)
        }
        findTitle(front?.titleSpan)
        LayoutAnalysis.fill(&document, passages: passages, marks: marks)
    }

    private mutating func read(_ block: MarkdownBlock, _ inline: MarkdownInline) {
        let own = Self.merged(inline.marks)
        let words = Array(InlineMarkup.stripped(block.span, of: document.text, tags: own))[...]
        for (url, place) in inline.links {
            guard let address = WebAddress.resolve(url, base: document.url ?? document.canonicalURL) else { continue }
            let span = document.text.trimmed(place)
            let text = Whitespace.collapsed(InlineMarkup.stripped(span, of: document.text, tags: own))
            if !span.isEmpty, !text.isEmpty {
                document.links.append(.init(url: address, text: text.string, span: span))
            }
        }
        for image in inline.images { read(image) }
        marks += own
        guard words.contains(where: { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 }) else {
            picture = block.isImage && !inline.images.isEmpty ? document.images.count - 1 : nil
            return
        }
        var passage = Passage(
            span: document.text.trimmed(block.span), words: words, lines: block.lines, isFollowedByBlank: true)
        if case .heading = block.kind { passage.kind = .heading }
        if let picture, isCaption(block, passage) {
            passage.kind = .caption
            document.images[picture] = Self.image(document.images[picture].url, caption: words)
        } else if block.kind == .heading(1) {
            readTitle(&passage)
        }
        picture = nil
        passages.append(passage)
    }

    // MARK: Pictures

    private mutating func read(_ image: (url: ByteSlice, caption: ByteSlice)) {
        let address = WebAddress.resolve(image.url, base: document.url ?? document.canonicalURL)
        document.images.append(Self.image(address, caption: image.caption))
    }

    private static func image(_ url: String?, caption: ByteSlice) -> Document.Image {
        let words = Whitespace.collapsed(caption)
        guard !words.isEmpty else { return .init(url: url) }
        if let parts = CaptionCredit(words, isEarly: true) {
            return .init(url: url, caption: parts.caption, credit: parts.credit)
        }
        return .init(url: url, caption: words.string)
    }

    /// Whether a paragraph below a picture is its caption: a short one that is emphasised as a whole.
    private func isCaption(_ block: MarkdownBlock, _ passage: Passage) -> Bool {
        guard block.kind == .paragraph, passage.wordCount <= 60 else { return false }
        let (first, last) = (bytes[block.span.start], bytes[block.span.end - 1])
        let opening = marks.last { $0.start == block.span.start }
        return (first == 0x2A || first == 0x5F) && first == last && opening != nil
    }

    // MARK: Headline

    /// The first heading of the first level is the headline, unless another one is known.
    private mutating func readTitle(_ passage: inout Passage) {
        guard !passages.contains(where: { $0.kind == .headline }) else { return }
        let title = Whitespace.collapsed(passage.words)
        if document.headline == nil {
            document.headline = title.string
        } else if Whitespace.letters(title) != document.headline.map({ Whitespace.letters(Array($0.utf8)[...]) }) {
            return
        }
        passage.kind = .headline
    }

    /// Without such a heading, the title of the front matter is where the headline stands.
    private mutating func findTitle(_ span: TextSpan?) {
        guard let span, !passages.contains(where: { $0.kind == .headline }) else { return }
        let words = bytes[span.range]
        guard document.headline.map({ Whitespace.letters(Array($0.utf8)[...]) }) == Whitespace.letters(words) else {
            return
        }
        let passage = Passage(span: span, words: words, lines: 1, isFollowedByBlank: true, kind: .headline)
        passages.insert(passage, at: 0)
    }

    /// Spans in order, with those that overlap as one.
    private static func merged(_ spans: [TextSpan]) -> [TextSpan] {
        var out: [TextSpan] = []
        for span in spans.sorted() where !span.isEmpty {
            if let last = out.last, span.start < last.end {
                out[out.count - 1] = last.union(span)
            } else {
                out.append(span)
            }
        }
        return out
    }
}
