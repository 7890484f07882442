import HearsayCore

/// The authors of a page's article.
enum PageAuthors {
    private static let most = 64
    private static let marks = ["byline", "author", "writer", "contributor"]

    /// How far below the headline a byline stands, in nodes of the page.
    private static let near = 80

    /// The authors: those of the structured data, else of meta elements, else of a visible byline.
    ///
    /// A byline of people below the headline outvotes data that names one other: data is often filled in with the account
    /// that put the article on line, the byline is what the outlet shows its readers.
    static func find(_ tree: HTMLTree, head: PageHead, headline: Int?) -> [String] {
        let site = Set([head.value(["og:site_name"]), head.data.publisher].compactMap { $0?.lowercased() })
        var declared = clean(head.data.authors, site)
        if declared.isEmpty { declared = clean(head.authors, site) }
        let place = headline.map { $0..<min(tree.count, $0 + near) }
        let shown = clean(place.flatMap { byline(tree, in: $0)?.names } ?? [], site)
        if declared.isEmpty { return shown.isEmpty ? clean(visible(tree), site) : shown }
        guard !shown.isEmpty, shown.allSatisfy({ PersonName.matches(Array($0.utf8)[...]) }) else { return declared }
        let names = Set(shown.map { $0.lowercased() })
        return declared.count == 1 && !names.contains(declared[0].lowercased()) ? shown : declared
    }

    /// The first byline of the page, or else the first words that are marked as an author's.
    private static func visible(_ tree: HTMLTree) -> [String] {
        guard let found = byline(tree, in: 0..<tree.count) else { return [] }
        return found.names.isEmpty ? found.weak : found.names
    }

    /// The names of the first byline among some nodes: rel=author, itemprop=author, a class that says so, or a line that
    /// begins with "By"; and the first words that were only marked as one.
    private static func byline(_ tree: HTMLTree, in nodes: Range<Int>) -> (names: [String], weak: [String])? {
        var weak: [String] = []
        for node in nodes where !tree.tag[node].isNeverText && tree.tag[node] != .meta {
            let line: String
            var marked = false
            if tree.tag[node] == .text {
                guard let spelled = spelledByline(node, tree) else { continue }
                line = spelled
            } else {
                let rel = tree.attribute(.rel, of: node)?.firstIgnoringCase("author") != nil
                marked = rel || tree.attribute(.itemprop, of: node)?.equalsIgnoringCase("author") ?? false
                guard marked || hasMark(node, tree) else { continue }
                line = tree.plainText(node, limit: 300)
            }
            guard line.utf8.count <= 160 else { continue }
            let names = Byline.authors(of: Array(line.utf8)[...]) ?? []
            if !names.isEmpty { return (names, weak) }
            if tree.tag[node] != .text, PersonName.matches(Array(line.utf8)[...]) { return ([line], weak) }
            if marked, weak.isEmpty, !line.isEmpty { weak = Byline.authors(given: line) }
        }
        return weak.isEmpty ? nil : ([], weak)
    }

    /// The line around words that begin with "By", or with "Posted on … by": the names may be links beside them.
    private static func spelledByline(_ node: Int, _ tree: HTMLTree) -> String? {
        let words = tree.words(node).trimmed
        guard words.count <= 160, let parent = tree.parent(of: node) else { return nil }
        guard words.startsIgnoringCase("by") || words.firstIgnoringCase(" by") != nil else { return nil }
        let line = Array(tree.plainText(parent, limit: 300).utf8)[...]
        guard line.count <= 160 else { return nil }
        if line.startsIgnoringCase("by ") { return line.string }
        guard ["posted ", "published "].contains(where: { line.startsIgnoringCase($0) }),
            let by = line.firstIgnoringCase(" by ")
        else { return nil }
        return line[line.index(after: by)...].string
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
