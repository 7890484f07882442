import HearsayCore

/// Finds the other articles of the same outlet that a page offers as further reading on the story: in boxes that are
/// labelled or named so, in the column or beside it, and as lone links between paragraphs.
struct PageRelated {
    /// How large a box may be.
    private static let (mostNodes, mostLinks) = (4000, 40)

    private let tree: HTMLTree
    private let weights: PageWeights
    private let headline: Int?
    private let links: RelatedLinks
    /// How many links stand before each node, and in the whole page at last.
    private let anchorsBefore: [Int]
    /// How many nodes may still be looked at again, for pages made to be slow.
    private var budget = 500_000

    /// What was found, in the order of the page.
    private(set) var found: [Document.Related] = []
    /// The nodes in which it was found; they are no text of the article.
    private(set) var places: [Range<Int>] = []
    private var seen: Set<String>

    /// Looks through a page.
    init(_ tree: HTMLTree, weights: PageWeights, headline: Int?, address: PageAddress) {
        (self.tree, self.weights, self.headline) = (tree, weights, headline)
        let own = [address.url, address.canonical].compactMap { $0 }
        seen = Set(own.map(WebAddress.identity))
        links = RelatedLinks(
            tree: tree, base: address.base, page: address.url,
            domain: own.lazy.compactMap(RegisteredDomain.of(address:)).first)
        var (before, anchors) = ([0], 0)
        before.reserveCapacity(tree.count + 1)
        for tag in tree.tag {
            if tag == .a { anchors += 1 }
            before.append(anchors)
        }
        anchorsBefore = before
        if links.domain != nil { walk() }
    }

    /// What was found, and what the paragraphs of the body point to.
    func joined(with pointers: [Document.Related]) -> [Document.Related] {
        var all = self
        for pointer in pointers where pointer.url.map(links.isOwn) ?? true { all.add(pointer) }
        return all.found
    }

    /// Which nodes are no text of the article, these boxes included.
    func dropped(besides dropped: [Bool]) -> [Bool] {
        var all = dropped
        for place in places { for node in place { all[node] = true } }
        return all
    }

    private mutating func add(_ related: Document.Related) {
        if let url = related.url, !seen.insert(WebAddress.identity(of: url)).inserted { return }
        found.append(related)
    }

    private mutating func walk() {
        var node = 0
        while node < tree.count, budget > 0 {
            let tag = tree.tag[node]
            if tag.isNeverText || isElsewhere(node) {
                node = tree.next(after: node)
            } else if tag == .a {
                if isLoneLink(node) || firstLabel(in: node) == .related { read(node..<tree.next(after: node)) }
                node = tree.next(after: node)
            } else if isNamedBox(node) {
                // What a box says itself outweighs its name.
                if firstLabel(in: node) != .other, lastHeading(before: node) != .other {
                    read(node..<tree.next(after: node))
                }
                node = tree.next(after: node)
            } else if let label = label(node) {
                if label == .related { readBehind(node) }
                node = tree.next(after: node)
            } else {
                if isLoneLink(node) { read(node..<tree.next(after: node)) }
                node += 1
            }
        }
    }

    /// Takes all articles that some nodes point to; whether there are any.
    @discardableResult private mutating func read(_ nodes: Range<Int>) -> Bool {
        budget -= nodes.count
        let box = links.articles(in: nodes, skip: isElsewhere)
        guard !box.isEmpty, box.count <= Self.mostLinks else { return false }
        for related in box { add(related) }
        places.append(nodes)
        return true
    }

    // MARK: Names

    /// Whether an element's names tell of a list that has nothing to do with the story, or of advertising.
    private func isElsewhere(_ node: Int) -> Bool {
        guard tree.tag[node] != .text,
            tree.marks[node].contains(.elsewhere) || Surroundings.isHidden(node, tree)
        else { return false }
        return isBeside(node)
    }

    private func isNamedBox(_ node: Int) -> Bool {
        tree.marks[node].contains(.related) && isBeside(node)
    }

