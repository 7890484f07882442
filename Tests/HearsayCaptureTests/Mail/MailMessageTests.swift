import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct MailMessageTests {
    private func slice(_ text: String) -> ByteSlice { Array(text.utf8)[...] }

    @Test(arguments: [
        ("=?utf-8?Q?caf=C3=A9_au_lait?=", "caf\u{E9} au lait"), ("=?ISO-8859-1?B?Y2Fm6Q==?= bar", "caf\u{E9} bar"),
        ("a =?utf-8?B?w6k=?= =?utf-8?B?w6k=?= b", "a \u{E9}\u{E9} b"),
        ("=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=", "caf\u{E9}"), ("=?utf-8*en?Q?a?=", "a"),
        ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
        ("=?utf-8?Q?open", "=?utf-8?Q?open"), ("=?koi8-r?B?8NLJ18XU?=", "\u{41F}\u{440}\u{438}\u{432}\u{435}\u{442}"),
        ("=?", "=?"), ("=??Q?a?=", "=??Q?a?="),
    ])
    func encodedWords(_ value: String, _ expected: String) {
        #expect(EncodedWords.decode(slice(value)).string == expected)
    }

    @Test func parameters() {
        let value = HeaderParameters(
            slice("Text/HTML; charset=\"utf-8\"; name*0*=utf-8''caf%C3%A9; name*1=\".html\"; x=\"a;\\\"b\""))
        #expect(value?.value == "text/html")
        #expect(value?["charset"] == "utf-8")
        #expect(value?["name"] == "caf\u{E9}.html")
        #expect(value?["x"] == "a;\"b")
        #expect(value?["y"] == nil)
        #expect(HeaderParameters(slice(" ; a=b")) == nil)
    }

    @Test(arguments: [
        ("a=20b=\r\nc", "a bc"), ("a= \nb", "ab"), ("100=% =4", "100=% =4"), ("=e2=80=94", "\u{2014}"), ("=", ""),
    ])
    func quotedPrintable(_ text: String, _ expected: String) {
        #expect(TransferDecoding.quotedPrintable(slice(text))[...].string == expected)
    }

    @Test(arguments: [("Y2Fm w6k=", "caf\u{E9}"), ("YQ==\nYg==", "ab"), ("YWI", "ab"), ("*!", ""), ("=", "")])
    func base64(_ text: String, _ expected: String) {
        #expect(TransferDecoding.base64(slice(text))[...].string == expected)
    }

    @Test func flowedLines() {
        let text = "One line \ngoes on.\n\n> quoted \nNext \n-- \nSignature"
        #expect(
            FlowedText.unflowed(slice(text), deletesSpace: false)[...].string
                == "One line goes on.\n\n> quoted \nNext \n-- \nSignature")
        #expect(FlowedText.unflowed(slice("ab \ncd"), deletesSpace: true)[...].string == "abcd")
    }

    @Test(arguments: [
        ("Harbour Post <news@mail.harbourpost.example>", "Harbour Post", "harbourpost.example"),
        ("\"Post, The\" <a@post.co.uk>", "Post, The", "post.co.uk"), ("a@b.example (Coast)", "Coast", "b.example"),
        ("a@gmail.com", nil, nil), ("Coast <coast@substack.com>", "Coast", nil),
    ])
    func addresses(_ value: String, _ name: String?, _ domain: String?) {
        let address = MailAddress(slice(value))
        #expect(address?.name == name && address?.ownDomain == domain)
    }

    @Test func brokenBoundaries() throws {
        // The boundary is not named, and the inner one is closed by the outer.
        let text =
            "MIME-Version: 1.0\nContent-Type: multipart/mixed\n\n--x\nContent-Type: multipart/mixed; boundary=y\n\n--y\n\none\n--x \n\ntwo\n--x--"
        let message = try MailMessage(Array(text.utf8))
        #expect(message.parts.map(\.type) == ["multipart/mixed", "multipart/mixed", "text/plain", "text/plain"])
        #expect(message.parts.map(\.parent) == [nil, 0, 1, 0])
        #expect(message.decoded(2)[...].string == "one" && message.decoded(3)[...].string == "two")
    }

    @Test func mailbox() throws {
        let one = "From a@b.example Tue Mar  4 07:30:00 2031\n" + MailFixtures.head + "\n\n" + MailFixtures.plain + "\n"
        #expect(try MailFixtures.read(Array(one.utf8)).headline == "Council shuts the old pier")
        #expect(throws: CaptureError(.unsupported, "")) { try MailFixtures.read(Array((one + "\n" + one).utf8)) }
        let quoting = one + "\nFrom the pier: a view, at 7:30.\n"
        #expect(throws: Never.self) { try MailFixtures.read(Array(quoting.utf8)) }
    }
}
