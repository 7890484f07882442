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
        guard let root = tree.tag.indices.first, weights.text[root] > 0 else { return [] }
        let densest = descend(from: root)
        let enough = max(weights.mass[densest] * 45 / 100, 1)
        for (candidates, severalArticles) in [
            (marked(isArticleBody), true), (marked(hasBodyName), false), (marked { tree.tag[$0] == .article }, true),
            (marked { tree.tag[$0] == .main }, false),
        ] {
            guard let best = best(candidates, severalArticles), weights.mass[best] >= enough else { continue }
            let inner =
                candidates == [best] || tree.tag[best] != .article && tree.tag[best] != .main
                ? best : descend(from: best)
            return siblings(of: inner, among: candidates)
        }
        return [densest]
    }

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

    /// Nodes with a mark that hold paragraphs.
    private func marked(_ isMarked: (Int) -> Bool) -> [Int] {
        tree.tag.indices.filter { tree.tag[$0] != .text && !dropped[$0] && weights.mass[$0] > 0 && isMarked($0) }
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

    /// A body may be split over several containers of the same kind, below one parent or each in a container of its own.
    private func siblings(of node: Int, among candidates: [Int]) -> [Int] {
        guard let parent = tree.parent(of: node), tree.tag[node] != .article else { return [node] }
        let name = ClassWords.names(of: node, in: tree)
        let root = tree.tag[parent] == .article ? parent : tree.parent(of: parent) ?? parent
        let same = candidates.filter {
            guard let its = tree.parent(of: $0), ClassWords.names(of: $0, in: tree) == name else { return false }
            return its == parent || tree.parent(of: its) == root && isAnotherPart(its, of: parent)
        }
        return same.contains(node) ? same : [node]
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
