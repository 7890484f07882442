import Testing

@testable import Hearsay

@Suite struct FileKindTests {
    @Test func theEndingTells() {
        func kind(_ name: String, _ head: String = "x") -> FileKind { FileKind(name: name, head: Array(head.utf8)) }
        #expect(kind("a.jsonl") == .lines && kind("a.ndjson") == .lines && kind("a.json") == .json)
        #expect(kind("a.warc") == .warc && kind("b/a.warc.gz") == .warc && kind("A.ARC.GZ") == .warc)
        #expect(kind("a.wacz") == .wacz && kind("a.rss") == .feed && kind("a.opml") == .feed)
        #expect(kind("a.eml") == .article(.mail) && kind("a.mht") == .article(.mhtml))
        #expect(kind("a.md") == .article(.markdown) && kind("a.htm") == .article(.html))
        #expect(kind("a.txt", "{\"text\": \"x\"}\n") == .article(.text))
    }

    @Test func theBytesTellWhereTheNameDoesNot() {
        func kind(_ head: String) -> FileKind { FileKind(name: "", head: Array(head.utf8)) }
        #expect(kind("WARC/1.1\r\n") == .warc && kind("filedesc://a") == .warc && kind("PK\u{3}\u{4}") == .wacz)
        #expect(FileKind(name: "a.bad", head: [0x1F, 0x8B, 8]) == .warc)
        #expect(kind("{\"text\": \"x\"}\n{") == .lines && kind("{\"text\":\n") == .json)
        #expect(kind("A storm came.") == .article(.unknown))
    }

    @Test func aServersWordOutranksTheAddress() {
        let page = Array("<html>".utf8)
        #expect(FileKind(mediaType: "text/html", name: "https://a.example/x.json", head: page) == .article(.html))
        #expect(FileKind(mediaType: "application/json", name: "https://a.example/x.json?y=z.warc", head: []) == .json)
        #expect(FileKind(mediaType: nil, name: "https://a.example/x.warc.gz", head: []) == .warc)
        #expect(FileKind(mediaType: "message/rfc822", name: "https://a.example/x", head: []) == .article(.mail))
    }

    @Test func aFolderIsSearchedForWhatIsRead() {
        for name in ["a.txt", "a.eml", "a.warc.gz", "a.arc", "a.wacz", "a.xml", "a.opml", "A.HTML"] {
            #expect(FileKind.isSearched(name), "\(name)")
        }
        for name in ["a.png", "a.gz", "a.zip", "a", "a.html.gz"] { #expect(!FileKind.isSearched(name), "\(name)") }
    }
}
