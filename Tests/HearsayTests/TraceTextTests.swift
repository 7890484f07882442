import HearsayCore
import Testing

@testable import Hearsay

@Suite struct TraceTextTests {
    private func trace(_ words: String) -> Trace {
        let members = ["a", "b", "c"].map { id in
            Claim.Member(article: id, span: TextSpan(0, 4), stance: id == "c" ? .denies : .asserts, voice: words)
        }
        let sources = [
            Origin(label: words, kind: .unnamed, members: [0], least: 1, most: 1, reason: "one person without a name"),
            Origin(label: "officials", kind: .unnamed, members: [1], least: 0, most: 1, reason: "may be the same"),
        ]
        let claim = Claim(
            id: "c1", text: words, members: members, origins: OriginCount(least: 1, likely: 1, most: 2),
            sources: sources,
            contradicts: [.init(claim: "c2", clash: .number)],
            forecast: .init(due: nil, certainty: .likely, outcome: .false, settledBy: ["c"]))
        let lonely = Claim(
            id: "c2", text: "1,400 boats", members: [members[1]], origins: OriginCount(exactly: 1), sources: [])
        return Trace(
            articles: ["a", "b", "c"].map { .init(id: $0, outlet: words, published: "2031-03-11T08:00:00Z") },
            edges: [
                Edge(from: "b", to: "a", kind: .copies, credited: false, confidence: 0.9, evidence: []),
                Edge(from: "a", to: "b", kind: .cites, credited: true, confidence: 0.8, evidence: []),
            ], claims: [claim, lonely])
    }

    private func shown(_ words: String, colour: Bool = false) -> String {
        let view = TraceText(style: OutputStyle(colour: colour))
        return String(decoding: view.bytes(of: trace(words), texts: [:]), as: UTF8.self)
    }

    @Test func tellsTheCountTheWayAndWhatSpeaksAgainst() {
        let text = shown("142 boats")
        for part in [
            "c1 142 boats", "1 to 2 origins (likely 1)", "officials (0 to 1): may be the same",
            "c 142 boats 2031-03-11 denies",
            "against it (number): c2 1,400 boats", "forecast (likely): false, settled by c",
            "copies a 142 boats 2031-03-11, without credit (90 %)",
            "3 articles: 1 claim told by several of them, 2 edges.",
        ] { #expect(text.contains(part), "\(part) is not in:\n\(text)") }
    }

    @Test func nothingDrivesTheTerminal() {
        let text = shown("a\u{1B}[2J\u{202E}b\u{7}")
        #expect(!text.unicodeScalars.contains { $0 != "\n" && PlainText.isUnsafe($0) })
    }

    @Test func coloursAreOnlyUsedWhereTheyMayBe() {
        #expect(shown("142 boats", colour: true).contains("\u{1B}[1m") && !shown("142 boats").contains("\u{1B}"))
    }
}
