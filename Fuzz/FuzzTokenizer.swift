// A libFuzzer target: whatever the text, the span and the stretches left out, the tokenizer's spans must be sound. See README.md.

import Glibc
import HearsayCore
import HearsayLanguage

/// Pieces for a tokenizer that needs no files: letters, some words, marks and other scripts.
private let smallVocabulary =
    (["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "harbour", "##s", "said", "un", "##closed", "é", "ss", "ﬁ", "中"]
    + "abcdehiorstu.,-\"'1½".map(String.init) + "abcdehiorstu1".map { "##\($0)" } + ["##\u{1161}", "\u{1100}"])
    .joined(separator: "\n")

private let tokenizers: [WordPieceTokenizer] = {
    var files = [Array(smallVocabulary.utf8)]
    let folder =
        environment("HEARSAY_MODEL") ?? environment("XDG_CACHE_HOME").map { $0 + "/hearsay" }
        ?? environment("HOME").map { $0 + "/.cache/hearsay" }
    if let folder, let file = try? MappedFile.contents(path: folder + "/vocab.txt") { files.append(file) }
    return files.map { file in
        guard let tokenizer = try? WordPieceTokenizer(vocabulary: file) else {
            preconditionFailure("a vocabulary is refused")
        }
        return tokenizer
    }
}()

private func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// Called by libFuzzer with each input: options, a number of stretches to leave out, two bytes for each, and the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTokenizer(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let data, size > 2 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    var rest = bytes[2...]
    if bytes[0] & 0x0F == 0x0F {  // the vocabulary is hostile too
        let own = rest.prefix { $0 != 0xFF }
        rest = rest.dropFirst(own.count + 1)
        let vocabulary = Array("[UNK]\n[CLS]\n[SEP]\n".utf8 + own)
        guard let tokenizer = try? WordPieceTokenizer(vocabulary: vocabulary) else { return 0 }
        check(tokenizer, SourceText(decoding: Array(rest)), edges: [])
    } else {
        let edges = rest.prefix(Int(bytes[1] & 0x07) * 2).map(Int.init)
        rest = rest.dropFirst(edges.count)
        check(tokenizers[Int(bytes[0] & 1) % tokenizers.count], SourceText(decoding: Array(rest)), edges: edges)
    }
    return 0
}

/// Tokenizes all but the stretches that `edges` describe, as alternating distances in code points.
private func check(_ tokenizer: WordPieceTokenizer, _ text: SourceText, edges: [Int]) {
    let starts = text.utf8.indices.filter { !text.utf8[$0].isUTF8Continuation } + [text.count]
    var skipping: [TextSpan] = []
    var at = 0
    for pair in stride(from: 0, to: edges.count - 1, by: 2) {
        let first = min(at + edges[pair], starts.count - 1)
        at = min(first + edges[pair + 1], starts.count - 1)
        skipping.append(TextSpan(starts[first], starts[at]))
    }
    let whole = TextSpan(starts[min(edges.last ?? 0, starts.count - 1) / 4], text.count)
    let tokens = tokenizer.tokenize(text, whole, skipping: skipping)
    sound(tokens, text, whole, vocabulary: tokenizer.vocabularySize)
    for word in tokens.words {
        precondition(!skipping.contains { $0.overlaps(word) }, "a word in what was left out")
    }
    precondition(tokens == inParts(tokenizer, text, whole, skipping), "what is left out does more than end a word")
}

/// The stretches between those left out, tokenized one by one.
private func inParts(
    _ tokenizer: WordPieceTokenizer, _ text: SourceText, _ whole: TextSpan, _ skipping: [TextSpan]
) -> TokenizedText {
    var joined = TokenizedText()
    var at = whole.start
    for skipped in skipping + [TextSpan(whole.end, whole.end)] {
        let part = tokenizer.tokenize(text, TextSpan(at, max(at, skipped.start)))
        joined.firstPiece += part.firstPiece.dropFirst().map { $0 + joined.pieces.count }
        joined.words += part.words
        joined.pieces += part.pieces
        joined.pieceSpans += part.pieceSpans
        at = max(at, skipped.end)
    }
    return joined
}

private func == (a: TokenizedText, b: TokenizedText) -> Bool {
    a.words == b.words && a.firstPiece == b.firstPiece && a.pieces == b.pieces && a.pieceSpans == b.pieceSpans
}

/// Words and pieces lie inside the text, in order, on code points, and every word covers its pieces.
private func sound(_ tokens: TokenizedText, _ text: SourceText, _ whole: TextSpan, vocabulary: Int) {
    func sound(_ span: TextSpan) {
        precondition(whole.contains(span) && !span.isEmpty, "a span outside the text, or empty")
        for offset in [span.start, span.end] where offset < text.count {
            precondition(!text.utf8[offset].isUTF8Continuation, "a span within a code point")
        }
    }
    precondition(tokens.firstPiece.count == tokens.words.count + 1, "a word without bounds")
    precondition(tokens.firstPiece.last == tokens.pieces.count, "pieces without a word")
    precondition(tokens.pieces.count == tokens.pieceSpans.count, "pieces without a place")
    precondition(tokens.pieces.allSatisfy { $0 >= 0 && $0 < Int32(vocabulary) }, "a piece outside the vocabulary")
    var end = whole.start
    for (index, word) in tokens.words.enumerated() {
        sound(word)
        precondition(word.start >= end, "words overlap")
        end = word.end
        let pieces = tokens.firstPiece[index]..<max(tokens.firstPiece[index], tokens.firstPiece[index + 1])
        precondition(!pieces.isEmpty, "a word without pieces")
        var last = word.start
        for piece in tokens.pieceSpans[pieces] {
            sound(piece)
            // Two pieces may share a code point that is written out as several, such as "½".
            precondition(word.contains(piece) && piece.start >= last, "a piece outside its word, or out of order")
            last = piece.start
        }
    }
}
