import HearsayCore

/// A list of feeds as readers exchange it: OPML 1 and 2.
public struct SubscriptionList: Hashable, Sendable {
    /// One feed of a list.
    public struct Subscription: Hashable, Sendable {
        /// The address of the feed.
        public var feed: String
        /// Its name.
        public var title: String?
        /// The page that it belongs to.
        public var home: String?
        /// The folders around it, the outermost first.
        public var folders: [String]
        /// Its categories, as OPML 2 writes them ("/news/local").
        public var categories: [String]

        /// A subscription; all but the address may be unknown.
        public init(
            feed: String, title: String? = nil, home: String? = nil, folders: [String] = [], categories: [String] = []
        ) {
            (self.feed, self.title, self.home) = (feed, title, home)
            (self.folders, self.categories) = (folders, categories)
        }
    }

    /// The name of the list.
    public var title: String?
    /// The feeds in order.
    public var subscriptions: [Subscription]
    /// What is wrong with the list, in plain words; what could be read was read.
    public private(set) var problems: [String] = []

    /// A list.
    public init(title: String? = nil, subscriptions: [Subscription] = []) {
        (self.title, self.subscriptions) = (title, subscriptions)
    }

    /// Whether the first 8 KB look like OPML.
    public static func isOPML(_ bytes: [UInt8]) -> Bool {
        var head = ByteSlice(bytes.prefix(8192))
        if head.contains(0) { head = ByteSlice(head.filter { $0 != 0 }) }
        guard let at = head.firstIgnoringCase("<opml") else { return false }
        // Only declarations, comments and instructions may stand before the root.
        var rest = head[..<at]
        while let open = rest.firstIndex(of: 0x3C) {
            guard open + 1 < at, head[open + 1] == 0x21 || head[open + 1] == 0x3F,
                let end = rest[open...].firstIndex(of: 0x3E)
            else { return false }
            rest = rest[(end + 1)...]
        }
        return true
    }

    /// The feeds of a list, whatever their depth in folders. Throws when the bytes are no OPML or exceed the limits.
    public static func read(
        _ bytes: [UInt8], limits: CaptureLimits = .init()
    ) throws(CaptureError) -> SubscriptionList {
        guard bytes.contains(where: { !$0.isASCIISpace }) else { throw CaptureError(.empty, "the list is empty") }
        let tree = try XMLReader.tree(of: bytes, charset: nil, limits: limits)
        guard tree.name[0].lowercased() == "opml" else {
            throw CaptureError(.malformed, "the root element is <\(tree.name[0].prefix(40))>, not <opml>")
        }
        var list = SubscriptionList()
        list.problems = tree.problems
        list.fill(from: tree)
        return list
    }

    private mutating func fill(from tree: XMLTree) {
        var (folders, number) = ([(name: String, end: Int32)](), 0)
        for node in 0..<tree.count {
            while let last = folders.last, last.end <= node { folders.removeLast() }
            if tree.name[node] == "title", title == nil { title = FeedWords.plain(tree.text(of: node)[...]) }
            guard tree.name[node] == "outline" else { continue }
            number += 1
            let name = (tree.attribute("text", of: node) ?? tree.attribute("title", of: node)).flatMap {
                FeedWords.plain(Array($0.utf8)[...])
            }
            let link = tree.attribute("xmlUrl", of: node) ?? tree.attribute("xmlurl", of: node)
            if let link {
                add(link, name: name, folders: folders.map(\.name), node, tree, number)
            } else if tree.end[node] > node + 1, let name {
                folders.append((name, tree.end[node]))
            }
        }
    }

    private mutating func add(
        _ link: String, name: String?, folders: [String], _ node: Int, _ tree: XMLTree, _ number: Int
    ) {
        guard let address = FeedAddress.resolve(link, base: nil) else {
            if problems.count < 100 { problems.append("outline \(number): \"\(link.prefix(60))\" is no address") }
            return
        }
        let categories = tree.attribute("category", of: node)?.split(separator: ",") ?? []
        subscriptions.append(
            .init(
                feed: address, title: name,
                home: tree.attribute("htmlUrl", of: node).flatMap { FeedAddress.resolve($0, base: nil) },
                folders: folders, categories: categories.map { Array($0.utf8)[...].trimmed.string }))
    }

    /// The list as OPML 2, in UTF-8.
    public var bytes: [UInt8] {
        var out = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head>".utf8)
        if let title { Self.element("title", title, to: &out) }
        out += "</head>\n<body>\n".utf8
        var open: [String] = []
        for subscription in subscriptions {
            let shared = zip(open, subscription.folders).prefix { $0 == $1 }.count
            while open.count > shared {
                open.removeLast()
                out += "</outline>\n".utf8
            }
            for folder in subscription.folders[shared...] {
                out += "<outline".utf8
                Self.attribute("text", folder, to: &out)
                out += ">\n".utf8
                open.append(folder)
            }
            Self.write(subscription, to: &out)
        }
        for _ in open { out += "</outline>\n".utf8 }
        return out + "</body>\n</opml>\n".utf8
    }

    private static func write(_ subscription: Subscription, to out: inout [UInt8]) {
        out += "<outline type=\"rss\"".utf8
        attribute("text", subscription.title ?? subscription.feed, to: &out)
        attribute("xmlUrl", subscription.feed, to: &out)
        if let home = subscription.home { attribute("htmlUrl", home, to: &out) }
        if !subscription.categories.isEmpty {
            attribute("category", subscription.categories.joined(separator: ","), to: &out)
        }
        out += "/>\n".utf8
    }

    private static func attribute(_ name: String, _ value: String, to out: inout [UInt8]) {
        out += " \(name)=\"".utf8
        XMLEscaping.append(Array(value.utf8)[...], to: &out)
        out.append(0x22)
    }

    private static func element(_ name: String, _ value: String, to out: inout [UInt8]) {
        out += "<\(name)>".utf8
        XMLEscaping.append(Array(value.utf8)[...], to: &out)
        out += "</\(name)>".utf8
    }
}
