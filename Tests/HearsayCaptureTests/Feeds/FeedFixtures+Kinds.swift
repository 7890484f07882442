@testable import HearsayCapture

/// Feeds of every kind that keep the rules, or nearly so.
extension FeedFixture {
    private static let a = "https://harbourpost.example/1"
    private static func atom(_ inside: String, _ space: String = "http://www.w3.org/2005/Atom") -> String {
        "<feed xmlns=\"\(space)\"><title>Harbour Post</title>\(inside)</feed>"
    }
    private static func json(_ items: String) -> String {
        "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"Harbour Post\",\"items\":[\(items)]}"
    }

    static let kinds: [FeedFixture] = [
        .init("RSS 0.91", "<rss version='0.91'><channel><title>A</title>" + item("Pier") + "</channel></rss>", [pier]),
        .init(
            "RSS 2.0 with RFC 822", rss(item("Pier", 1, "<pubDate>04 Mar 31 10:00 EST</pubDate>")),
            [.init("Pier", a, "2031-03-04T10:00:00-05:00")]),
        .init(
            "RSS 2.0 in a namespace", rss(item("Pier"), attributes: "xmlns='http://backend.userland.com/rss2'"), [pier]),
        .init("a namespace of its own", rss(item("Pier"), attributes: "xmlns='http://harbourpost.example/ns'"), [pier]),
        .init(
            "another prefix",
            rss(
                item("Pier", 1, "<d:date>2031-03-04T10:00:00Z</d:date>"),
                attributes: "xmlns:d='http://purl.org/dc/elements/1.1/'"), [.init("Pier", a, "2031-03-04T10:00:00Z")]),
        .init(
            "a link of Atom in RSS",
            rss(
                "<item><title>Pier</title><atom:link href='https://harbourpost.example/1'/></item>",
                attributes: "xmlns:atom='http://www.w3.org/2005/Atom'"), [pier]),
        .init("no items", rss(""), []),
        .init(
            "RSS 1.0",
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
                + "<channel><title>A</title></channel><item rdf:about='https://harbourpost.example/1'><title>Pier</title></item>"
                + "</rdf:RDF>", [pier]),
        .init(
            "RSS 0.90",
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                + "xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel/>" + item("Pier") + "</rdf:RDF>", [pier]),
        .init(
            "Atom 1.0", atom("<entry><title>Pier</title><link href='\(a)'/><published>2031-03-04</published></entry>"),
            [.init("Pier", a, "2031-03-04")]),
        .init(
            "Atom 0.3",
            atom(
                "<entry><title>Pier</title><link rel='alternate' href='\(a)'/>"
                    + "<issued>2031-03-04T10:00:00Z</issued></entry>", "http://purl.org/atom/ns#"),
            [.init("Pier", a, "2031-03-04T10:00:00Z")]),
        .init(
            "Atom without published",
            atom("<entry><title>Pier</title><link href='\(a)'/><updated>2031-03-04</updated></entry>"),
            [pier]),
        .init("Atom with an id alone", atom("<entry><id>\(a)</id><title>Pier</title></entry>"), [pier]),
        .init(
            "Atom with a title in HTML",
            atom("<entry><title type='html'>&lt;i&gt;Pier&lt;/i&gt;</title><id>\(a)</id></entry>"),
            [pier]),
        .init(
            "Atom with a title in XHTML",
            atom(
                "<entry><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><i>Pier</i></div></title><id>\(a)</id></entry>"
            ),
            [pier]),
        .init(
            "Atom with a prefix",
            "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>Pier</a:title>"
                + "<a:link href='\(a)'/></a:entry></a:feed>", [pier]),
        .init(
            "one entry of Atom",
            "<entry xmlns='http://www.w3.org/2005/Atom'><title>Pier</title><link href='\(a)'/></entry>",
            [pier]),
        .init("JSON Feed", json("{\"id\":\"1\",\"url\":\"\(a)\",\"title\":\"Pier\"}"), [pier]),
        .init(
            "JSON Feed with wrong types", json("{\"id\":1,\"url\":7,\"title\":\"Pier\",\"date_published\":[]},null,[]"),
            [.init("Pier", nil)]),
        .init("JSON Feed without items", "{\"version\":\"https://jsonfeed.org/version/1.1\"}", []),
        .init(
            "a sitemap",
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>\(a)</loc></url></urlset>",
            [.init(nil, a)]),
        .init("a list of sitemaps", "<sitemapindex><sitemap><loc>\(a)</loc></sitemap></sitemapindex>", [.init(nil, a)]),
        .init("other JSON", "{\"a\":1}", fails: .malformed),
        .init("JSON cut short", "{\"version\":\"https://jsonfeed.org/version/1\",", fails: .malformed),
    ]
}
