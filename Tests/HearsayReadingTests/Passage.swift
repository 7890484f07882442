import Foundation
import Testing

@testable import HearsayCore
@testable import HearsayReading

/// A text as words and names, and the places of phrases in it; blank lines part its paragraphs.
struct Passage {
    static let resources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/HearsayReading/Resources").standardizedFileURL
    private static let shipped = Result {
        try Lexicon([UInt8](Data(contentsOf: resources.appending(path: "lexicon.txt"))))
    }

    let text: SourceText
    let blocks: [TextSpan]
    let prose: Prose
    let lexicon: Lexicon
    let names: NameBook

    init(_ string: String) throws {
        text = SourceText(string)
        blocks = Self.paragraphs(text)
        prose = Prose(text, blocks: blocks)
        lexicon = try Self.shipped.get()
        names = NameBook(prose, lexicon)
    }

    /// The stretches between blank lines.
    static func paragraphs(_ text: SourceText) -> [TextSpan] {
        var out: [TextSpan] = []
        var start = 0
        for at in 0...text.count
        where at == text.count || at + 1 < text.count && text.utf8[at...at + 1] == [0x0A, 0x0A] {
            if at > start {
                let span = text.trimmed(TextSpan(start, at))
                if !span.isEmpty { out.append(span) }
            }
            start = at
        }
        return out
    }

    /// Where a phrase stands for the `nth` time.
    func span(_ phrase: String, _ nth: Int = 1) throws -> TextSpan {
        let wanted = Array(phrase.utf8)
        let starts = text.utf8.indices.filter { text.utf8[$0...].starts(with: wanted) }
        try #require(starts.count >= nth, "\(phrase) does not stand \(nth) times in \(text.string)")
        return TextSpan(starts[nth - 1], starts[nth - 1] + wanted.count)
    }

    /// The words of a phrase.
    func words(_ phrase: String, _ nth: Int = 1) throws -> Range<Int> {
        let found = prose.words(touching: try span(phrase, nth))
        try #require(!found.isEmpty)
        return found
    }

    /// A draft of phrases; an empty one stands for none, and "2:said" for the second "said".
    func draft(_ source: String, _ cue: String, _ content: String...) throws -> Draft {
        Draft(
            source: source.isEmpty ? nil : try numbered(source), cue: cue.isEmpty ? nil : try numbered(cue),
            content: try content.map(numbered), outer: nil, labelling: [:], linking: 1)
    }

    private func numbered(_ phrase: String) throws -> TextSpan {
        if let nth = phrase.first?.wholeNumberValue, phrase.dropFirst().first == ":" {
            return try span(String(phrase.dropFirst(2)), nth)
        }
        return try span(phrase)
    }

    /// "source | cue | content + content" of a draft.
    func string(_ draft: Draft) -> String {
        let parts = [draft.source, draft.cue].map { $0.map(text.string) ?? "" }
        return (parts + [draft.content.map(text.string).joined(separator: " + ")]).joined(separator: " | ")
    }

    /// The reading of drafts made by hand.
    func reading(_ drafts: [Draft], publisher: String? = nil) throws -> Reading {
        var document = Document(id: "x", text: text)
        document.outlet.name = publisher
        document.blocks = blocks.map { .init(kind: .paragraph, span: $0) }
        let gazetteer = try Gazetteer(tsv: Array("Loam\t1.0\t2.0\t7\t100\tXX\tP\t\n".utf8))
        let details = ContentReader(document: document, prose: prose, gazetteer: gazetteer)
        var assembly = Assembly(document: document, prose: prose, lexicon: lexicon, details: details)
        return assembly.reading(of: drafts)
    }
}

extension Reading {
    /// Who says a statement, and through whom: "Mira Kolen via The Coast Ledger".
    func way(_ index: Int) -> String {
        func name(_ id: String) -> String { voice(id).map { $0.name ?? $0.role ?? "nobody" } ?? "?" }
        return ([name(statements[index].voice)] + statements[index].relay.map(name)).joined(separator: " via ")
    }
}

/// A small repeatable source of numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// A row of a table, "input => wanted".
func row(_ line: String) -> (input: String, wanted: String) {
    let halves = line.components(separatedBy: "=>").map(TimeText.trimmed)
    return (halves[0], halves.count > 1 ? halves[1] : "")
}
