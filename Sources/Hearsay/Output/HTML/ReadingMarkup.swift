package import HearsayCore

/// Where the statements and voices of a page lead to beyond the page.
package struct ReadingLinks {
    /// The address that the words of a statement lead to, by the statement's id; nil for none.
    package var statement: (String) -> String?
    /// The address that the name of a voice leads to, by the voice's id; nil for none.
    package var voice: (String) -> String?

    /// Addresses of this site. They are escaped when they are written, but it is not checked where they lead.
    package init(statement: @escaping (String) -> String?, voice: @escaping (String) -> String?) {
        (self.statement, self.voice) = (statement, voice)
    }

    /// No way out of the page.
    package static var none: ReadingLinks { ReadingLinks(statement: { _ in nil }, voice: { _ in nil }) }
}

/// The parts of an article's page as HTML. Everything that comes from the article is escaped here.
package struct ReadingMarkup {
    private let reading: Reading
    private let prefix: String
    private let links: ReadingLinks
    private let marked: MarkedText

    /// The parts for a reading; `prefix` keeps the anchors of several articles on one page apart.
    package init(_ reading: Reading, prefix: String = "", links: ReadingLinks = .none) {
        (self.reading, self.prefix, self.links) = (reading, prefix, links)
        marked = MarkedText(reading, prefix: prefix, links: links)
    }

    /// The voices with the ways on which each was heard; empty when there are none.
    package var legend: String {
        VoiceLegend(reading: reading, marked: marked, prefix: prefix, links: links).html
    }

    /// The headline with its marks; nil when the text holds none.
    package var headline: String? {
        reading.document.blocks.first { $0.kind == .headline }.map { marked.html($0.span) }
    }

    /// The body, paragraph by paragraph, with its marks.
    package var text: String {
        let document = reading.document
        let blocks = document.blocks.isEmpty ? Self.paragraphs(of: document) : document.blocks
        return blocks.compactMap { block in
            switch block.kind {
            case .headline, .dateline, .byline: nil
            case .paragraph: "<p>\(marked.html(block.span))</p>"
            case .heading: "<h2>\(marked.html(block.span))</h2>"
            case .caption, .note, .related, .address: "<p class=\"aside\">\(marked.html(block.span))</p>"
            }
        }.joined(separator: "\n")
    }

    /// The body cut at blank lines, for documents of which nothing but the text is known.
    private static func paragraphs(of document: Document) -> [Document.Block] {
        let bytes = document.text.utf8
        var (blocks, start, at) = ([Document.Block](), document.body.start, document.body.start)
        while at < document.body.end {
            if bytes[at] == 0x0A {
                var next = at + 1
                while next < document.body.end, bytes[next].isASCIISpace, bytes[next] != 0x0A { next += 1 }
                if next < document.body.end, bytes[next] == 0x0A {
                    blocks.append(Document.Block(kind: .paragraph, span: document.text.trimmed(TextSpan(start, at))))
                    start = next
                    at = next
                }
            }
            at += 1
        }
        blocks.append(Document.Block(kind: .paragraph, span: document.text.trimmed(TextSpan(start, document.body.end))))
        return blocks.filter { !$0.span.isEmpty }
    }
}
