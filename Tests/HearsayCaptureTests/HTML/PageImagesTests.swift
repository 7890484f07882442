import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct PageImagesTests {
    private static let body = """
        <p>The harbour of Kelmoor is planning a pier, the clerk said on Friday, and work, she added, begins in May.</p>
        <p>Nobody else spoke at the meeting, which was held behind closed doors, and which, as ever, ended late.</p>
        """

    /// The pictures of an article with some markup above its body.
    private func images(_ markup: String, below: String = "") throws -> [Document.Image] {
        let page = """
            <html><body><article><h1>Harbour plans pier</h1>\(markup)<div class="story-body">\(Self.body)\(below)</div>
            </article></body></html>
            """
        return try document(page).images
    }

    private func document(_ page: String) throws -> Document {
        try DocumentReader().document(from: Array(page.utf8), id: "p", options: CaptureOptions(format: .html))
    }

    private static let img = #"<img src="http://harbourpost.example/pier.jpg">"#

    @Test(arguments: [
        "<figure>IMG<figcaption>The old pier.<span>Credit: Jane Roe/AFP</span></figcaption></figure>",
        "<figure>IMG<figcaption>The old pier. <cite>Jane Roe/AFP</cite></figcaption></figure>",
        "<figure>IMG<figcaption>The old pier.</figcaption><div>Photo: Jane Roe/AFP</div></figure>",
        "<figure>IMG<figcaption>The old pier. (Jane Roe/AFP)</figcaption></figure>",
        "<figure>IMG<figcaption><p>The old pier.</p><p>Jane Roe/AFP</p></figcaption></figure>",
        "<figure>IMG<figcaption>Image copyright <b>Jane Roe/AFP</b> <p>Image caption The old pier.</p></figcaption></figure>",
        """
        <figure>IMG<figcaption><span itemprop="caption">The old pier.</span><span itemprop="copyrightHolder"><span>Credit...</span>\
        <span>Jane Roe/AFP</span></span></figcaption></figure>
        """,
        """
        <div class="wp-caption">IMG<p class="wp-caption-text">Above: The old pier.</p><div class="photo-source">Image Credit: \
        Jane Roe/AFP</div></div>
        """,
        """
        <div>IMG<div class="credit">Jane Roe/AFP</div><div class="image-caption">The old pier.</div></div>
        """,
        """
        <div class="pic">IMG<div class="story-img__copy">The old pier.</div><div class="story-img__author">Photograph by \
        <span>Jane Roe/AFP</span></div></div>
        """,
        """
        <div class="hero">IMG<span class="newsCaption">The old pier. <span class="caption">(Image: Jane Roe/AFP )</span></span></div>
        """,
        """
        <figure>IMG<figcaption><button>Enlarge</button><p>The old pier.</p><p>The old pier.</p><small>Share on Nowhere</small>\
        <p>1 of 9</p><p>© Jane Roe/AFP</p></figcaption></figure>
        """,
        #"<img class="caption" src="http://harbourpost.example/pier.jpg" title="The old pier. (Jane Roe/AFP file photo)">"#,
    ])
    func waysToTellOfAPicture(_ markup: String) throws {
        let images = try images(markup.replacing("IMG", with: Self.img))
        #expect(
            images == [
                .init(url: "http://harbourpost.example/pier.jpg", caption: "The old pier.", credit: "Jane Roe/AFP")
            ])
    }

    @Test func latePicturesHaveTheirOwnAddress() throws {
        let images = try images(
            """
            <figure><img src="http://harbourpost.example/wait.gif" data-original="http://harbourpost.example/pier.jpg">
            <figcaption>The old pier</figcaption></figure>
            """)
        #expect(images == [.init(url: "http://harbourpost.example/pier.jpg", caption: "The old pier")])
    }

    @Test func creditsAlone() throws {
        let lone = try images("<div>\(Self.img)<span>© Jane Roe / Skerry</span></div>")
        #expect(lone.map(\.credit) == ["Jane Roe / Skerry"])
        #expect(lone.map(\.caption) == [nil])
        let many = try images(
            "",
            below: "<div><img src=a.jpg><div class=slide-caption><em>photo: iSkerry</em></div><h3>1</h3><p>2.</p></div>"
        )
        #expect(many.map(\.credit) == ["iSkerry"])
    }

    @Test func samePictureOnce() throws {
        let long = "The old pier of Kelmoor, which the harbour master wants to replace by a longer one."
        let once = "<figure>\(Self.img)<figcaption>\(long) Jane Roe/AFP</figcaption></figure>"
        #expect(try images(once + once).count == 1)
    }

    @Test(arguments: [
        "<div class=related-stories><figure>IMG<figcaption>Another pier. Jane Roe/AFP</figcaption></figure></div>",
        "<aside><figure>IMG<figcaption>Another pier. Jane Roe/AFP</figcaption></figure></aside>",
        "<a href=/other><figure>IMG<h3>Another</h3><figcaption>Another pier. Jane Roe/AFP</figcaption></figure></a>",
        "<div class=byline><span class=author-image>IMG</span><span class=author-name>Associated Press</span></div>",
        "<div class=caption>IMG<a href=/authors/roe>Jane Roe</a></div>",
        "<figure><img src=a.jpg alt='The old pier. Jane Roe/AFP'></figure>",
        "<p class=copyright>© 2031 Harbour Post. All rights reserved.</p>",
    ])
    func otherPictures(_ markup: String) throws {
        #expect(try images(markup.replacing("IMG", with: Self.img)).isEmpty)
    }

    @Test func textsOfASlideshowAreTheArticle() throws {
        let images = try images(
            "<figure>\(Self.img)<h2>1. A pier</h2><figcaption>It is long, and it stands in the sea.</figcaption></figure>"
        )
        #expect(images.isEmpty)
    }

    @Test func wordsOfPicturesLeaveTheBody() throws {
        let below = """
            <div class="story-img">\(Self.img)<div class="story-img__text">The new pier as planned.</div>
            <div class="story-img__author">Photograph by Jane Roe</div></div>
            """
        let page =
            "<html><body><article><h1>Pier</h1><div class=story-body>\(Self.body)\(below)</div></article></body></html>"
        let document = try document(page)
        #expect(document.images.map(\.caption) == ["The new pier as planned."])
        #expect(document.images.map(\.credit) == ["Jane Roe"])
        #expect(!document.text.string.contains("as planned"))
        #expect(!document.text.string.contains("Photograph"))
    }

    @Test func manyCaptionsTakeTimeInProportion() throws {
        let lines = String(repeating: "<p class=caption>The old pier. Jane Roe/AFP</p>", count: 5000)
        let page = "<html><body><article><h1>Pier</h1><div>\(lines)</div>\(Self.body)</article></body></html>"
        #expect(try document(page).images.count <= 60)
    }
}
