import CGumbo

/// The only file that knows the parser: page bytes to ``HTMLTree``.
///
/// The bytes must have passed ``MarkupScan``; Gumbo has no bounds of its own.
enum GumboParser {
    /// Deeper than any page that passes the scan; nodes below are dropped.
    private static let deepest = 20_000

    /// The tree of a page; nil when the parser gives up.
    static func parse(_ bytes: [UInt8]) -> HTMLTree? {
        bytes.withUnsafeBufferPointer { buffer -> HTMLTree? in
            guard let base = buffer.baseAddress else { return nil }
            return base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { text in
                withUnsafePointer(to: kGumboDefaultOptions) { options in
                    guard let output = gumbo_parse_with_options(options, text, buffer.count) else { return nil }
                    defer { gumbo_destroy_output(options, output) }
                    return output.pointee.root.map(flatten)
                }
            }
        }
    }

    private struct Frame {
        var node: Int
        var children: GumboVector
        var next: UInt32
    }

    private static func flatten(_ root: UnsafeMutablePointer<GumboNode>) -> HTMLTree {
        let tags = tagTable
        var tree = HTMLTree()
        var stack: [Frame] = []
        open(root, parent: -1, &tree, &stack, tags)
        while var frame = stack.popLast() {
            guard frame.next < frame.children.length, let data = frame.children.data else {
                tree.close(frame.node)
                continue
            }
            let child = data[Int(frame.next)]?.assumingMemoryBound(to: GumboNode.self)
            frame.next += 1
            stack.append(frame)
            if let child { add(child, parent: frame.node, &tree, &stack, tags) }
        }
        return tree
    }

    private static func add(
        _ node: UnsafeMutablePointer<GumboNode>, parent: Int, _ tree: inout HTMLTree, _ stack: inout [Frame],
        _ tags: [HTMLTag]
    ) {
        switch node.pointee.type {
        case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
            if stack.count < deepest { open(node, parent: parent, &tree, &stack, tags) }
        case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
            if let text = node.pointee.v.text.text { tree.text(bytes(text), parent: parent) }
        default:
            break
        }
    }

    private static func open(
        _ node: UnsafeMutablePointer<GumboNode>, parent: Int, _ tree: inout HTMLTree, _ stack: inout [Frame],
        _ tags: [HTMLTag]
    ) {
        let element = node.pointee.v.element
        let number = Int(element.tag.rawValue)
        let index = tree.open(number < tags.count ? tags[number] : .other, parent: parent)
        for i in 0..<Int(element.attributes.length) {
            guard let item = element.attributes.data?[i] else { continue }
            let attribute = item.assumingMemoryBound(to: GumboAttribute.self).pointee
            guard let name = attribute.name, let value = attribute.value,
                let known = HTMLAttribute(name: String(cString: name))
            else { continue }
            tree.attribute(known, bytes(value))
        }
        stack.append(Frame(node: index, children: element.children, next: 0))
    }

    private static func bytes(_ text: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
        var count = 0
        while text[count] != 0 { count += 1 }
        return UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
    }

    /// The own name of each of the parser's element numbers.
    private static let tagTable: [HTMLTag] = (0..<GUMBO_TAG_UNKNOWN.rawValue).map { number in
        gumbo_normalized_tagname(GumboTag(rawValue: number)).map { HTMLTag(name: String(cString: $0)) } ?? .other
    }
}
