/// A document as JSON: the "document" object of the contract.
public enum DocumentJSON {
    /// One line for `hearsay capture`: `{"hearsay": 1, "document": …}`, with the caller's `id` and the place that it came
    /// from beside it where there are such.
    public static func bytes(
        of document: Document, id: String? = nil, origin: String? = nil, indented: Bool = false
    ) -> [UInt8] {
        var writer = JSONWriter(indented: indented)
        writer.object { writer in
            writer.field("hearsay", 1)
            if let id { writer.field("id", id) }
            if let origin { writer.field("origin", origin) }
            writer.field("document") { write(document, to: &$0, offsets: CodePointMap(document.text)) }
        }
        return writer.bytes + [0x0A]
    }

    static func write(_ document: Document, to writer: inout JSONWriter, offsets: CodePointMap) {
        writer.object { writer in
            head(of: document, to: &writer)
            writer.field("body") { $0.span(document.body, offsets) }
            writer.field("updates") { writer in
                writer.array(document.updates) { writer, update in
                    writer.object {
                        $0.field("kind", update.kind.rawValue)
                        $0.field("text", update.text)
                    }
                }
            }
            surroundings(of: document, to: &writer, offsets: offsets)
            writer.field("blocks") { writer in
                writer.array(document.blocks) { writer, block in
                    writer.object {
                        $0.field("kind", block.kind.rawValue)
                        $0.fields(of: block.span, offsets)
                    }
                }
            }
            writer.field("markup") { $0.spans(document.markup, offsets) }
            writer.field("text") { $0.string(document.text) }
        }
    }

    private static func head(of document: Document, to writer: inout JSONWriter) {
        writer.field("id", document.id)
        writer.field("url", document.url)
        writer.field("canonicalURL", document.canonicalURL)
        writer.field("outlet") { writer in
            writer.object {
                $0.field("name", document.outlet.name)
                $0.field("domain", document.outlet.domain)
            }
        }
        writer.field("headline", document.headline)
        writer.field("authors") { $0.array(document.authors) { $0.string($1) } }
        writer.field("published", document.published)
        writer.field("publishedBasis", document.published.map { _ in document.publishedBasis.rawValue })
        writer.field("modified", document.modified)
        writer.field("language", document.language)
    }

    private static func surroundings(of document: Document, to writer: inout JSONWriter, offsets: CodePointMap) {
        writer.field("images") { writer in
            writer.array(document.images) { writer, image in
                writer.object {
                    $0.field("url", image.url)
                    $0.field("caption", image.caption)
                    $0.field("credit", image.credit)
                }
            }
        }
        writer.field("related") { writer in
            writer.array(document.related) { writer, related in
                writer.object {
                    $0.field("title", related.title ?? "")
                    $0.field("url", related.url)
                }
            }
        }
        writer.field("links") { writer in
            writer.array(document.links) { writer, link in
                writer.object {
                    $0.field("url", link.url)
                    $0.field("text", link.text)
                    $0.field("start", link.span.map { offsets.codePoint(atByte: $0.start) })
                    $0.field("end", link.span.map { offsets.codePoint(atByte: $0.end) })
                }
            }
        }
    }
}

extension JSONWriter {
    /// The two fields of a span, in code points.
    mutating func fields(of span: TextSpan, _ offsets: CodePointMap) {
        field("start", offsets.codePoint(atByte: span.start))
        field("end", offsets.codePoint(atByte: span.end))
    }

    mutating func span(_ span: TextSpan, _ offsets: CodePointMap) { object { $0.fields(of: span, offsets) } }

    mutating func spans(_ spans: [TextSpan], _ offsets: CodePointMap) { array(spans) { $0.span($1, offsets) } }

    mutating func days(_ days: DayInterval?) {
        guard let days else { return null() }
        object {
            $0.field("start", days.start.description)
            $0.field("end", days.end.description)
        }
    }
}
