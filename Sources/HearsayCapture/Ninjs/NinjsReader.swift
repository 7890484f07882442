public import HearsayCore

/// Reads news items of agencies: IPTC ninjs 1 to 3.
public enum NinjsReader {
    /// Members of which a news item has one besides its address, in the spellings of versions 1 and 2, and of 3.
    private static let marks = [
        "headline", "headlines", "body_html", "body_text", "body_xhtml", "bodies", "versioncreated", "versionCreated",
        "firstcreated", "firstCreated", "contentCreated", "contentcreated", "pubstatus", "pubStatus",
    ]

    /// Whether a value is a ninjs item: an object with an address of its own and a member that only news items have.
    public static func isNinjs(_ value: JSONValue) -> Bool {
        guard case .object(let members) = value, case .string? = members["uri"] else { return false }
        return marks.contains { members[$0] != nil }
    }

    /// The document of an item. What the options say outranks the item.
    ///
    /// An item that its publisher withheld or cancelled gets an editor's note that says so. Throws when there is neither
    /// headline nor body.
    public static func document(
        from value: JSONValue, id: String, options: CaptureOptions = .init(), limits: CaptureLimits = .init()
    ) throws(CaptureError) -> Document {
        guard case .object(let members) = value, isNinjs(value) else {
            throw CaptureError(.malformed, "JSON, but not a ninjs item: it has no uri, or nothing of an article")
        }
        let item = NinjsItem(members)
        var known = options
        if known.url == nil { known.url = item.url }
        var document = try body(item, id: id, options: known, limits: limits)
        document.url = known.url
        if let headline = options.headline ?? item.headline { document.headline = headline }
        if options.byline == nil, !item.authors.isEmpty { document.authors = item.authors }
        if options.published == nil, let published = item.published {
            (document.published, document.publishedBasis) = (published, .claimed)
        }
        document.modified = item.modified ?? document.modified
        if let language = item.language { document.language = language }
        document.images += item.images(limit: 50)
        if let status = item.withdrawal {
            document.updates.append(.init(kind: .editorsNote, text: "\(status) by its publisher"))
        }
        return document
    }

    private static func body(
        _ item: NinjsItem, id: String, options: CaptureOptions, limits: CaptureLimits
    ) throws(CaptureError) -> Document {
        var options = options
        options.headline = options.headline ?? item.headline
        let reader = DocumentReader(limits: limits)
        var page: [UInt8] = []
        if let headline = item.headline {
            page += "<h1>".utf8
            XMLEscaping.append(Array(headline.utf8)[...], to: &page)
            page += "</h1>".utf8
        }
        if let html = item.html {
            page += html.utf8
        } else if let text = item.text {
            for paragraph in text.split(whereSeparator: \.isNewline) {
                page += "<p>".utf8
                XMLEscaping.append(Array(paragraph.utf8)[...], to: &page)
                page += "</p>".utf8
            }
        } else if item.headline == nil {
            throw CaptureError(.noText, "the news item holds neither headline nor body")
        }
        options.format = .html
        options.charset = nil
        return try reader.document(
            from: Array("<!doctype html><html><body><article>".utf8) + page + "</article></body></html>".utf8, id: id,
            options: options)
    }
}
