import HearsayCore

/// Reads feeds and sitemaps from foreign bytes: as much as can be read, with what is broken named.
public enum FeedReader {
    /// The feed in some bytes; what the caller says of encoding and address outranks what the feed says.
    ///
    /// - Parameters:
    ///   - charset: the encoding, as an HTTP header names it.
    ///   - url: where it was taken from; relative links are resolved against it.
    ///
    /// Broken markup is mended and broken entries are read as far as they go, see ``Feed/problems``. Throws when the
    /// bytes are no feed, exceed the limits, or declare entities. Takes time in proportion to the input.
    public static func feed(
        from bytes: [UInt8], charset: String?, url: String?, limits: CaptureLimits = .init()
    ) throws(CaptureError) -> Feed {
        guard bytes.contains(where: { !$0.isASCIISpace }) else { throw CaptureError(.empty, "the feed is empty") }
        if bytes[...].trimmed.first == 0x7B {
            return try JSONFeed.feed(from: bytes, url: url, limits: limits)
        }
        if bytes.prefix(1024)[...].trimmed.startsIgnoringCase("<!doctype html") { throw isPage }
        let tree = try XMLReader.tree(of: bytes, charset: charset, limits: limits)
        var feed = FeedDraft(tree, url: url)
        switch tree.name[0].lowercased() {
        case "rss": feed.readRSS(.rss)
        case "rdf": feed.readRSS(.rdf)
        case "feed": feed.readAtom()
        case "entry" where FeedDraft.atom.contains(tree.space[0]): feed.readAtomEntry()
        case "urlset": feed.readSitemap(of: "url")
        case "sitemapindex": feed.readSitemap(of: "sitemap")
        case "html", "head", "body": throw isPage
        case "opml": throw CaptureError(.malformed, "this is a list of subscriptions (OPML), not a feed")
        default:
            let name = tree.name[0].prefix(40)
            throw CaptureError(.malformed, "the root element is <\(name)>, which is that of no feed")
        }
        return feed.finished()
    }

    private static var isPage: CaptureError { .init(.malformed, "this is an HTML page, not a feed") }

    /// Whether the first 8 KB look like a feed or a sitemap. Cheap; a feed in UTF-16 is told by its byte order mark.
    public static func isFeed(_ bytes: [UInt8]) -> Bool {
        var head = ByteSlice(bytes.prefix(8192))
        if let mark = ByteOrderMark.detect(bytes), mark.encoding != .utf8 {
            // The names are ASCII in any encoding.
            head = ByteSlice(head.filter { $0 != 0 && $0 < 0x80 })
        }
        head = head.trimmed
        if head.first == 0x7B {
            return head.firstIgnoringCase("https://jsonfeed.org/version/") != nil
                || head.firstIgnoringCase("https:\\/\\/jsonfeed.org\\/version\\/") != nil
        }
        guard let root = rootTag(head) else { return false }
        if ["<rss", "<feed", "<urlset", "<sitemapindex"].contains(where: { isTag($0, root) }) { return true }
        if let colon = root.prefix(24).firstIndex(of: 0x3A) {
            let name = ByteSlice([0x3C] + root[(colon + 1)...])
            if ["<feed", "<urlset", "<sitemapindex"].contains(where: { isTag($0, name) }) { return true }
        }
        guard root.startsIgnoringCase("<rdf:rdf") || isTag("<rdf", root) else { return false }
        return ["purl.org/rss/", "netscape.com/rdf/simple"].contains { root.firstIgnoringCase($0) != nil }
    }

    private static func isTag(_ name: String, _ tag: ByteSlice) -> Bool {
        guard tag.startsIgnoringCase(name) else { return false }
        guard let next = tag.dropFirst(name.utf8.count).first else { return true }
        return next.isASCIISpace || next == 0x3E || next == 0x2F
    }

    /// The first tag behind declarations, comments and instructions, and what follows it.
    private static func rootTag(_ head: ByteSlice) -> ByteSlice? {
        var rest = head
        while let at = rest.firstIndex(of: 0x3C) {
            rest = rest[at...]
            guard let next = rest.dropFirst().first else { return nil }
            if next != 0x21, next != 0x3F { return rest }
            let end = rest.starts(with: "<!--".utf8) ? rest.firstIgnoringCase("-->") : rest.firstIndex(of: 0x3E)
            guard let end else { return nil }
            rest = rest[(end + 1)...]
        }
        return nil
    }
}
