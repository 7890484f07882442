public import HearsayCore

/// Finds the units of a reading.
///
/// Units are whole sentences, because outlets re-tell sentence by sentence: the words around a statement's content
/// ("the newspaper said", "the skipper warned") help to match it, and every sentence then belongs to one claim.
public enum ClaimUnits {
    /// Changes whenever the same reading would give other units, so that stored vectors can be told to be stale.
    public static let version = "3"

    /// The units of a reading, in the order of the text.
    public static func of(_ reading: Reading) -> [ClaimUnit] {
        let text = reading.document.text
        let contents = reading.statements.map { TextSpan.sum($0.content) }
        var units: [ClaimUnit] = []
        for block in reading.document.blocks where [.paragraph, .note].contains(block.kind) {
            for sentence in SentenceSplitter.sentences(in: text, paragraph: block.span) {
                let span = withoutDateline(sentence, isFirst: sentence.start == block.span.start, in: text)
                guard isWorthTelling(text, span) else { continue }
                let statement = statement(in: span, of: reading, contents: contents)
                units.append(ClaimUnit(span: span, statement: statement, text: line(text, span)))
            }
        }
        return units
    }

    /// The statement that gives most of the sentence; of statements inside one another, the innermost that still gives
    /// most of what the outermost gives. A plan or wish inside what somebody tells ("Russia is planning to …, sources said")
    /// is told by that somebody.
    private static func statement(in sentence: TextSpan, of reading: Reading, contents: [Int]) -> Int? {
        let shares = reading.statements.map { statement in statement.content.reduce(0) { $0 + $1.overlap(sentence) } }
        guard let most = shares.max(), let widest = shares.firstIndex(of: most) else { return nil }
        // Who says it and that it was said belong to the statement; the rest of the sentence may be the article's own.
        let statement = reading.statements[widest]
        let around = (statement.source + statement.cue).reduce(0) { $0 + $1.overlap(sentence) }
        guard most > 0, (most + around) * 4 >= sentence.count else { return nil }
        var best: Int?
        for (index, share) in shares.enumerated() where share * 10 >= most * 7 {
            guard let current = best else {
                best = index
                continue
            }
            let (old, new) = (reading.statements[current], reading.statements[index])
            let (oldRank, newRank) = (old.isTold ? 1 : 0, new.isTold ? 1 : 0)
            if (newRank, new.relay.count, -contents[index]) > (oldRank, old.relay.count, -contents[current]) {
                best = index
            }
        }
        return best
    }

    /// The sentence without "TOWN, March 3 (Agency) - ", which every story of an agency begins with.
    private static func withoutDateline(_ sentence: TextSpan, isFirst: Bool, in text: SourceText) -> TextSpan {
        guard isFirst, sentence.count > 1, text.utf8[sentence.start] &- 0x41 < 26 else { return sentence }
        let limit = min(sentence.end, sentence.start + 90)
        var i = sentence.start
        while i + 2 < limit {
            if text.utf8[i].isASCIISpace, let dash = dash(at: i + 1, in: text.utf8), i + 1 + dash < limit,
                text.utf8[i + 1 + dash].isASCIISpace
            {
                let head = text.utf8[sentence.start..<i]
                let isDateline = head.last == UInt8(ascii: ")") || isUpperCase(head)
                return isDateline ? text.trimmed(TextSpan(i + 1 + dash, sentence.end)) : sentence
            }
            i += 1
        }
        return sentence
    }

    private static func dash(at i: Int, in bytes: [UInt8]) -> Int? {
        if bytes[i] == UInt8(ascii: "-") { return 1 }
        guard i + 2 < bytes.count, bytes[i] == 0xE2, bytes[i + 1] == 0x80 else { return nil }
        return bytes[i + 2] == 0x93 || bytes[i + 2] == 0x94 ? 3 : nil
    }

    private static func isUpperCase(_ head: ArraySlice<UInt8>) -> Bool { !head.contains { $0 &- 0x61 < 26 } }

    /// Two words at least, or a figure.
    private static func isWorthTelling(_ text: SourceText, _ span: TextSpan) -> Bool {
        let words = WordScanner.words(in: text, span: span).filter { $0.kind != .punctuation }
        return words.count > 1 || words.first?.kind == .number
    }

    /// The words of a span with white space folded into single spaces.
    private static func line(_ text: SourceText, _ span: TextSpan) -> String {
        text.string(span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension TextSpan {
    /// Bytes that spans cover together, overlaps counted twice.
    static func sum(_ spans: [TextSpan]) -> Int { spans.reduce(0) { $0 + $1.count } }
}

extension Statement {
    /// Whether the voice tells that something is so, and does not only want, plan or ask it.
    var isTold: Bool {
        switch stance {
        case .asserts, .confirms, .denies, .believes: true
        case .asks, .urges, .intends: false
        }
    }
}
