import HearsayCore

/// Reads the marks inside one block: emphasis, code, links, pictures, tags.
///
/// Everything is told by its place in the text. One pass with stacks of open marks; what is looked at more than once is
/// counted, so that text made to be slow is refused.
struct MarkdownInline {
    private struct Bracket {
        var start: Int
        var isImage: Bool
    }

    private struct Run {
        var end: Int
        var count: Int
    }

    private let bytes: [UInt8]
    private let block: MarkdownBlock
    private let definitions: LinkDefinitions
    private var at: Int
    private var brackets: [Bracket] = []
    /// Brackets below this one stand around a link and can be none.
    private var firstUsable = 0
    private var runs: [UInt8: [Run]] = [:]
    private var nextMark = 0
    private var lastTicks: [Int: Int]?

    /// Bytes that are no words, in the order in which they were understood.
    private(set) var marks: [TextSpan]
    /// Links with the places of their words.
    private(set) var links: [(url: ByteSlice, words: TextSpan)] = []
    /// Pictures: their address, and the words told for them.
    private(set) var images: [(url: ByteSlice, caption: ByteSlice)] = []
    /// Bytes looked at beyond the one pass.
    private(set) var work = 0

    /// Reads a block of a text, and stops when `work` exceeds `effort`. `tags`: the HTML tags that stand in it.
    init(
        _ bytes: [UInt8], block: MarkdownBlock, tags: ArraySlice<TextSpan>, definitions: LinkDefinitions, effort: Int
    ) {
        (self.bytes, self.block, self.definitions) = (bytes, block, definitions)
        at = block.span.start
        marks = block.marks + tags
        let skipped = marks.sorted()
        while at < block.span.end, work <= effort {
            while nextMark < skipped.count, skipped[nextMark].end <= at { nextMark += 1 }
            if nextMark < skipped.count, skipped[nextMark].contains(at) {
                at = skipped[nextMark].end
            } else {
                step()
            }
        }
    }

    private var end: Int { block.span.end }

    private mutating func step() {
        let byte = bytes[at]
        switch byte {
        case 0x5C: escape()
        case 0x60: code()
        case 0x3C: angle()
        case 0x21 where at + 1 < end && bytes[at + 1] == 0x5B:
            brackets.append(Bracket(start: at, isImage: true))
            at += 2
        case 0x5B: openBracket()
        case 0x5D: closeBracket()
        case 0x2A, 0x5F, 0x7E: run(of: byte)
        case 0x68, 0x48: bareAddress()
        default: at += 1
        }
    }

    private mutating func mark(_ start: Int, _ stop: Int) { marks.append(TextSpan(start, stop)) }

    private mutating func escape() {
        guard at + 1 < end else {
            at += 1
            return
        }
        let next = bytes[at + 1]
        let isPunctuation = next > 0x20 && next < 0x7F && !next.isASCIILetter && !next.isASCIIDigit
        if isPunctuation || next == 0x0A || next == 0x0D { mark(at, at + 1) }
        at += isPunctuation ? 2 : 1
    }

    /// A run of backticks and the next one of the same length.
    private mutating func code() {
        let last = lastTicks ?? Self.lastTicks(in: bytes[block.span.range])
        lastTicks = last
        let count = bytes[at..<end].prefix { $0 == 0x60 }.count
        let start = at
        at += count
        guard let final = last[count], final > start else { return }
        // There is one, so all that is looked at here is code and not looked at again.
        var next = at
        while next <= final {
            let other = bytes[next..<end].prefix { $0 == 0x60 }.count
            if other == count {
                mark(start, start + count)
                mark(next, next + count)
                at = next + count
                return
            }
            next += max(other, 1)
        }
    }

    /// Where the last run of backticks of each length stands.
    private static func lastTicks(in words: ByteSlice) -> [Int: Int] {
        var (out, at) = ([Int: Int](), words.startIndex)
        while let tick = MailLine.find(0x60, in: words[at...]) {
            let count = words[tick...].prefix { $0 == 0x60 }.count
            out[count] = tick
            at = tick + count
        }
        return out
    }

    /// `<https://…>`, `<!-- … -->`.
    private mutating func angle() {
        let rest = bytes[at..<min(end, at + 2100)]
        if rest.starts(with: "<!--".utf8) {
            work += rest.count
            guard let close = rest.firstIgnoringCase("-->") else {
                at += 1
                return
            }
            mark(at, close + 3)
            at = close + 3
            return
        }
        let inner = rest.dropFirst().prefix { !$0.isASCIISpace && $0 != 0x3E && $0 != 0x3C }
        work += inner.count
        guard inner.endIndex < rest.endIndex, rest[inner.endIndex] == 0x3E,
            inner.startsIgnoringCase("http://") || inner.startsIgnoringCase("https://")
        else {
            at += 1
            return
        }
        mark(at, at + 1)
        mark(inner.endIndex, inner.endIndex + 1)
        links.append((inner, TextSpan(inner.startIndex, inner.endIndex)))
        at = inner.endIndex + 1
    }

