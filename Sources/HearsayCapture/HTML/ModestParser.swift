import CModest

/// The only file that knows the parser: page bytes to ``HTMLTree``.
///
/// MyHTML has no bounds of its own, and HTML5 has quadratic cases. What ``MarkupScan`` sees of a page need not be what
/// the parser sees of it, so the parser is given the page in pieces, and what it has built is looked at between them.
enum ModestParser {
    /// Deeper than any page that passes the bounds; nodes below are dropped.
    private static let deepest = 20_000
    /// Bytes of a piece: at most some thousand elements, but too long to tell in the time of an ordinary page.
    private static let piece = 8 << 10

    /// The tree of a page within the bounds of an ordinary input; nil for one beyond them.
    static func parse(_ page: [UInt8]) -> HTMLTree? { try? tree(of: page, limits: .init()) }

    /// The tree of a page. Throws when it is nested too deep, has too many elements, or is broken in a way that would take
    /// far more time and memory than its size deserves.
    ///
    /// Bytes of zero, which are an error in HTML, become spaces: MyHTML cuts characters in two behind them.
    static func tree(of page: [UInt8], limits: CaptureLimits) throws(CaptureError) -> HTMLTree {
        let bytes = page.contains(0) ? page.map { $0 == 0 ? 0x20 : $0 } : page
        let failure = CaptureError(.noText, "the page cannot be parsed")
        // The parser does not bear to end before it has begun.
        guard !bytes.isEmpty, let parser = myhtml_create() else { throw failure }
        defer { myhtml_destroy(parser) }
        // One thread: the pages themselves are what runs in parallel.
        guard myhtml_init(parser, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0) == 0, let page = myhtml_tree_create() else {
            throw failure
        }
        defer { myhtml_tree_destroy(page) }
        guard myhtml_tree_init(page, parser) == 0 else { throw failure }
        myhtml_tree_parse_flags_set(page, MyHTML_TREE_PARSE_FLAGS_WITHOUT_DOCTYPE_IN_TREE)
        var costs = Costs()
        let result = bytes.withUnsafeBytes { buffer in
            withUnsafeMutablePointer(to: &costs) { costs in
                Result { () throws(CaptureError) in
                    try feed(buffer.bindMemory(to: CChar.self), to: page, costs, limits)
                }
            }
        }
        guard try result.get(), let root = myhtml_tree_get_node_html(page) else { throw failure }
        return flatten(root, capacity: bytes.count)
    }

    // MARK: Bounds

    /// What a page has cost so far, counted token by token.
    private struct Costs {
        /// Steps over open elements, roughly.
        var work = 0
        /// Nodes of the tree, those included that were put in to mend it.
        var nodes = 0
        /// Nodes that a table has pushed out: each is put behind all those before it.
        var fostered = 0
        /// Tags of html and body: each is compared with all attributes of those before it.
        var roots = 0
    }

    private typealias Page = UnsafeMutablePointer<myhtml_tree_t>

    /// Names of elements that a page may make up: each is compared with those before it.
    private static let mostNames = 4000
    private static let mostFostered = 20_000
    private static let mostRoots = 1000

    /// Parses all bytes, piece by piece; a piece ends before a "<", where no token of ordinary text is cut in two.
    private static func feed(
        _ text: UnsafeBufferPointer<CChar>, to page: Page, _ costs: UnsafeMutablePointer<Costs>, _ limits: CaptureLimits
    ) throws(CaptureError) -> Bool {
        guard let start = text.baseAddress else { return false }
        myhtml_encoding_set(page, MyENCODING_UTF_8)
        myhtml_callback_before_token_done_set(page, countToken, costs)
        myhtml_callback_tree_node_insert_set(page, countNode, costs)
        var at = 0
        while at < text.count {
            var end = min(at + piece, text.count)
            while end < text.count, text[end] != 0x3C { end += 1 }
            guard myhtml_parse_chunk(page, start + at, end - at) == 0 else { return false }
            at = end
            // The parser looks for a token's bytes from the first piece on; of thousands of pieces, the last is nearer.
            page.pointee.incoming_buf_first = page.pointee.incoming_buf
            try check(page.pointee, costs.pointee, limits, at)
        }
        return myhtml_parse_chunk_end(page) == 0
    }

