import HearsayCore

/// Where on a page byline and dates of its article stand: around the headline down to the first paragraphs of the text,
/// and just behind the text. What stands anywhere else belongs to other articles, to comments, or to the site.
struct ArticleEdges {
    /// The nodes from a little before the headline to the first paragraphs, these left out.
    private(set) var head: [Int] = []
    /// The nodes just behind the last paragraph.
    private(set) var foot: [Int] = []

    private let tree: HTMLTree
    private let zone: ArticleZone
    private let weights: PageWeights
    private let headline: Int?

    /// Nodes that the head may have: menus and players stand there, too.
    private static let most = 400
    /// Nodes that are looked at behind the text.
    private static let mostBehind = 60
    /// Nodes by which what holds the headline may begin before it.
    private static let above = 60
    /// A byline may stand below a paragraph or two that stand under the headline.
    private static let paragraphs = 3
    private static let foreignWords: Set<String> = [
        "comment", "comments", "commentlist", "disqus", "related", "recirc", "recirculation", "teaser", "teasers",
        "sidebar", "trending", "popular", "ticker", "masthead", "navbar", "promo", "newsletter", "recommended",
        "recommendations", "mostread", "outbrain", "taboola", "breaking", "upnext",
    ]

    /// The edges of an article whose headline stands in a node, if it does.
    init(_ tree: HTMLTree, zone: ArticleZone, weights: PageWeights, headline: Int?) {
        (self.tree, self.zone, self.weights, self.headline) = (tree, zone, weights, headline)
        guard tree.count > 0 else { return }
        let last = lastParagraph()
        readHead(before: last)
        readFoot(behind: last)
    }

    /// Whether a node stands in something that is no part of the article: a comment, a box, another article.
    func isElsewhere(_ node: Int) -> Bool {
        var next = Optional(node)
        while let at = next {
            if isForeign(at) { return true }
            if holdsArticle(at) { return false }
            next = tree.parent(of: at)
        }
        return false
    }

    private mutating func readHead(before last: Int?) {
        let anchor = headline ?? zone.body.lowerBound
        var (node, seen) = (top(of: anchor), 0)
        let end = min(tree.count, last ?? max(zone.body.upperBound, tree.next(after: anchor)), node + Self.most)
        while node < end {
            if isParagraph(node) {
                if node > anchor { seen += 1 }
                if seen == Self.paragraphs { return }
                node = tree.next(after: node)
            } else if let teaser = teaser(around: node) {
                while let last = head.last, last >= teaser { head.removeLast() }
                node = tree.next(after: teaser)
            } else if isForeign(node) {
                node = tree.next(after: node)
            } else {
                head.append(node)
                node += 1
            }
        }
    }

    private mutating func readFoot(behind last: Int?) {
        var node = max(last ?? zone.body.upperBound, head.last.map { $0 + 1 } ?? 0)
        let end = min(tree.count, node + Self.mostBehind)
        while node < end {
            if tree.tag[node].isHeading || isParagraph(node) { return }
            if isForeign(node) || [.ul, .ol, .dl, .table].contains(tree.tag[node]) {
                node = tree.next(after: node)
            } else {
                foot.append(node)
                node += 1
            }
        }
    }

    /// Where the last paragraph of the body ends.
    private func lastParagraph() -> Int? {
        var (node, last) = (zone.body.lowerBound, Int?.none)
        while node < zone.body.upperBound {
            let isParagraph = isParagraph(node)
            node = isParagraph ? tree.next(after: node) : node + 1
            if isParagraph { last = node }
        }
        return last
    }

    /// What holds the headline and begins shortly before it, but is not the whole page.
    private func top(of anchor: Int) -> Int {
        var top = anchor
        for _ in 0..<3 {
            guard let parent = tree.parent(of: top), anchor - parent <= Self.above,
                ![.body, .html, .document].contains(tree.tag[parent])
            else { break }
            top = parent
        }
        return top
    }

    /// Whether a node is a block of prose with none inside it.
    private func isParagraph(_ node: Int) -> Bool {
        guard weights.mass[node] >= 60, !tree.tag[node].isInline else { return false }
        var child = node + 1
        while child < tree.next(after: node) {
            if weights.mass[child] > 0 { return false }
            child = tree.next(after: child)
        }
        return true
    }

    private func holdsArticle(_ node: Int) -> Bool {
        zone.holdsBody(node) || headline.map { tree.contains(node, $0) } ?? false
    }

    /// What holds a heading that is a link: the pointer to another article.
    private func teaser(around node: Int) -> Int? {
        guard tree.tag[node].isHeading, node != headline, !holdsArticle(node) else { return nil }
        let isLink = tree.descendants(of: node).contains { tree.tag[$0] == .a }
        guard let parent = tree.parent(of: node), isLink || tree.tag[parent] == .a else { return nil }
        let around = tree.tag[parent] == .a ? tree.parent(of: parent) ?? parent : parent
        return holdsArticle(around) || around < zone.nodes.lowerBound && tree.contains(around, zone.body.lowerBound)
            ? node : around
    }

    private func isForeign(_ node: Int) -> Bool {
        let tag = tree.tag[node]
        if tag == .text || holdsArticle(node) { return false }
        switch tag {
        case .aside, .nav, .footer, .figure, .figcaption, .article, .blockquote: return true
        default: if tag.isNeverText { return true }
        }
        if tree.attribute(.itemtype, of: node)?.firstIgnoringCase("comment") != nil { return true }
        let names = ClassWords.names(of: node, in: tree)
        return names.split(whereSeparator: { !$0.isASCIILetter }).contains {
            Self.foreignWords.contains(String(decoding: $0, as: UTF8.self))
        }
    }
}
