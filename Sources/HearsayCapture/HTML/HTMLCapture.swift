import HearsayCore

/// A web page to its document: checks, parses, chooses the body, and puts text and metadata together.
struct HTMLCapture {
    /// How large a page may be.
    let limits: CaptureLimits

    /// The document of a decoded page; its text is headline, blank line, and paragraphs with blank lines between.
    func document(_ page: SourceText, id: String, options: CaptureOptions) throws(CaptureError) -> Document {
        try MarkupScan.check(page.utf8, limits: limits)
        let tree = try ModestParser.tree(of: page.utf8, limits: limits)
        let head = PageHead(tree)
        let dropped = Surroundings.dropped(in: tree)
        let title = PageHeadline(tree, head: head, hidden: dropped)
        let address = PageAddress(head, url: options.url)
        let (url, base) = (address.url, address.base)
        let weights = PageWeights(tree, dropped: dropped)
        let nodes = BodyRegion(tree, weights: weights, dropped: dropped, headline: title.node).nodes()
        let related = PageRelated(tree, weights: weights, headline: title.node, address: address)
        let zone = ArticleZone(tree, body: nodes, headline: title.node)
        var images = PageImages(tree, zone: zone, head: head, base: base)
        let notes = PageNotes(tree, zone: zone, dropped: dropped)
        let taken = Surroundings.adding(images.elements + notes.notes.map(\.element), to: dropped, in: tree)
        var paragraphs = BodyText.paragraphs(of: nodes, in: tree, dropped: related.dropped(besides: taken))
        if let stated = statedBody(head.data, instead: paragraphs) { paragraphs = stated }
        let edgeNotes = EdgeNotes(takenFrom: &paragraphs)
        let body = BodyCleaning(paragraphs, headline: title.text, base: base)

        var metadata = Document(id: id, text: SourceText(""))
        metadata.url = options.url
        metadata.headline = title.text
        metadata.canonicalURL = address.canonical
        metadata.outlet.name = head.value(["og:site_name"]) ?? head.data.publisher
        metadata.language = head.language.flatMap { $0.isEmpty ? nil : $0 } ?? "en"
        let edges = ArticleEdges(tree, zone: zone, weights: weights, headline: title.node)
        metadata.authors = PageAuthors.find(tree, head: head, edges: edges)
        let dates = PageDates.find(tree, head: head, url: url, edges: edges)
        (metadata.published, metadata.modified) = (dates.published?.value, dates.modified)
        metadata.publishedBasis = dates.published?.basis ?? .claimed
        images.append(body.images)
        images.removePortraits(of: metadata.authors)
        metadata.images = images.images
        metadata.updates = notes.joined(with: edgeNotes.around(body.updates), body: zone.body)
        metadata.related = related.joined(with: body.related)
        options.apply(to: &metadata)
        return try PageText.assemble(metadata, paragraphs: body.paragraphs, base: base, limit: limits.text)
    }

    /// The body that the structured data states, where the page itself shows next to nothing.
    ///
    /// Some state it as HTML, escaped or not; it is then read as a page is.
    private func statedBody(_ data: StructuredData, instead shown: [BodyText.Paragraph]) -> [BodyText.Paragraph]? {
        guard let body = data.body else { return nil }
        let length = shown.reduce(0) { $0 + $1.words.count }
        guard body.utf8.count > 2 * length, body.utf8.count >= 250 else { return nil }
        let plain = Self.hasTags(body) ? body : StructuredData.unescaped(body)
        if Self.hasTags(plain) {
            let bytes = Array(plain.utf8)
            guard (try? MarkupScan.check(bytes, limits: limits)) != nil,
                let tree = try? ModestParser.tree(of: bytes, limits: limits)
            else { return nil }
            return BodyText.paragraphs(of: [0], in: tree, dropped: Surroundings.dropped(in: tree))
        }
        return Array(plain.utf8).split { $0 == 0x0A }.compactMap { line in
            let words = Whitespace.collapsed(line)
            return words.isEmpty ? nil : BodyText.Paragraph(words: Array(words), links: [], isHeading: false)
        }
    }

    private static func hasTags(_ text: String) -> Bool {
        let bytes = Array(text.utf8)[...]
        return ["<p>", "<p ", "</p>", "<br", "<div"].contains { bytes.firstIgnoringCase($0) != nil }
    }
}
