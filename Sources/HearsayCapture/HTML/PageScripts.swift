import HearsayCore

/// What a page's own scripts hold of its article, beside structured data: the state that a program draws the page from.
enum PageScripts {
    private static let names = [
        "datePublished", "publishedDate", "publishDate", "publicationDate", "publishedAt", "published_at",
        "publish_date",
        "published_date", "pubDate", "firstPublished", "firstPublishedDate",
    ]
    /// Bytes of script that are searched; a page's state may be megabytes long.
    private static let most = 2 << 20

    /// The date of publication that the scripts name, if all that they name is of the same day; a list of other articles
    /// would have several. As it is written.
    static func onlyDate(in tree: HTMLTree) -> String? {
        var (only, searched) = (String?.none, 0)
        for node in 0..<tree.count where tree.tag[node] == .script {
            for child in tree.descendants(of: node) {
                let script = tree.words(child).prefix(most - searched)
                searched += script.count
                for date in dates(in: script) {
                    if let only, only.prefix(10) != date.prefix(10) { return nil }
                    only = only ?? date
                }
            }
        }
        return only
    }

    /// The values of members `"datePublished": "2024-…"` and the like, quoted once more or not.
    private static func dates(in script: ByteSlice) -> [String] {
        var (out, rest) = ([String](), script)
        while let quote = rest.firstIndex(of: 0x22) {
            rest = rest[(quote + 1)...]
            guard let name = names.first(where: { rest.starts(with: $0.utf8) }) else { continue }
            var value = rest.dropFirst(name.utf8.count).drop { $0 == 0x5C }
            guard value.first == 0x22 else { continue }
            value = value.dropFirst().drop { $0.isASCIISpace || $0 == 0x3A }.drop { $0 == 0x5C }
            guard value.first == 0x22 else { continue }
            let text = value.dropFirst().prefix(40).prefix { $0 != 0x22 && $0 != 0x5C }
            if CivilDay(iso: text.string) != nil { out.append(text.string) }
        }
        return out
    }
}
