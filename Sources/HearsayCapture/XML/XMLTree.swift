import HearsayCore

/// A parsed XML document as parallel arrays, in document order; independent of the parser that made it.
///
/// The descendants of node `n` are the nodes `n + 1 ..< end[n]`, so a walk needs neither recursion nor a stack.
struct XMLTree {
    /// An attribute of an element.
    struct Attribute {
        var name: String
        var space: XMLNamespace
        var value: String
    }

    /// An element's local name; empty for text.
    private(set) var name: [String] = []
    /// An element's vocabulary.
    private(set) var space: [XMLNamespace] = []
    /// The element around each node; -1 for the root.
    private(set) var parent: [Int32] = []
    /// One past the last descendant of each node.
    private(set) var end: [Int32] = []
    /// Elements: their attributes. Text: its bytes.
    private var ranges: [Range<Int32>] = []
    private var attributes: [Attribute] = []
    private var bytes: [UInt8] = []
    private var open: [Int32] = []
    /// What was wrong with the document and has been mended, with its line.
    var problems: [String] = []

    /// Number of nodes; the root is node 0.
    var count: Int { name.count }

    // MARK: Making

    /// Opens an element.
    mutating func start(_ name: String, _ space: XMLNamespace, _ attributes: [Attribute]) {
        let first = Int32(self.attributes.count)
        self.attributes += attributes
        add(name, space, first..<Int32(self.attributes.count))
        open.append(Int32(count - 1))
    }

    /// Adds text to the open element; text beside the root is dropped.
    mutating func text(_ words: UnsafeBufferPointer<UInt8>) {
        guard !open.isEmpty else { return }
        let first = Int32(bytes.count)
        bytes.append(contentsOf: words)
        if let last = ranges.last, name.last == "", parent.last == open.last, last.upperBound == first {
            ranges[count - 1] = last.lowerBound..<Int32(bytes.count)
        } else {
            add("", .plain, first..<Int32(bytes.count))
            end[count - 1] = Int32(count)
        }
    }

    /// Closes the open element.
    mutating func close() {
        guard let node = open.popLast() else { return }
        end[Int(node)] = Int32(count)
    }

    private mutating func add(_ name: String, _ space: XMLNamespace, _ range: Range<Int32>) {
        self.name.append(name)
        self.space.append(space)
        parent.append(open.last ?? -1)
        end.append(0)
        ranges.append(range)
    }

    // MARK: Reading

    /// Whether a node is an element of this name.
    func isElement(_ node: Int, _ name: String, _ spaces: Set<XMLNamespace>) -> Bool {
        self.name[node] == name && spaces.contains(space[node])
    }

    /// The elements directly inside another, in order.
    func children(of node: Int) -> [Int] {
        var (out, next) = ([Int](), node + 1)
        while next < end[node] {
            if !name[next].isEmpty { out.append(next) }
            next = max(next + 1, Int(end[next]))
        }
        return out
    }

    /// The value of an attribute without a prefix, trimmed.
    func attribute(_ name: String, of node: Int) -> String? { attribute(name, .plain, of: node) }

    /// The value of an attribute, trimmed; nil where it is missing.
    func attribute(_ name: String, _ space: XMLNamespace, of node: Int) -> String? {
        guard !self.name[node].isEmpty else { return nil }
        for attribute in attributes[Int(ranges[node].lowerBound)..<Int(ranges[node].upperBound)]
        where attribute.name == name && attribute.space == space {
            return Array(attribute.value.utf8)[...].trimmed.string
        }
        return nil
    }

    /// The text inside an element, that of the elements in it included.
    func text(of node: Int) -> [UInt8] {
        var out: [UInt8] = []
        for inner in node..<Int(end[node]) where name[inner].isEmpty { out += words(inner) }
        return out
    }

    private func words(_ node: Int) -> ByteSlice {
        bytes[Int(ranges[node].lowerBound)..<Int(ranges[node].upperBound)]
    }

    /// What an element holds, as HTML.
    func html(inside node: Int) -> [UInt8] {
        var (out, open) = ([UInt8](), [Int]())
        func close(before next: Int, _ out: inout [UInt8]) {
            while let last = open.last, Int(end[last]) <= next {
                open.removeLast()
                if !Self.void.contains(name[last]) { out += "</\(name[last])>".utf8 }
            }
        }
        for inner in node + 1..<max(node + 1, Int(end[node])) {
            close(before: inner, &out)
            if name[inner].isEmpty {
                XMLEscaping.append(words(inner), to: &out)
            } else {
                out += "<\(name[inner])".utf8
                for attribute in attributes[Int(ranges[inner].lowerBound)..<Int(ranges[inner].upperBound)]
                where attribute.space == .plain {
                    out += " \(attribute.name)=\"".utf8
                    XMLEscaping.append(Array(attribute.value.utf8)[...], to: &out)
                    out.append(0x22)
                }
                out.append(0x3E)
                open.append(inner)
            }
        }
        close(before: .max, &out)
        return out
    }

    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
}
