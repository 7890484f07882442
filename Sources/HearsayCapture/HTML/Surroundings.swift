import HearsayCore

/// Tells the nodes of a page that are no part of its article: navigation, sharing, comments, captions, hidden things.
enum Surroundings {
    private static let roles: Set<String> = [
        "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert", "alertdialog", "menu",
        "menubar",
        "toolbar", "tooltip", "button",
    ]

    /// Which nodes are dropped, their descendants included.
    static func dropped(in tree: HTMLTree) -> [Bool] {
        var dropped = [Bool](repeating: false, count: tree.count)
        certain(tree, &dropped)
        let weights = PageWeights(tree, dropped: dropped)
        let whole = weights.mass.first ?? 0
        var node = 0
        while node < tree.count {
            if dropped[node] {
                node = tree.next(after: node)
            } else if let share = allowance(node, tree), Double(weights.mass[node]) <= share * Double(whole) {
                drop(node, tree, &dropped)
                node = tree.next(after: node)
            } else {
                node += 1
            }
        }
        return dropped
    }

    /// The same nodes with some more, their descendants included.
    static func adding(_ nodes: [Int], to dropped: [Bool], in tree: HTMLTree) -> [Bool] {
        var dropped = dropped
        for node in nodes { drop(node, tree, &dropped) }
        return dropped
    }

    private static func drop(_ node: Int, _ tree: HTMLTree, _ dropped: inout [Bool]) {
        for below in node..<tree.next(after: node) { dropped[below] = true }
    }

    /// What is never text, or hidden from every reader.
    private static func certain(_ tree: HTMLTree, _ dropped: inout [Bool]) {
        var node = 0
        while node < tree.count {
            if tree.tag[node].isNeverText || isHidden(node, tree) {
                drop(node, tree, &dropped)
                node = tree.next(after: node)
            } else {
                node += 1
            }
        }
    }

    /// Whether an element is hidden from every reader.
    static func isHidden(_ node: Int, _ tree: HTMLTree) -> Bool {
        let tag = tree.tag[node]
        if tag == .text || tag == .html || tag == .body { return false }
        if let style = tree.attribute(.style, of: node), style.firstIgnoringCase("display") != nil {
            let plain = Array(style.lazy.filter { !$0.isASCIISpace })
            if plain[...].firstIgnoringCase("display:none") != nil { return true }
        }
        return tree.attribute(.hidden, of: node) != nil && tag != .div
    }

    /// The greatest share of the page's paragraphs that a suspicious node may hold and still be dropped; nil for all others.
    private static func allowance(_ node: Int, _ tree: HTMLTree) -> Double? {
        let tag = tree.tag[node]
        switch tag {
        case .text, .html, .body, .main, .a: return nil
        case .figure where isSlide(node, tree), .figcaption where isSlide(node, tree): return nil
        case .footer, .aside, .figcaption: return 0.35
        case .figure, .form, .header, .caption: return 0.3
        default: break
        }
        if let role = tree.attribute(.role, of: node), roles.contains(role.string) { return 0.3 }
        if let hidden = tree.attribute(.ariaHidden, of: node), hidden.elementsEqual("true".utf8) { return 0.2 }
        let marks = tree.marks[node]
        guard marks.contains(.around), !marks.contains(.body) || tag.isInline else { return nil }
        return tag == .article || tag == .section ? 0.2 : 0.3
    }

    /// Whether a figure, or the one around a caption, is a slide that tells a part of the article: it has a heading, and
    /// paragraphs for a caption.
    private static func isSlide(_ node: Int, _ tree: HTMLTree) -> Bool {
        let parent = tree.parent(of: node) ?? node
        let figure = tree.tag[node] == .figcaption && tree.tag[parent] == .figure ? parent : node
        let inside = tree.descendants(of: figure).prefix(400)
        guard inside.contains(where: { tree.tag[$0].isHeading }),
            let caption = inside.first(where: { tree.tag[$0] == .figcaption })
        else { return false }
        return tree.descendants(of: caption).contains { tree.tag[$0] == .p }
    }
}
