import HearsayCore
import Testing

@testable import HearsayCapture

/// A feed, made from the specifications, and what must be read of it.
struct FeedFixture: Sendable, CustomTestStringConvertible {
    /// What an entry must hold.
    struct Entry: Equatable, Sendable {
        var title: String?
        var url: String?
        var published: String?

        init(_ title: String?, _ url: String?, _ published: String? = nil) {
            (self.title, self.url, self.published) = (title, url, published)
        }
    }

    let name: String
    let bytes: [UInt8]
    var charset: String?
    var entries: [Entry] = []
    var code: CaptureError.Code?

    init(_ name: String, _ text: String, _ entries: [Entry]) {
        (self.name, bytes, self.entries) = (name, Array(text.utf8), entries)
    }

    init(_ name: String, bytes: [UInt8], charset: String? = nil, _ entries: [Entry]) {
        (self.name, self.bytes, self.charset, self.entries) = (name, bytes, charset, entries)
    }

    init(_ name: String, _ text: String, fails code: CaptureError.Code) {
        (self.name, bytes, self.code) = (name, Array(text.utf8), code)
    }

    var testDescription: String { name }

    /// An RSS feed around some items.
    static func rss(_ items: String, head: String = "", attributes: String = "") -> String {
        "\(head)<rss version=\"2.0\" \(attributes)><channel><title>Harbour Post</title>\(items)</channel></rss>"
    }

    /// One item of RSS.
    static func item(_ title: String, _ number: Int = 1, _ more: String = "") -> String {
        "<item><title>\(title)</title><link>https://harbourpost.example/\(number)</link>\(more)</item>"
    }

    static let pier = Entry("Pier", "https://harbourpost.example/1")
}
