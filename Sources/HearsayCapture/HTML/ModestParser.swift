import CModest

/// The only file that knows the parser: page bytes to ``HTMLTree``.
///
/// The bytes must have passed ``MarkupScan``; MyHTML has no bounds of its own.
enum ModestParser {
    /// Deeper than any page that passes the scan; nodes below are dropped.
    private static let deepest = 20_000

    /// The tree of a page; nil when the parser gives up, which it does only without memory.
    ///
    /// Bytes of zero, which are an error in HTML, become spaces: MyHTML cuts characters in two behind them.
    static func parse(_ page: [UInt8]) -> HTMLTree? {
        let bytes = page.contains(0) ? page.map { $0 == 0 ? 0x20 : $0 } : page
        guard let parser = myhtml_create() else { return nil }
        defer { myhtml_destroy(parser) }
        // One thread: the pages themselves are what runs in parallel.
        guard myhtml_init(parser, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0) == 0,
            let page = myhtml_tree_create()
        else { return nil }
        defer { myhtml_tree_destroy(page) }
        guard myhtml_tree_init(page, parser) == 0 else { return nil }
        myhtml_tree_parse_flags_set(page, MyHTML_TREE_PARSE_FLAGS_WITHOUT_DOCTYPE_IN_TREE)
        return bytes.withUnsafeBytes { buffer -> HTMLTree? in
            guard let text = buffer.bindMemory(to: CChar.self).baseAddress,
                myhtml_parse(page, MyENCODING_UTF_8, text, buffer.count) == 0
            else { return nil }
            return myhtml_tree_get_node_html(page).map { flatten($0, capacity: bytes.count) }
        }
    }

    private struct Frame {
        var node: Int
        /// The child to be taken next.
        var next: OpaquePointer?
    }

    private static func flatten(_ root: OpaquePointer, capacity: Int) -> HTMLTree {
        let tags = tagTable
        var tree = HTMLTree(capacity: capacity)
        var stack: [Frame] = []
        open(root, parent: -1, &tree, &stack, tags)
        while let frame = stack.last {
            guard let child = frame.next else {
                tree.close(frame.node)
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].next = myhtml_node_next(child)
            add(child, parent: frame.node, &tree, &stack, tags)
        }
        tree.readNames()
        return tree
    }

    private static func add(
        _ node: OpaquePointer, parent: Int, _ tree: inout HTMLTree, _ stack: inout [Frame], _ tags: [HTMLTag]
    ) {
        switch myhtml_node_tag_id(node) {
        case textTag:
            var length = 0
            if let text = myhtml_node_text(node, &length) { tree.text(bytes(text, length), parent: parent) }
        case commentTag:
            break
        default:
            if stack.count < deepest { open(node, parent: parent, &tree, &stack, tags) }
        }
    }

    private static func open(
        _ node: OpaquePointer, parent: Int, _ tree: inout HTMLTree, _ stack: inout [Frame], _ tags: [HTMLTag]
    ) {
        let number = Int(myhtml_node_tag_id(node))
        let index = tree.open(number < tags.count ? tags[number] : .other, parent: parent)
        var next = myhtml_node_attribute_first(node)
        while let attribute = next {
            next = myhtml_attribute_next(attribute)
            var length = 0
            guard let key = myhtml_attribute_key(attribute, &length), let name = HTMLAttribute(bytes(key, length))
            else {
                continue
            }
            if let value = myhtml_attribute_value(attribute, &length) {
                tree.attribute(name, bytes(value, length))
            } else {
                tree.attribute(name, UnsafeBufferPointer(start: nil, count: 0))
            }
        }
        stack.append(Frame(node: index, next: myhtml_node_child(node)))
    }

    private static func bytes(_ text: UnsafePointer<CChar>, _ count: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
    }

    private static let textTag = myhtml_tag_id_t(MyHTML_TAG__TEXT.rawValue)
    private static let commentTag = myhtml_tag_id_t(MyHTML_TAG__COMMENT.rawValue)

    /// The own name of each of the parser's element numbers.
    private static let tagTable: [HTMLTag] = {
        var table = [HTMLTag](repeating: .other, count: Int(MyHTML_TAG_LAST_ENTRY.rawValue))
        guard let parser = myhtml_create() else { return table }
        defer { myhtml_destroy(parser) }
        guard myhtml_init(parser, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0) == 0, let page = myhtml_tree_create() else {
            return table
        }
        defer { myhtml_tree_destroy(page) }
        guard myhtml_tree_init(page, parser) == 0 else { return table }
        for tag in HTMLTag.allCases {
            guard let name = tag.name else { continue }
            let number = Int(myhtml_tag_id_by_name(page, name, name.utf8.count))
            if number > 0, number < table.count { table[number] = tag }
        }
        return table
    }()
}