    private static let countToken: myhtml_callback_token_f = { page, token, context in
        guard let page, let token, let costs = context?.assumingMemoryBound(to: Costs.self) else { return context }
        let tag = token.pointee.tag_id
        if tag == number(MyHTML_TAG_HTML) || tag == number(MyHTML_TAG_BODY) { costs.pointee.roots += 1 }
        guard let open = page.pointee.open_elements, let formatting = page.pointee.active_formatting else {
            return context
        }
        let depth = open.pointee.length
        costs.pointee.work += 1 + (depth + formatting.pointee.length) / 8
        if depth > 0, let last = open.pointee.list[depth - 1], isTable(last.pointee.tag_id), !isTablePart(tag),
            token.pointee.type.rawValue & MyHTML_TOKEN_TYPE_WHITESPACE.rawValue == 0
        {
            costs.pointee.fostered += 1
        }
        return context
    }

    private static let countNode: myhtml_callback_tree_node_f = { _, _, context in
        context?.assumingMemoryBound(to: Costs.self).pointee.nodes += 1
    }

    private static func check(
        _ page: myhtml_tree_t, _ costs: Costs, _ limits: CaptureLimits, _ at: Int
    ) throws(CaptureError) {
        // Every tag may bring others with it: a cell its row and the body of its table.
        let depth = 4 * limits.depth + 64
        if page.open_elements.pointee.length > depth {
            throw CaptureError(.tooDeep, "more than \(depth) elements are open within each other", at: .init(byte: at))
        }
        if costs.nodes / 2 > limits.elements {
            throw CaptureError(.tooLarge, "more than \(limits.elements) elements", at: .init(byte: at))
        }
        if costs.work / 40 > limits.elements || costs.fostered > mostFostered || costs.roots > mostRoots
            || page.active_formatting.pointee.length > depth || page.tags.pointee.tags_count > mostNames
        {
            throw CaptureError(.tooCostly, "broken markup that would take too long to repair", at: .init(byte: at))
        }
    }

    /// Whether an element holds nothing but parts of a table.
    private static func isTable(_ tag: myhtml_tag_id_t) -> Bool {
        tag == number(MyHTML_TAG_TABLE) || tag == number(MyHTML_TAG_TR) || tag == number(MyHTML_TAG_TBODY)
            || tag == number(MyHTML_TAG_THEAD) || tag == number(MyHTML_TAG_TFOOT)
    }

    private static func isTablePart(_ tag: myhtml_tag_id_t) -> Bool {
        isTable(tag) || tag == number(MyHTML_TAG_TD) || tag == number(MyHTML_TAG_TH)
            || tag == number(MyHTML_TAG_CAPTION) || tag == number(MyHTML_TAG_COLGROUP) || tag == number(MyHTML_TAG_COL)
            || tag == number(MyHTML_TAG_SCRIPT) || tag == number(MyHTML_TAG_STYLE)
            || tag == number(MyHTML_TAG_TEMPLATE) || tag == number(MyHTML_TAG__COMMENT)
    }

    private static func number(_ tag: myhtml_tags) -> myhtml_tag_id_t { myhtml_tag_id_t(tag.rawValue) }

    // MARK: The tree

    private typealias Node = UnsafeMutablePointer<myhtml_tree_node_t>

    private struct Frame {
        var node: Int
        /// The child to be taken next.
        var next: Node?
    }

    private static func flatten(_ root: Node, capacity: Int) -> HTMLTree {
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
        _ node: Node, parent: Int, _ tree: inout HTMLTree, _ stack: inout [Frame], _ tags: [HTMLTag]
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
        _ node: Node, parent: Int, _ tree: inout HTMLTree, _ stack: inout [Frame], _ tags: [HTMLTag]
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