    /// Whether an element is no part of the column itself: neither the headline nor much of the text stands in it.
    private func isBeside(_ node: Int) -> Bool {
        if let headline, tree.contains(node, headline) { return false }
        return tree.next(after: node) - node <= Self.mostNodes && weights.mass[node] * 4 <= weights.mass[0]
    }

    /// What the first line in a box is as a label, unless it is a link to an article.
    private func firstLabel(in node: Int) -> RelatedLabel? {
        for below in tree.descendants(of: node).prefix(40) {
            if tree.tag[below] == .a, links.address(of: below) != nil { return nil }
            guard tree.tag[below] == .text, !tree.words(below).trimmed.isEmpty else { continue }
            var line = below
            while tree.tag[line].isInline, let parent = tree.parent(of: line), parent > node {
                line = parent
            }
            return label(of: line)
        }
        return nil
    }

    /// What the heading is that stands right before a box.
    private func lastHeading(before node: Int) -> RelatedLabel? {
        var before = node - 1
        while before > 0, node - before <= 20 {
            if tree.tag[before] == .text, !tree.words(before).trimmed.isEmpty {
                var line = before
                while !tree.tag[line].isHeading, let parent = tree.parent(of: line), node - parent <= 20 {
                    line = parent
                }
                return tree.tag[line].isHeading ? label(of: line) : nil
            }
            before -= 1
        }
        return nil
    }

    private func label(of node: Int) -> RelatedLabel? {
        RelatedLabel(Array(tree.plainText(node, limit: RelatedLabel.longest + 20).utf8)[...])
    }

    // MARK: Labels

    /// What an element or text is as a label: it says nothing else, and its line starts with it.
    private func label(_ node: Int) -> RelatedLabel? {
        let end = tree.next(after: node)
        // A heading may hold a drawn logo.
        guard end - node <= (tree.tag[node].isHeading ? 100 : 8) else { return nil }
        if tree.tag[node] == .text {
            guard let label = RelatedLabel(tree.words(node)), startsLine(node) else { return nil }
            return label
        }
        let isLinked = (node..<end).contains { tree.tag[$0] == .a }
        guard !isLinked || tree.tag[node].isHeading, tree.tag[node] != .time else { return nil }
        return startsLine(node) ? label(of: node) : nil
    }

    private func startsLine(_ node: Int) -> Bool {
        guard tree.tag[node].isInline, var block = tree.parent(of: node) else { return true }
        while tree.tag[block].isInline, let parent = tree.parent(of: block) { block = parent }
        guard node - block <= 40 else { return false }
        // A line may start behind a break as well as with its block.
        for before in (block + 1..<max(node, block + 1)).reversed() {
            if tree.tag[before] == .br { return true }
            if tree.tag[before] == .text, !tree.words(before).trimmed.isEmpty { return false }
        }
        return true
    }

    /// Reads the links behind a label: beside it, or beside what holds nothing but it.
    private mutating func readBehind(_ label: Int) {
        var node = label
        for _ in 0..<3 {
            guard tree.tag[node] != .body, let parent = tree.parent(of: node) else { return }
            switch readSiblings(after: node, in: parent) {
            case .articles:
                places.append(label..<tree.next(after: label))
                return
            case .words: return
            case .nothing: node = parent
            }
        }
    }

    private enum Siblings { case articles, words, nothing }

    /// Reads the elements behind a node that hold links, up to the first other text; links to no article count as such.
    private mutating func readSiblings(after node: Int, in parent: Int) -> Siblings {
        var (sibling, kind, looked, isList) = (tree.next(after: node), HTMLTag?.none, 0, false)
        while sibling < tree.next(after: parent), looked < 60 {
            let next = tree.next(after: sibling)
            let text = tree.tag[sibling].isNeverText ? "" : tree.plainText(sibling, limit: 400)
            looked += 1
            budget -= next - sibling
            if text.utf8.contains(where: { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0xC3 }) {
                if (sibling..<next).contains(where: { tree.tag[$0] == .a }) {
                    let goesOn = kind == nil || kind == tree.tag[sibling]
                    guard goesOn, !isProse(sibling), isBeside(sibling) else { return kind == nil ? .words : .articles }
                    isList = true
                    if read(sibling..<next) { kind = tree.tag[sibling] } else if kind != nil { return .articles }
                } else if kind != nil || text.utf8.count > (tree.tag[node].isHeading ? 300 : 120)
                    || RelatedLabel(Array(text.utf8)[...]) != nil
                {
                    return kind == nil ? .words : .articles
                }
            }
            sibling = next
        }
        return kind != nil ? .articles : isList ? .words : .nothing
    }

