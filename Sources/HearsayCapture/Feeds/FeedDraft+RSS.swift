import HearsayCore

/// RSS of all versions.
extension FeedDraft {
    /// Reads the channel and its items, wherever they stand: RSS 1.0 puts them beside the channel, broken feeds anywhere.
    ///
    /// An item that is not closed holds the next one; but one inside a text of another is part of that text, which is
    /// read once.
    mutating func readRSS(_ kind: Feed.Kind) {
        feed.kind = kind
        let own: Set<XMLNamespace> = [.plain, .rss1, tree.space[0]]
        var (hasChannel, node, itemEnd) = (false, 0, 0)
        while node < tree.count {
            if tree.isElement(node, "item", own) {
                if node < itemEnd, !tree.isElement(Int(tree.parent[node]), "item", own) {
                    node = max(node + 1, Int(tree.end[node]))
                    continue
                }
                itemEnd = max(itemEnd, Int(tree.end[node]))
                begin()
                readItem(node, own)
            } else if !hasChannel, tree.isElement(node, "channel", own) {
                hasChannel = true
                readChannel(node, own)
            }
            node += 1
        }
        if !hasChannel { problem("it has no channel", inEntry: false) }
    }

    private mutating func readChannel(_ channel: Int, _ own: Set<XMLNamespace>) {
        let parts = tree.children(of: channel)
        feed.title = title("title", own, of: parts) ?? title("title", [.dublinCore], of: parts)
        if feed.title == nil { problem("the channel has no title", inEntry: false) }
        let link = parts.first { tree.isElement($0, "link", own) && !tree.text(of: $0)[...].trimmed.isEmpty }
        feed.home = address(link.map { tree.text(of: $0)[...].trimmed.string }, at: link ?? channel, inEntry: false)
        feed.language = words("language", own, of: parts) ?? words("language", [.dublinCore], of: parts)
        feed.updated = date(
            [("lastBuildDate", own), ("pubDate", own), ("date", [.dublinCore]), ("updated", Self.atom)], of: parts,
            inEntry: false)
    }

    private mutating func readItem(_ item: Int, _ own: Set<XMLNamespace>) {
        let parts = tree.children(of: item)
        var entry = FeedEntry()
        entry.title =
            title("title", own, of: parts) ?? title("title", [.dublinCore], of: parts)
            ?? title("title", [.media], of: parts)
        let about = tree.attribute("about", .rdf, of: item)
        entry.id = words("guid", own, of: parts) ?? about ?? words("identifier", [.dublinCore], of: parts)
        entry.url = link(of: item, parts, own, about: about)
        entry.authors = authors(parts, own)
        entry.published = date(
            [
                ("pubDate", own), ("issued", [.dublinCore]), ("date", [.dublinCore]), ("created", [.dublinCore]),
                ("published", Self.atom), ("pubdate", own), ("date", own),
            ], of: parts)
        entry.modified = date([("modified", [.dublinCore]), ("updated", Self.atom)], of: parts)
        entry.summary = text("description", own, of: parts) ?? text("description", [.media, .dublinCore], of: parts)
        entry.content = text("encoded", [.content], of: parts, isHTML: true) ?? body(parts)
        if let source = child("source", own, of: parts) {
            let url = tree.attribute("url", of: source)
            let name = FeedWords.plain(tree.text(of: source)[...])
            let address = address(url, at: source)
            entry.source = name == nil && address == nil ? nil : .init(name: name, url: address)
        }
        entry.language = words("language", [.dublinCore], of: parts)
        entry.image = image(parts, own)
        take(entry)
    }

    /// The link, else Atom's link to the page, else a guid that is a permalink.
    private mutating func link(
        of item: Int, _ parts: [Int], _ own: Set<XMLNamespace>, about: String?
    ) -> String? {
        for node in parts where tree.isElement(node, "link", own) {
            let words = tree.text(of: node)[...].trimmed.string
            let link = words.isEmpty ? tree.attribute("href", of: node) : words
            if let link, let address = address(link, at: node) { return address }
        }
        for node in parts where tree.isElement(node, "link", Self.atom) {
            guard tree.attribute("rel", of: node).map({ $0 == "alternate" }) ?? true else { continue }
            if let address = address(tree.attribute("href", of: node), at: node) { return address }
        }
        if let guid = child("guid", own, of: parts), tree.attribute("isPermaLink", of: guid)?.lowercased() != "false" {
            let words = tree.text(of: guid)[...].trimmed
            if words.startsIgnoringCase("http") { return address(words.string, at: guid) }
        }
        return about.flatMap { FeedAddress.resolve($0, base: nil) }
    }

    private func authors(_ parts: [Int], _ own: Set<XMLNamespace>) -> [String] {
        var out: [String] = []
        for node in parts where out.count < 64 {
            let field: String
            if tree.isElement(node, "creator", [.dublinCore]) || tree.isElement(node, "author", own) {
                field = Whitespace.collapsed(tree.text(of: node)[...]).string
            } else if tree.isElement(node, "author", Self.atom) {
                field = words("name", Self.atom, of: tree.children(of: node)) ?? ""
            } else {
                continue
            }
            for name in FeedWords.authors(field) where !out.contains(name) { out.append(name) }
        }
        return out
    }

    /// The text of an element, with the tags that some feeds put into it unescaped.
    private func text(
        _ name: String, _ spaces: Set<XMLNamespace>, of parts: [Int], isHTML: Bool? = nil
    ) -> FeedEntry.Text? {
        for node in parts where tree.isElement(node, name, spaces) {
            let hasTags = !tree.children(of: node).isEmpty
            let value = hasTags ? tree.html(inside: node) : tree.text(of: node)
            if let text = FeedWords.text(value, isHTML: hasTags ? true : isHTML) { return text }
        }
        return nil
    }

    private func body(_ parts: [Int]) -> FeedEntry.Text? {
        (child("body", [.xhtml], of: parts) ?? child("div", [.xhtml], of: parts)).flatMap {
            FeedWords.text(tree.html(inside: $0), isHTML: true)
        }
    }

    private mutating func image(_ parts: [Int], _ own: Set<XMLNamespace>) -> String? {
        let groups = parts.filter { tree.isElement($0, "group", [.media]) }
        let all = parts + groups.flatMap { tree.children(of: $0) }
        for node in all where tree.isElement(node, "content", [.media]) || tree.isElement(node, "enclosure", own) {
            let isImage = tree.attribute("medium", of: node) == "image"
            guard isImage || tree.attribute("type", of: node)?.lowercased().hasPrefix("image/") == true else {
                continue
            }
            if let address = address(tree.attribute("url", of: node), at: node) { return address }
        }
        guard let small = child("thumbnail", [.media], of: all) else { return nil }
        return address(tree.attribute("url", of: small), at: small)
    }
}
