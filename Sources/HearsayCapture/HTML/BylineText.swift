import HearsayCore

/// The words of a byline on a page: names that stand in elements of their own are kept apart, and dates left out.
enum BylineText {
    private static let mostNodes = 400
    private static let mostBytes = 300

    /// The line below a node, with single spaces.
    static func line(of node: Int, in tree: HTMLTree) -> String {
        var (out, at) = ([UInt8](), node)
        var link: Int?
        let stop = min(tree.next(after: node), node + mostNodes)
        while at < stop, out.count < mostBytes {
            let tag = tree.tag[at]
            if at != node, tag == .time || tag.isNeverText {
                at = tree.next(after: at)
                continue
            }
            if tag == .text {
                append(at, tree, to: &out)
                if !tree.words(at).trimmed.isEmpty, link.map({ !tree.contains($0, at) }) ?? false { link = nil }
            } else if tag == .a {
                if let link { out += joins(link, at, tree) ? ", ".utf8 : " | ".utf8 }
                link = at
                out.append(0x20)
            } else if !isFormatting(tag) {
                out.append(0x20)
            }
            at += 1
        }
        return Whitespace.collapsed(out[...]).string
    }

    /// Words that follow an element are set off from its own.
    private static func append(_ node: Int, _ tree: HTMLTree, to out: inout [UInt8]) {
        let words = tree.words(node).prefix(mostBytes)
        if let first = words.first, first.isASCIILetter || first >= 0x80, node > 0, tree.parent(of: node) != node - 1 {
            out.append(0x20)
        }
        out += words
    }

    /// Whether two links side by side are of one kind: two authors, not an author and a section.
    private static func joins(_ one: Int, _ other: Int, _ tree: HTMLTree) -> Bool {
        let names = ClassWords.names(of: one, in: tree)
        if !names.isEmpty { return names == ClassWords.names(of: other, in: tree) }
        guard let rel = tree.attribute(.rel, of: one) else { return false }
        return tree.attribute(.rel, of: other).map { $0.elementsEqual(rel) } ?? false
    }

    private static func isFormatting(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .b, .i, .em, .strong, .u, .sub, .sup, .font, .mark, .small: true
        default: false
        }
    }
}