    /// Whether a paragraph says more than its links do.
    private func isProse(_ node: Int) -> Bool {
        guard tree.tag[node] == .p || tree.tag[node].isInline || tree.tag[node] == .blockquote else { return false }
        let (text, links) = (weights.text[node], weights.links[node])
        if text > 2 * links + 60 { return true }
        // A sentence around a link to its half is prose, a headline with a word before it is not.
        guard tree.tag[node] == .p, text >= 60, links * 5 <= text * 4 else { return false }
        return SentenceEnd.withoutClosers(Array(tree.plainText(node, limit: 2000).utf8)[...]).last == 0x2E
    }

    // MARK: Links between paragraphs

    /// Whether an element stands behind a paragraph of prose and says nothing but one link, with more prose to come, or a
    /// list of links.
    private mutating func isLoneLink(_ node: Int) -> Bool {
        switch tree.tag[node] {
        case .a, .p, .ul, .ol, .div, .aside, .h2, .h3, .h4, .h5, .blockquote: break
        default: return false
        }
        let end = tree.next(after: node)
        guard end - node <= 120, budget > 0, let parent = tree.parent(of: node) else { return false }
        let isList = tree.tag[node] == .ul || tree.tag[node] == .ol
        let count = anchorsBefore[end] - anchorsBefore[node]
        guard count > 0, isList ? count <= 8 : count == 1 else { return false }
        let anchors = (node..<end).filter { tree.tag[$0] == .a }
        guard isOnlyLinks(node, anchors),
            anchors.allSatisfy({ tree.plainText($0, limit: 300).split(separator: " ").count >= 4 }),
            !(isList ? anchors.allSatisfy(isSentence) : isSentence(node))
        else { return false }
        guard isParagraph(neighbour(of: node, in: parent, forward: false)) else { return false }
        let next = neighbour(of: node, in: parent, forward: true)
        return isParagraph(next) || isList && next.map { tree.tag[$0] == .p } ?? true
    }

    /// Whether a line that is one link is a sentence of the article: it is long and ends with a full stop.
    private func isSentence(_ node: Int) -> Bool {
        let line = Array(tree.plainText(node, limit: 400).utf8)[...]
        return line.words.count >= 10 && SentenceEnd.withoutClosers(line).last == 0x2E
    }

    /// Whether an element says nothing but links, or a short label ("Read: …") and links.
    private func isOnlyLinks(_ node: Int, _ anchors: [Int]) -> Bool {
        let first = anchors.first ?? node
        let label = (node..<first).reduce(into: [UInt8]()) { words, below in
            if tree.tag[below] == .text { words += tree.words(below) }
        }
        let words = label[...].trimmed
        let linked = anchors.reduce(0) { $0 + tree.plainText($1, limit: 400).utf8.count }
        let others = tree.plainText(node, limit: 4000).utf8.count - linked - words.count - anchors.count
        return others <= 4 && (words.isEmpty || words.count <= 40 && (words.last == 0x3A || anchors.count > 1))
    }

    private func isParagraph(_ node: Int?) -> Bool {
        guard let node, tree.tag[node] == .p else { return false }
        return weights.mass[node] >= 40
    }

    /// The next sibling that shows words outside links, more than a space that keeps a paragraph open.
    private mutating func neighbour(of node: Int, in parent: Int, forward: Bool) -> Int? {
        var (before, sibling) = (Int?.none, forward ? tree.next(after: node) : parent + 1)
        let stop = forward ? tree.next(after: parent) : node
        while sibling < stop {
            budget -= 1
            if weights.text[sibling] > weights.links[sibling] + 8 {
                if forward { return sibling }
                before = sibling
            }
            sibling = tree.next(after: sibling)
        }
        return before
    }
}
