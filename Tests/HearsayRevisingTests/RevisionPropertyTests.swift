import HearsayCore
import Testing

@testable import HearsayRevising

/// What holds for all edits, whatever the texts.
@Suite struct RevisionPropertyTests {
    private static let sentences = [
        "The council of Brask approved the tram line on Monday.", "It will cost about 80 million crowns.",
        "“Nobody asked us,” Ida Moll told the Bay Courier.", "Work may start in June, two officials said.",
        "The mayor denied that she had met the builders.", "A bridge at Ketten has been closed since 3 March 2031.",
        "According to police, nobody was hurt.", "He is 34 and lives in Karsund.", "Yes.", "…",
        "The café didn’t open — its owner, Jörg, was ill. 🌊", "Prices rose by 4% in Velmark, up from 3 percent.",
        "This article was amended on 4 May 2031.", "Correction: it was Sunday.", "The talks failed; the talks go on.",
        "U.S. officials said at 9 p.m. that no one had called.", "\"Why?\" he asked. \"Why not?\"",
        "Twelve of them left.",
    ]
    private static let words = [
        "not", "may", "will", "three", "3", "Sollen", "officials", "said", "“", "”", "\"", ",", ".", "on Friday",
        "about",
        "the", "reportedly", "café", "🌊", "according to", "told", "he", "she", "\u{301}", "n't", "12%",
    ]

    private static func text(_ dice: inout Dice) -> String {
        (0..<dice.next(9)).map { _ in dice.pick(sentences) + dice.pick([" ", "\n", "\n\n", "  "]) }.joined()
    }

    /// The text with some words and sentences changed, moved, added or left out.
    private static func mutated(_ text: String, _ dice: inout Dice) -> String {
        var parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<dice.next(6) {
            switch dice.next(5) {
            case 0: parts.insert(dice.pick(words), at: dice.next(parts.count + 1))
            case 1 where !parts.isEmpty: parts.remove(at: dice.next(parts.count))
            case 2 where !parts.isEmpty: parts[dice.next(parts.count)] = dice.pick(words)
            case 3 where parts.count > 1: parts.swapAt(dice.next(parts.count), dice.next(parts.count))
            default: parts.insert(dice.pick(sentences), at: dice.next(parts.count + 1))
            }
        }
        return parts.joined(separator: " ")
    }

    private static func versions(_ seed: UInt64) -> (old: Reading, new: Reading) {
        var dice = Dice(state: seed)
        let text = text(&dice)
        return (Versions.reading(text), Versions.reading(mutated(text, &dice)))
    }

    @Test(arguments: 0..<300 as Range<UInt64>) func editsAreSound(_ seed: UInt64) {
        let (old, new) = Self.versions(seed)
        let edits = RevisionDiff.edits(from: old, to: new)
        #expect(RevisionDiff.edits(from: old, to: old).isEmpty, "seed \(seed)")
        for edit in edits {
            #expect(!edit.kinds.isEmpty && edit.kinds == edit.kinds.sorted() && !edit.reason.isEmpty, "seed \(seed)")
            #expect(edit.kinds == [.style] || !edit.kinds.contains(.style))
            #expect(edit.old != nil || edit.new != nil)
            check(edit.old, old.document.text, seed)
            check(edit.new, new.document.text, seed)
        }
    }

    private func check(_ side: Edit.Side?, _ text: SourceText, _ seed: UInt64) {
        guard let side, let span = side.span else { return }
        #expect(span.end <= text.count && text.string(span) == side.text, "seed \(seed)")
        var last = span.start
        for words in side.words {
            #expect(words.start >= last && words.end <= span.end, "seed \(seed)")
            #expect(words.end == text.count || !text.utf8[words.end].isUTF8Continuation)
            #expect(words.start == text.count || !text.utf8[words.start].isUTF8Continuation)
            last = words.end
        }
    }

    /// With its new words in place of the old ones, the old sentence is the new one; and what no edit covers is the same in
    /// both versions and in the same order.
    @Test(arguments: 0..<300 as Range<UInt64>) func editsLeadFromOldToNew(_ seed: UInt64) {
        let (old, new) = Self.versions(seed)
        let edits = RevisionDiff.edits(from: old, to: new)
        for edit in edits {
            guard let a = edit.old, let b = edit.new, let before = a.span, let after = b.span else { continue }
            #expect(a.words.count == b.words.count, "seed \(seed)")
            var (made, at) = ([UInt8](), before.start)
            for (gone, come) in zip(a.words, b.words) {
                made += old.document.text.utf8[at..<gone.start] + new.document.text.utf8[come.range]
                at = gone.end
            }
            made += old.document.text.utf8[at..<before.end]
            #expect(
                Self.dense(made[...]) == Self.dense(new.document.text.utf8[after.range]), "seed \(seed): \(edit.reason)"
            )
        }
        let kept = (rest(old, edits.compactMap { $0.old?.span }), rest(new, edits.compactMap { $0.new?.span }))
        #expect(kept.0 == kept.1, "seed \(seed): \(old.document.text.string) → \(new.document.text.string)")
    }

    private static func dense(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        SourceText(decoding: Array(bytes)).string.unicodeScalars.filter { !$0.properties.isWhitespace }
            .flatMap { Array(String($0).utf8) }
    }

    /// The bytes that no span covers.
    private func rest(_ reading: Reading, _ spans: [TextSpan]) -> [UInt8] {
        let bytes = reading.document.text.utf8
        var (rest, at) = ([UInt8](), 0)
        for span in spans.sorted() where span.end > at {
            rest += bytes[at..<max(at, span.start)]
            at = span.end
        }
        return Self.dense((rest + bytes[at...])[...])
    }

    @Test(arguments: 0..<300 as Range<UInt64>) func turnedRoundTheyMirror(_ seed: UInt64) {
        let (old, new) = Self.versions(seed)
        let there = RevisionDiff.edits(from: old, to: new)
        let back = RevisionDiff.edits(from: new, to: old)
        #expect(there.isEmpty == back.isEmpty, "seed \(seed)")
        let kinds = { (edits: [Edit]) in Set(edits.map(\.kind)).subtracting([.style]).isEmpty }
        #expect(kinds(there) == kinds(back), "seed \(seed)")
    }

    /// Bytes of any kind, blocks of any shape.
    @Test(arguments: 0..<200 as Range<UInt64>) func nothingTraps(_ seed: UInt64) {
        var dice = Dice(state: seed)
        func noise() -> Reading {
            let pieces = Self.words + ["a", "\n\n", " ", "\r\n", "“", "Correction:", "é", "\u{0}", "1,000", "..."]
            let text = (0..<dice.next(120)).map { _ in dice.pick(pieces) + dice.pick(["", " "]) }.joined()
            var reading = Versions.reading(text, headline: dice.next(2) == 0 ? text : nil)
            let count = reading.document.text.count
            let spans = (0..<dice.next(4)).map { _ in TextSpan(dice.next(count + 1), count) }
            reading.statements = spans.map { Statement(id: "s1", source: [$0], cue: [$0], content: [$0], voice: "v1") }
            return reading
        }
        let (old, new) = (noise(), noise())
        for edit in RevisionDiff.edits(from: old, to: new) { #expect(!edit.reason.isEmpty) }
        #expect(RevisionDiff.edits(from: old, to: old).isEmpty, "seed \(seed)")
    }
}
