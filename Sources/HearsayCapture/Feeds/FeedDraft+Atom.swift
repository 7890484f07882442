import HearsayCore

/// Atom 0.3 and 1.0.
extension FeedDraft {
    private var own: Set<XMLNamespace> { Self.atom.union([tree.space[0]]) }

    /// Reads a feed.
    mutating func readAtom() {
        feed.kind = .atom
        let own = own
        let parts = tree.children(of: 0)
        feed.title = construct("title", of: parts).flatMap { $0.plain }
        if feed.title == nil { problem("the feed has no title", inEntry: false) }
        feed.home = link(of: parts, inEntry: false)
        feed.language = tree.attribute("lang", .xml, of: 0)
        feed.updated = date([("updated", own), ("modified", own)], of: parts, inEntry: false)
        let authors = authors(parts)
        for node in parts where tree.isElement(node, "entry", own) {
            begin()
            readEntry(node, authors: authors)
        }
    }

    /// Reads a document that is one entry.
    mutating func readAtomEntry() {
        feed.kind = .atom
        begin()
        readEntry(0, authors: [])
    }

    private mutating func readEntry(_ node: Int, authors feedAuthors: [String]) {
        let own = own
        let parts = tree.children(of: node)
        var entry = FeedEntry()
        entry.id = words("id", own, of: parts)
        entry.title = construct("title", of: parts).flatMap { $0.plain }
        entry.url = link(of: parts) ?? entry.id.flatMap { FeedAddress.resolve($0, base: nil) }
        entry.published = date([("published", own), ("issued", own), ("created", own)], of: parts)
        entry.modified = date([("updated", own), ("modified", own)], of: parts)
        entry.summary = construct("summary", of: parts)?.text
        entry.content = construct("content", of: parts)?.text
        entry.authors = authors(parts)
        if let source = child("source", own, of: parts) {
            let inside = tree.children(of: source)
            let name = construct("title", of: inside).flatMap { $0.plain }
            let id = words("id", own, of: inside).flatMap { FeedAddress.resolve($0, base: nil) }
            let url = link(of: inside) ?? id
            if entry.authors.isEmpty { entry.authors = authors(inside) }
            entry.source = name == nil && url == nil ? nil : .init(name: name, url: url)
        }
        if entry.authors.isEmpty, entry.source == nil { entry.authors = feedAuthors }
        entry.language = tree.attribute("lang", .xml, of: node)
        entry.image = image(parts)
        take(entry)
    }

    /// The page that a link leads to; the first one in HTML, else the first.
    private mutating func link(of parts: [Int], inEntry: Bool = true) -> String? {
        var (best, isPage) = (Int?.none, false)
        for node in parts where tree.isElement(node, "link", own) {
            guard tree.attribute("rel", of: node).map({ $0 == "alternate" || $0.isEmpty }) ?? true,
                tree.attribute("href", of: node) != nil
            else { continue }
            let type = tree.attribute("type", of: node)?.lowercased()
            let html = type.map { $0.hasPrefix("text/html") || $0.hasPrefix("application/xhtml") } ?? true
            if best == nil || html && !isPage { (best, isPage) = (node, html) }
        }
        return best.flatMap { address(tree.attribute("href", of: $0), at: $0, inEntry: inEntry) }
    }

    private func authors(_ parts: [Int]) -> [String] {
        var out: [String] = []
        for node in parts where tree.isElement(node, "author", own) && out.count < 64 {
            let inside = tree.children(of: node)
            let field = words("name", own, of: inside) ?? (inside.isEmpty ? tree.text(of: node)[...].string : "")
            for name in FeedWords.authors(field) where !out.contains(name) { out.append(name) }
        }
        return out
    }

    private mutating func image(_ parts: [Int]) -> String? {
        for node in parts where tree.isElement(node, "link", own) && tree.attribute("rel", of: node) == "enclosure" {
            guard tree.attribute("type", of: node)?.lowercased().hasPrefix("image/") == true else { continue }
            if let address = address(tree.attribute("href", of: node), at: node) { return address }
        }
        guard let small = child("thumbnail", [.media], of: parts) else { return nil }
        return address(tree.attribute("url", of: small), at: small)
    }

    /// A text that says of itself what it is: plain, escaped HTML, or XHTML.
    private struct Construct {
        var text: FeedEntry.Text?

        /// As plain words.
        var plain: String? {
            guard let text else { return nil }
            let bytes = Array(text.value.utf8)[...]
            if text.isHTML { return FeedWords.plain(bytes) }
            let words = Whitespace.collapsed(bytes)
            return words.isEmpty ? nil : words.string
        }
    }

    private func construct(_ name: String, of parts: [Int]) -> Construct? {
        guard let node = child(name, own, of: parts), tree.attribute("src", of: node) == nil else { return nil }
        let type = tree.attribute("type", of: node)?.lowercased() ?? "text"
        let mode = tree.attribute("mode", of: node)?.lowercased()
        guard mode != "base64" else { return nil }
        let inside = tree.children(of: node)
        if type == "xhtml" || mode == "xml" && type.contains("html") || !inside.isEmpty && type != "text" {
            // The one div of XHTML is a wrapper.
            let isWrapped = inside.count == 1 && tree.name[inside[0]] == "div"
            return Construct(
                text: FeedWords.text(tree.html(inside: isWrapped ? inside[0] : node), isHTML: true))
        }
        if !inside.isEmpty { return Construct(text: FeedWords.text(tree.html(inside: node), isHTML: true)) }
        let isHTML = type == "html" || type == "text/html"
        guard isHTML || type == "text" || type.hasPrefix("text/") else { return nil }
        return Construct(text: FeedWords.text(tree.text(of: node), isHTML: isHTML))
    }
}
