import HearsayCore

/// Tells what stands within a sentence from what stands beside it, whatever its names say.
enum InlineParts {
    private static let (most, leastProse) = (60, 40)

    /// Whether an inline element stands within a sentence: words before and after it on its line, most of them no links.
    static func standsInSentence(_ node: Int, _ tree: HTMLTree) -> Bool {
        guard !tree.marks[node].contains(.unseen), var block = tree.parent(of: node) else { return false }
        while tree.tag[block].isInline, let parent = tree.parent(of: block) { block = parent }
        let end = min(tree.next(after: block), tree.next(after: node) + most)
        let before = words(stride(from: node - 1, to: max(block, node - most), by: -1), tree)
        guard before > 0 else { return false }
        let after = words(stride(from: tree.next(after: node), to: end, by: 1), tree)
        return after > 0 && before + after >= leastProse
    }

    /// Whether an element is the copy that is shown of words that stand twice, once for those who listen.
    static func isShown(_ node: Int, _ tree: HTMLTree) -> Bool {
        guard let hidden = tree.attribute(.ariaHidden, of: node), hidden.elementsEqual("true".utf8),
            let parent = tree.parent(of: node)
        else { return false }
        var (sibling, looked) = (parent + 1, 0)
        while sibling < tree.next(after: parent), looked < 8 {
            let isCopy = sibling != node && tree.tag[sibling] != .text && tree.marks[sibling].contains(.unseen)
            if isCopy, abs(sibling - node) <= 6,
                Whitespace.letters(Array(tree.plainText(sibling, limit: 200).utf8)[...])
                    == Whitespace.letters(Array(tree.plainText(node, limit: 200).utf8)[...])
            {
                return true
            }
            sibling = tree.next(after: sibling)
            looked += 1
        }
        return false
    }

    /// Bytes of words outside links among some nodes, up to the end of the line.
    private static func words(_ nodes: StrideTo<Int>, _ tree: HTMLTree) -> Int {
        var count = 0
        for node in nodes {
            guard tree.tag[node].isInline else { break }
            guard tree.tag[node] == .text, let parent = tree.parent(of: node), tree.tag[parent] != .a else { continue }
            let words = tree.words(node).trimmed
            if words.contains(where: { $0.isASCIILetter || $0 >= 0xC3 }) { count += words.count }
            if count >= leastProse { break }
        }
        return count
    }
}
