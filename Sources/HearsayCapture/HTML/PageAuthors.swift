import HearsayCore

/// The authors of a page's article.
enum PageAuthors {
    private static let most = 64
    private static let marks = ["byline", "author", "writer", "contributor"]

    /// The authors: those of the structured data, else of meta elements, else of a visible byline.
    static func find(_ tree: HTMLTree, head: PageHead, weights: PageWeights) -> [String] {
        let site = Set([head.value(["og:site_name"]), head.data.publisher].compactMap { $0?.lowercased() })
        let declared = clean(head.data.authors, site)
        if !declared.isEmpty { return declared }
        let meta = clean(head.authors, site)
        if !meta.isEmpty { return meta }
        return clean(visible(tree, weights), site)
    }

    /// The first visible byline: rel=author, itemprop=author, or a class that says so.
    private static func visible(_ tree: HTMLTree, _ weights: PageWeights) -> [String] {
        var weak: [String] = []
        var node = 0
        while node < tree.count {
            defer { node += 1 }
            guard tree.tag[node] != .text, tree.tag[node] != .meta, !tree.tag[node].isNeverText else { continue }
            let rel = tree.attribute(.rel, of: node)?.firstIgnoringCase("author") != nil
            let property = tree.attribute(.itemprop, of: node)?.equalsIgnoringCase("author") ?? false
            guard rel || property || hasMark(node, tree) else { continue }
            let text = tree.plainText(node, limit: 300)
            guard text.utf8.count <= 160 else { continue }
            let names = Byline.authors(of: Array(text.utf8)[...]) ?? []
            if !names.isEmpty { return names }
            if PersonName.matches(Array(text.utf8)[...]) { return [text] }
            if rel || property, weak.isEmpty, !text.isEmpty { weak = Byline.authors(given: text) }
        }
        return weak
    }

    private static func hasMark(_ node: Int, _ tree: HTMLTree) -> Bool {
        let names = ClassWords.names(of: node, in: tree)
        guard !names.isEmpty, names.count < 200, names[...].firstIgnoringCase("comment") == nil else { return false }
        return marks.contains { names[...].firstIgnoringCase($0) != nil }
    }

    /// Names without addresses, "By", the site itself and repetitions.
    private static func clean(_ raw: [String], _ site: Set<String>) -> [String] {
        var out: [String] = []
        for entry in raw.prefix(most) {
            let bytes = Array(entry.utf8)[...]
            guard WebAddress.find(in: bytes) == nil, bytes.firstIndex(of: 0x40).map({ $0 == 0 }) ?? true else {
                continue
            }
            for name in Byline.authors(given: entry) where name.utf8.count <= 120 && name.utf8.count >= 2 {
                let known = out.contains { $0.lowercased() == name.lowercased() }
                if !known, !site.contains(name.lowercased()), !name.hasPrefix("@") { out.append(name) }
            }
        }
        return out
    }
}
