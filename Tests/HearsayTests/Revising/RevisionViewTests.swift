import HearsayCore
import HearsayRevising
import Testing

@testable import Hearsay

/// What people and programs see of edits.
@Suite struct RevisionViewTests {
    private func comparison(_ old: String, _ new: String) -> RevisionComparison {
        func reading(_ text: String) -> Reading {
            var document = Document(id: "sha256:x", text: SourceText(text))
            document.blocks = [.init(kind: .paragraph, span: document.text.trimmed(document.text.span))]
            return Reading(document: document, voices: [], statements: [])
        }
        return RevisionComparison(old: reading(old), new: reading(new))
    }

    private func text(_ old: String, _ new: String) -> String {
        String(decoding: RevisionText().bytes(of: comparison(old, new)), as: UTF8.self)
    }

    @Test func changedWordsAreMarked() {
        #expect(
            text("It is über 3 m deep. It rained.", "It is über 4 m deep. It rained.") == """
                Paragraph 1
                  fact
                    It is über [-3-] {+4+} m deep.
                    3 became 4

                1 edit: 1 fact.

                """)
        #expect(text("A tram came.", "A tram came. It rained.").contains("{+It rained.+}"))
        #expect(text("A tram came. It rained.", "A tram came.").contains("[-It rained.-]"))
        #expect(text("The bank may close.", "The bank will close.").contains("hedge (more certain)"))
    }

    @Test func nothingDrivesTheTerminal() {
        let shown = text("It rained on Monday.", "It rained\u{1B}[2J on \u{202E}Sunday.")
        #expect(!shown.utf8.contains(0x1B) && !shown.unicodeScalars.contains("\u{202E}"))
    }

    @Test func jsonCountsCodePoints() throws {
        let bytes = comparison("It is über 3 m.", "It is über 4 m.").json(id: "x")
        guard case .object(let fields) = try JSONReader.value(of: bytes), case .array(let edits)? = fields["edits"],
            case .object(let edit)? = edits.first, case .object(let side)? = edit["new"]
        else {
            Issue.record("no edit came")
            return
        }
        #expect(fields["id"] == .string("x") && edit["kind"] == .string("fact") && edit["place"] == .string("body"))
        #expect(side["start"] == .number(0) && side["end"] == .number(15))
        #expect(
            side["words"]
                == .array([.object(["start": .number(11), "end": .number(12), "text": .string("4")])]))
    }

    @Test func pairsAreTextsArticlesOrReadings() throws {
        let reading = ReadingJSON.bytes(of: comparison("A b.", "A b.").old)
        let line =
            Array("{\"id\": 7, \"old\": ".utf8) + reading.dropLast() + Array(", \"new\": {\"text\": \"A c.\"}}".utf8)
        let pair = try PairInput.pair(line, origin: "p:1")
        #expect(pair.id == "7" && pair.new.content == .text("A c."))
        guard case .reading(let old) = pair.old.content else {
            Issue.record("no reading")
            return
        }
        #expect(old.document.text.string == "A b.")
        for (bad, reason) in [
            ("[]", "p:1: an object with \"old\" and \"new\" is expected, not a list"),
            ("{\"old\": \"a\"}", "p:1: the field \"new\" is missing"),
            ("{\"old\": \"a\", \"new\": 3}", "p:1: \"new\": an object with \"text\" is expected, not a number"),
        ] {
            #expect { try PairInput.pair(Array(bad.utf8), origin: "p:1") } throws: { "\($0)" == reason }
        }
    }
}
