import HearsayCore

/// Cuts a Markdown text into blocks (CommonMark, with tables, footnotes and front matter).
///
/// The scanner is our own because the text must stay as it is: every word, link and mark is told by its place in the
/// bytes, and the parsers at hand give places of blocks only, not of what stands in their lines.
/// One pass over the lines; containers are flattened, as items and quotations are paragraphs here.
struct MarkdownBlockScanner {
    private static let raw = ["script", "style", "iframe", "svg", "noscript", "template"]

    /// What the following lines belong to until something ends it.
    private enum Skipped {
        case nothing
        case fence(UInt8, Int)
        case comment
        case element(String)
        /// A footnote, up to the next blank line.
        case note
    }

    private let bytes: [UInt8]
    private var skipped = Skipped.nothing
    private var open: MarkdownBlock?
    private var inList = false
    private var inTable = false
    private var isAfterBlank = true

    /// The blocks, in order.
    private(set) var blocks: [MarkdownBlock] = []
    /// The addresses of links that are named elsewhere: "[label]: https://…".
    private(set) var definitions = LinkDefinitions()

    /// Scans a text from an offset on.
    init(_ text: SourceText, from start: Int) {
        bytes = text.utf8
        for line in TextLine.lines(of: text) where line.span.start >= start { read(line) }
        close()
    }

    private mutating func close() {
        if let open { blocks.append(open) }
        open = nil
    }

    // MARK: Lines

    private mutating func read(_ line: TextLine) {
        if goesOn(line) { return }
        guard !line.isBlank else { return readBlank() }
        var at = line.span.start
        let begin = at - line.indent
        let columns = bytes[begin..<at].reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
        if columns >= 4, open == nil, !inList { return }  // code
        var depth = 0
        while at < line.span.end, bytes[at] == 0x3E {
            depth += 1
            at += 1
            while at < line.span.end, bytes[at].isASCIISpace { at += 1 }
        }
        guard at < line.span.end else { return readBlank() }
        let content = TextSpan(at, line.span.end)
        if !opensSkipped(content) && !endsParagraph(content, depth) && !startsBlock(content, depth) {
            addText(content, depth, prefix: TextSpan(begin, at))
        }
        isAfterBlank = false
    }

    private mutating func readBlank() {
        close()
        (inTable, isAfterBlank) = (false, true)
    }

    /// Whether a line belongs to something that is not read.
    private mutating func goesOn(_ line: TextLine) -> Bool {
        let words = bytes[line.span.range]
        switch skipped {
        case .nothing: return false
        case .fence(let mark, let count):
            let run = words.prefix { $0 == mark }
            if run.count >= count, words[run.endIndex...].trimmed.isEmpty { skipped = .nothing }
        case .comment: if words.firstIgnoringCase("-->") != nil { skipped = .nothing }
        case .element(let name): if words.firstIgnoringCase("</" + name) != nil { skipped = .nothing }
        case .note: if line.isBlank { skipped = .nothing }
        }
        return true
    }

    private mutating func opensSkipped(_ content: TextSpan) -> Bool {
        let words = bytes[content.range]
        let run = words.prefix { $0 == words.first }
        if run.count >= 3, run.first == 0x60 || run.first == 0x7E,
            run.first == 0x7E || !words[run.endIndex...].contains(0x60)
        {
            skipped = .fence(run[run.startIndex], run.count)
        } else if words.starts(with: "<!--".utf8) {
            if words.firstIgnoringCase("-->") == nil { skipped = .comment }
        } else if words.first == 0x3C, let name = Self.raw.first(where: { words.dropFirst().startsIgnoringCase($0) }) {
            if words.firstIgnoringCase("</" + name) == nil { skipped = .element(name) }
        } else if open == nil, words.starts(with: "[^".utf8), words.firstIgnoringCase("]:") != nil {
            skipped = .note
        } else if open == nil, definitions.read(words) {
            return true
        } else {
            return false
        }
        close()
        return true
    }

    /// Lines that end what stands above them: underlines of headings, rules of tables, thematic breaks.
    private mutating func endsParagraph(_ content: TextSpan, _ depth: Int) -> Bool {
        let words = bytes[content.range]
        if isTableRule(words) {
            if let header = open {
                blocks.append(row(header.span, header.depth))
                open = nil
            }
            inTable = true
            return true
        }
        let underline = words.first == 0x3D || words.first == 0x2D
        if underline, words.count >= 2, words.allSatisfy({ $0 == words.first }), var heading = open,
            heading.depth == depth
        {
            heading.kind = .heading(words.first == 0x3D ? 1 : 2)
            blocks.append(heading)
            open = nil
            return true
        }
        guard isBreak(words) else { return false }
        close()
        inList = false
        return true
    }

