@testable import HearsayCapture

/// Feeds in other encodings, broken feeds, and hostile ones.
extension FeedFixture {
    static let broken: [FeedFixture] = [
        .init("no declaration", rss(item("Pier")), [pier]),
        .init("junk before the declaration", "\n\njunk " + rss(item("Pier"), head: "<?xml version='1.0'?>"), [pier]),
        .init("HTML names", rss(item("Caf&eacute;&nbsp;open")), [.init("Café open", pier.url)]),
        .init("an unknown name", rss(item("A &harbour; B")), [.init("A &harbour; B", pier.url)]),
        .init("a stray ampersand", rss(item("Fish & chips")), [.init("Fish & chips", pier.url)]),
        .init("a stray angle bracket", rss(item("3 < 4")), [.init("3 < 4", pier.url)]),
        .init("number of Windows-1252", rss(item("It&#146;s")), [.init("It’s", pier.url)]),
        .init("an unclosed title", rss("<item><link>https://harbourpost.example/1</link><title>Pier</item>"), [pier]),
        .init("an end tag too many", rss("</b>" + item("Pier")), [pier]),
        .init(
            "cut in the second item", "<rss><channel>" + item("Pier") + "<item><title>Two", [pier, .init("Two", nil)]),
        .init("cut in CDATA", "<rss><channel><item><title><![CDATA[Pier", [.init("Pier", nil)]),
        .init(
            "undeclared prefix", rss(item("Pier", 1, "<dc:date>2031-03-04</dc:date>")),
            [.init("Pier", pier.url, "2031-03-04")]),
        .init("control characters", rss(item("Pi\u{1}er")), [.init("Pi er", pier.url)]),
        .init("no channel", "<rss>" + item("Pier") + "</rss>", [pier]),
        .init("an empty item", rss("<item/>" + item("Pier")), [pier]),
        .init(
            "repeated guids", rss(item("Pier", 1, "<guid>x</guid>") + item("Two", 2, "<guid>x</guid>")),
            [pier, .init("Two", "https://harbourpost.example/2")]),
        .init(
            "a permalink guid", rss("<item><title>Pier</title><guid>https://harbourpost.example/1</guid></item>"),
            [pier]),
        .init(
            "a guid that is none",
            rss("<item><title>Pier</title><guid isPermaLink='false'>https://a.example/</guid></item>"),
            [.init("Pier", nil)]),
        .init(
            "a script for a link", rss("<item><title>Pier</title><link>javascript:a()</link></item>"),
            [.init("Pier", nil)]),
        .init("a date that is none", rss(item("Pier", 1, "<pubDate>30 Feb 2031 10:00 GMT</pubDate>")), [pier]),
        .init(
            "a DOCTYPE", rss(item("Pier"), head: "<!DOCTYPE rss PUBLIC \"-//N//DTD\" \"http://127.0.0.1/a.dtd\">"),
            [pier]),
        .init(
            "Windows-1252 by its declaration",
            bytes: Array("<?xml version='1.0' encoding='windows-1252'?><rss><channel><item><title>Caf".utf8) + [0xE9]
                + "</title></item></channel></rss>".utf8, [.init("Café", nil)]),
        .init(
            "KOI8-R by the caller",
            bytes: Array("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>".utf8) + [0xF0, 0xCF]
                + "</title></item></channel></rss>".utf8, charset: "koi8-r", [.init("По", nil)]),
        .init(
            "UTF-16 with a mark",
            bytes: [0xFF, 0xFE]
                + rss(item("Пirs"), head: "<?xml version='1.0' encoding='UTF-16'?>").utf16.flatMap {
                    [UInt8($0 & 0xFF), UInt8($0 >> 8)]
                }, [.init("Пirs", pier.url)]),
        .init(
            "UTF-8 that says it is Latin-1", rss(item("Café"), head: "<?xml version='1.0' encoding='iso-8859-1'?>"),
            [.init("Café", pier.url)]),
        .init(
            "an entity bomb", "<!DOCTYPE rss [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]>" + rss(item("&b;")), fails: .unsafe
        ),
        .init(
            "an external entity", "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + rss(item("&a;")),
            fails: .unsafe),
        .init(
            "a parameter entity", "<!DOCTYPE rss [<!ENTITY % a SYSTEM 'http://127.0.0.1/'>%a;]>" + rss(""),
            fails: .unsafe),
        .init("deep nesting", String(repeating: "<a>", count: 300_000), fails: .tooDeep),
        .init("nothing", " \n ", fails: .empty),
        .init("an HTML page", "<!DOCTYPE html><html><body><p>A<br>B", fails: .malformed),
        .init("a page of XHTML", "<html xmlns='http://www.w3.org/1999/xhtml'/>", fails: .malformed),
        .init("another root", "<catalogue/>", fails: .malformed),
        .init("a text", "The harbour was closed.", fails: .malformed),
        .init("a list of subscriptions", "<opml/>", fails: .malformed),
        .init("a picture", "GIF89a....", fails: .binary),
    ]
}
