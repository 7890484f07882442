import HearsayCore

/// Chooses the nodes of a page that hold its article's body.
struct BodyRegion {
    private let tree: HTMLTree
    private let weights: PageWeights
    private let dropped: [Bool]
    private let headline: Int?

    /// A choice over a page whose surroundings are dropped; `headline` is the node of the article's h1.
    init(_ tree: HTMLTree, weights: PageWeights, dropped: [Bool], headline: Int?) {
        (self.tree, self.weights, self.dropped, self.headline) = (tree, weights, dropped, headline)
    }

    /// The nodes, in document order; empty when the page has no paragraphs.
    func nodes() -> [Int] {
        guard !tree.tag.isEmpty, weights.text[0] > 0 else { return [] }
        let scope = scope()
        let densest = descend(from: scope)
        let enough = max(weights.mass[densest] * 45 / 100, 1)
        for (candidates, severalArticles) in [
            (marked(scope, isArticleBody), true), (marked(scope, hasBodyName), false),
            (marked(scope) { tree.tag[$0] == .article }, true), (marked(scope) { tree.tag[$0] == .main }, false),
        ] {
            guard let best = best(candidates, severalArticles), weights.mass[best] >= enough else { continue }
            let inner =
                candidates == [best] || tree.tag[best] != .article && tree.tag[best] != .main
                ? best : descend(from: best)
            return siblings(of: inner, among: candidates)
        }
        return [densest]
    }

    // MARK: Several articles

    /// The element that holds the headline's article, where others follow it in elements of its kind; else the whole page.
    private func scope() -> Int {
        guard var node = headline else { return 0 }
        while let parent = tree.parent(of: node), tree.tag[node] != .body {
            if weights.mass[node] >= Self.leastArticle, isFollowed(node, in: parent) { return node }
            node = parent
        }
        return 0
    }

    /// Bytes of paragraphs that make an article of its own.
    private static let leastArticle = 200

    private func isFollowed(_ node: Int, in parent: Int) -> Bool {
        let tag = tree.tag[node]
        guard tag == .article || tag == .div || tag == .section else { return false }
        var sibling = tree.next(after: node)
        while sibling < tree.next(after: parent) {
            if tree.tag[sibling] == tag, !dropped[sibling], weights.mass[sibling] >= Self.leastArticle,
                opensWithHeadline(sibling),
                tag == .article || ClassWords.names(of: node, in: tree) == ClassWords.names(of: sibling, in: tree)
            {
                return true
            }
            sibling = tree.next(after: sibling)
        }
        return false
    }

    /// Whether an element has an h1 before its paragraphs; an article may have an h2.
    private func opensWithHeadline(_ node: Int) -> Bool {
        for below in tree.descendants(of: node).prefix(200) where !dropped[below] {
            if tree.tag[below] == .h1 || tree.tag[below] == .h2 && tree.tag[node] == .article { return true }
            if tree.tag[below] == .p, weights.mass[below] > 0 { return false }
        }
        return false
    }

    // MARK: Marks

    private func isArticleBody(_ node: Int) -> Bool {
        guard let property = tree.attribute(.itemprop, of: node) else { return false }
        return property.words.contains { $0.equalsIgnoringCase("articlebody") }
    }

    private func hasBodyName(_ node: Int) -> Bool {
        switch tree.tag[node] {
        case .div, .section, .article, .main, .td, .span, .other:
            tree.marks[node].contains(.body)
        default: false
        }
    }

    /// Nodes of a part of the page with a mark that hold paragraphs.
    private func marked(_ scope: Int, _ isMarked: (Int) -> Bool) -> [Int] {
        (scope..<tree.next(after: scope)).filter {
            tree.tag[$0] != .text && !dropped[$0] && weights.mass[$0] > 0 && isMarked($0)
        }
    }

