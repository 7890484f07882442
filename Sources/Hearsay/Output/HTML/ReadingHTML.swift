public import HearsayCore

/// Readings as one self-contained page: the article with its statements in the colours of their voices, and a legend
/// of the voices with the way on which each was heard. No scripts, nothing loaded, light and dark, phone and wide.
public struct ReadingHTML: ReadingFormatter {
    private var articles = 0

    /// A page.
    public init() {}

    /// The article; before the first one, the head of the page too.
    public mutating func article(_ reading: Reading, id: String?) -> [UInt8] {
        articles += 1
        let title = reading.document.title(id: id)
        let opening =
            articles == 1 ? Self.opening(title: PlainText.singleLine(title), language: reading.document.language) : ""
        return Array((opening + Self.section(reading, id: id, prefix: "a\(articles)-")).utf8)
    }

    /// The end of the page; a page without articles is a valid page too.
    public mutating func foot() -> [UInt8] {
        let opening = articles == 0 ? Self.opening(title: "Hearsay", language: "en") : ""
        return Array(
            (opening + "<footer>Read by Hearsay: who said what, through whom.</footer>\n</body>\n</html>\n").utf8)
    }

    private static func opening(title: String, language: String) -> String {
        """
        <!doctype html>
        <html lang="\(HTMLText.escape(language))">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \(PageStyle.source); base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        <title>\(HTMLText.escape(title))</title>
        <style>\(PageStyle.sheet)</style>
        </head>
        <body>

        """
    }

    private static func section(_ reading: Reading, id: String?, prefix: String) -> String {
        let markup = ReadingMarkup(reading, prefix: prefix)
        return """
            <main>
            \(header(reading, markup, id: id, prefix: prefix))
            <div class="columns">
            \(markup.legend)
            <article class="text" id="\(prefix)text">
            \(markup.text)
            </article>
            </div>
            </main>

            """
    }

    // MARK: Head

    private static func header(_ reading: Reading, _ markup: ReadingMarkup, id: String?, prefix: String) -> String {
        let document = reading.document
        var lines = ["<header>"]
        let outlet = document.outlet.name ?? document.outlet.domain
        let day = document.published.map {
            "<time datetime=\"\(HTMLText.escape($0))\">\(HTMLText.escape(String($0.prefix(10))))</time>"
        }
        let parts = [outlet.map(HTMLText.escape), day.map { "<span>\($0)</span>" }].compactMap(\.self)
        if !parts.isEmpty { lines.append("<p class=\"outlet\">\(parts.joined(separator: " <span>·</span> "))</p>") }
        if let headline = markup.headline {
            lines.append("<h1>\(headline)</h1>")
        } else if let title = document.headline ?? id {
            lines.append("<h1>\(HTMLText.escape(title))</h1>")
        }
        if !document.authors.isEmpty {
            lines.append("<p class=\"facts\">By \(HTMLText.escape(document.authors.joined(separator: ", ")))</p>")
        }
        for update in document.updates {
            lines.append("<p class=\"update\">\(HTMLText.escape(update.labelled))</p>")
        }
        lines.append("<p class=\"sum\">\(HTMLText.escape(ReadingSummary(reading).sentence))</p>")
        lines.append("<p class=\"jump\"><a href=\"#\(prefix)text\">To the article</a></p>")
        return (lines + ["</header>"]).joined(separator: "\n")
    }
}
