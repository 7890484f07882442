import HearsayCore

/// The notes of changes that stand in elements of their own, in the body or around it.
struct PageNotes {
    private static let most = 12
    private static let mostBytes = 3000
    /// Nodes that one paragraph may have.
    private static let mostNodes = 1000
    private static let names: [(part: String, kind: Document.Update.Kind)] = [
        ("correction", .correction), ("corrigend", .correction), ("erratum", .correction),
        ("clarification", .clarification),
        ("editors-note", .editorsNote), ("editor-note", .editorsNote), ("editorsnote", .editorsNote),
        ("editornote", .editorsNote), ("editors_note", .editorsNote), ("editor_note", .editorsNote),
        ("editorial-note", .editorsNote), ("editor-s-note", .editorsNote),
    ]

    /// A note and the place of its element.
    struct Note {
        var update: Document.Update
        var element: Int
    }

    /// The notes in document order.
    private(set) var notes: [Note] = []

    /// The notes of an article in its zone; `dropped` nodes are no part of the body.
    init(_ tree: HTMLTree, zone: ArticleZone, dropped: [Bool]) {
        var node = zone.withFoot.lowerBound
        while node < zone.withFoot.upperBound, notes.count < Self.most {
            let tag = tree.tag[node]
            if tag == .text || tag.isNeverText || tag.isHeading {
                node = tree.next(after: node)
                continue
            }
            if !zone.holdsBody(node), let update = Self.note(node, tree, isBody: Self.isBody(node, zone, dropped)),
                !zone.isForeign(node, allowingAsides: true)
            {
                notes.append(Note(update: update, element: node))
                node = tree.next(after: node)
            } else {
                node += 1
            }
        }
    }

    /// These notes and those of the body's paragraphs, in the order of the page, none twice.
    func joined(with inner: [Document.Update], body: Range<Int>) -> [Document.Update] {
        let before = notes.filter { $0.element < body.lowerBound }.map(\.update)
        let after = notes.filter { $0.element >= body.lowerBound }.map(\.update)
        var (out, seen) = ([Document.Update](), Set<[UInt8]>())
        for update in before + inner + after
        where seen.insert(Whitespace.letters(Array(update.text.utf8)[...])).inserted {
            out.append(update)
        }
        return out
    }

    /// Whether the body's own paragraphs, which are read for notes later, hold the node.
    private static func isBody(_ node: Int, _ zone: ArticleZone, _ dropped: [Bool]) -> Bool {
        zone.body.contains(node) && !dropped[node]
    }

    private static func note(_ node: Int, _ tree: HTMLTree, isBody: Bool) -> Document.Update? {
        let names = ClassWords.names(of: node, in: tree)
        let named = Self.names.first { !names.isEmpty && names[...].firstIgnoringCase($0.part) != nil }?.kind
        guard named != nil || !isBody && isParagraph(node, tree) || isBody && isSetApart(node, tree) else { return nil }
        let text = tree.plainText(node, limit: mostBytes + 500)
        let words = Array(text.utf8)[...]
        guard words.count <= mostBytes, words.count >= 25, words.words.count >= 5, !UpdateNote.isTimeOnly(words),
            linked(node, tree) * 2 < words.count
        else { return nil }
        if let kind = UpdateNote.kind(of: words, atEdge: true) { return .init(kind: kind, text: text) }
        guard let named, SentenceEnd.closes(words), words.words.count >= 8, !isAsking(words) else { return nil }
        return .init(kind: named, text: text)
    }

    /// "See a mistake? Submit a correction." is no note.
    private static func isAsking(_ words: ByteSlice) -> Bool {
        let asks = [
            "submit", "report an error", "let us know", "contact us", "e-mail us", "email us", "send", "suggest",
            "standards",
        ]
        return words.contains(0x3F) || asks.contains { words.firstIgnoringCase($0) != nil }
    }

    /// Whether a node holds words and no paragraphs of its own.
    private static func isParagraph(_ node: Int, _ tree: HTMLTree) -> Bool {
        switch tree.tag[node] {
        case .p, .li, .div, .em, .i, .small, .span, .td, .dd, .blockquote, .aside, .section: break
        default: return false
        }
        let inside = tree.descendants(of: node)
        guard inside.count <= mostNodes else { return false }
        return !inside.contains { !tree.tag[$0].isInline && tree.tag[$0] != .br }
    }

    /// Whether a paragraph of the body is set in small or slanted letters from end to end.
    private static func isSetApart(_ node: Int, _ tree: HTMLTree) -> Bool {
        guard [.em, .i, .small].contains(tree.tag[node]), let parent = tree.parent(of: node), tree.tag[parent] == .p
        else {
            return false
        }
        return tree.descendants(of: parent).allSatisfy {
            tree.contains(node, $0) || tree.tag[$0] == .text && tree.words($0).trimmed.isEmpty
        }
    }

    /// Bytes that stand in links.
    private static func linked(_ node: Int, _ tree: HTMLTree) -> Int {
        var (bytes, at) = (0, node)
        while at < tree.next(after: node) {
            if tree.tag[at] == .a {
                bytes += tree.plainText(at).utf8.count
                at = tree.next(after: at)
            } else {
                at += 1
            }
        }
        return bytes
    }
}
