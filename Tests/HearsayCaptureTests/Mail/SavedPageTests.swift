import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct SavedPageTests {
    private let article = """
        <h1>Council shuts the old pier</h1><figure><img src="cid:pier@x"><figcaption>The old pier</figcaption></figure>
        <p>The council of Kelmoor has shut the old pier, the Gazette reported on Monday, citing two clerks.</p>
        <p>The pier may open again in May, according to a plan that has not been made public so far.</p>
        """

    private func archive(start: String) -> [UInt8] {
        MailFixtures.wire(
            """
            From: <Saved by Blink>
            Snapshot-Content-Location: https://www.harbourpost.example/pier
            Subject: =?utf-8?Q?Council?=
            Date: Sat, 8 Mar 2031 10:00:00 -0000
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="--b--"\(start)

            ----b--
            Content-Type: text/html
            Content-ID: <frame@x>
            Content-Location: https://ads.example/frame

            <p>An advertisement that stands in a frame of its own, and is as long as it can be.</p>
            ----b--
            Content-Type: text/html; charset=utf-8
            Content-ID: <page@x>
            Content-Location: https://www.harbourpost.example/pier

            <html><body>\(article)</body></html>
            ----b--
            Content-Type: image/png
            Content-Transfer-Encoding: base64
            Content-ID: <pier@x>
            Content-Location: https://img.harbourpost.example/pier.png

            iVBORw0KGgo=
            ----b----
            """)
    }

    @Test func archivedPage() throws {
        let document = try MailFixtures.read(archive(start: "; start=\"<page@x>\""))
        #expect(document.url == "https://www.harbourpost.example/pier")
        #expect(document.headline == "Council shuts the old pier")
        #expect(document.published == nil)
        #expect(document.outlet.domain == "harbourpost.example")
        #expect(document.images == [.init(url: "https://img.harbourpost.example/pier.png", caption: "The old pier")])
        #expect(!document.text.string.contains("advertisement"))
        // Without a start the first page is the one.
        #expect(try MailFixtures.read(archive(start: "")).text.string.contains("advertisement"))
    }

    /// A page that names its part so often that the part's address fills the memory.
    @Test(arguments: [4000, 5000]) func addressesOfPartsTakeOnlySoMuchMemory(_ length: Int) throws {
        let address = "https://img.harbourpost.example/" + String(repeating: "p", count: length - 32)
        let text = MailFixtures.wire(
            """
            From: <Saved by Blink>
            Content-Type: multipart/related; type="text/html"; boundary="--b--"

            ----b--
            Content-Type: text/html; charset=utf-8
            Content-Location: https://www.harbourpost.example/pier

            <html><body>\(article)\(String(repeating: "<img src=cid:x>", count: 100))</body></html>
            ----b--
            Content-Type: image/png
            Content-ID: <x>
            Content-Location: \(address)

            x
            ----b----
            """)
        let read = { try WebBundle(limits: CaptureLimits(bytes: 300_000)).document(text, id: "x", options: .init()) }
        if length <= 4096 {
            #expect(throws: CaptureError(.tooLarge, "")) { try read() }
        } else {
            #expect(try read().headline == "Council shuts the old pier")
        }
    }

    @Test func archivedPageOfOnePart() throws {
        let text = """
            From: "Saved by a browser"
            Subject: Pier
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: 8bit
            Content-Location: https://www.harbourpost.example/pier

            <html><body>\(article)</body></html>
            """
        #expect(try MailFixtures.read(MailFixtures.wire(text)).url == "https://www.harbourpost.example/pier")
        let picture = text.replacing("text/html; charset=utf-8", with: "image/png")
        #expect(throws: CaptureError(.noText, "")) { try MailFixtures.read(MailFixtures.wire(picture)) }
    }

    @Test func singleFile() throws {
        let data = String(repeating: "iVBORw0KGgoA", count: 1000)
        let page = """
            <!DOCTYPE html> <html lang=en><!--
             Page saved with SingleFile
             url: https://www.harbourpost.example/2031/pier
             saved date: Sat Mar 08 2031 10:00:00 GMT+0000
            --><head><style>a{background:url(data:image/png;base64,\(data))}</style></head><body>
            \(article.replacing("cid:pier@x", with: "data:image/png;base64," + data))</body></html>
            """
        let document = try MailFixtures.read(Array(page.utf8))
        #expect(document.url == "https://www.harbourpost.example/2031/pier")
        #expect(document.published == nil)
        #expect(document.images == [.init(caption: "The old pier")])
        #expect(document.headline == "Council shuts the old pier")
        #expect(SavedPage.withoutData(Array(page.utf8)).count < 2000)
        var options = CaptureOptions()
        options.url = "https://other.example/a"
        #expect(try MailFixtures.read(Array(page.utf8), options).url == options.url)
    }

    @Test func savedByABrowser() throws {
        let page =
            "<!DOCTYPE html>\n<!-- saved from url=(0036)https://www.harbourpost.example/pier/ -->\n<html>\(article)</html>"
        #expect(try MailFixtures.read(Array(page.utf8)).url == "https://www.harbourpost.example/pier/")
        let ours = "<!DOCTYPE html>\n<!-- saved from url=(0014)about:internet -->\n<html>\(article)</html>"
        #expect(try MailFixtures.read(Array(ours.utf8)).url == nil)
    }

    @Test func dataThatIsNoneIsKept() {
        for text in ["data:;base64,", "a;base64," + String(repeating: "b", count: 100), "url(data:a;base64,b)", ",,,"] {
            #expect(SavedPage.withoutData(Array(text.utf8)) == Array(text.utf8))
        }
    }
}
