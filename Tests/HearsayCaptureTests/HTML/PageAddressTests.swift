import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct PageAddressTests {
    private func address(_ head: String, url: String? = nil) throws -> PageAddress {
        let page = "<html><head>\(head)</head><body><p>x</p></body></html>"
        return PageAddress(PageHead(try #require(ModestParser.parse(Array(page.utf8)))), url: url)
    }
    private let open = "<meta property='og:url' content='https://coast.example/news/storm-nears'>"

    @Test(arguments: [
        ("<link rel=canonical href='https://coast.example/a'>", "https://coast.example/a"),
        ("<link rel='shortlink canonical' href=' /a '>", "https://coast.example/a"),
        ("<link rel=canonical href='//coast.example/a'>", "https://coast.example/a"),
        ("<link rel=canonical href='/'>", "https://coast.example/news/storm-nears"),
        ("<link rel=canonical href='https://coast.example'>", "https://coast.example/news/storm-nears"),
        ("<link rel=canonical href='https://origin.example/b'>", "https://origin.example/b"),
        ("<link rel=canonical href='https://localhost/b'>", "https://coast.example/news/storm-nears"),
        ("<link rel=canonical href='javascript:void(0)'>", "https://coast.example/news/storm-nears"),
        ("<link rel=canonical href=''>", "https://coast.example/news/storm-nears"),
    ])
    func canonicalOutOfBoth(_ link: String, _ expected: String) throws {
        #expect(try address(link + open).canonical == expected)
    }

    @Test func relativeCanonicalNeedsAnAddress() throws {
        let link = "<link rel=canonical href='/'>"
        #expect(try address(link).canonical == nil)
        #expect(try address(link, url: "https://www.coast.example/x/y").canonical == "https://www.coast.example/")
    }

    @Test func baseOfLinks() throws {
        #expect(try address("<base href='/x/'>" + open).base == "https://coast.example/x/")
        #expect(try address("<base target=_self>", url: "https://a.example/b").base == "https://a.example/b")
        #expect(
            try address("<base href='https://b.example/c/d'>", url: "https://a.example/b").base
                == "https://b.example/c/d")
        #expect(try address("").base == nil)
    }
}
