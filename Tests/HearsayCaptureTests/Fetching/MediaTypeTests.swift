import Testing

@testable import HearsayCapture

@Suite struct MediaTypeTests {
    @Test(
        arguments: [
            ("text/html", "text/html", nil), ("Text/HTML; Charset=UTF-8", "text/html", "UTF-8"),
            ("text/html;charset=\"windows-1252\"", "text/html", "windows-1252"),
            ("text/plain; format=flowed ; charset = koi8-r", "text/plain", "koi8-r"),
            ("application/xhtml+xml;charset=", "application/xhtml+xml", nil),
        ] as [(String, String, String?)])
    func headersAreTakenApart(_ value: String, _ name: String, _ charset: String?) {
        #expect(MediaType(value)?.name == name)
        #expect(MediaType(value)?.charset == charset)
    }

    @Test func whatNamesNoTypeIsNone() {
        #expect(MediaType("") == nil)
        #expect(MediaType("html; charset=utf-8") == nil)
    }

    @Test func articlesComeAsTextOrXML() {
        for name in ["text/html", "text/plain", "application/xhtml+xml", "application/xml", "application/rss+xml"] {
            #expect(MediaType(name)?.mayBeArticle == true, "\(name)")
        }
        for name in ["application/json", "application/pdf", "image/svg+xml", "image/png", "application/octet-stream"] {
            #expect(MediaType(name)?.mayBeArticle == false, "\(name)")
        }
    }
}
