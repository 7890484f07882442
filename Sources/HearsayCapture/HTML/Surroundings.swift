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
        let hidden = certain(tree, 0..<tree.count, &dropped)
        var weights = PageWeights(tree, dropped: dropped)
        if HiddenParts.show(hidden, in: tree, weights, &dropped) { weights = PageWeights(tree, dropped: dropped) }
        let whole = weights.mass.first ?? 0
        var (node, boxes) = (0, [Int]())
        while node < tree.count {
            if dropped[node] {
                node = tree.next(after: node)
            } else if let share = allowance(node, tree), Double(weights.mass[node]) <= share * Double(whole) {
                drop(node, tree, &dropped)
                node = tree.next(after: node)
            } else {
                if isBox(node, tree) { boxes.append(node) }
                node += 1
            }
        }
        drop(boxes, tree, weights, &dropped)
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

    // MARK: Boxes

    /// Whether an element is a box that is no article, however much it says.
    private static func isBox(_ node: Int, _ tree: HTMLTree) -> Bool {
        switch tree.tag[node] {
        case .aside: return true
        case .div, .section, .form, .ul, .ol, .other: break
        default: return false
        }
        if !tree.marks[node].isDisjoint(with: [.box, .related]) { return true }
        guard let role = tree.attribute(.role, of: node) else { return false }
        return boxRoles.contains(role.string)
    }

    private static let boxRoles: Set<String> = ["dialog", "alertdialog", "navigation", "search", "complementary"]

    /// Drops boxes that hold more of a short page than its article does, as long as paragraphs are left below the headline.
    private static func drop(_ boxes: [Int], _ tree: HTMLTree, _ weights: PageWeights, _ dropped: inout [Bool]) {
        guard !boxes.isEmpty, let headline = tree.tag.indices.first(where: { tree.tag[$0] == .h1 && !dropped[$0] })
        else { return }
        var without = dropped
        for box in boxes where !without[box] && !tree.contains(box, headline) {
            let holdsBody = tree.descendants(of: box).contains {
                tree.tag[$0] != .text && (tree.tag[$0] == .h1 || tree.marks[$0].contains(.body))
            }
            if !holdsBody { drop(box, tree, &without) }
        }
        // The paragraphs left below the headline: those of each node without those of its children.
        var (left, node) = (0, headline)
        while node < tree.count {
            if !without[node] { left += weights.mass[node] }
            if let parent = tree.parent(of: node), parent >= headline, !dropped[node] { left -= weights.mass[node] }
            node = without[node] ? tree.next(after: node) : node + 1
        }
        if left >= leastLeft { dropped = without }
    }

    /// Bytes of paragraphs that make a short article.
    private static let leastLeft = 120

    /// Drops what is never text, or hidden from every reader; what is hidden is returned.
    @discardableResult
    static func certain(_ tree: HTMLTree, _ nodes: Range<Int>, _ dropped: inout [Bool]) -> [Int] {
        var (node, hidden) = (nodes.lowerBound, [Int]())
        while node < nodes.upperBound {
            let isNeverText = tree.tag[node].isNeverText
            if isNeverText && !(tree.tag[node] == .button && InlineParts.standsInSentence(node, tree))
                || isHidden(node, tree)
            {
                if !isNeverText { hidden.append(node) }
                drop(node, tree, &dropped)
                node = tree.next(after: node)
            } else {
                node += 1
            }
        }
        return hidden
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
        case .a where isCard(node, tree): return 0.2
        case .text, .html, .body, .main, .a: return nil
        case .figure where isSlide(node, tree), .figcaption where isSlide(node, tree): return nil
        case .footer, .aside, .figcaption: return 0.35
        case .figure, .form, .header, .caption: return 0.3
        default: break
        }
        guard let share = namedAllowance(node, tree) else { return nil }
        let isOfLine = tag.isInline && (InlineParts.standsInSentence(node, tree) || InlineParts.isShown(node, tree))
        return isOfLine ? nil : share
    }

    /// The same for what an element's attributes say.
    private static func namedAllowance(_ node: Int, _ tree: HTMLTree) -> Double? {
        let tag = tree.tag[node]
        if let role = tree.attribute(.role, of: node), roles.contains(role.string) { return 0.3 }
        if let hidden = tree.attribute(.ariaHidden, of: node), hidden.elementsEqual("true".utf8) { return 0.2 }
        let marks = tree.marks[node]
        guard !marks.isDisjoint(with: [.around, .loose]), !marks.contains(.body) || tag.isInline else { return nil }
        if !marks.contains(.around), isProse(node, tree) { return nil }
        if isForSomeScreens(node, tree) { return nil }
        return tag == .article || tag == .section ? 0.2 : 0.3
    }

    /// Whether a block is a paragraph of some length, whose names may speak of its looks.
    private static func isProse(_ node: Int, _ tree: HTMLTree) -> Bool {
        switch tree.tag[node] {
        case .p, .li, .blockquote, .pre, .dd, .div: break
        default: return false
        }
        guard tree.next(after: node) - node <= 100 else { return false }
        let words = Array(tree.plainText(node, limit: 600).utf8)[...]
        guard words.count >= 80, words.count > 500 || SentenceEnd.closes(words) else { return false }
        return !tree.descendants(of: node).prefix(60).contains { [.a, .img, .form, .input].contains(tree.tag[$0]) }
    }

    /// Whether an element is only hidden on some screens: "hidden md:block".
    private static func isForSomeScreens(_ node: Int, _ tree: HTMLTree) -> Bool {
        guard let names = tree.attribute(.class, of: node), names.contains(0x3A) else { return false }
        return names.words.contains { name in
            guard let colon = name.firstIndex(of: 0x3A) else { return false }
            return shownNames.contains(name[name.index(after: colon)...].string)
        } && names.words.contains { $0.equalsIgnoringCase("hidden") }
    }

    private static let shownNames: Set<String> = ["block", "flex", "grid", "inline", "inline-block", "contents"]

    /// Whether a link is a card for another page: title and words in blocks of their own.
    private static func isCard(_ node: Int, _ tree: HTMLTree) -> Bool {
        let end = tree.next(after: node)
        guard end - node > 4, end - node <= 40 else { return false }
        var blocks = 0
        for below in tree.descendants(of: node) where tree.tag[below] == .text && !tree.words(below).trimmed.isEmpty {
            if let parent = tree.parent(of: below), parent > node, !tree.tag[parent].isInline { blocks += 1 }
        }
        return blocks >= 2
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
