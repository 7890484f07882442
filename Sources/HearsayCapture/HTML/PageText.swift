import HearsayCore

/// Puts the text of a page's document together and places blocks and links in it.
enum PageText {
    /// The document with its text. Throws when there is none or it exceeds the limit.
    static func assemble(
        _ metadata: Document, paragraphs: [BodyText.Paragraph], base: String?, limit: Int
    ) throws(CaptureError) -> Document {
        var (text, document) = ([UInt8](), metadata)
        if let headline = metadata.headline, !headline.isEmpty {
            text.append(contentsOf: Whitespace.collapsed(Array(headline.utf8)[...]))
            if !text.isEmpty { document.blocks.append(.init(kind: .headline, span: TextSpan(0, text.count))) }
        }
        guard !text.isEmpty || !paragraphs.isEmpty else {
            throw CaptureError(.noText, "the page holds no article text")
        }
        var body: TextSpan?
        for paragraph in paragraphs {
            if !text.isEmpty { text.append(contentsOf: [0x0A, 0x0A]) }
            let span = TextSpan(text.count, text.count + paragraph.words.count)
            text.append(contentsOf: paragraph.words)
            document.blocks.append(.init(kind: paragraph.isHeading ? .heading : .paragraph, span: span))
            document.links += links(of: paragraph, at: span.start, base: base)
            body = body?.union(span) ?? span
            guard text.count <= limit else {
                throw CaptureError(.tooLarge, "the article is longer than \(limit) bytes of text")
            }
        }
        document.text = SourceText(decoding: text)
        document.body = body ?? TextSpan(document.text.count, document.text.count)
        document.completeOutlet()
        return document
    }

    private static func links(of paragraph: BodyText.Paragraph, at start: Int, base: String?) -> [Document.Link] {
        let own = base.map(WebAddress.identity)
        return paragraph.links.compactMap { link in
            guard let url = WebAddress.resolve(link.url, base: base), link.start < link.end else { return nil }
            // A link to the page itself leads nowhere else.
            if let own, WebAddress.identity(of: url) == own { return nil }
            let words = paragraph.words[link.start..<link.end]
            return .init(url: url, text: words.string, span: TextSpan(start + link.start, start + link.end))
        }
    }
}
