import HearsayCore

/// The article's text as HTML, with the statements marked: content tinted in the colour of its voice, the content that
/// surrounds it as a second line below, sources and cues set off. Every byte of the text is escaped.
struct MarkedText {
    private enum Role { case source, cue, content }

    private struct Mark {
        var span: TextSpan
        var role: Role
        var statement: Int
    }

    private let reading: Reading
    private let prefix: String
    private let numbers: [String: Int]
    private let links: ReadingLinks
    private let marks: [Mark]
    private let firstContent: [Int]  // where each statement's content begins
    private let lastContent: [Int]  // and where it ends

    /// The text of a reading; `prefix` keeps the anchors of several articles on one page apart.
    init(_ reading: Reading, prefix: String, links: ReadingLinks) {
        self.reading = reading
        self.prefix = prefix
        self.links = links
        numbers = Dictionary(
            reading.voices.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        marks = reading.statements.enumerated().flatMap { index, statement in
            statement.source.map { Mark(span: $0, role: .source, statement: index) }
                + statement.cue.map { Mark(span: $0, role: .cue, statement: index) }
                + statement.content.map { Mark(span: $0, role: .content, statement: index) }
        }.filter { !$0.span.isEmpty && $0.span.end <= reading.document.text.count }
        firstContent = reading.statements.map { $0.content.map(\.start).min() ?? -1 }
        lastContent = reading.statements.map { $0.content.map(\.end).max() ?? -1 }
    }

    /// The number of a voice, by which marks and legend refer to each other.
    func number(of voice: String) -> Int { numbers[voice] ?? 0 }

    /// One span of the text with its marks.
    func html(_ span: TextSpan) -> String {
        let inside = marks.filter { $0.span.overlaps(span) }
        let edges = Set(
            inside.flatMap { [max($0.span.start, span.start), min($0.span.end, span.end)] } + [span.start, span.end])
        let sorted = edges.sorted()
        return zip(sorted, sorted.dropFirst()).map { start, end in
            segment(TextSpan(start, end), inside.filter { $0.span.contains(start) })
        }.joined()
    }

    private func segment(_ span: TextSpan, _ marks: [Mark]) -> String {
        let text = HTMLText.escape(PlainText.withoutInlineTags(reading.document.text.string(span)))
        if marks.isEmpty { return text }
        let contents = marks.filter { $0.role == .content }.sorted { length($0.statement) < length($1.statement) }
        var (classes, title) = ([String](), "")
        if let inner = contents.first {
            classes += ["c", "c" + colour(inner.statement)]
            title = self.title(inner.statement)
        }
        if contents.count > 1 { classes += ["o", "o" + colour(contents[1].statement)] }
        if let word = marks.filter({ $0.role != .content }).min(by: { $0.span.count < $1.span.count }) {
            classes += [word.role == .source ? "s" : "k", "s" + colour(word.statement)]
        }
        let anchor = contents.first { firstContent[$0.statement] == span.start }
        let id = anchor.map { " id=\"\(prefix)\(HTMLText.escape(reading.statements[$0.statement].id))\"" } ?? ""
        let hint = title.isEmpty ? "" : " title=\"\(HTMLText.escape(title))\""
        let words = contents.first.map { linked(text, statement: $0.statement, at: span.start) } ?? text
        let marked = text.isEmpty ? "" : "<mark\(id) class=\"\(classes.joined(separator: " "))\"\(hint)>\(words)</mark>"
        let ending = contents.filter { lastContent[$0.statement] == span.end }
        return marked + ending.map { reference(reading.statements[$0.statement].voice) }.joined()
    }

    /// The words as a link to where their statement leads. The keyboard stops once at each statement.
    private func linked(_ text: String, statement: Int, at start: Int) -> String {
        guard let address = links.statement(reading.statements[statement].id) else { return text }
        let stop = firstContent[statement] == start ? "" : " tabindex=\"-1\""
        return "<a class=\"to\" href=\"\(HTMLText.escape(address))\"\(stop)>\(text)</a>"
    }

    /// A small numbered link to the voice in the legend.
    func reference(_ voice: String) -> String {
        let number = number(of: voice)
        return "<a class=\"ref c\(HTMLText.colour(number))\" href=\"#\(prefix)voice\(number)\">\(number)</a>"
    }

    private func colour(_ statement: Int) -> String { HTMLText.colour(number(of: reading.statements[statement].voice)) }

    private func length(_ statement: Int) -> Int { reading.statements[statement].content.reduce(0) { $0 + $1.count } }

    private func title(_ index: Int) -> String {
        let statement = reading.statements[index]
        let chain = VoiceLabel.chain(statement.relay, statement.voice, in: reading)
        let notes =
            [chain, statement.quotationLabel, statement.stance.rawValue] + [statement.forecastLabel].compactMap(\.self)
        return (notes + statement.resolutions(in: reading.document.text)).joined(separator: " · ")
    }
}

/// Foreign text for HTML.
package enum HTMLText {
    /// Text that is safe between tags and inside a quoted attribute. Characters that HTML does not allow are dropped.
    package static func escape(_ text: String) -> String {
        let isSimple = text.utf8.allSatisfy { byte in
            byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x26 && byte != 0x27 && byte != 0x3C && byte != 0x3E
        }
        if isSimple { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            case "\t", "\n": result.append(scalar)
            case "\r": result.append("\n")
            default: result.append(PlainText.isUnsafe(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(result)
    }

    /// The colour, 1 to 8, of the voice with a number.
    package static func colour(_ number: Int) -> String { String((max(number, 1) - 1) % PageStyle.palette + 1) }
}
