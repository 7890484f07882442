import HearsayCore

/// The words that stand with a picture, in pieces: each is what one element says without a break.
struct PicturePieces {
    /// How sharply a piece is set off from the one before.
    enum Break: Int, Comparable {
        case none, phrase, span, block

        static func < (a: Break, b: Break) -> Bool { a.rawValue < b.rawValue }
    }

    /// Words of one element; `element` is the outermost one that gave them their role.
    struct Piece {
        var words: [UInt8]
        var role: PictureClasses.Role?
        var before: Break
        var element: Int
    }

    private struct Open {
        var end: Int
        var tag: HTMLTag
        var role: PictureClasses.Role?
        var element: Int
    }

    private static let mostBytes = 6000

    /// The pieces in document order.
    private(set) var pieces: [Piece] = []
    /// Whether a heading stands among them.
    private(set) var hasHeading = false
    private let tree: HTMLTree
    private var open: [Open] = []
    private var pending = Break.block
    private var size = 0

    /// The words below a node, those of inner figures and of headings excepted.
    ///
    /// `range`: the nodes that count, where the node holds several pictures.
    init(_ root: Int, _ range: Range<Int>, in tree: HTMLTree) {
        self.tree = tree
        let inFigure = tree.tag[root] == .figure
        var node = root
        while node < min(range.upperBound, tree.next(after: root)), size < Self.mostBytes {
            close(upTo: node)
            if node != root, tree.next(after: node) <= range.lowerBound || isSkipped(node) {
                if tree.tag[node].isHeading, tree.tag[node] != .h1, node >= range.lowerBound, open.last?.role == nil {
                    hasHeading = true
                }
                pending = max(pending, Self.sharpness(tree.tag[node]))
                node = tree.next(after: node)
                continue
            }
            if tree.tag[node] == .text {
                add(tree.words(node))
            } else {
                enter(node, isRoot: node == root, inFigure)
            }
            node += 1
        }
    }

    private mutating func enter(_ node: Int, isRoot: Bool, _ inFigure: Bool) {
        let tag = tree.tag[node]
        pending = max(pending, Self.sharpness(tag))
        let outer = open.last
        let own =
            isRoot && tag == .figure
            ? nil : PictureClasses.role(of: node, in: tree, inFigure: inFigure || outer?.role == .caption)
        let element = outer.map { $0.role == nil ? node : $0.element } ?? node
        open.append(
            Open(end: tree.next(after: node), tag: tag, role: own ?? outer?.role, element: element))
    }

    private mutating func close(upTo node: Int) {
        while let last = open.last, last.end <= node {
            pending = max(pending, Self.sharpness(last.tag))
            open.removeLast()
        }
    }

    private mutating func add(_ words: ByteSlice) {
        guard words.contains(where: { !$0.isASCIISpace }) else {
            if let last = pieces.indices.last, !words.isEmpty { Whitespace.append([0x20], to: &pieces[last].words) }
            return
        }
        let (role, element) = (open.last?.role, open.last?.element ?? 0)
        if pending == .none, let last = pieces.indices.last, pieces[last].role == role {
            Whitespace.append(words.prefix(Self.mostBytes), to: &pieces[last].words)
        } else {
            var out: [UInt8] = []
            Whitespace.append(words.prefix(Self.mostBytes), to: &out)
            // A space at the start belongs to the piece before.
            if words.first?.isASCIISpace ?? false, let last = pieces.indices.last {
                Whitespace.append([0x20], to: &pieces[last].words)
            }
            pieces.append(Piece(words: out, role: role, before: pending, element: element))
        }
        size += min(words.count, Self.mostBytes)
        pending = .none
    }

    private func isSkipped(_ node: Int) -> Bool {
        let tag = tree.tag[node]
        if tag == .text { return false }
        return tag.isNeverText || tag.isHeading || tag == .figure || PictureClasses.isUnseen(node, in: tree)
    }

    private static func sharpness(_ tag: HTMLTag) -> Break {
        switch tag {
        case .text, .img, .source, .abbr, .sub, .sup, .font, .mark, .time, .q: .none
        case .a, .em, .i, .b, .strong, .u, .s, .del, .ins: .phrase
        case .br: .block
        default: tag.isInline ? .span : .block
        }
    }
}