    private func isBreak(_ words: ByteSlice) -> Bool {
        guard let first = words.first, [0x2A, 0x2D, 0x5F, 0x3D].contains(first) else { return false }
        return words.allSatisfy { $0 == first || $0 == 0x20 || $0 == 0x09 } && words.filter { $0 == first }.count >= 3
    }

    /// "|---|:---:|", which needs a stroke and dashes and nothing else.
    private func isTableRule(_ words: ByteSlice) -> Bool {
        words.contains(0x7C) && words.contains(0x2D)
            && words.allSatisfy { $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 || $0 == 0x09 }
    }

    // MARK: Blocks

    /// Headings, items, rows and pictures, which start a block whatever stands above.
    private mutating func startsBlock(_ content: TextSpan, _ depth: Int) -> Bool {
        let words = bytes[content.range]
        if inTable, words.contains(0x7C) {
            close()
            blocks.append(row(content, depth))
            return true
        }
        if let level = headingLevel(words) {
            close()
            inList = false
            if let span = headingSpan(content, level) {
                blocks.append(MarkdownBlock(kind: .heading(level), span: span, depth: depth))
            }
            return true
        }
        if let length = markerLength(words) {
            close()
            inList = true
            let span = SourceSpan.trimmed(content.start + length, content.end, in: bytes)
            if !span.isEmpty { open = MarkdownBlock(kind: .paragraph, span: span, depth: depth) }
            return true
        }
        let isLinked = words.starts(with: "[![".utf8)
        if words.starts(with: "![".utf8) || isLinked, words.last == 0x29 {
            close()
            blocks.append(MarkdownBlock(kind: .paragraph, span: content, depth: depth, isImage: true))
            return true
        }
        return false
    }

    private mutating func addText(_ content: TextSpan, _ depth: Int, prefix: TextSpan) {
        // A quotation that goes on may leave its marks out, but may not get more of them.
        if let above = open, depth > above.depth || depth > 0 && depth < above.depth { close() }
        inTable = false
        guard var block = open else {
            if isAfterBlank, prefix.count < 2 { inList = false }
            open = MarkdownBlock(kind: .paragraph, span: content, depth: depth)
            return
        }
        block.span = TextSpan(block.span.start, content.end)
        block.lines += 1
        if depth > 0 { block.marks.append(prefix) }
        open = block
    }

    private func row(_ span: TextSpan, _ depth: Int) -> MarkdownBlock {
        var marks: [TextSpan] = []
        for at in span.range where bytes[at] == 0x7C && (at == span.start || bytes[at - 1] != 0x5C) {
            marks.append(TextSpan(at, at + 1))
        }
        return MarkdownBlock(kind: .paragraph, span: span, marks: marks, depth: depth)
    }

    private func headingLevel(_ words: ByteSlice) -> Int? {
        let run = words.prefix { $0 == 0x23 }
        guard (1...6).contains(run.count) else { return nil }
        let next = run.endIndex < words.endIndex ? words[run.endIndex] : 0x20
        return next == 0x20 || next == 0x09 ? run.count : nil
    }

    /// A heading without the "#" at its start and end.
    private func headingSpan(_ content: TextSpan, _ level: Int) -> TextSpan? {
        var end = content.end
        while end > content.start + level, bytes[end - 1] == 0x23 { end -= 1 }
        if end < content.end, !bytes[end - 1].isASCIISpace { end = content.end }
        let span = SourceSpan.trimmed(content.start + level, max(end, content.start + level), in: bytes)
        return span.isEmpty ? nil : span
    }

    /// Length of "- ", "* ", "+ " or "12. "; inside a paragraph only a list that starts with 1 is one.
    private func markerLength(_ words: ByteSlice) -> Int? {
        guard let first = words.first else { return nil }
        var length = 1
        if first.isASCIIDigit {
            let digits = words.prefix { $0.isASCIIDigit }
            guard digits.count <= 9, let mark = words.dropFirst(digits.count).first, mark == 0x2E || mark == 0x29 else {
                return nil
            }
            if open != nil, !inList, !digits.elementsEqual("1".utf8) { return nil }
            length = digits.count + 1
        } else if first != 0x2D && first != 0x2A && first != 0x2B {
            return nil
        }
        guard let next = words.dropFirst(length).first, next == 0x20 || next == 0x09 else { return nil }
        return length + 1
    }
}

/// Spans of the text's bytes.
enum SourceSpan {
    /// A range without white space at either end.
    static func trimmed(_ start: Int, _ end: Int, in bytes: [UInt8]) -> TextSpan {
        let words = bytes[start..<end].trimmed
        return words.isEmpty ? TextSpan(start, start) : TextSpan(words.startIndex, words.endIndex)
    }
}
