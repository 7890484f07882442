internal import GRDB

/// Finds the words of a query in a text, by the tokenizer of the full-text indexes.
struct WordMarker {
    /// A word of a text, with where it stands in it.
    private struct Token {
        var bytes: Range<Int>
        /// Which of the query's words it is.
        var word: Int?
    }

    private let tokenizer: any FTS5Tokenizer
    private let words: [(bytes: [UInt8], isPrefix: Bool)]

    init(_ db: Database, terms: [SearchTerm]) throws {
        tokenizer = try db.makeTokenizer(.unicode61(diacritics: .remove))
        words = terms.map { (Array($0.word.utf8), $0.isPrefix) }
    }

    /// How many of the query's words a text has.
    func count(in text: String) -> Int { Set(tokens(of: Array(text.utf8)).compactMap(\.word)).count }

    /// A text in pieces, of which those that are words of the query are marked.
    /// - Parameter most: how many words are shown at most, those around most words of the query.
    func pieces(of text: String, most: Int = .max) -> [SearchMatch.Piece] {
        let text = Array(text.utf8)
        let tokens = tokens(of: text)
        let window = window(of: tokens, most)
        let start = window.lowerBound == 0 ? 0 : tokens[window.lowerBound].bytes.lowerBound
        let end = window.upperBound == tokens.count ? text.count : tokens[window.upperBound - 1].bytes.upperBound
        var pieces: [SearchMatch.Piece] = []
        func add(_ range: Range<Int>, isMatch: Bool) {
            guard !range.isEmpty else { return }
            pieces.append(.init(words: Self.line(text[range]), isMatch: isMatch))
        }
        var at = start
        for token in tokens[window] where token.word != nil {
            add(at..<token.bytes.lowerBound, isMatch: false)
            add(token.bytes, isMatch: true)
            at = token.bytes.upperBound
        }
        add(at..<end, isMatch: false)
        if start > 0 { Self.extend(&pieces, with: "…", atEnd: false) }
        if end < text.count { Self.extend(&pieces, with: "…", atEnd: true) }
        return pieces
    }

    private static func extend(_ pieces: inout [SearchMatch.Piece], with mark: String, atEnd: Bool) {
        guard let place = atEnd ? pieces.indices.last : pieces.indices.first, !pieces[place].isMatch else {
            return pieces.insert(.init(words: mark, isMatch: false), at: atEnd ? pieces.endIndex : 0)
        }
        pieces[place].words = atEnd ? pieces[place].words + mark : mark + pieces[place].words
    }

    /// Control characters are shown as spaces.
    private static func line(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }

    /// The words to show: where most different words of the query stand close together, the first of such places.
    private func window(of tokens: [Token], _ most: Int) -> Range<Int> {
        guard tokens.count > most else { return tokens.indices }
        var (best, bestCount) = (0, 0)
        for (place, token) in tokens.enumerated() where token.word != nil {
            let count = Set(tokens[place..<min(tokens.count, place + most - 4)].compactMap(\.word)).count
            if count > bestCount { (best, bestCount) = (place, count) }
        }
        let start = max(0, min(best - 4, tokens.count - most))
        return start..<min(tokens.count, start + most)
    }

    private final class Collector {
        let words: [(bytes: [UInt8], isPrefix: Bool)]
        var tokens: [Token] = []

        init(words: [(bytes: [UInt8], isPrefix: Bool)]) { self.words = words }

        func add(_ token: UnsafeBufferPointer<CChar>, _ bytes: Range<Int>) {
            token.withMemoryRebound(to: UInt8.self) { token in
                let word = words.indices.first { place in
                    words[place].isPrefix
                        ? token.starts(with: words[place].bytes) : token.elementsEqual(words[place].bytes)
                }
                tokens.append(Token(bytes: bytes, word: word))
            }
        }
    }

    private func tokens(of text: [UInt8]) -> [Token] {
        let collector = Collector(words: words)
        text.withUnsafeBufferPointer { text in
            text.withMemoryRebound(to: CChar.self) { text in
                _ = tokenizer.tokenize(
                    context: Unmanaged.passUnretained(collector).toOpaque(), tokenization: .document,
                    pText: text.baseAddress, nText: CInt(clamping: text.count)
                ) { context, _, token, length, start, end in
                    guard let context, start >= 0, end >= start else { return 0 }
                    Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue().add(
                        UnsafeBufferPointer(start: token, count: Int(length)), Int(start)..<Int(end))
                    return 0
                }
            }
        }
        return collector.tokens
    }
}
