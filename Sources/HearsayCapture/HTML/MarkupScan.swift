import HearsayCore

/// Looks over the bytes of a page before it is parsed, and refuses what the parser would choke on.
///
/// HTML5 parsers have quadratic cases (deep scopes, unclosed formatting, fostered nodes,
/// attributes of one tag); the scan bounds each of them. One pass, no tree.
struct MarkupScan {
    private static let void: Set<UInt64> = Set(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
            .map(key))
    /// Elements that a following one of their kind closes; nesting them needs another element between, which is counted.
    private static let selfClosing: Set<UInt64> = Set(
        ["p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option"].map(key))
    private static let formatting: Set<UInt64> = Set(
        ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"].map(key))
    private static let raw: Set<UInt64> = Set(
        ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"].map(key))
    private static let foreign: Set<UInt64> = Set(["svg", "math"].map(key))
    /// What a name means for the scan, looked up once for each tag.
    private struct Kind: OptionSet {
        let rawValue: UInt8
        static let raw = Kind(rawValue: 1)
        /// Elements without an end, or closed by the next of their kind.
        static let neverOpen = Kind(rawValue: 2)
        static let foreign = Kind(rawValue: 4)
    }

    private static let kinds: [UInt64: Kind] = {
        var kinds: [UInt64: Kind] = [:]
        for key in void.union(selfClosing) { kinds[key, default: []].insert(.neverOpen) }
        for key in raw { kinds[key, default: []].insert(.raw) }
        for key in foreign { kinds[key, default: []].insert(.foreign) }
        return kinds
    }()
    private static let anchor = key("a")
    private static let table = key("table")
    private static let tableParts: Set<UInt64> = Set(
        [
            "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup", "col", "script", "style",
            "template",
        ].map(key))

    private let bytes: [UInt8]
    private let limits: CaptureLimits
    private var open: [UInt64] = []
    private var counts: [UInt64: Int] = [:]
    private var pending: [UInt64: Int] = [:]
    private var pendingTotal = 0
    private var foreignOpen = 0
    private var elements = 0
    private var work = 0
    private var fostered = 0
    private var hasCommentEnd = true

    private init(_ bytes: [UInt8], _ limits: CaptureLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// Throws when a page is nested too deep, or would take far more time and memory than its size deserves.
    static func check(_ bytes: [UInt8], limits: CaptureLimits) throws(CaptureError) {
        var scan = MarkupScan(bytes, limits)
        try scan.run()
    }

    /// The first eight bytes of a name in small letters, enough to tell the names apart that matter here.
    private static func key(_ name: String) -> UInt64 { key(Array(name.utf8)[...]) }
    private static func key(_ name: ByteSlice) -> UInt64 {
        var out: UInt64 = UInt64(name.count & 0xFF) << 56
        for byte in name.prefix(7) {
            out = out & 0xFF00_0000_0000_0000 | (out & 0x0000_FFFF_FFFF_FFFF) << 8 | UInt64(byte.asciiLowercased)
        }
        return out
    }

    private mutating func run() throws(CaptureError) {
        var at = 0
        while at < bytes.count {
            guard bytes[at] == 0x3C, at + 1 < bytes.count else {
                at += 1
                continue
            }
            let next = bytes[at + 1]
            if next == 0x21 || next == 0x3F {
                at = skipComment(at)
            } else if next == 0x2F, at + 2 < bytes.count, bytes[at + 2].isASCIILetter {
                let name = bytes[(at + 2)...].prefix { !$0.isASCIISpace && $0 != 0x3E && $0 != 0x2F }
                try closed(Self.key(name), at)
                at = name.endIndex
            } else if next.isASCIILetter {
                at = try opened(at)
            } else {
                at += 1
            }
        }
    }

    private mutating func skipComment(_ start: Int) -> Int {
        guard hasCommentEnd, bytes[start...].starts(with: "<!--".utf8) else { return start + 2 }
        var at = start + 4
        while at + 2 < bytes.count {
            if bytes[at] == 0x2D, bytes[at + 1] == 0x2D, bytes[at + 2] == 0x3E { return at + 3 }
            at += 1
        }
        // Unclosed: the parser takes the rest as a comment; the scan goes on, to be on the safe side.
        hasCommentEnd = false
        return start + 4
    }

    private mutating func opened(_ start: Int) throws(CaptureError) -> Int {
        let name = bytes[(start + 1)...].prefix { !$0.isASCIISpace && $0 != 0x3E && $0 != 0x2F }
        let key = Self.key(name)
        let (end, attributes, selfClosed) = skipTag(name.endIndex)
        elements += 1
        work += 1 + pendingTotal + open.count / 8 + attributes * attributes / 16
        if isFostered(key) { fostered += 1 }
        try checkWork(start)
        let kind = Self.kinds[key] ?? []
        if kind.contains(.raw), !isInForeign { return skipRaw(end, name) }
        if kind.contains(.neverOpen) || selfClosed && isInForeign { return end }
        if key == Self.anchor, counts[key, default: 0] > 0 { return end }
        if kind.contains(.foreign), selfClosed { return end }
        if kind.contains(.foreign) { foreignOpen += 1 }
        open.append(key)
        counts[key, default: 0] += 1
        if open.count > limits.depth {
            throw CaptureError(
                .tooDeep, "more than \(limits.depth) tags are open within each other", at: .init(byte: start, line: nil)
            )
        }
        return end
    }

    private var isInForeign: Bool { foreignOpen > 0 }

    /// Whether the parser will move an element out of a table, at a cost that grows with the number already moved.
    private func isFostered(_ key: UInt64) -> Bool {
        guard open.last == Self.table else { return false }
        return !Self.tableParts.contains(key)
    }

    private func checkWork(_ at: Int) throws(CaptureError) {
        if elements > limits.elements {
            throw CaptureError(.tooLarge, "more than \(limits.elements) elements", at: .init(byte: at))
        }
        if work / 40 > limits.elements || fostered > 20_000 || pendingTotal > limits.depth {
            throw CaptureError(.tooCostly, "broken markup that would take too long to repair", at: .init(byte: at))
        }
    }

    /// One past the ">" of a tag, the number of its attributes at most, and whether "/>" ends it.
    private func skipTag(_ start: Int) -> (end: Int, attributes: Int, selfClosed: Bool) {
        var (at, attributes, previous, quote) = (start, 0, UInt8(0x20), UInt8(0))
        while at < bytes.count {
            let byte = bytes[at]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x3E {
                return (at + 1, attributes, previous == 0x2F)
            } else if byte == 0x22 || byte == 0x27, previous == 0x3D {
                quote = byte
            } else if !byte.isASCIISpace, byte != 0x2F,
                previous.isASCIISpace || previous == 0x2F || previous == 0x22 || previous == 0x27
            {
                attributes += 1
            }
            if !(byte.isASCIISpace && previous == 0x3D) { previous = byte }
            at += 1
        }
        return (bytes.count, attributes, false)
    }

    /// One past the end tag of an element whose content is no markup.
    private func skipRaw(_ start: Int, _ name: ByteSlice) -> Int {
        var at = start
        while at + 2 + name.count <= bytes.count {
            if bytes[at] == 0x3C, bytes[at + 1] == 0x2F {
                let candidate = bytes[(at + 2)..<(at + 2 + name.count)]
                if zip(candidate, name).allSatisfy({ $0.asciiLowercased == $1.asciiLowercased }) { return at + 2 }
            }
            at += 1
        }
        return bytes.count
    }

    private mutating func closed(_ key: UInt64, _ at: Int) throws(CaptureError) {
        work += 1 + open.count / 8
        if let waiting = pending[key], waiting > 0, counts[key, default: 0] == 0 {
            pending[key] = waiting - 1
            pendingTotal -= 1
        }
        guard counts[key, default: 0] > 0 else { return try checkWork(at) }
        while let last = open.popLast() {
            counts[last, default: 1] -= 1
            if foreignOpen > 0, Self.foreign.contains(last) { foreignOpen -= 1 }
            if last == key { break }
            // An unclosed formatting element is opened again in every block that follows.
            if Self.formatting.contains(last) {
                pending[last, default: 0] += 1
                pendingTotal += 1
            }
        }
        try checkWork(at)
    }
}
