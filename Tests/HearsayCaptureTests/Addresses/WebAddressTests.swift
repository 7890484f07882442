import Testing

@testable import HearsayCapture

@Suite struct WebAddressTests {
    private func bytes(_ text: String) -> ByteSlice { Array(text.utf8)[...] }

    @Test func addressesInText() {
        #expect(
            WebAddress.find(in: bytes("see https://example.org/a?b=1, there"))?.address == "https://example.org/a?b=1")
        #expect(WebAddress.find(in: bytes("www.example.org"))?.address == "https://www.example.org")
        #expect(WebAddress.find(in: bytes("https://nothing")) == nil)
    }

    @Test(arguments: [
        ("/a", "https://e.org/a"), ("a", "https://e.org/x/a"), ("//f.org/a", "https://f.org/a"),
        ("?q", "https://e.org/x/y?q"),
        ("http://f.org", "http://f.org"), ("../a", "https://e.org/a"), ("../../../a?../b", "https://e.org/a?../b"),
        ("./a/./b/..", "https://e.org/x/a/"), ("/a\n/b", "https://e.org/a/b"),
    ])
    func relativeLinks(_ link: String, _ absolute: String) {
        #expect(WebAddress.resolve(bytes(link), base: "https://e.org/x/y?z#w") == absolute)
    }

    @Test(arguments: ["#top", "javascript:void(0)", "mailto:a@b.c", "", "tel:1"])
    func linksToNoPage(_ link: String) { #expect(WebAddress.resolve(bytes(link), base: "https://e.org/") == nil) }

    @Test func registeredDomains() {
        #expect(RegisteredDomain.of(address: "https://www.example.co.uk/a") == "example.co.uk")
        #expect(RegisteredDomain.of(address: "https://news.example.com:8080/a") == "example.com")
        #expect(RegisteredDomain.of(address: "http://user@127.0.0.1/") == "127.0.0.1")
        #expect(RegisteredDomain.of(address: "no address") == nil)
    }

    @Test func identityOfAddresses() {
        let plain = WebAddress.identity(of: "https://www.e.org/a/")
        #expect(plain == "e.org/a")
        #expect(WebAddress.identity(of: "http://E.org/a?utm_source=x&fbclid=y#top") == plain)
        #expect(WebAddress.identity(of: "https://e.org/a?id=1&ref=z") == "e.org/a?id=1")
        #expect(WebAddress.identity(of: "https://e.org/A") != plain)
    }
}
