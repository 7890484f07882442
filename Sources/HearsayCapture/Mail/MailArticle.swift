import HearsayCore

/// Reads the text of one mail, as a page or as plain text, together with what its header lines tell.
struct MailArticle {
    /// How large it may be.
    let limits: CaptureLimits
    /// What the header lines tell.
    let facts: MailFacts
    /// The identifier of the document.
    let id: String
    /// What the caller knows.
    let options: CaptureOptions

    /// The document of the mail's page. Throws when it holds no text beside the headline.
    func document(page: SourceText) throws(CaptureError) -> Document {
        let page = SourceText(decoding: LayoutNames.withoutNewsletter(page.utf8))
        let read = try HTMLCapture(limits: limits).document(page, id: id, options: options)
        let whole = Self.passages(of: page)
        var facts = facts
        facts.use(
            ForwardedHeader.find(
                in: whole.all.flatMap { $0.words.split(separator: 0x0A) }, isForwarded: facts.isForwarded))
        var metadata = read
        (metadata.blocks, metadata.links) = ([], [])
        fill(&metadata, facts, link: BrowserLink.find(in: whole.all))
        let paragraphs = Self.paragraphs(of: read).filter { !whole.previews.contains($0.words) }
        let kept = MailFurniture.kept(
            paragraphs.map { $0.words[...] }, headline: metadata.headline, isForwarded: facts.isForwarded)
        guard !kept.isEmpty else { throw CaptureError(.noText, "the mail's page holds no article text") }
        var document = try PageText.assemble(
            metadata, paragraphs: kept.map { paragraphs[$0] }, base: nil, limit: limits.text)
        document.forgetService()
        return document
    }

    /// The document of the mail's plain text. Throws when nothing is left of it.
    func document(plain: SourceText, part: MailPart) throws(CaptureError) -> Document {
        let isFlowed = part.parameters?["format"]?.lowercased() == "flowed"
        let deletesSpace = part.parameters?["delsp"]?.lowercased() == "yes"
        let bytes = isFlowed ? FlowedText.unflowed(plain.utf8[...], deletesSpace: deletesSpace) : plain.utf8
        let lines = PlainMail.lines(of: bytes[...])
        var facts = facts
        facts.use(ForwardedHeader.find(in: lines, isForwarded: facts.isForwarded))
        var metadata = Document(id: id, text: SourceText(""))
        options.apply(to: &metadata)
        fill(&metadata, facts, link: BrowserLink.find(in: lines))
        let body = PlainMail.cleaned(bytes[...], headline: metadata.headline, isForwarded: facts.isForwarded)
        guard !body.isEmpty else { throw CaptureError(.noText, "the mail's text holds no article text") }
        guard body.count <= limits.text else {
            throw CaptureError(.tooLarge, "the article is longer than \(limits.text) bytes of text")
        }
        let title = metadata.headline.map { Array(($0 + "\n\n").utf8) } ?? []
        metadata.text = SourceText(decoding: title + body)
        LayoutAnalysis.fill(&metadata)
        metadata.completeOutlet()
        metadata.forgetService()
        return metadata
    }

    /// Puts the facts into a document; what the caller knows outranks them.
    private func fill(_ document: inout Document, _ facts: MailFacts, link: String?) {
        document.headline = options.headline ?? facts.headline ?? document.headline
        document.published = options.published ?? facts.published ?? document.published
        document.url = options.url ?? facts.archived ?? link
        document.canonicalURL = facts.archived ?? document.canonicalURL
        document.outlet.name = options.outlet ?? facts.outletName ?? document.outlet.name
        document.outlet.domain = options.url.flatMap { RegisteredDomain.of(address: $0) } ?? facts.outletDomain
    }

    /// All passages of a page with their links, those around the article too, and the words that were put above the mail to
    /// be shown beside its subject.
    private static func passages(of page: SourceText) -> (all: [BodyText.Paragraph], previews: Set<[UInt8]>) {
        guard let tree = ModestParser.parse(page.utf8), tree.count > 0 else { return ([], []) }
        var hidden = [Bool](repeating: false, count: tree.count)
        var previews: Set<[UInt8]> = []
        var node = 0
        while node < tree.count {
            if tree.tag[node].isNeverText {
                for below in node..<tree.next(after: node) { hidden[below] = true }
                node = tree.next(after: node)
                continue
            }
            if tree.tag[node] != .text, isPreview(ClassWords.names(of: node, in: tree)) {
                previews.insert(Array(tree.plainText(node).utf8))
            }
            node += 1
        }
        return (BodyText.paragraphs(of: [0], in: tree, dropped: hidden), previews)
    }

    private static func isPreview(_ names: [UInt8]) -> Bool {
        !names.isEmpty
            && ["preheader", "preview-text", "previewtext"].contains { names[...].firstIgnoringCase($0) != nil }
    }

    /// The passages of a document that was read from a page, with the links in them.
    private static func paragraphs(of document: Document) -> [BodyText.Paragraph] {
        var out: [BodyText.Paragraph] = []
        var links = document.links[...]
        for block in document.blocks where block.kind == .paragraph || block.kind == .heading {
            var paragraph = BodyText.Paragraph(
                words: Array(document.text.utf8[block.span.range]), links: [], isHeading: block.kind == .heading)
            while let link = links.first, let span = link.span, span.start < block.span.end {
                if block.span.contains(span) {
                    paragraph.links.append(
                        .init(
                            url: Array(link.url.utf8)[...], start: span.start - block.span.start,
                            end: span.end - block.span.start))
                }
                links = links.dropFirst()
            }
            out.append(paragraph)
        }
        return out
    }
}

extension Document {
    /// Takes the domain back where it is that of a service that sends for many.
    fileprivate mutating func forgetService() {
        if let domain = outlet.domain, MailingServices.contains(domain) { outlet.domain = nil }
    }
}
