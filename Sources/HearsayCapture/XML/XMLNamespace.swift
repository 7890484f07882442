/// The vocabularies that feeds are written in.
enum XMLNamespace: Hashable, Sendable {
    /// No namespace, or one of the old RSS namespaces: RSS 0.9x and 2.0.
    case plain
    /// RSS 0.90 and 1.0.
    case rss1
    case rdf, atom, atom03, dublinCore, content, media, xhtml, xml, sitemap, news, other

    /// The vocabulary of an address, which feeds write with and without "https" and the stroke at the end.
    init(uri: String) {
        var name = uri.lowercased()[...]
        for scheme in ["http://", "https://"] where name.hasPrefix(scheme) { name = name.dropFirst(scheme.count) }
        while name.last == "/" || name.last == "#" { name.removeLast() }
        self = Self.addresses[name] ?? .other
    }

    /// The vocabulary that everybody means by a prefix which a feed has forgotten to declare.
    init(prefix: String) { self = Self.prefixes[prefix] ?? .other }

    private static let addresses: [Substring: XMLNamespace] = [
        "": .plain,
        "backend.userland.com/rss": .plain, "backend.userland.com/rss2": .plain,
        "blogs.law.harvard.edu/tech/rss": .plain,
        "cyber.law.harvard.edu/rss/rss.html": .plain, "backend.userland.com/rss091": .plain,
        "purl.org/rss/1.0": .rss1, "my.netscape.com/rdf/simple/0.9": .rss1,
        "channel.netscape.com/rdf/simple/0.9": .rss1,
        "my.netscape.com/publish/formats/rss-0.91.dtd": .plain, "purl.org/net/rss1.1": .rss1,
        "www.w3.org/1999/02/22-rdf-syntax-ns": .rdf, "www.w3.org/2005/atom": .atom, "purl.org/atom/ns": .atom03,
        "purl.org/dc/elements/1.1": .dublinCore, "purl.org/dc/elements/1.0": .dublinCore,
        "purl.org/dc/terms": .dublinCore, "purl.org/rss/1.0/modules/content": .content,
        "search.yahoo.com/mrss": .media, "search.yahoo.com/mrss1.0": .media, "www.w3.org/1999/xhtml": .xhtml,
        "www.w3.org/xml/1998/namespace": .xml, "www.sitemaps.org/schemas/sitemap/0.9": .sitemap,
        "www.google.com/schemas/sitemap/0.84": .sitemap, "www.google.com/schemas/sitemap/0.9": .sitemap,
        "www.google.com/schemas/sitemap-news/0.9": .news,
    ]

    private static let prefixes: [String: XMLNamespace] = [
        "rdf": .rdf, "atom": .atom, "a10": .atom, "dc": .dublinCore, "dcterms": .dublinCore, "content": .content,
        "media": .media, "xhtml": .xhtml, "xml": .xml, "news": .news,
    ]
}
