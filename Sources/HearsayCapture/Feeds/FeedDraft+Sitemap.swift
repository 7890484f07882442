import HearsayCore

/// Sitemaps, news sitemaps and lists of sitemaps.
extension FeedDraft {
    private static let own: Set<XMLNamespace> = [.sitemap, .plain, .other]

    /// Reads every element of a name as an entry.
    mutating func readSitemap(of name: String) {
        feed.kind = name == "sitemap" ? .sitemapIndex : .sitemap
        for node in tree.children(of: 0) where tree.isElement(node, name, Self.own) {
            begin()
            readPage(node)
        }
    }

    private mutating func readPage(_ node: Int) {
        let parts = tree.children(of: node)
        var entry = FeedEntry()
        let location = child("loc", Self.own, of: parts)
        entry.url = address(words("loc", Self.own, of: parts), at: location ?? node)
        entry.modified = date([("lastmod", Self.own)], of: parts)
        if let news = child("news", [.news], of: parts) {
            feed.kind = .newsSitemap
            let parts = tree.children(of: news)
            entry.title = title("title", [.news], of: parts)
            entry.published = date([("publication_date", [.news])], of: parts)
            if let publication = child("publication", [.news], of: parts) {
                let parts = tree.children(of: publication)
                entry.source = words("name", [.news], of: parts).map { .init(name: $0) }
                entry.language = words("language", [.news], of: parts)
            }
        }
        take(entry)
    }
}
