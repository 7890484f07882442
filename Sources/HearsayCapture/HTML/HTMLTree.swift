import HearsayCore

/// A parsed page as parallel arrays, in document order; independent of the parser that made it.
///
/// The descendants of node `n` are the nodes `n + 1 ..< end[n]`, so a walk needs neither recursion nor a stack.
struct HTMLTree {
    /// The element, or `.text`.
    private(set) var tag: [HTMLTag] = []
    /// The parent of each node; -1 for the root.
    private(set) var parent: [Int32] = []
    /// One past the last descendant of each node.
    private(set) var end: [Int32] = []
    /// Text nodes: their bytes in ``bytes``. Elements: their attributes in ``attributes``.
    private var ranges: [Range<Int32>] = []
    private var attributes: [(name: HTMLAttribute, value: Range<Int32>)] = []
    private var bytes: [UInt8] = []
    /// What each element's names suggest; nothing for text.
    private(set) var marks: [NameMarks] = []

    /// An empty tree for a page of so many bytes.
    init(capacity: Int) { bytes.reserveCapacity(capacity / 2) }

    /// Reads the names of all elements, once they are all there.
    mutating func readNames() {
        marks = tag.indices.map { node in
            tag[node] == .text
                ? []
                : ClassWords.attributes.reduce(into: NameMarks()) { marks, name in
                    if let names = attribute(name, of: node) { marks.formUnion(NameMarks(names: names.prefix(400))) }
                }
        }
    }

    /// Number of nodes.
    var count: Int { tag.count }

    /// Opens an element below `parent`; its attributes follow, then its children, then ``close(_:)``.
    mutating func open(_ tag: HTMLTag, parent: Int) -> Int {
        self.tag.append(tag)
        self.parent.append(Int32(parent))
        end.append(0)
        ranges.append(Int32(attributes.count)..<Int32(attributes.count))
        return self.tag.count - 1
    }

    /// Adds an attribute to the element that was just opened.
    mutating func attribute(_ name: HTMLAttribute, _ value: UnsafeBufferPointer<UInt8>) {
        guard let last = ranges.last else { return }
        let start = Int32(bytes.count)
        bytes.append(contentsOf: value)
        attributes.append((name, start..<Int32(bytes.count)))
        ranges[ranges.count - 1] = last.lowerBound..<Int32(attributes.count)
    }

    /// Adds a text node below `parent`.
    ///
    /// A character that the parser has cut in two is replaced: all places in the text count on whole ones.
    mutating func text(_ words: UnsafeBufferPointer<UInt8>, parent: Int) {
        let start = Int32(bytes.count)
        if Self.hasWholeEnds(words) {
            bytes.append(contentsOf: words)
        } else {
            bytes.append(contentsOf: String(decoding: words, as: UTF8.self).utf8)
        }
        tag.append(.text)
        self.parent.append(Int32(parent))
        ranges.append(start..<Int32(bytes.count))
        end.append(Int32(tag.count))
    }

    /// Whether no character is cut in two at either end; what lies between came from valid text.
    private static func hasWholeEnds(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = words.first, let last = words.last, first & 0xC0 != 0x80 else { return words.isEmpty }
        if last < 0x80 { return true }
        let tail = words.suffix(4)
        guard let lead = tail.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
        let length = tail[lead] >= 0xF0 ? 4 : tail[lead] >= 0xE0 ? 3 : tail[lead] >= 0xC0 ? 2 : 1
        return tail.endIndex - lead == length
    }

    /// Closes an element: all its descendants are in.
    mutating func close(_ node: Int) { end[node] = Int32(tag.count) }

    /// Nodes that are looked at for the shortest of texts.
    private static let fewestNodes = 400

    /// The words of a text node.
    func words(_ node: Int) -> ByteSlice {
        guard tag[node] == .text else { return [] }
        return bytes[Int(ranges[node].lowerBound)..<Int(ranges[node].upperBound)]
    }

    /// The value of an attribute; nil without it.
    func attribute(_ name: HTMLAttribute, of node: Int) -> ByteSlice? {
        guard tag[node] != .text else { return nil }
        for i in ranges[node] where attributes[Int(i)].name == name {
            let value = attributes[Int(i)].value
            return bytes[Int(value.lowerBound)..<Int(value.upperBound)]
        }
        return nil
    }

    /// The descendants of a node in document order.
    func descendants(of node: Int) -> Range<Int> { node + 1..<Int(end[node]) }

    /// The node after a node and all its descendants.
    func next(after node: Int) -> Int { Int(end[node]) }

    /// The parent; nil for the root.
    func parent(of node: Int) -> Int? { parent[node] < 0 ? nil : Int(parent[node]) }

    /// Whether `node` is `ancestor` or below it.
    func contains(_ ancestor: Int, _ node: Int) -> Bool { ancestor <= node && node < Int(end[ancestor]) }

    /// All words below a node, with single spaces, without scripts; at most `limit` bytes, and of as many nodes.
    ///
    /// The bound on nodes holds for pages that are all empty elements: the cost is that of the limit, whatever the page.
    func plainText(_ node: Int, limit: Int = 2000) -> String {
        var (out, at, stop) = ([UInt8](), node, Int(end[node]))
        if tag[node] == .text { stop = node + 1 }
        var nodes = max(limit, Self.fewestNodes)
        while at < stop, out.count < limit, nodes > 0 {
            nodes -= 1
            if tag[at] == .text {
                out.append(contentsOf: words(at).prefix(limit))
            } else if at != node, tag[at].isNeverText {
                at = next(after: at)
                continue
            } else if !tag[at].isInline {
                out.append(0x20)
            }
            at += 1
        }
        return Whitespace.collapsed(out[...]).string
    }
}
