import HearsayCore

/// The authors of a page's article.
enum PageAuthors {
    private static let most = 64
    private static let marks = ["byline", "author", "writer", "contributor", "autor", "auteur"]

    /// What a byline gave.
    private struct Found {
        /// The names of people.
        var names: [String] = []
        /// Words that were only marked as an author's.
        var weak: [String] = []
        /// Whether a byline stood there and could not be read.
        var isUnread = false
    }

    /// The authors: those of the structured data, else of meta elements, else of a byline at the article's edges.
    ///
    /// A byline of people below the headline outvotes data that names one other: data is often filled in with the account
    /// that put the article on line, the byline is what the outlet shows its readers. Bylines elsewhere on the page are
    /// those of other articles.
    static func find(_ tree: HTMLTree, head: PageHead, edges: ArticleEdges) -> [String] {
        let site = Set([head.value(["og:site_name"]), head.data.publisher].compactMap { $0?.lowercased() })
        var declared = clean(head.data.authors, site)
        if declared.isEmpty { declared = clean(head.authors, site) }
        let above = byline(tree, in: edges.head)
        let shown = clean(above.names, site)
        if declared.isEmpty {
            if !shown.isEmpty { return shown }
            let weak = clean(above.weak, site)
            if above.isUnread || !weak.isEmpty { return weak }
            let below = byline(tree, in: edges.foot)
            let behind = clean(below.names.isEmpty ? below.weak : below.names, site)
            return behind.isEmpty ? clean(onlyMarked(tree, edges), site) : behind
        }
        guard !shown.isEmpty, shown.allSatisfy({ PersonName.matches(Array($0.utf8)[...]) }) else { return declared }
        let names = Set(shown.map { $0.lowercased() })
        return declared.count == 1 && !names.contains(declared[0].lowercased()) ? shown : declared
    }

    /// The people that elements anywhere on the page are marked with as authors, if they are always the same; not in
    /// comments, boxes and other articles.
    private static func onlyMarked(_ tree: HTMLTree, _ edges: ArticleEdges) -> [String] {
        var (only, looked) = ([String](), 0)
        for node in 0..<tree.count where tree.tag[node] != .text && tree.tag[node] != .meta && looked < 100 {
            let rel = tree.attribute(.rel, of: node)?.firstIgnoringCase("author") != nil
            guard rel || tree.attribute(.itemprop, of: node)?.equalsIgnoringCase("author") ?? false else { continue }
            looked += 1
            let names = Byline.people(Array(BylineText.line(of: node, in: tree).utf8)[...])
            guard !names.isEmpty, !edges.isElsewhere(node) else { continue }
            if !only.isEmpty, only != names { return [] }
            only = names
        }
        return only
    }

    /// The names of the first byline among some nodes: rel=author, itemprop=author, a class that says so, or a line that
    /// begins with "By"; and the first words that were only marked as one.
    private static func byline(_ tree: HTMLTree, in nodes: [Int]) -> Found {
        var (found, looked) = (Found(), -1)
        for node in nodes where !tree.tag[node].isNeverText && tree.tag[node] != .meta {
            let line: String
            var marked = false
            if tree.tag[node] == .text {
                guard let parent = tree.parent(of: node), parent != looked, mayBegin(node, tree) else { continue }
                looked = parent
                guard let spelled = spelledByline(parent, tree) else { continue }
                line = spelled
            } else {
                let rel = tree.attribute(.rel, of: node)?.firstIgnoringCase("author") != nil
                marked = rel || tree.attribute(.itemprop, of: node)?.equalsIgnoringCase("author") ?? false
                guard marked || hasMark(node, tree) else { continue }
                line = BylineText.line(of: node, in: tree)
            }
            guard line.utf8.count <= 160 else { continue }
            let bytes = Array(line.utf8)[...]
            found.names = Byline.authors(of: bytes) ?? []
            if found.names.isEmpty, tree.tag[node] != .text { found.names = Byline.people(bytes) }
            if !found.names.isEmpty { return found }
            if Byline.afterLabel(bytes) != nil { found.isUnread = true }
            if marked, found.weak.isEmpty, !line.isEmpty { found.weak = Byline.authors(given: line) }
        }
        return found
    }

    /// Whether words may begin a byline: with "By", or with "Posted on … by".
    private static func mayBegin(_ node: Int, _ tree: HTMLTree) -> Bool {
        let words = tree.words(node).trimmed
        guard words.count <= 160 else { return false }
        return words.startsIgnoringCase("by") || words.firstIgnoringCase(" by") != nil
    }

    /// The line of an element that holds such words: the names may be links beside them.
    private static func spelledByline(_ parent: Int, _ tree: HTMLTree) -> String? {
        let line = Array(BylineText.line(of: parent, in: tree).utf8)[...]
        guard line.count <= 160 else { return nil }
        if line.startsIgnoringCase("by ") { return line.string }
        guard ["posted ", "published "].contains(where: { line.startsIgnoringCase($0) }),
            let by = line.firstIgnoringCase(" by ")
        else { return nil }
        return line[line.index(after: by)...].string
    }

    private static func hasMark(_ node: Int, _ tree: HTMLTree) -> Bool {
        let names = ClassWords.names(of: node, in: tree)
        guard !names.isEmpty, names.count < 200, names[...].firstIgnoringCase("comment") == nil,
            !PictureClasses.isCreditOfPicture(node, in: tree)
        else { return false }
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
