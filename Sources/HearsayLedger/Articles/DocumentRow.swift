internal import GRDB
internal import HearsayCore

/// The columns that lists and searches need of a document. They follow from the reading alone.
struct DocumentRow: Equatable {
    var document: String
    var url: String?
    var outlet: String?
    var domain: String?
    var headline: String?
    var published: String?
    var modified: String?
    var language: String
    var title: String

    init(_ document: Document) {
        self.document = document.id.column
        url = (document.canonicalURL ?? document.url)?.column
        outlet = document.outlet.name?.column
        domain = document.outlet.domain?.column
        headline = document.headline?.column
        published = document.published?.column
        modified = document.modified?.column
        language = document.language.column
        title = (document.headline.map(OneLine.text) ?? Self.firstWords(document)).column
    }

    private static func firstWords(_ document: Document) -> String {
        let words = document.text.string(document.body).split(maxSplits: 10, whereSeparator: \.isWhitespace)
        return words.prefix(10).joined(separator: " ") + (words.count > 10 ? " …" : "")
    }

    init(_ row: Row) throws {
        document = try row.value("document")
        url = try row.optional("url")
        outlet = try row.optional("outlet")
        domain = try row.optional("domain")
        headline = try row.optional("headline")
        published = try row.optional("published")
        modified = try row.optional("modified")
        language = try row.value("language")
        title = try row.value("title")
    }

    /// In the order of the table, without what is not taken from the document.
    var values: [(any DatabaseValueConvertible)?] {
        [document, url, outlet, domain, headline, published, modified, language, title]
    }
}

/// Text with every run of white space as one space.
enum OneLine {
    static func text(_ text: String) -> String {
        var line: [UInt8] = []
        line.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if !byte.isASCIISpace {
                line.append(byte)
            } else if let last = line.last, last != 0x20 {
                line.append(0x20)
            }
        }
        if line.last == 0x20 { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }
}
