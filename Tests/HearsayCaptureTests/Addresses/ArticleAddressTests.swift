import Testing

@testable import HearsayCapture

@Suite struct ArticleAddressTests {
    @Test(arguments: [
        "https://a.example/news/storm-nears-coast", "https://a.example/2031/03/04/storm",
        "https://a.example/s/storm.html",
        "https://a.example/story?id=48213", "https://a.example/video/2031/storm-nears-the-coast",
        "https://a.example/n/48213/",
    ])
    func articles(_ address: String) { #expect(ArticleAddress.matches(address)) }

    @Test(arguments: [
        "https://a.example", "https://a.example/", "https://a.example/weather",
        "https://a.example/tag/storm-of-the-year",
        "https://a.example/author/jane-q-roe", "https://a.example/video/weather",
        "https://a.example/img/storm-at-sea.jpg",
        "https://a.example/index.html", "mailto:a@b.example", "", "https://",
    ])
    func others(_ address: String) { #expect(!ArticleAddress.matches(address)) }

    @Test func neighboursOfAnArticle() {
        let page = "https://a.example/story/tide-turns-early"
        #expect(ArticleAddress.matches("https://a.example/story/storm-nears", sibling: page))
        #expect(!ArticleAddress.matches("https://a.example/help-desk/storm-nears", sibling: page))
        #expect(!ArticleAddress.matches("https://a.example/storm-nears", sibling: "https://a.example/tide-turns-early"))
    }
}
