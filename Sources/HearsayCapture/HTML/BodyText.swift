import HearsayCore

/// The words of an article's body on a page, cut into paragraphs.
struct BodyText {
    /// A link inside a paragraph; offsets count from the paragraph's start.
    struct Link {
        var url: ByteSlice
        var start: Int
        var end: Int
    }

    /// A paragraph, subheading or list item.
    struct Paragraph {
        var words: [UInt8]
        var links: [Link]
        var isHeading: Bool
        var isListItem = false

        /// Bytes that stand in links.
        var linked: Int { links.reduce(0) { $0 + $1.end - $1.start } }

        /// Whether its links are addresses that are written out.
        var writesAddresses: Bool {
            !links.isEmpty
                && links.allSatisfy { link in
                    guard let host = WebAddress.host(of: link.url) else { return false }
                    let name = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
                    return words[link.start..<link.end].firstIgnoringCase(name) != nil
                }
        }

        /// Whether it is part of the text although it says nothing but links: an address that is written out, links to other
        /// sites, or an item of a list that the paragraph before it, or the item before it, leads to.
        func goesOn(from last: Paragraph?, base: String?) -> Bool {
            if writesAddresses { return true }
            if let own = base.flatMap(RegisteredDomain.of(address:)),
                links.allSatisfy({ Self.leadsAway($0, from: own) })
            {
                return true
            }
            guard isListItem, let last else { return false }
            return last.isListItem && last.linked * 10 >= last.words.count * 8
                || last.words.count >= 60 && last.words.last == 0x3A
        }

        private static func leadsAway(_ link: Link, from own: String) -> Bool {
            guard let host = WebAddress.host(of: link.url) else { return false }
            return RegisteredDomain.of(host: host) != own
        }
    }

    private struct Open {
        var tag: HTMLTag
        var end: Int
        var isHeading = false
        var link: (url: ByteSlice, start: Int)?
    }

    private let tree: HTMLTree
    private let dropped: [Bool]
    private var open: [Open] = []
    private var words: [UInt8] = []
    private var links: [Link] = []
    private var paragraphs: [Paragraph] = []
    /// Where the post of another site ends whose links are not the article's.
    private var embedEnd = 0

    private init(_ tree: HTMLTree, _ dropped: [Bool]) {
        self.tree = tree
        self.dropped = dropped
    }

    /// The paragraphs below some nodes, in order.
    static func paragraphs(of nodes: [Int], in tree: HTMLTree, dropped: [Bool]) -> [Paragraph] {
        var body = BodyText(tree, dropped)
        for node in nodes { body.walk(node) }
        return body.paragraphs
    }

    private mutating func walk(_ root: Int) {
        var node = root
        while node < tree.next(after: root) {
            close(upTo: node)
            if dropped[node] && node != root {
                node = tree.next(after: node)
                continue
            }
            visit(node)
            node += 1
        }
        close(upTo: node)
        flush()
    }

    private mutating func visit(_ node: Int) {
        let tag = tree.tag[node]
        switch tag {
        case .text: Whitespace.append(tree.words(node), to: &words)
        case .br: lineBreak()
        case .td, .th:
            if !words.isEmpty { Whitespace.append([0x20], to: &words) }
        case .a where node >= embedEnd:
            let url = tree.attribute(.href, of: node) ?? []
            open.append(Open(tag: .a, end: tree.next(after: node), link: (url, words.count)))
        default:
            guard !tag.isInline else { return }
            if tag == .blockquote || tag == .div || tag == .figure, tree.marks[node].contains(.embed) {
                embedEnd = max(embedEnd, tree.next(after: node))
            }
            flush()
            let isHeading = tag.isHeading || tree.attribute(.role, of: node)?.equalsIgnoringCase("heading") == true
            open.append(Open(tag: tag, end: tree.next(after: node), isHeading: isHeading))
        }
    }

    private mutating func close(upTo node: Int) {
        while let last = open.last, last.end <= node {
            if let link = last.link {
                if link.start < words.count { links.append(Link(url: link.url, start: link.start, end: words.count)) }
            } else {
                flush()
            }
            open.removeLast()
        }
    }

    /// One `<br>` ends a line, two end a paragraph.
    private mutating func lineBreak() {
        if words.last == 0x0A {
            flush()
        } else if !words.isEmpty {
            if words.last == 0x20 { words.removeLast() }
            words.append(0x0A)
        }
    }

    private mutating func flush() {
        // A link around several blocks goes on in the next one.
        for i in open.indices {
            guard let link = open[i].link else { continue }
            if link.start < words.count { links.append(Link(url: link.url, start: link.start, end: words.count)) }
            open[i].link = (link.url, 0)
        }
        let trimmed = words[...].trimmed
        if !trimmed.isEmpty {
            let shift = trimmed.startIndex
            let kept = links.compactMap { link -> Link? in
                let span = words[min(link.start, words.count)..<min(link.end, words.count)].trimmed
                guard !span.isEmpty else { return nil }
                return Link(url: link.url, start: span.startIndex - shift, end: span.endIndex - shift)
            }
            let heading = open.contains { $0.isHeading }
            let item = open.contains { $0.tag == .li || $0.tag == .dd || $0.tag == .dt || $0.tag == .table }
            paragraphs.append(Paragraph(words: Array(trimmed), links: kept, isHeading: heading, isListItem: item))
        }
        words.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
    }
}
