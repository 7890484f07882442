import HearsayCore

/// How much text and how much of it in links each node of a page holds, and how much of it reads like paragraphs.
struct PageWeights {
    /// Bytes of words below each node.
    private(set) var text: [Int]
    /// Bytes of words in links below each node.
    private(set) var links: [Int]
    /// Bytes of paragraphs below each node: blocks of some length, mostly outside links.
    private(set) var mass: [Int]

    /// The weights of all nodes that are not dropped.
    init(_ tree: HTMLTree, dropped: [Bool]) {
        let count = tree.count
        (text, links, mass) = (
            [Int](repeating: 0, count: count), [Int](repeating: 0, count: count), [Int](repeating: 0, count: count)
        )
        // A parent comes before its children, so one backward pass adds everything up.
        var own = [Int](repeating: 0, count: count)
        var ownLinks = own
        var breaks = own
        for node in stride(from: count - 1, through: 0, by: -1) where !dropped[node] {
            let tag = tree.tag[node]
            if tag == .text { (text[node], own[node]) = (Self.length(tree.words(node)), Self.length(tree.words(node))) }
            if tag == .a { (links[node], ownLinks[node]) = (text[node], own[node]) }
            if !tag.isInline {
                mass[node] += Self.paragraph(tag, own[node], ownLinks[node], breaks[node])
            }
            guard let parent = tree.parent(of: node) else { continue }
            text[parent] += text[node]
            links[parent] += links[node]
            mass[parent] += mass[node]
            if tag == .br { breaks[parent] += 1 }
            if tag.isInline {
                own[parent] += own[node]
                ownLinks[parent] += ownLinks[node]
                breaks[parent] += breaks[node]
            }
        }
    }

    /// Share of the words below a node that stand in links.
    func linkShare(_ node: Int) -> Double { text[node] == 0 ? 0 : Double(links[node]) / Double(text[node]) }

    /// What words that stand directly in a block count for as a paragraph.
    private static func paragraph(_ tag: HTMLTag, _ own: Int, _ links: Int, _ breaks: Int) -> Int {
        guard own >= 40, links * 2 < own, !tag.isHeading else { return 0 }
        switch tag {
        case .p, .pre, .blockquote: return own - links
        case .li, .td, .dd: return own >= 80 ? (own - links) / 2 : 0
        default: return own >= 80 ? own - links : 0
        }
    }

    private static func length(_ words: ByteSlice) -> Int {
        var (count, space) = (0, true)
        for byte in words {
            if byte.isASCIISpace {
                if !space { count += 1 }
                space = true
            } else {
                count += 1
                space = false
            }
        }
        return count == 1 && space ? 0 : count
    }
}
