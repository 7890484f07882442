import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct SubscriptionListTests {
    @Test func foldersAndCategoriesAreKept() throws {
        let text = """
            <?xml version="1.0"?><opml version="1.1"><head><title>News &amp; more</title></head><body>
            <outline text="Ports"><outline text="North">
            <outline text="Harbour Post" type="rss" xmlUrl="https://harbourpost.example/rss" category="/a/b, c"
            htmlUrl="https://harbourpost.example/"/></outline></outline><outline text="empty"/>
            <outline title="Gazette" xmlUrl="https://gazette.example/rss?a=1&b=2"><outline text="x" xmlUrl="feed:no"/>
            </body></opml>
            """
        #expect(SubscriptionList.isOPML(Array(text.utf8)))
        let list = try SubscriptionList.read(Array(text.utf8))
        #expect(list.title == "News & more")
        #expect(
            list.subscriptions == [
                .init(
                    feed: "https://harbourpost.example/rss", title: "Harbour Post",
                    home: "https://harbourpost.example/", folders: ["Ports", "North"], categories: ["/a/b", "c"]),
                .init(feed: "https://gazette.example/rss?a=1&b=2", title: "Gazette"),
            ])
        #expect(list.problems.contains { $0.contains("is no address") })
    }

    @Test func aListIsReadAsItWasWritten() throws {
        let list = SubscriptionList(
            title: "A \"b\" < c",
            subscriptions: [
                .init(feed: "https://a.example/?x=1&y=2", title: "A & B", folders: ["One", "Two"]),
                .init(feed: "https://b.example/", title: "B", home: "https://b.example/h", folders: ["One"]),
                .init(feed: "https://c.example/", title: "C", categories: ["/x", "y"]),
            ])
        #expect(try SubscriptionList.read(list.bytes) == list)
    }

    @Test func anotherRootIsNamed() {
        #expect(throws: CaptureError(.malformed, "")) { try SubscriptionList.read(Array("<rss/>".utf8)) }
        #expect(throws: CaptureError(.empty, "")) { try SubscriptionList.read([]) }
        #expect(!SubscriptionList.isOPML(Array("<rss><opml>".utf8)))
    }
}
