import HearsayCore

/// Where on a page an article stands, with what its outlet sets around the body: pictures, notes, boxes.
struct ArticleZone {
    /// The nodes of the body.
    let body: Range<Int>
    /// The nodes from the top of what holds headline and body to the end of the article.
    let nodes: Range<Int>
    /// The same and a little behind it, up to the next heading or box: some set notes there.
    let withFoot: Range<Int>
    private let tree: HTMLTree
    private let headline: Int?
    private static let behind = 60

    /// The zone of a page whose body stands in some nodes.
    init(_ tree: HTMLTree, body nodes: [Int], headline: Int?) {
        (self.tree, self.headline) = (tree, headline)
        let start = nodes.first ?? 0
        body = start..<max(start, nodes.last.map { tree.next(after: $0) } ?? tree.count)
        var top = start
        if let headline {
            while !tree.contains(top, headline), let parent = tree.parent(of: top) { top = parent }
        }
        guard tree.count > 0 else {
            (self.nodes, withFoot) = (0..<0, 0..<0)
            return
        }
        var article = start
        while tree.tag[article] != .article, let parent = tree.parent(of: article) { article = parent }
        let isMarked = tree.tag[article] == .article
        let end = isMarked ? tree.next(after: article) : body.upperBound
        self.nodes = min(top, isMarked ? article : top)..<max(end, body.upperBound)
        withFoot = self.nodes.lowerBound..<Self.foot(behind: self.nodes.upperBound, in: tree)
    }

    /// Where what stands behind an article ends: at the next heading, box, form or comment, soon in any case.
    private static func foot(behind end: Int, in tree: HTMLTree) -> Int {
        var node = end
        while node < min(tree.count, end + behind) {
            switch tree.tag[node] {
            case .h1, .h2, .h3, .h4, .h5, .h6, .aside, .footer, .nav, .form, .article: return node
            default: break
            }
            if tree.tag[node] != .text, !tree.marks[node].isDisjoint(with: [.teaser, .related, .elsewhere]) {
                return node
            }
            node += 1
        }
        return node
    }

    /// Whether a node holds the whole body.
    func holdsBody(_ node: Int) -> Bool { node <= body.lowerBound && body.upperBound <= tree.next(after: node) }

    /// Whether a node is part of the surroundings: of a teaser, a list of other articles, a byline.
    ///
    /// `allowingAsides`: boxes beside the text may belong to the article.
    func isForeign(_ node: Int, allowingAsides: Bool = false) -> Bool {
        var at = node
        while !holdsBody(at) {
            if let headline, at != node, tree.contains(at, headline) { return false }
            switch tree.tag[at] {
            case .aside: if !allowingAsides { return true }
            case .footer: if !allowingAsides || at < nodes.lowerBound { return true }
            case .nav, .noscript, .template: return true
            case .a: if pointsElsewhere(at) { return true }
            default: break
            }
            if at != node || tree.tag[at] != .figure, PictureClasses.isTeaser(at, in: tree) { return true }
            guard let parent = tree.parent(of: at) else { return false }
            at = parent
        }
        return false
    }

    /// Whether a link leads to another article, not to a larger copy of a picture.
    private func pointsElsewhere(_ link: Int) -> Bool {
        guard let href = tree.attribute(.href, of: link)?.trimmed, !href.isEmpty, href.first != 0x23 else {
            return false
        }
        let path = href.prefix { $0 != 0x3F && $0 != 0x23 }
        let ends = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"]
        if ends.contains(where: { path.suffix($0.utf8.count).startsIgnoringCase($0) }) { return false }
        return tree.descendants(of: link).contains { tree.tag[$0].isHeading }
    }
}
