import HearsayCore

/// The links in a box of further reading that lead to articles of the page's outlet, with their headlines.
struct RelatedLinks {
    let tree: HTMLTree
    /// What relative addresses count from.
    let base: String?
    /// The address of the page.
    let page: String?
    /// The registered domain of the page, if its address is known.
    let domain: String?

    /// Words on links that are no headline.
    private static let buttons: Set<String> = [
        "read more", "more", "continue reading", "full story", "read full story", "read article", "read now",
        "learn more", "see more", "view all", "see all", "show more", "load more", "watch now", "read the full story",
        "more info", "find out more", "next", "previous", "comments", "share",
    ]

    /// Whether an address is one of the outlet's; an outlet may have its name under several endings (".com", ".co.uk").
    func isOwn(_ address: String) -> Bool {
        guard let domain, let other = RegisteredDomain.of(address: address) else { return domain == nil }
        return other == domain || Self.name(other).count >= 3 && Self.name(other) == Self.name(domain)
    }

    private static func name(_ domain: String) -> Substring { domain.prefix { $0 != "." } }

    /// The articles that links among some nodes lead to; nodes for which `skip` holds are left out with all below them, and
    /// a heading over something else ends the box.
    func articles(in nodes: Range<Int>, skip: (Int) -> Bool) -> [Document.Related] {
        var (found, places) = ([Document.Related](), [String: Int]())
        var node = nodes.lowerBound
        while node < nodes.upperBound {
            let tag = tree.tag[node]
            if tag.isNeverText || node > nodes.lowerBound && skip(node) {
                node = tree.next(after: node)
                continue
            }
            if tag.isHeading, !found.isEmpty, isOtherLabel(node) { break }
            guard tag == .a else {
                node += 1
                continue
            }
            if let url = address(of: node) {
                let (title, identity) = (title(of: node), WebAddress.identity(of: url))
                if let place = places[identity] {
                    if Self.isBetter(title, than: found[place].title) { found[place].title = title }
                } else {
                    places[identity] = found.count
                    found.append(.init(title: title, url: url))
                }
            }
            node = tree.next(after: node)
        }
        return found.filter { $0.title != nil }
    }

    /// A picture's link may say the section's name before the headline's link says more.
    private static func isBetter(_ title: String?, than known: String?) -> Bool {
        guard let title else { return false }
        guard let known else { return true }
        return known.split(separator: " ").count < 3 && title.utf8.count > known.utf8.count
    }

    private func isOtherLabel(_ heading: Int) -> Bool {
        let words = tree.plainText(heading, limit: RelatedLabel.longest + 20)
        guard let label = RelatedLabel(Array(words.utf8)[...]), label != .related else { return false }
        return !tree.descendants(of: heading).contains { tree.tag[$0] == .a && address(of: $0) != nil }
    }

    /// The article of the outlet that a link leads to.
    func address(of link: Int) -> String? {
        guard let target = tree.attribute(.href, of: link), let url = WebAddress.resolve(target, base: base) else {
            return nil
        }
        return isOwn(url) && ArticleAddress.matches(url, sibling: page) ? url : nil
    }

    /// The headline on a link: its heading, what is named a title, or all its words; nil when it has none.
    private func title(of link: Int) -> String? {
        for below in tree.descendants(of: link).prefix(200) where tree.tag[below].isHeading || isTitle(below) {
            if let title = title(in: below) { return title }
        }
        return line(around: link) ?? title(in: link)
    }

    /// The words of a list item that is one line with one link in it: the link may stand on a part of the headline.
    private func line(around link: Int) -> String? {
        guard let item = tree.parent(of: link), tree.tag[item] == .li, tree.next(after: item) - item <= 12 else {
            return nil
        }
        let inside = tree.descendants(of: item)
        guard inside.allSatisfy({ tree.tag[$0].isInline && tree.tag[$0] != .time }),
            inside.lazy.filter({ tree.tag[$0] == .a }).count == 1
        else { return nil }
        return title(in: item)
    }

    private func title(in node: Int) -> String? {
        var words = Array(tree.plainText(node, limit: 400).utf8)[...]
        // "Read more: Storm nears" is the headline "Storm nears".
        if let colon = words.firstIndex(of: 0x3A), RelatedLabel(words[..<colon]) == .related {
            words = words[(colon + 1)...].trimmed
        }
        guard words.words.count >= 2, words.count <= 300, RelatedLabel(words) != .related else { return nil }
        let title = words.string
        return Self.buttons.contains(title.lowercased()) ? nil : title
    }

    private func isTitle(_ node: Int) -> Bool {
        guard tree.tag[node] != .text, tree.tag[node] != .img else { return false }
        let names = ClassWords.names(of: node, in: tree)
        return !names.isEmpty && ["title", "headline"].contains { names[...].firstIgnoringCase($0) != nil }
            && names[...].firstIgnoringCase("subtitle") == nil
    }
}
