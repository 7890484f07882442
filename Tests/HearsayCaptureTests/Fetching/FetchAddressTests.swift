import Testing

@testable import HearsayCapture

@Suite struct FetchAddressTests {
    @Test(arguments: [
        ("https://harbourpost.example", "https://harbourpost.example/"),
        ("HTTP://HarbourPost.Example/A?b=c#part", "http://HarbourPost.Example/A?b=c"),
        ("https://harbourpost.example:8443/a/../b", "https://harbourpost.example:8443/b"),
        ("https://harbourpost.example/a b", "https://harbourpost.example/a%20b"),
        ("https://harbourpost.example/caf\u{E9}", "https://harbourpost.example/caf%c3%a9"),
        ("http://0x7f.1/", "http://127.0.0.1/"), ("http://2130706433/", "http://127.0.0.1/"),
        ("http://[::1]/", "http://[::1]/"), ("http:///a", "http://a/"),
        ("https://harbourpost.example/@x", "https://harbourpost.example/@x"),
    ])
    func webAddressesAreNormalised(_ text: String, _ url: String) throws {
        #expect(try FetchAddress(text).url == url)
    }

    @Test(arguments: [
        "", "harbourpost.example/a", "/etc/passwd", "file:///etc/passwd", "ftp://harbourpost.example/a",
        "gopher://harbourpost.example/", "javascript:alert(1)", "data:text/html,x", "http://",
        "http://user@harbourpost.example/", "http://user:pass@harbourpost.example/",
        "http://:pass@harbourpost.example/",
        "http://harbourpost.example:99999/", "http://harbour\npost.example/", "http://harbourpost.example/\r\nX: y",
        "http://harbourpost.example/\0", "http://[::1", "http://a b.example/",
        "http://harbourpost.example/" + String(repeating: "a", count: FetchAddress.longest),
    ])
    func othersAreRefused(_ text: String) {
        #expect(throws: FetchAddress.Problem.self, "\(text)") { try FetchAddress(text) }
    }

    @Test(arguments: [
        ("/b", "https://harbourpost.example/b"), ("c", "https://harbourpost.example/a/c"),
        ("?q=1", "https://harbourpost.example/a/b?q=1"), ("//other.example/x", "https://other.example/x"),
        ("http://other.example/x#y", "http://other.example/x"), ("../..", "https://harbourpost.example/"),
    ])
    func linksAreFollowedFromWhereTheyStand(_ link: String, _ url: String) throws {
        #expect(try FetchAddress("https://harbourpost.example/a/b").following(link).url == url)
    }

    @Test(arguments: ["file:///etc/passwd", "https://user:pass@other.example/", "dict://other.example/", ""])
    func linksAwayFromTheWebAreNot(_ link: String) throws {
        let base = try FetchAddress("https://harbourpost.example/a/b")
        #expect(throws: FetchAddress.Problem.self, "\(link)") { try base.following(link) }
    }

    @Test func messagesShowNoPasswordAndNoSecondLine() {
        #expect(FetchError.shown("http://user:pass@a.example/b@c") == "http://a.example/b@c")
        #expect(FetchError.shown("user:pass@a.example") == "a.example")
        #expect(FetchError.shown("http://a.example/\r\nb") == "http://a.example/  b")
        #expect(FetchError.shown("http://a.example/" + String(repeating: "a", count: 9000)).count == 300)
    }
}