    /// The candidate with the most paragraphs. A page may hold several articles: one that starts at the headline, or next
    /// after it, wins over a later one.
    private func best(_ candidates: [Int], _ severalArticles: Bool) -> Int? {
        guard let heaviest = candidates.max(by: { weights.mass[$0] < weights.mass[$1] }) else { return nil }
        guard let headline, severalArticles else { return heaviest }
        let near = candidates.first { tree.contains($0, headline) || $0 > headline }
        guard let near, weights.mass[near] * 4 >= weights.mass[heaviest], !tree.contains(near, heaviest) else {
            return heaviest
        }
        return tree.contains(heaviest, near) ? heaviest : near
    }

    /// A body may be split over several containers of the same kind, below one parent or each in a container of its own,
    /// and go on beside its container. Those are of one kind that have the same names, or share one for a body.
    private func siblings(of node: Int, among candidates: [Int]) -> [Int] {
        guard let parent = tree.parent(of: node), tree.tag[node] != .article else { return [node] }
        let root = tree.tag[parent] == .article ? parent : tree.parent(of: parent) ?? parent
        let name = ClassWords.names(of: node, in: tree)
        let bodyNames = name[...].words.filter { NameMarks(names: $0).contains(.body) }.prefix(4)
        let same = candidates.filter {
            guard let its = tree.parent(of: $0) else { return false }
            let names = ClassWords.names(of: $0, in: tree)
            let isSameKind =
                names == name
                || tree.tag[$0] == tree.tag[node]
                    && names[...].words.contains { other in bodyNames.contains { $0.elementsEqual(other) } }
            guard isSameKind else { return false }
            return its == parent || tree.parent(of: its) == root && isAnotherPart(its, of: parent)
        }
        return adding(rest(of: node, in: parent), to: same.contains(node) ? same : [node])
    }

    /// Nodes in their order, with others that are in none of them.
    private func adding(_ more: [Int], to nodes: [Int]) -> [Int] {
        let new = more.filter { other in !nodes.contains { tree.contains($0, other) || tree.contains(other, $0) } }
        return new.isEmpty ? nodes : (nodes + new).sorted()
    }

    private static let mostParts = 50

    /// What stands behind a body's container and goes on with it: prose in an element of the same name, with hardly a link.
    private func rest(of node: Int, in parent: Int) -> [Int] {
        guard tree.tag[node] == .div || tree.tag[node] == .section, tree.tag[parent] != .body else { return [] }
        var (found, sibling) = ([Int](), tree.next(after: node))
        while sibling < tree.next(after: parent), found.count < Self.mostParts {
            if tree.tag[sibling] == tree.tag[node], !dropped[sibling], isProse(sibling) { found.append(sibling) }
            sibling = tree.next(after: sibling)
        }
        return found
    }

    private func isProse(_ node: Int) -> Bool {
        weights.mass[node] >= 100 && weights.mass[node] * 10 >= weights.text[node] * 7
            && weights.linkShare(node) < 0.15
            && tree.marks[node].isDisjoint(with: [.around, .loose, .teaser, .elsewhere, .box, .related])
            && !tree.descendants(of: node).contains { [.h1, .article, .form, .img, .aside].contains(tree.tag[$0]) }
    }

    /// Whether a container is of one kind with another and holds no article of its own, with a headline.
    private func isAnotherPart(_ one: Int, of other: Int) -> Bool {
        tree.tag[one] == tree.tag[other] && tree.tag[one] != .article
            && ClassWords.names(of: one, in: tree) == ClassWords.names(of: other, in: tree)
            && !tree.descendants(of: one).contains { tree.tag[$0] == .h1 }
    }

    /// Goes down from a node as long as one child holds nearly all paragraphs.
    private func descend(from start: Int) -> Int {
        var node = start
        while true {
            var (child, best) = (node + 1, -1)
            while child < tree.next(after: node) {
                if !dropped[child], weights.mass[child] * 100 >= weights.mass[node] * 80, weights.mass[child] > 0 {
                    best = child
                }
                child = tree.next(after: child)
            }
            guard best >= 0, !tree.tag[best].isInline, tree.tag[best] != .p, tree.tag[best] != .li else { return node }
            node = best
        }
    }
}
