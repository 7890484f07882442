import HearsayCore

/// A feed that is being read from an XML document, and how the parts are read that all kinds share.
struct FeedDraft {
    static let atom: Set<XMLNamespace> = [.atom, .atom03]

    let tree: XMLTree
    /// Where the document was taken from.
    let url: String?
    var feed = Feed(kind: .rss)
    /// Entries so far, the skipped ones included.
    private(set) var number = 0
    private var ids: [String: Int] = [:]
    private static let mostProblems = 100
    /// The base of links in each node.
    private let bases: [String?]
    /// Bytes that may still be read and written for making links absolute: a base is copied into every link.
    private var room = 64 << 20

    /// An empty draft.
    init(_ tree: XMLTree, url: String?) {
        (self.tree, self.url) = (tree, url)
        bases = Self.bases(tree, url)
        feed.problems = tree.problems
    }

    /// The bases of all nodes: its `xml:base`, within that of the element around it. Of a hostile number of them only the
    /// first count.
    private static func bases(_ tree: XMLTree, _ url: String?) -> [String?] {
        var (bases, left) = ([String?](), 10_000)
        bases.reserveCapacity(tree.count)
        for node in 0..<tree.count {
            let around = tree.parent[node] >= 0 ? bases[Int(tree.parent[node])] : url
            guard left > 0, let base = tree.attribute("base", .xml, of: node) else {
                bases.append(around)
                continue
            }
            left -= 1
            bases.append(FeedAddress.resolve(base, base: around) ?? around)
        }
        return bases
    }

    /// The feed as it is read.
    func finished() -> Feed { feed }

    /// Names what is wrong with the entry that is being read, or with the feed.
    mutating func problem(_ reason: String, inEntry: Bool = true) {
        guard feed.problems.count < Self.mostProblems else { return }
        feed.problems.append(inEntry ? "entry \(number): \(reason)" : reason)
    }

    /// Starts the next entry.
    mutating func begin() { number += 1 }

    /// Takes an entry, unless there is nothing in it.
    mutating func take(_ entry: FeedEntry) {
        guard !entry.isEmpty else { return problem("it has no title, no link and no text") }
        var entry = entry
        entry.id = entry.id ?? entry.url
        if entry.url == nil, feed.kind != .atom || entry.content == nil { problem("it links to no page") }
        if let id = entry.id {
            if let first = ids[id] { problem("it has the id of entry \(first)") } else { ids[id] = number }
        }
        feed.entries.append(entry)
    }

    // MARK: Parts

    /// The first element of this name directly inside another that is not empty of text.
    func child(_ name: String, _ spaces: Set<XMLNamespace>, of children: [Int]) -> Int? {
        children.first { tree.isElement($0, name, spaces) }
    }

    /// The plain words of the first such element that has any.
    func words(_ name: String, _ spaces: Set<XMLNamespace>, of children: [Int]) -> String? {
        for node in children where tree.isElement(node, name, spaces) {
            let words = Whitespace.collapsed(tree.text(of: node)[...])
            if !words.isEmpty { return words.string }
        }
        return nil
    }

    /// The title of an element whose text may be HTML.
    func title(_ name: String, _ spaces: Set<XMLNamespace>, of children: [Int]) -> String? {
        for node in children where tree.isElement(node, name, spaces) {
            if let title = FeedWords.plain(tree.text(of: node)[...]) { return title }
        }
        return nil
    }

    /// The first date of these names; one that cannot be read is named and passed over.
    mutating func date(
        _ names: [(String, Set<XMLNamespace>)], of children: [Int], inEntry: Bool = true
    ) -> String? {
        for (name, spaces) in names {
            guard let value = words(name, spaces, of: children) else { continue }
            if let date = FeedDate.parse(value) { return date }
            problem("the date \"\(value.prefix(60))\" cannot be read", inEntry: inEntry)
        }
        return nil
    }

    /// The absolute address of a link; one that leads to no page is named.
    mutating func address(_ link: String?, at node: Int, inEntry: Bool = true) -> String? {
        address(link, base: bases[node], inEntry: inEntry)
    }

    /// The absolute address of a link; one that leads to no page is named.
    mutating func address(_ link: String?, base: String?, inEntry: Bool = true) -> String? {
        guard let link, !link.isEmpty else { return nil }
        guard room > 0 else {
            problem("its links are too long altogether", inEntry: inEntry)
            return nil
        }
        room -= link.utf8.count + (base?.utf8.count ?? 0)
        if let address = FeedAddress.resolve(link, base: base) { return address }
        problem("the link \"\(link.prefix(60))\" leads to no page", inEntry: inEntry)
        return nil
    }
}
