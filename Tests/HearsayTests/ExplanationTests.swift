import Testing

@testable import Hearsay
@testable import HearsayCore

@Suite struct ExplanationTests {
    private let document = Document(id: "x", text: SourceText("Mira Kolen said the berths will reopen.\u{1B}[2J"))

    private var explanation: Explanation {
        let statement = Statement(
            id: "s1", source: [TextSpan(0, 10)], cue: [TextSpan(11, 15)], content: [TextSpan(16, 38)], voice: "v1")
        return Explanation(
            statement: statement,
            reasons: [
                .init(.source, "", words: [TextSpan(0, 10)]), .init(.relay, "none"),
                .init(.content, "", words: [TextSpan(16, 43)]),
                .init(.confidence, "0.8", "a sum", inputs: [.init("intercept", -3.396)]),
            ])
    }

    @Test func asTextEachJudgementHasItsLine() {
        let text = String(decoding: ExplanationText.bytes(of: explanation, in: document), as: UTF8.self)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines[0] == "statement s1")
        #expect(lines[1] == "source      \"Mira Kolen\" [0, 10)")
        #expect(lines[2] == "relay       none")
        #expect(lines.suffix(2) == ["confidence  0.8: a sum", "            intercept -3.396"])
        #expect(!text.utf8.contains(0x1B))
    }

    @Test func whatCannotBeExplainedIsAProblem() throws {
        let found = explanation
        let engine = ReadingEngine(
            capture: { [document] _ in document },
            read: { Reading(document: $0, voices: [], statements: []) }, explain: { $1 == "s1" ? found : nil })
        let item = InputItem(origin: "a.txt", content: .text(document.text.string))
        #expect(try engine.explanation(of: "s1", in: item).1 == found)
        let problem = #expect(throws: InputProblem.self) { try engine.explanation(of: "s9", in: item) }
        #expect(problem?.reason == "its reading has no statement s9")
        let reading = InputItem(
            origin: "a.json", content: .reading(Reading(document: document, voices: [], statements: [])))
        #expect(throws: InputProblem.self) { try engine.explanation(of: "s1", in: reading) }
    }
}