    private mutating func bareAddress() {
        let rest = bytes[at..<min(end, at + 2100)]
        let isStart = at == block.span.start || !bytes[at - 1].isASCIILetter && !bytes[at - 1].isASCIIDigit
        guard isStart, rest.startsIgnoringCase("http://") || rest.startsIgnoringCase("https://") else {
            at += 1
            return
        }
        let word = rest.prefix { !$0.isASCIISpace && $0 != 0x5D && $0 != 0x2A }
        work += word.count
        guard let found = WebAddress.find(in: word), found.range.lowerBound == at else {
            at += 1
            return
        }
        links.append((word[found.range], TextSpan(found.range.lowerBound, found.range.upperBound)))
        at = found.range.upperBound
    }

    // MARK: Links and pictures

    private mutating func openBracket() {
        if at + 1 < end, bytes[at + 1] == 0x5E {
            let label = bytes[at..<min(end, at + 80)]
            if let close = label.firstIndex(of: 0x5D), !label[..<close].contains(where: \.isASCIISpace) {
                mark(at, close + 1)
                at = close + 1
                return
            }
        }
        brackets.append(Bracket(start: at, isImage: false))
        at += 1
    }

    private mutating func closeBracket() {
        let close = at
        at += 1
        let depth = brackets.count
        guard let open = brackets.popLast(), open.isImage || depth > firstUsable else { return }
        firstUsable = min(firstUsable, brackets.count)
        let inner = TextSpan(open.start + (open.isImage ? 2 : 1), close)
        guard let target = target(of: inner, close) else { return }
        if open.isImage {
            let words = bytes[inner.range].trimmed
            images.append((target.url, words.isEmpty ? target.title : words))
            while let last = links.last, last.words.start >= open.start { links.removeLast() }
            mark(open.start, target.end)
        } else {
            mark(open.start, inner.start)
            mark(close, target.end)
            links.append((target.url, inner))
            // No link stands within another one.
            firstUsable = brackets.count
        }
        at = target.end
    }

    /// Where words in square brackets lead: `(address)`, `[label]`, or by themselves.
    private mutating func target(of inner: TextSpan, _ close: Int) -> (url: ByteSlice, title: ByteSlice, end: Int)? {
        let next = close + 1
        if next < end, bytes[next] == 0x28, let found = MarkdownDestination(bytes[next..<end], work: &work) {
            return (found.address, found.title, found.end)
        }
        var (label, stop) = (bytes[inner.range], next)
        if next < end, bytes[next] == 0x5B {
            let rest = bytes[(next + 1)..<min(end, next + 400)]
            work += rest.count / 8
            if let last = rest.firstIndex(of: 0x5D) {
                if last > rest.startIndex { label = rest[..<last] }
                stop = last + 1
            }
        }
        work += min(label.count, 400)
        return definitions.address(of: label).map { ($0, [], stop) }
    }

    // MARK: Emphasis

    /// A run of stars, underscores or tildes: it closes what is open, and what is left of it opens.
    private mutating func run(of byte: UInt8) {
        let start = at
        let count = bytes[at..<end].prefix { $0 == byte }.count
        at += count
        let (before, after) = (sort(before: start), sort(from: start + count))
        let left = after != .space && (after == .letter || before != .letter)
        let right = before != .space && (before == .letter || after != .letter)
        let isWithin = byte == 0x5F
        let opens = left && (!isWithin || !right || before == .point)
        let closes = right && (!isWithin || !left || after == .point)
        var rest = count
        if closes {
            while rest > 0, var open = runs[byte]?.popLast() {
                if byte == 0x7E, open.count != rest || rest > 2 { break }
                let used = min(rest, open.count)
                mark(open.end - used, open.end)
                mark(start + count - rest, start + count - rest + used)
                rest -= used
                open = Run(end: open.end - used, count: open.count - used)
                if open.count > 0 { runs[byte]?.append(open) }
            }
        }
        if rest > 0, opens { runs[byte, default: []].append(Run(end: start + count, count: rest)) }
    }

    private enum Sort { case space, point, letter }

    private func sort(before offset: Int) -> Sort {
        guard offset > block.span.start else { return .space }
        let tail = bytes[max(block.span.start, offset - 3)..<offset]
        if tail.trailingSpace != nil { return .space }
        if tail.count == 3, tail.starts(with: [0xE2, 0x80]) { return .point }
        return sort(of: bytes[offset - 1])
    }

    private func sort(from offset: Int) -> Sort {
        guard offset < end else { return .space }
        let head = bytes[offset..<min(end, offset + 3)]
        if head.leadingSpace != nil { return .space }
        return head.starts(with: [0xE2, 0x80]) ? .point : sort(of: bytes[offset])
    }

    private func sort(of byte: UInt8) -> Sort {
        byte >= 0x80 || byte.isASCIILetter || byte.isASCIIDigit ? .letter : .point
    }
}
