import HearsayCore

/// The rest of an article that its page keeps hidden until the reader asks for it.
enum HiddenParts {
    private static let (leastProse, mostSiblings) = (300, 100)

    /// Shows the hidden elements that stand beside paragraphs and go on with them; whether there are any.
    ///
    /// They are prose, a good part of what stands there, and nothing that only a script shows for another purpose.
    static func show(_ hidden: [Int], in tree: HTMLTree, _ weights: PageWeights, _ dropped: inout [Bool]) -> Bool {
        var found = false
        for node in hidden where goesOn(node, tree, weights, dropped) {
            for below in node..<tree.next(after: node) { dropped[below] = false }
            Surroundings.certain(tree, node + 1..<tree.next(after: node), &dropped)
            found = true
        }
        return found
    }

    private static func goesOn(_ node: Int, _ tree: HTMLTree, _ weights: PageWeights, _ dropped: [Bool]) -> Bool {
        guard tree.tag[node] == .div || tree.tag[node] == .section, tree.attribute(.role, of: node) == nil,
            tree.marks[node].isDisjoint(with: [.around, .elsewhere, .box, .teaser, .related, .caption]),
            let parent = tree.parent(of: node), tree.tag[parent] != .body, tree.tag[parent] != .html
        else { return false }
        var (beside, sibling, looked) = (0, parent + 1, 0)
        while sibling < node, looked < mostSiblings {
            looked += 1
            if tree.tag[sibling] == .p, !dropped[sibling] { beside += weights.mass[sibling] }
            sibling = tree.next(after: sibling)
        }
        guard beside >= 80 else { return false }
        let prose = prose(below: node, tree)
        return prose >= leastProse && prose * 10 >= 3 * (weights.mass[parent] + prose)
    }

    /// Bytes of paragraphs below an element; none where there are as many links.
    private static func prose(below node: Int, _ tree: HTMLTree) -> Int {
        var (words, links, paragraphEnd, linkEnd) = (0, 0, 0, 0)
        for below in tree.descendants(of: node) {
            switch tree.tag[below] {
            case .h1, .form, .input: return 0
            case .p: paragraphEnd = tree.next(after: below)
            case .a: linkEnd = tree.next(after: below)
            case .text:
                let count = tree.words(below).trimmed.count
                if below < linkEnd { links += count } else if below < paragraphEnd { words += count }
            default: break
            }
        }
        return links * 4 > words ? 0 : words
    }
}
