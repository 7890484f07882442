import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct MailCaptureTests {
    private func alternative(_ plain: String?, _ page: String?, close: Bool = true) -> [UInt8] {
        var text = MailFixtures.head + "\nContent-Type: multipart/alternative; boundary=\"b 1\"\n\nPreamble.\n"
        if let plain { text += "--b 1\nContent-Type: text/plain; charset=utf-8\n\n" + plain + "\n" }
        if let page { text += "--b 1\nContent-Type: text/html; charset=utf-8\n\n" + page + "\n" }
        return MailFixtures.wire(close ? text + "--b 1--\nAn epilogue.\n" : text)
    }

    private func check(_ document: Document, _ lines: [String] = MailFixtures.body) {
        #expect(MailFixtures.lines(document) == lines)
        #expect(document.headline == "Council shuts the old pier")
        #expect(document.outlet == .init(name: "Harbour Post", domain: "harbourpost.example"))
        #expect(document.published == "2031-03-04T07:30:00+01:00")
        #expect(document.authors == ["Mara Quill"])
        #expect(document.url == "https://harbourpost.example/pier?view=1")
        #expect(document.id == "m")
    }

    @Test func pageOfTwoAlternatives() throws {
        let document = try MailFixtures.read(alternative(MailFixtures.plain, MailFixtures.page))
        check(document)
        #expect(document.links.map(\.url) == ["https://gazette.example/pier"])
        #expect(document.links.first?.span.map { document.text.string($0) } == "Gazette")
    }

    @Test func plainTextAlone() throws {
        var lines = MailFixtures.body
        lines[2] = lines[2].map { "\u{201C}\u{201D}".contains($0) ? "\"" : String($0) }.joined()
        check(try MailFixtures.read(alternative(MailFixtures.plain, nil)), lines)
        // A page that is drawn by pictures gives way to the text beside it.
        let drawn = "<html><body><img src=\"https://x.example/a.png\"><p>HP</p></body></html>"
        check(try MailFixtures.read(alternative(MailFixtures.plain, drawn)), lines)
    }

    @Test func missingFinalBoundary() throws {
        check(try MailFixtures.read(alternative(MailFixtures.plain, MailFixtures.page, close: false)))
    }

    @Test func nestedParts() throws {
        let text =
            MailFixtures.head + """

                Content-Type: multipart/mixed; boundary=a

                --a
                Content-Type: multipart/related; boundary=ab; type="multipart/alternative"

                --ab
                Content-Type: multipart/alternative; boundary=abc

                --abc
                Content-Type: text/plain

                Read this in a program that shows pages.
                --abc
                Content-Type: text/html; charset=UTF-8

                \(MailFixtures.page)
                --abc--
                --ab
                Content-Type: image/png
                Content-Transfer-Encoding: base64
                Content-ID: <logo>

                iVBORw0KGgo=
                --a
                Content-Type: application/pdf
                Content-Disposition: attachment; filename=a.pdf

                %PDF-
                --a--
                """
        check(try MailFixtures.read(MailFixtures.wire(text)))
    }

    @Test func quotedPrintableInWindows1252() throws {
        var page = MailFixtures.page
        page = page.replacing("\u{201C}", with: "=93").replacing("\u{201D}", with: "=94")
        page = page.replacing("href=\"", with: "href=3D\"").replacing("style=\"", with: "style=3D\"")
        page = page.replacing("citing two", with: "cit=\ning two")
        let text =
            MailFixtures.head
            + "\nContent-Type: text/html; charset=\"windows-1252\"\nContent-Transfer-Encoding: quoted-printable\n\n"
            + page
        check(try MailFixtures.read(MailFixtures.wire(text)))
    }

    @Test(arguments: ["utf-8", "us-ascii", "iso-8859-1", "x-unknown"])
    func base64InUTF8UnderAnyName(_ charset: String) throws {
        let text =
            MailFixtures.head + "\nContent-Type: text/html; charset=\(charset)\nContent-Transfer-Encoding: base64\n\n"
            + MailFixtures.base64(Array(MailFixtures.page.utf8))
        check(try MailFixtures.read(MailFixtures.wire(text)))
    }

    @Test func wrongCharset() throws {
        let page = MailFixtures.page.replacing("\u{201C}", with: "=93").replacing("\u{201D}", with: "=94")
        let text =
            MailFixtures.head
            + "\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
            + page.replacing("href=\"", with: "href=3D\"").replacing("style=\"", with: "style=3D\"")
        check(try MailFixtures.read(MailFixtures.wire(text)))
    }

    @Test func morningBriefing() throws {
        let page = """
            <html><body><center><table width=600><tr><td class="preheader">In your inbox: a pier, a storm, a ferry</td></tr>
            <tr><td><a href="https://mailchi.mp/coastledger/morning">View this email in your browser</a></td></tr>
            <tr><td><h2>The pier</h2><p>The council of Kelmoor has shut the old pier, the mayor said on Monday, after two planks gave way.</p></td></tr>
            <tr><td><h2>The storm</h2><p>A storm will reach the coast on Friday, the weather service said, and ferries may stay in the harbour.</p>
            <p>Correction: The storm of last week was named Ada, not Ida.</p></td></tr>
            <tr><td><h2>The ferry</h2><p>The ferry company denied a report in the Gazette that it will sell two of its three ships this year.</p></td></tr>
            <tr><td><p>Was this email forwarded to you? <a href="https://x.example">Sign up here</a>.</p>
            <p>Facebook &middot; Instagram &middot; Bluesky</p><p>Copyright \u{A9} 2031 Coast Ledger, All rights reserved.</p>
            <p>Our mailing address is:<br>Coast Ledger<br>1 Pier Road<br>Kelmoor 4020</p>
            <p><a href="https://x.example/u">unsubscribe from this list</a></p></td></tr></table></center></body></html>
            """
        let text = """
            From: =?utf-8?Q?Coast_Ledger_=E2=80=93?= =?utf-8?B?IE1vcm5pbmc=?= <ledger@gmail.com>
            Subject: =?iso-8859-1?Q?Your_briefing:_caf=E9s?=
             and ferries
            Date: Wed, 5 Mar 2031 06:00:00 GMT
            List-Id: The morning mail <morning.coastledger.example>
            List-Unsubscribe: <https://x.example/u>
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8

            \(page)
            """
        let document = try MailFixtures.read(MailFixtures.wire(text))
        #expect(document.headline == "Your briefing: caf\u{E9}s and ferries")
        #expect(document.outlet == .init(name: "Coast Ledger \u{2013} Morning", domain: "coastledger.example"))
        #expect(document.published == "2031-03-05T06:00:00Z")
        #expect(document.url == "https://mailchi.mp/coastledger/morning")
        #expect(document.updates.map(\.kind) == [.correction])
        #expect(
            MailFixtures.lines(document) == [
                "Your briefing: caf\u{E9}s and ferries", "The pier",
                "The council of Kelmoor has shut the old pier, the mayor said on Monday, after two planks gave way.",
                "The storm",
                "A storm will reach the coast on Friday, the weather service said, and ferries may stay in the harbour.",
                "The ferry",
                "The ferry company denied a report in the Gazette that it will sell two of its three ships this year.",
            ])
    }

    @Test func forwardedByAReader() throws {
        let text = """
            From: Jo Marsh <jo@gmail.com>
            To: Kim <kim@gmail.com>
            Subject: Fwd: Council shuts the old pier
            Date: Fri, 7 Mar 2031 20:00:00 +0000
            Content-Type: text/plain; charset=utf-8; format=flowed

            ---------- Forwarded message ---------
            From: Harbour Post <news@mail.harbourpost.example>
            Date: Tue, Mar 4, 2031 at 7:30 AM
            Subject: Council shuts the old pier
            To: <jo@gmail.com>

            The council of Kelmoor has shut the old pier, the Gazette reported \n\
            on Monday, citing two clerks.

            The pier may open again in May.
            """
        let document = try MailFixtures.read(MailFixtures.wire(text))
        #expect(document.headline == "Council shuts the old pier")
        #expect(document.outlet == .init(name: "Harbour Post", domain: "harbourpost.example"))
        #expect(document.published == "2031-03-04")
        #expect(
            MailFixtures.lines(document) == [
                MailFixtures.body[0], MailFixtures.body[1], "The pier may open again in May.",
            ])
    }

    @Test func forwardedWithoutAMark() throws {
        let text = """
            From: Jo Marsh <jo@gmail.com>
            To: Kim <kim@gmail.com>
            Subject: Fwd: Council shuts the old pier
            Content-Type: text/html; charset=utf-8

            <div>See below, this is what I meant.</div><blockquote><b>From:</b> Harbour Post &lt;a@harbourpost.example&gt;<br>
            <b>Date:</b> 4 March 2031 at 06:00<br><b>To:</b> jo@gmail.com<br><b>Subject:</b> Council shuts the old pier<br></blockquote>
            <blockquote><p>\(MailFixtures.body[1])</p><p>\(MailFixtures.body[3])</p></blockquote>
            """
        let document = try MailFixtures.read(MailFixtures.wire(text))
        #expect(MailFixtures.lines(document) == [0, 1, 3].map { MailFixtures.body[$0] })
        #expect(document.outlet == .init(name: "Harbour Post", domain: "harbourpost.example"))
        #expect(document.published == "2031-03-04")
    }

    @Test func itemsNamedNewsletterAreTheText() throws {
        let items = MailFixtures.body.dropFirst().map { "<tr><td class=\"newsletter-item\"><p>\($0)</p></td></tr>" }
        let page = "<html><body class='newsletter'><table>\(items.joined())</table></body></html>"
        let document = try MailFixtures.read(alternative(nil, page))
        #expect(MailFixtures.lines(document) == MailFixtures.body)
    }

    @Test func footerOfAHostedLetter() throws {
        let plain = """
            View this post on the web at https://ledger.substack.com/p/pier

            \(MailFixtures.body[1])

            Thanks for reading! Subscribe for free to receive new posts and support my work.

            Unsubscribe https://substack.com/redirect/2/xyz
            """
        let document = try MailFixtures.read(alternative(plain, nil))
        #expect(MailFixtures.lines(document) == Array(MailFixtures.body.prefix(2)))
        #expect(document.url == "https://ledger.substack.com/p/pier")
    }

    @Test func forwardedAsAFile() throws {
        let inner = MailFixtures.head + "\nContent-Type: text/html\n\n" + MailFixtures.page
        let outer = """
            From: jo@gmail.com
            Subject: Fwd: see this
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=q

            --q
            Content-Type: message/rfc822


            """
        check(try MailFixtures.read(MailFixtures.wire(outer + inner + "\n--q--\n")))
        let two = outer + inner + "\n--q\nContent-Type: message/rfc822\n\n" + inner + "\n--q--\n"
        #expect(throws: CaptureError(.noText, "")) { try MailFixtures.read(MailFixtures.wire(two)) }
    }

    @Test func mailWithoutTextIsRefused() {
        let text =
            MailFixtures.head + "\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n"
        #expect(throws: CaptureError(.noText, "")) { try MailFixtures.read(MailFixtures.wire(text)) }
        let image =
            MailFixtures.head + "\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
        #expect(throws: CaptureError(.binary, "")) { try MailFixtures.read(MailFixtures.wire(image)) }
        var options = CaptureOptions()
        options.format = .mail
        #expect(throws: CaptureError(.malformed, "")) { try MailFixtures.read(Array("No mail at all.".utf8), options) }
    }

    @Test func callerOutranksTheMail() throws {
        var options = CaptureOptions(url: "https://www.coast.example/a", outlet: "Coast", published: "2031-01-01")
        (options.headline, options.byline) = ("Pier", "By Ann Ost")
        let document = try MailFixtures.read(alternative(MailFixtures.plain, MailFixtures.page), options)
        #expect(document.url == options.url && document.published == options.published)
        #expect(document.outlet == .init(name: "Coast", domain: "coast.example"))
        #expect(document.headline == "Pier" && document.authors == ["Ann Ost"])
    }
}
