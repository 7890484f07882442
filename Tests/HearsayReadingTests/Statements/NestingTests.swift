import HearsayLanguage
import Testing

@testable import HearsayCore
@testable import HearsayReading

/// Statements inside others' contents, over the passages of ``NestingGold``; skipped without the encoder's files.
@Suite(.enabled(if: ReaderFiles.present)) struct NestingTests {
    private struct Inner {
        let source, cue: TextSpan?
        let content: TextSpan
        let relay: [String]
    }

    /// A passage with its inner statements.
    private struct Case {
        let passage: Passage
        var inner: [Inner] = []
    }

    private static func cases() throws -> [Case] {
        var out: [Case] = []
        for line in NestingGold.passages.split(separator: "\n") {
            guard line.hasPrefix(">") else {
                out.append(Case(passage: try Passage(String(line))))
                continue
            }
            let parts = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
                .map { TimeText.trimmed(String($0)) }
            let passage = try #require(out.last).passage
            let draft = try passage.draft(parts[0], parts[1], parts[2])
            let relay = parts[3].split(separator: ";").map { TimeText.trimmed(String($0)) }
            out[out.count - 1].inner.append(
                Inner(source: draft.source, cue: draft.cue, content: draft.content[0], relay: relay))
        }
        return out
    }

    private static func bytes(_ spans: [TextSpan]) -> Set<Int> { Set(spans.flatMap(\.range)) }

    /// The statements whose cue and content lie inside another one's content.
    private static func inner(_ reading: Reading) -> [Statement] {
        reading.statements.filter { one in
            let own = bytes(one.content + one.cue)
            return reading.statements.contains { $0.id != one.id && bytes($0.content).isStrictSuperset(of: own) }
        }
    }

    private static func agrees(_ wanted: Inner, _ got: Statement) -> Bool {
        let (one, two) = (bytes([wanted.content]), bytes(got.content))
        guard 2 * one.intersection(two).count >= one.union(two).count else { return false }
        let pairs = [(wanted.source, got.source), (wanted.cue, got.cue)]
        return pairs.allSatisfy { span, spans in
            span.map { one in spans.contains { $0.overlaps(one) } } ?? spans.isEmpty
        }
    }

    /// Whether one name holds all words of the other, articles aside.
    private static func isAlike(_ one: String, _ two: String) -> Bool {
        let words = [one, two].map { name in
            Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
                .subtracting(["the", "a", "an"])
        }
        return !words[0].isEmpty && !words[1].isEmpty
            && (words[0].isSubset(of: words[1]) || words[1].isSubset(of: words[0]))
    }

    @Test func innerStatements() throws {
        let reader = try ReaderFiles.reader()
        var (right, spansRight, found, wanted, falseAlarms) = (0, 0, 0, 0, 0)
        for one in try Self.cases() {
            var document = Document(id: "x", text: one.passage.text)
            document.blocks = one.passage.blocks.map { .init(kind: .paragraph, span: $0) }
            let reading = reader.read(document)
            var inner = Self.inner(reading)
            found += inner.count
            wanted += one.inner.count
            if one.inner.isEmpty { falseAlarms += inner.count }
            for gold in one.inner {
                guard let index = inner.firstIndex(where: { Self.agrees(gold, $0) }) else { continue }
                spansRight += 1
                let names = inner.remove(at: index).relay.map { id in
                    reading.voice(id).map { $0.name ?? $0.role ?? "" } ?? ""
                }
                if names.count == gold.relay.count, zip(names, gold.relay).allSatisfy(Self.isAlike) { right += 1 }
            }
        }
        let f1 = { (hits: Int) in 200 * Double(hits) / Double(found + wanted) }
        print("inner statements: F1 \(f1(spansRight)), with the relay \(f1(right)); \(wanted) wanted, \(found) found")
        #expect(wanted >= 90)
        #expect(f1(spansRight) >= 84)
        #expect(f1(right) >= 80)
        #expect(falseAlarms <= 4)
    }
}
